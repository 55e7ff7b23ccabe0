/** Where the header of a table is: below titles and preambles, or nowhere. */
import { readDate } from '../cells/dates';
import { readNumber } from '../cells/numbers';
import { cleanText, wordKey } from '../cells/text';
import type { TableRow } from './table';

const rowsLookedAt = 60;

/**
 * The index of the header row; -1 where there is none.
 * @param isKnown whether a word is a usual name of a column, in its comparable form
 */
export function findHeader(rows: readonly TableRow[], isKnown: (word: string) => boolean): number {
  const looked = rows.slice(0, rowsLookedAt);
  const usual = usualWidth(looked);
  let best = { at: -1, score: 0 };
  looked.forEach(({ cells }, at) => {
    const words = cells.map(cleanText).filter((cell) => cell !== '');
    if (words.length < 2 || words.some(isValue)) return;
    const known = words.filter((word) => isKnown(wordKey(word))).length;
    const asWide = cells.length >= usual || words.length >= usual - 1;
    // A row of words alone is a header only where the rows below it are as wide and hold values.
    const below = looked[at + 1]?.cells.some((cell) => isValue(cleanText(cell))) ?? false;
    const score = known * 2 + (asWide ? 1 : 0) + (below && asWide ? 2 : 0);
    if (score > best.score && (known >= 2 || (asWide && below))) best = { at, score };
  });
  return best.at;
}

function isValue(cell: string): boolean {
  return readNumber(cell, '.') !== null || readDate(cell, 'dayFirst') !== null;
}

function usualWidth(rows: readonly TableRow[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  return [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
