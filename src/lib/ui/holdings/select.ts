/** Which lines of the portfolio pass search and filters, and in which order. */
import type { HoldingLine } from '../../app/contract';
import { compareDecimals, countryName, humanName } from '../format';
import { columnOf, isText, type ColumnKey } from './columns';
import { dimensions, type HoldingDimension, type HoldingQuery } from './query';

export interface Searchable {
  readonly line: HoldingLine;
  readonly text: string;
}

/** Without case and accents. */
export const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The lines with what can be searched in them, worked out once per portfolio. */
export function searchable(lines: readonly HoldingLine[]): readonly Searchable[] {
  return lines.map((line) => ({
    line,
    text: plain(
      [
        line.name,
        line.symbol ?? '',
        line.isin ?? '',
        line.account,
        humanName(line.assetType),
        humanName(line.category),
        line.country,
        countryName(line.country),
        line.currency,
        line.sector ?? '',
        ...line.tags
      ].join('\n')
    )
  }));
}

/** No longer held: put away by the person, or nothing is left of it. */
export function isClosed(line: HoldingLine): boolean {
  return (
    !line.isActive || (line.valueBasis === 'holding × price' && line.quantity !== null && isNothing(line.quantity))
  );
}

const isNothing = (decimal: string): boolean => !/[1-9]/.test(decimal);

/** The keys of a line in one dimension: of tags there may be several or none. */
export function keysOf(line: HoldingLine, dimension: HoldingDimension): readonly string[] {
  switch (dimension) {
    case 'class':
      return [line.category];
    case 'country':
      return [line.country];
    case 'currency':
      return [line.currency];
    case 'sector':
      return [line.sector ?? ''];
    case 'account':
      return [line.accountId];
    case 'tag':
      return line.tags.length === 0 ? [''] : line.tags;
  }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byName = (a: HoldingLine, b: HoldingLine): number => collator.compare(a.name, b.name);

/** The lines that pass, in order. What a column says nothing about comes last, whichever way it is sorted. */
export function select(lines: readonly Searchable[], query: HoldingQuery): readonly HoldingLine[] {
  const words = plain(query.search).split(/\s+/).filter(Boolean);
  const filters = dimensions.flatMap((dimension) => {
    const keys = query.only[dimension];
    return keys === undefined ? [] : [{ dimension, keys: new Set(keys) }];
  });
  const found = lines
    .filter(({ line }) => query.held === 'all' || isClosed(line) === (query.held === 'closed'))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ line }) => line)
    .filter((line) => filters.every(({ dimension, keys }) => keysOf(line, dimension).some((key) => keys.has(key))));
  return sorted(found, query.sort, query.descending);
}

export function sorted(lines: readonly HoldingLine[], sort: ColumnKey, descending: boolean): readonly HoldingLine[] {
  const column = columnOf(sort);
  const direction = descending ? -1 : 1;
  const compare = isText(column) || column.kind === 'day' ? compareTexts : compareFigures;
  return lines
    .map((line) => ({ line, key: sortKey(line, sort) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? byName(a.line, b.line) : a.key === null ? 1 : -1;
      return direction * compare(a.key, b.key) || byName(a.line, b.line);
    })
    .map(({ line }) => line);
}

/** Names, where the cell shows a name for a code. */
function sortKey(line: HoldingLine, sort: ColumnKey): string | number | null {
  const value = columnOf(sort).of(line);
  if (typeof value !== 'string') return value;
  if (sort === 'country') return countryName(value);
  return sort === 'type' || sort === 'class' ? humanName(value) : value;
}

const compareTexts = (a: string | number, b: string | number): number => collator.compare(String(a), String(b));

/** Quick by their binary neighbours; digit by digit only where these are one. */
function compareFigures(a: string | number, b: string | number): number {
  const difference = Number(a) - Number(b);
  return difference !== 0 || typeof a === 'number' || typeof b === 'number' ? difference : compareDecimals(a, b);
}
