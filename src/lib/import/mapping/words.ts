/** The words of the type column, with what each means. */
import { wordKey } from '../cells/text';
import type { Format } from '../formats/format';
import type { Table } from '../reading/table';
import { meaningIn } from '../rows/row-reading';
import type { Mapping, Meaning } from './mapping';

export interface TypeWord {
  /** As the file writes it first. */
  readonly word: string;
  readonly rows: number;
  readonly meaning: Meaning | null;
  /** By the person, now or for an earlier file. */
  readonly said: boolean;
}

/** Most words that are listed: more than that are no words for types. */
const mostWords = 200;

/** Those nobody knows first, then the most frequent. */
export function typeWords(table: Table, mapping: Mapping, format: Format | null): readonly TypeWord[] {
  const at = mapping.columns.type;
  if (at === undefined) return [];
  const words = new Map<string, { word: string; rows: number }>();
  for (const { cells } of table.rows) {
    const word = (cells[at] ?? '').trim();
    const key = wordKey(word);
    const known = words.get(key);
    if (known) known.rows++;
    else if (key !== '' && words.size < 10 * mostWords) words.set(key, { word, rows: 1 });
  }
  return [...words]
    .map(([key, { word, rows }]) => ({
      word,
      rows,
      meaning: meaningIn(word, mapping, format),
      said: Object.hasOwn(mapping.types, key)
    }))
    .filter(({ word, said }) => said || format?.understands?.(word) !== true)
    .sort((a, b) => Number(a.meaning !== null) - Number(b.meaning !== null) || b.rows - a.rows)
    .slice(0, mostWords);
}
