/** Prices and rates out of a table, one series for each security or currency. */
import { decimal, decimalText } from '../../domain';
import { isCurrencyCode, readCurrency } from '../cells/currencies';
import { readDate } from '../cells/dates';
import { readNumber } from '../cells/numbers';
import { cleanText } from '../cells/text';
import type { Mapping } from '../mapping/mapping';
import { inChunks, type Pace } from '../pace';
import type { Table } from '../reading/table';
import type { Security } from '../rows/booking';
import { factsOf } from '../rows/cells-of-row';
import { isIsin, securityKey, securityOf } from '../rows/security';
import { closeColumn, dayColumn, isWide } from './detect';

export interface ReadSeries {
  /** Names it among the choices of assets; the currency, of rates. */
  readonly key: string;
  readonly label: string;
  /** Of prices. Null: the file does not say what they are prices of. */
  readonly security: Security | null;
  /** What the file says the prices are in; empty where it does not. */
  readonly currency: string;
  /** In order, each day once. */
  readonly days: readonly string[];
  readonly values: readonly string[];
  /** Days of the file without a figure. */
  readonly gaps: number;
}

export interface SeriesRead {
  readonly series: readonly ReadSeries[];
  /** Lines that could not be read, with why. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** What is left out as a whole, in sentences. */
  readonly notes: readonly string[];
}

const gap = /^(?:n\/?a|-|–|null|#n\/a)?$/i;
const mostProblems = 1_000;

class Growing {
  readonly values = new Map<string, string>();
  gaps = 0;
  currency = '';
}

/** Rates of the ECB: units of each currency for one euro. */
export async function readRates(table: Table, mapping: Mapping, pace: Pace = {}): Promise<SeriesRead> {
  const day = dayColumn(table);
  const columns = table.header.flatMap((code, at) => (at === day || code === '' ? [] : [{ code, at }]));
  const known = columns.filter(({ code }) => isCurrencyCode(code) && code !== 'EUR');
  const left = columns.filter(({ code }) => !isCurrencyCode(code)).map(({ code }) => code);
  const notes = left.length === 0 ? [] : [`Currencies that no longer exist are left out: ${left.join(', ')}.`];
  const growing = new Map(known.map(({ code }) => [code, new Growing()]));
  const problems = await readColumns(
    table,
    mapping,
    pace,
    day,
    known.map(({ code, at }) => ({ at, into: growing.get(code) as Growing })),
    true
  );
  const series = [...growing].map(([code, grown]) =>
    finished(grown, { key: code, label: `EUR/${code}`, security: null, currency: code })
  );
  return { series: series.filter(({ days }) => days.length > 0), problems, notes };
}

/** Closes: of one security, of one column for each, or of a column that names them. */
export async function readPrices(
  table: Table,
  mapping: Mapping,
  fileName: string,
  pace: Pace = {}
): Promise<SeriesRead> {
  const day = mapping.columns.date ?? dayColumn(table);
  const close = mapping.columns.price ?? closeColumn(table.header);
  if (close < 0 || isWide(table)) {
    const columns = table.header.flatMap((name, at) =>
      at === day || name === '' ? [] : [{ name, at, into: new Growing() }]
    );
    const problems = await readColumns(table, mapping, pace, day, columns, false);
    const series = columns.map(({ name, into }) => finished(into, { ...about(named(name)), currency: '' }));
    return { series, problems, notes: [] };
  }
  return readRowsOfPrices(table, mapping, fileName, pace, day, close);
}

async function readRowsOfPrices(
  table: Table,
  mapping: Mapping,
  fileName: string,
  pace: Pace,
  day: number,
  close: number
): Promise<SeriesRead> {
  const growing = new Map<string, { into: Growing; security: Security | null }>();
  const problems: { line: number; message: string }[] = [];
  const { quantity: _quantity, ...columns } = mapping.columns;
  await inChunks(table.rows.length, pace, (index) => {
    const row = table.rows[index];
    if (!row) return;
    const facts = factsOf(row, columns);
    const security = securityOf(facts);
    const key = security === null ? '' : securityKey(security);
    let known = growing.get(key);
    if (!known) growing.set(key, (known = { into: new Growing(), security }));
    const found = take(
      known.into,
      row.cells[day] ?? '',
      row.cells[close] ?? '',
      mapping,
      facts.priceCurrency ?? facts.currency ?? '',
      false
    );
    if (found !== null && problems.length < mostProblems) problems.push({ line: row.line, message: found });
  });
  const series = [...growing].map(([, { into, security }]) =>
    finished(
      into,
      security
        ? { ...about(security), currency: into.currency }
        : { key: '', label: fileName, security: null, currency: into.currency }
    )
  );
  return { series, problems, notes: [] };
}

async function readColumns(
  table: Table,
  mapping: Mapping,
  pace: Pace,
  day: number,
  columns: readonly { readonly at: number; readonly into: Growing }[],
  positive: boolean
): Promise<{ line: number; message: string }[]> {
  const problems: { line: number; message: string }[] = [];
  await inChunks(table.rows.length, pace, (index) => {
    const row = table.rows[index];
    for (const { at, into } of row ? columns : []) {
      const found = row && take(into, row.cells[day] ?? '', row.cells[at] ?? '', mapping, '', positive);
      if (row && found && problems.length < mostProblems) problems.push({ line: row.line, message: found });
    }
  });
  return problems;
}

/** Null where it was taken, or is a gap; else what is wrong. */
function take(
  into: Growing,
  dayCell: string,
  cell: string,
  mapping: Mapping,
  currency: string,
  positive: boolean
): string | null {
  const text = cleanText(cell);
  const read = readDate(dayCell, mapping.dayOrder);
  if (read === null) return `‘${cleanText(dayCell)}’ is not a date of the calendar.`;
  if (gap.test(text)) {
    into.gaps++;
    return null;
  }
  const number = readNumber(text, mapping.decimalMark);
  if (number === null) return `‘${text}’ is not a number.`;
  if (number.value.startsWith('-') || (positive && number.value === '0')) return `‘${text}’ is not above zero.`;
  const unit = number.currency ?? readCurrency(currency);
  if (unit) into.currency = unit.code;
  into.values.set(
    read.day,
    unit?.per === 100 ? decimalText(decimal(number.value).times(decimal('0.01'))) : number.value
  );
  return null;
}

function finished(
  { values, gaps }: Growing,
  facts: Pick<ReadSeries, 'key' | 'label' | 'security' | 'currency'>
): ReadSeries {
  const days = [...values.keys()].sort();
  return { ...facts, days, values: days.map((day) => values.get(day) ?? ''), gaps };
}

function about(security: Security): Pick<ReadSeries, 'key' | 'label' | 'security'> {
  return { key: securityKey(security), label: security.name || security.symbol || security.isin, security };
}

/** The head of a column: an ISIN, or a symbol or name. */
function named(head: string): Security {
  const isin = isIsin(head.toUpperCase()) ? head.toUpperCase() : '';
  return {
    isin,
    symbol: isin === '' ? head : '',
    wkn: '',
    name: isin === '' ? head : '',
    assetClass: '',
    currency: ''
  };
}
