/** From a table to what its columns probably mean. Whatever is not sure is said, with an example. */
import { guessOrder } from '../cells/day-order';
import { guessMark } from '../cells/decimal-mark';
import { readCurrency } from '../cells/currencies';
import { readDate, type DayOrder } from '../cells/dates';
import { readNumber, type DecimalMark } from '../cells/numbers';
import { wordKey } from '../cells/text';
import { formatOf } from '../formats';
import type { Format } from '../formats/format';
import type { Table } from '../reading/table';
import { meaningIn } from '../rows/row-reading';
import { fieldOfName } from './column-names';
import type { Field, Guess, Mapping, Meaning } from './mapping';

export interface GuessedMapping {
  readonly mapping: Mapping;
  readonly guesses: readonly Guess[];
}

const numberFields: readonly Field[] = [
  'quantity',
  'price',
  'gross',
  'net',
  'fees',
  'moreFees',
  'taxes',
  'moreTaxes',
  'fxRate'
];
/** Rows that are looked at for guessing; a file's first thousands tell as much as all of it. */
const rowsLookedAt = 5_000;

export function guessMapping(table: Table): GuessedMapping {
  const format = formatOf(table.header);
  const columns = format?.columnsOf?.(table) ?? columnsOf(table, format);
  const rows = table.rows.slice(0, rowsLookedAt);
  const cellsOf = (field: Field): string[] => {
    const at = columns[field];
    return at === undefined
      ? []
      : rows.flatMap(({ cells }) => ((cells[at] ?? '').trim() === '' ? [] : [cells[at] ?? '']));
  };
  const mark = guessMark(
    numberFields.flatMap(cellsOf),
    table.delimiter === ';' || table.delimiter === '\t' ? ',' : '.'
  );
  const order = guessOrder(cellsOf('date'), format?.dayOrder ?? likelyOrder(table, mark.mark));
  const draft: Mapping = {
    version: 1,
    format: format?.id ?? null,
    columns,
    types: {},
    typeByDefault: format?.typeByDefault ?? (columns.type === undefined ? defaultType(columns) : null),
    decimalMark: mark.mark,
    dayOrder: format?.dayOrder ?? order.order,
    signed: format?.signed ?? false,
    costsNegative: false,
    currency: format?.currency ?? currencyOf(table, columns)
  };
  const mapping: Mapping = {
    ...draft,
    signed: format?.signed ?? writesSigns(rows, draft, format),
    costsNegative: mostlyNegative([...cellsOf('fees'), ...cellsOf('moreFees'), ...cellsOf('taxes')], mark.mark)
  };
  const guesses: Guess[] = [];
  if (!mark.sure) {
    guesses.push({
      about: 'numbers',
      sure: false,
      message: `‘${mark.example ?? ''}’ reads two ways. Is the ${mark.mark === ',' ? 'comma' : 'point'} the decimal mark?`
    });
  }
  if (!order.sure && format?.dayOrder === undefined) {
    guesses.push({
      about: 'dates',
      sure: false,
      message: `‘${order.example ?? ''}’ reads two ways. Does the ${order.order === 'dayFirst' ? 'day' : 'month'} come first?`
    });
  }
  if (table.headerLine === null) {
    guesses.push({
      about: 'header',
      sure: false,
      message: 'No line of this file names its columns. Say what each of them is.'
    });
  }
  return { mapping, guesses };
}

/** The likeliest column for each field; a format's own names come first. */
function columnsOf(table: Table, format: Format | null): Mapping['columns'] {
  const keys = table.header.map(wordKey);
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const closed = new Set<Field>();
  for (const [field, names] of Object.entries(format?.columns ?? {}) as [Field, string | null][]) {
    closed.add(field);
    const at = (names ?? '')
      .split(',')
      .map((name) => keys.indexOf(wordKey(name)))
      .find((index) => index >= 0);
    if (names === null || at === undefined) continue;
    columns[field] = at;
    taken.add(at);
  }
  const ranks = new Map<Field, number>();
  table.header.forEach((name, at) => {
    const found = taken.has(at) || name === '' ? null : fieldOfName(name);
    if (found === null || closed.has(found.field)) return;
    const best = ranks.get(found.field);
    if (best !== undefined && best <= found.rank) return;
    // A column without a single cell tells nothing.
    if (best !== undefined && !table.rows.some(({ cells }) => (cells[at] ?? '').trim() !== '')) return;
    ranks.set(found.field, found.rank);
    columns[found.field] = at;
  });
  return columns;
}

