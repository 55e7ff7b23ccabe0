/** A file from its text to what its rows become, as one line for each row: for tests to compare with. */
import {
  formatNamed,
  guessMapping,
  interpretTable,
  mappingWith,
  nothingSaid,
  readTable,
  sayMore,
  type ImportedBooking,
  type ImportedItem,
  type SaidChange,
  type Table
} from '../../../src/lib/import';
import { fileOf } from './files';

export interface Reading {
  readonly table: Table;
  readonly format: string | null;
  readonly items: readonly ImportedItem[];
}

export async function readingOf(content: string | Blob, change: SaidChange = {}): Promise<Reading> {
  const table = await readTable(typeof content === 'string' ? fileOf(content) : content);
  const { mapping: guessed, guesses } = guessMapping(table);
  const mapping = mappingWith(guessed, sayMore(nothingSaid, change));
  const items = await interpretTable(table, {
    mapping,
    format: formatNamed(mapping.format),
    markSure: change.decimalMark !== undefined || !guesses.some(({ about }) => about === 'numbers'),
    orderSure: change.dayOrder !== undefined || !guesses.some(({ about }) => about === 'dates'),
    today: '2026-01-31'
  });
  return { table, format: mapping.format, items };
}

/** `buy 2024-01-03 AAA 2 @ 50 = 100 USD fees 1 taxes 2 -> EUR x 0.9`. */
export function shown({
  type,
  date,
  security,
  quantity,
  price,
  gross,
  fees,
  taxes,
  currency,
  settled
}: ImportedBooking): string {
  return [
    type,
    date,
    security ? security.symbol || security.isin || security.name : '',
    quantity ?? '',
    price === null ? '' : `@ ${price}`,
    `= ${gross} ${currency}`,
    fees === null ? '' : `fees ${fees}`,
    taxes === null ? '' : `taxes ${taxes}`,
    settled === null ? '' : `-> ${settled.currency} x ${settled.rate}`
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Each row in one line: its bookings, or why there are none. */
export function told(items: readonly ImportedItem[]): readonly string[] {
  return items.map(({ bookings, leftOut, problems, doubts }) => {
    if (leftOut !== null) return `left out: ${leftOut}`;
    if (problems.length > 0) return `wrong: ${problems.join(' ')}`;
    const text = bookings.map(shown).join(' | ');
    return doubts.length > 0 ? `${text} ? ${doubts.join(' ')}` : text;
  });
}
