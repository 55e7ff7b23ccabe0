/** Recognises the shape of a file, so that a mapping made once serves the next file of the same shape. */
import { wordKey } from '../cells/text';
import type { Table } from '../reading/table';
import { digestOf } from './digest';

/** Equal for files with the same columns in the same order; upper and lower case and spaces make no difference. */
export function fingerprintOf({ header, headerLine }: Pick<Table, 'header' | 'headerLine'>): string {
  const names = headerLine === null ? [`${header.length} columns`] : header.map(wordKey);
  return `columns-1:${digestOf(names.join('\u0000'))}`;
}
