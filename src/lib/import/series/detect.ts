/** What a table is about: bookings, prices of securities, or exchange rates. */
import { isCurrencyCode } from '../cells/currencies';
import { readDate } from '../cells/dates';
import { readNumber } from '../cells/numbers';
import { wordKey } from '../cells/text';
import { fieldOfName, isColumnName } from '../mapping/column-names';
import type { Mapping } from '../mapping/mapping';
import type { Table } from '../reading/table';

export type ImportContent = 'transactions' | 'prices' | 'rates';

const closes = [
  'close',
  'adj close',
  'schluss',
  'schlusskurs',
  'slotkoers',
  'cloture',
  'last',
  'quote',
  'close/last',
  'chiusura',
  'cierre',
  'nav',
  'net asset value'
];

/** The column of closing prices by its name; -1 where none bears one. */
export function closeColumn(header: readonly string[]): number {
  const keys = header.map(wordKey);
  for (const name of closes) if (keys.includes(name)) return keys.indexOf(name);
  return -1;
}

/** Index of the column of days; -1 where there is none. */
export function dayColumn(table: Table): number {
  const named = table.header.findIndex((name) => fieldOfName(name)?.field === 'date');
  if (named >= 0) return named;
  return table.header.findIndex((_, at) => holdsDays(table, at));
}

export function contentOf(table: Table, mapping: Mapping): ImportContent {
  if (mapping.format !== null || dayColumn(table) < 0) return 'transactions';
  const others = table.header.filter((name, at) => name !== '' && at !== dayColumn(table));
  // `STD`, `ALL` and the like are words too: rates are many, and nothing but currencies.
  if (
    others.length > 0 &&
    others.every((name) => /^[A-Z]{3}$/.test(name)) &&
    others.filter(isCurrencyCode).length * 2 >= others.length
  ) {
    return 'rates';
  }
  const { type, net, gross, fees, quantity, price } = mapping.columns;
  if (type !== undefined || fees !== undefined || gross !== undefined) return 'transactions';
  // The volume of a day's trades is no number of units that anybody bought.
  if (closeColumn(table.header) >= 0) return 'prices';
  if (price !== undefined && quantity === undefined && net === undefined) return 'prices';
  return isWide(table) ? 'prices' : 'transactions';
}

/** A column of closes for each security, under its name. */
export function isWide(table: Table): boolean {
  const day = dayColumn(table);
  const others = table.header.flatMap((name, at) => (at === day || name === '' ? [] : [{ name, at }]));
  if (others.length === 0 || table.headerLine === null) return false;
  return (
    others.every(({ name }) => !isColumnName(wordKey(name))) &&
    others.every(({ at }) => table.rows.slice(0, 50).every(({ cells }) => isFigure(cells[at] ?? ''))) &&
    table.rows
      .slice(0, 50)
      .every(
        ({ cells }) =>
          readDate(cells[day] ?? '', 'dayFirst') !== null || readDate(cells[day] ?? '', 'monthFirst') !== null
      )
  );
}

function isFigure(cell: string): boolean {
  return cell.trim() === '' || /^(?:n\/?a|-|null|#n\/a)$/i.test(cell.trim()) || readNumber(cell, '.') !== null;
}

function holdsDays(table: Table, at: number): boolean {
  const cells = table.rows.slice(0, 20).map((row) => row.cells[at] ?? '');
  return (
    cells.length > 0 &&
    cells.every((cell) => readDate(cell, 'dayFirst') !== null || readDate(cell, 'monthFirst') !== null)
  );
}