/** Without a type column: units say that it is a trade, an amount alone that it is cash. */
function defaultType(columns: Mapping['columns']): Meaning | null {
  if (columns.quantity !== undefined && (columns.isin ?? columns.symbol ?? columns.name) !== undefined) return 'trade';
  return columns.net === undefined ? null : 'cash';
}

/** Names in other languages, and decimal commas, go with days before months. */
function likelyOrder(table: Table, mark: DecimalMark): DayOrder {
  if (mark === ',') return 'dayFirst';
  const english = table.header.some((name) =>
    ['date', 'type', 'price', 'amount', 'quantity', 'action'].includes(wordKey(name))
  );
  const dollars = table.rows
    .slice(0, 50)
    .some(({ cells }) => cells.some((cell) => cell.includes('$') || cell === 'USD'));
  return english && dollars ? 'monthFirst' : 'dayFirst';
}

/** From names such as `Amount (EUR)`, or from signs beside amounts. */
function currencyOf(table: Table, columns: Mapping['columns']): string | null {
  if (columns.currency !== undefined || columns.priceCurrency !== undefined) return null;
  for (const name of table.header) {
    const code = /(?:[([]|\bin )([A-Z]{3})\b/.exec(name)?.[1];
    const read = code === undefined ? null : readCurrency(code);
    if (read) return read.code;
  }
  const found = new Set<string>();
  for (const field of ['net', 'gross', 'price'] as const) {
    const at = columns[field];
    for (const { cells } of at === undefined ? [] : table.rows.slice(0, 200)) {
      const read = readNumber(cells[at as number] ?? '', '.');
      if (read?.currency) found.add(read.currency.code);
    }
  }
  const [only, another] = found;
  return another === undefined ? (only ?? null) : null;
}

/** Whether money that goes is written with a minus: asked of the rows in which money goes. */
function writesSigns(rows: Table['rows'], mapping: Mapping, format: Format | null): boolean {
  const { type, net, gross } = mapping.columns;
  const amountAt = net ?? gross;
  if (amountAt === undefined) return false;
  let minus = 0;
  let plus = 0;
  for (const { cells } of rows) {
    const meaning = type === undefined ? mapping.typeByDefault : meaningIn(cells[type] ?? '', mapping, format);
    if (meaning === null || !['fee', 'tax', 'withdrawal', 'buy'].includes(meaning)) continue;
    const value = readNumber(cells[amountAt] ?? '', mapping.decimalMark)?.value;
    if (value === undefined || value === '0') continue;
    if (value.startsWith('-')) minus++;
    else plus++;
  }
  if (minus + plus > 0) return minus > plus;
  return type === undefined && rows.some(({ cells }) => /^[-−(]/.test((cells[amountAt] ?? '').trim()));
}

function mostlyNegative(cells: readonly string[], mark: DecimalMark): boolean {
  let balance = 0;
  for (const cell of cells) {
    const value = readNumber(cell, mark)?.value;
    if (value === undefined || value === '0') continue;
    balance += value.startsWith('-') ? -1 : 1;
  }
  return balance < 0;
}

/** Whether a column holds dates; used where no name tells. */
export function holdsDates(table: Table, at: number): boolean {
  const cells = table.rows.slice(0, 20).map((row) => row.cells[at] ?? '');
  return (
    cells.length > 0 &&
    cells.every((cell) => readDate(cell, 'dayFirst') !== null || readDate(cell, 'monthFirst') !== null)
  );
}
