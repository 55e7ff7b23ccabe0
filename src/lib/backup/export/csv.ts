/** One CSV file per store, for spreadsheets: RFC 4180, UTF-8 with a byte order mark, one record a line. */
import Papa from 'papaparse';
import type { Row, SnapshotSource, StoreDefinition } from '../../migration';
import { recordsOf } from '../../migration';

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays one, also a negative
 * one (`-12.5`, `-1e-7`), which would else not be summed.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+@\t\r\n]|^-(?!\d+(\.\d+)?(e[+-]\d+)?$)/;
const MARK = '\uFEFF';

/** Calls back with pieces of text, in order. Packed stores are written record by record; nested values as JSON. */
export async function csvOfStore(
  source: SnapshotSource,
  store: string,
  definition: StoreDefinition,
  onText: (text: string) => void
): Promise<void> {
  const fields = await fieldsOf(source, store, definition);
  const lines = (rows: readonly (readonly string[])[]): string =>
    Papa.unparse(rows as string[][], { escapeFormulae: FORMULA, newline: '\r\n' });
  onText(`${MARK}${lines([fields])}\r\n`);
  await source.read(store, (rows) => {
    const records = (rows as readonly Row[]).flatMap((row) => recordsOf(definition, row));
    if (records.length === 0) return;
    onText(`${lines(records.map((record) => fields.map((field) => textOf(record[field]))))}\r\n`);
  });
}

/** Those of the schema in its order, then the others by name. */
async function fieldsOf(source: SnapshotSource, store: string, definition: StoreDefinition): Promise<string[]> {
  const known = Object.keys(definition.row.entries);
  const others = new Set<string>();
  await source.read(store, (rows) => {
    for (const row of rows as readonly Row[])
      for (const record of recordsOf(definition, row)) for (const field of Object.keys(record)) others.add(field);
  });
  for (const field of known) others.delete(field);
  return [...known, ...[...others].sort()];
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (typeof value === 'object')
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
  return String(value);
}
