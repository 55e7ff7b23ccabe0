/**
 * All transactions in columns, by asset, and within one in the order in which they take effect. Group 0 holds those
 * without an asset. Numbers of assets, accounts, types and currencies are those of the ledger's names.
 */
import { compareBookings, dayNumber, one, zero, type Booking } from '../../domain';
import type { Row } from '../../migration';
import { DecimalsBuilder, type Decimals } from './decimals';
import { Growing } from './growing';
import { compareIds, IdsBuilder, type Ids } from './ids';
import { instantAt, InstantsBuilder, type Instants } from './instants';
import type { Names } from './names';

/** The day of a transaction whose date is none: after every day that is asked for. */
export const notADay = 0x7fffffff;

/** What few transactions have. */
export interface Extras {
  readonly note?: string;
  readonly importId?: string;
  readonly acquired?: string;
  /** As written, where it is no day. */
  readonly date?: string;
}

export interface Transactions {
  readonly count: number;
  readonly ids: Ids;
  readonly assets: Uint32Array;
  readonly accounts: Uint32Array;
  readonly days: Int32Array;
  readonly types: Uint16Array;
  readonly currencies: Uint16Array;
  readonly quantity: Decimals;
  readonly price: Decimals;
  readonly gross: Decimals;
  readonly fees: Decimals;
  readonly taxes: Decimals;
  readonly fxRate: Decimals;
  readonly created: Instants;
  readonly extras: ReadonlyMap<number, Extras>;
}

export interface TransactionNames {
  readonly assets: Names;
  readonly accounts: Names;
  readonly types: Names;
  readonly currencies: Names;
}

export const amountColumns = ['quantity', 'price', 'gross', 'fees', 'taxes', 'fxRate'] as const;
const numberColumns = ['assets', 'accounts', 'days', 'types', 'currencies'] as const;

export class TransactionsBuilder {
  readonly #names: TransactionNames;
  readonly #ids = new IdsBuilder();
  readonly #assets = new Growing(Uint32Array);
  readonly #accounts = new Growing(Uint32Array);
  readonly #days = new Growing(Int32Array);
  readonly #types = new Growing(Uint16Array);
  readonly #currencies = new Growing(Uint16Array);
  readonly #amounts = amountColumns.map((field) => ({ field, column: new DecimalsBuilder() }));
  readonly #created = new InstantsBuilder();
  readonly #extras = new Map<number, Extras>();

  constructor(names: TransactionNames) {
    this.#names = names;
  }

  /** A record in today's shape; tolerant, for data that fails its schema must still be seen. */
  push(record: Row): void {
    const { assets, accounts, types, currencies } = this.#names;
    const { assetId, date } = record;
    const row = this.#days.length;
    this.#ids.push(String(record['id']));
    this.#assets.push(typeof assetId === 'string' && assetId !== '' ? assets.number(assetId) : 0);
    this.#accounts.push(accounts.number(String(record['accountId'] ?? '')));
    const day = dayOf(date);
    this.#days.push(day);
    this.#types.push(types.number(String(record['type'] ?? '')));
    this.#currencies.push(currencies.number(String(record['currency'] ?? '')));
    for (const { field, column } of this.#amounts) column.push(record[field]);
    this.#created.push(typeof record['createdAt'] === 'string' ? record['createdAt'] : '');
    const extras = extrasOf(record, day);
    if (extras !== null) this.#extras.set(row, extras);
  }

  /** In order. */
  finish(): Transactions {
    const amounts = Object.fromEntries(this.#amounts.map(({ field, column }) => [field, column.finish()])) as Pick<
      Transactions,
      (typeof amountColumns)[number]
    >;
    const read: Transactions = {
      count: this.#days.length,
      ids: this.#ids.finish(),
      assets: this.#assets.take(),
      accounts: this.#accounts.take(),
      days: this.#days.take(),
      types: this.#types.take(),
      currencies: this.#currencies.take(),
      ...amounts,
      created: this.#created.finish(),
      extras: this.#extras
    };
    const order = orderOf(read, this.#names);
    return order === null ? read : gather(read, order, read);
  }
}

/** Rows of one list among those of another, both in order; of the first without those at `gone`, in ascending order. */
export function merged(
  first: Transactions,
  gone: readonly number[],
  second: Transactions,
  names: TransactionNames
): Transactions {
  const compare = comparing(names);
  const source = new Int32Array(first.count - gone.length + second.count);
  let count = 0;
  let row = 0;
  let left = 0;
  const takeUpTo = (end: number): void => {
    for (; row < end; row++) {
      if (gone[left] === row) left++;
      else source[count++] = row;
    }
  };
  for (let next = 0; next < second.count; next++) {
    takeUpTo(placeAmong(first, row, (other) => compare(second, next, first, other) < 0));
    source[count++] = ~next;
  }
  takeUpTo(first.count);
  return gather(first, source, second);
}

/** The first row from `from` on that comes `after`; those that do lie behind all others. */
function placeAmong({ count }: Transactions, from: number, after: (row: number) => boolean): number {
  let [low, high] = [from, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (after(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Some rows of a list, which come in ascending order. */
export function someOf(list: Transactions, rows: readonly number[]): Transactions {
  return rows.length === list.count ? list : gather(list, Int32Array.from(rows), list);
}

/** Whether two rows of the same id say the same. */
export function isSameRow(a: Transactions, rowA: number, b: Transactions, rowB: number): boolean {
  for (const column of numberColumns) if (a[column][rowA] !== b[column][rowB]) return false;
  for (const column of amountColumns) if (!isSameDecimal(a[column], rowA, b[column], rowB)) return false;
  const [extrasA, extrasB] = [a.extras.get(rowA), b.extras.get(rowB)];
  if (extrasA !== extrasB && JSON.stringify(extrasA) !== JSON.stringify(extrasB)) return false;
  const [timeA, timeB] = [a.created.times[rowA] as number, b.created.times[rowB] as number];
  return timeA === timeB || instantAt(a.created, rowA) === instantAt(b.created, rowB);
}

function isSameDecimal(a: Decimals, rowA: number, b: Decimals, rowB: number): boolean {
  if (a.places[rowA] !== b.places[rowB]) return false;
  // Too many digits for a number are in the text alone.
  const digits = a.digits[rowA] as number;
  return Number.isNaN(digits) ? a.others.get(rowA) === b.others.get(rowB) : digits === b.digits[rowB];
}

/** The first row of each asset, and after the last one the number of all rows. */
export function startsOf({ assets, count }: Transactions, groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (let row = 0; row < count; row++) (starts[(assets[row] as number) + 1] as number)++;
  for (let group = 0; group < groups; group++) (starts[group + 1] as number) += starts[group] as number;
  return starts;
}

type Columns = Uint32Array | Int32Array | Uint16Array | Uint8Array | Float64Array;

/** Rows that follow one another in both lists, which are copied together: after an edit, nearly all of them. */
function runsOf(source: Int32Array): readonly { at: number; from: number; count: number }[] {
  const runs: { at: number; from: number; count: number }[] = [];
  for (let at = 0; at < source.length;) {
    const from = source[at] as number;
    const step = from >= 0 ? 1 : -1;
    let count = 1;
    while (at + count < source.length && source[at + count] === from + step * count) count++;
    runs.push({ at, from, count });
    at += count;
  }
  return runs;
}

/** New rows from `source`: a row of the first list, or of the second as its complement. */
function gather(first: Transactions, source: Int32Array, second: Transactions): Transactions {
  const runs = runsOf(source);
  const pick = <T extends Columns>(a: T, b: T, width = 1): T => {
    const picked = new (a.constructor as new (length: number) => T)(width * source.length);
    for (const { at, from, count } of runs) {
      const [owner, row] = from >= 0 ? [a, from] : [b, ~from];
      if (count === 1 && width === 1) picked[at] = owner[row] as number;
      else picked.set(owner.subarray(width * row, width * (row + count)), width * at);
    }
    return picked;
  };
  const pickOthers = <V>(a: ReadonlyMap<number, V>, b: ReadonlyMap<number, V>): ReadonlyMap<number, V> => {
    const picked = new Map<number, V>();
    for (const { at, from, count } of runs) {
      const [owner, row] = from >= 0 ? [a, from] : [b, ~from];
      // Few rows have any: looking for them is quicker than asking for each.
      if (owner.size < count) {
        for (const [of, value] of owner) if (of >= row && of < row + count) picked.set(at + of - row, value);
        continue;
      }
      for (let step = 0; step < count; step++) {
        const value = owner.get(row + step);
        if (value !== undefined) picked.set(at + step, value);
      }
    }
    return picked;
  };
  const decimals = (a: Decimals, b: Decimals): Decimals => ({
    digits: pick(a.digits, b.digits),
    places: pick(a.places, b.places),
    others: pickOthers(a.others, b.others)
  });
  return {
    count: source.length,
    ids: {
      bytes: pick(first.ids.bytes, second.ids.bytes, 16),
      others: pickOthers(first.ids.others, second.ids.others)
    },
    ...(Object.fromEntries(numberColumns.map((name) => [name, pick(first[name], second[name])])) as Pick<
      Transactions,
      (typeof numberColumns)[number]
    >),
    ...(Object.fromEntries(amountColumns.map((name) => [name, decimals(first[name], second[name])])) as Pick<
      Transactions,
      (typeof amountColumns)[number]
    >),
    created: {
      times: pick(first.created.times, second.created.times),
      others: pickOthers(first.created.others, second.created.others)
    },
    extras: pickOthers(first.extras, second.extras)
  };
}

type Comparing = (a: Transactions, rowOfA: number, b: Transactions, rowOfB: number) => number;

/** By asset, and within one as the domain orders bookings. */
export function comparing(names: TransactionNames): Comparing {
  const inTime = comparingTimes(names);
  return (a, rowOfA, b, rowOfB) => {
    const byAsset = (a.assets[rowOfA] as number) - (b.assets[rowOfB] as number);
    return byAsset === 0 ? inTime(a, rowOfA, b, rowOfB) : byAsset;
  };
}

/** In the order in which transactions take effect, whichever asset they are about. */
export function comparingTimes({ types }: TransactionNames): Comparing {
  const ranks = ranksOf(types.all);
  return (a, rowOfA, b, rowOfB) => {
    const byDay = (a.days[rowOfA] as number) - (b.days[rowOfB] as number);
    if (byDay !== 0) return byDay;
    const byType = (ranks[a.types[rowOfA] as number] as number) - (ranks[b.types[rowOfB] as number] as number);
    if (byType !== 0) return byType;
    const byTime = (a.created.times[rowOfA] as number) - (b.created.times[rowOfB] as number);
    if (byTime !== 0 && !Number.isNaN(byTime)) return byTime;
    const [first, second] = [instantAt(a.created, rowOfA), instantAt(b.created, rowOfB)];
    if (first !== second) return first < second ? -1 : 1;
    return compareIds(a.ids, rowOfA, b.ids, rowOfB);
  };
}

/** The place of each type within a day, asked of the domain. */
function ranksOf(types: readonly string[]): readonly number[] {
  const bookings = types.map((type) => bookingOf({ type }));
  return bookings.map((booking) => bookings.filter((other) => compareBookings(other, booking) < 0).length);
}

/** A booking that states nothing but what is given. */
export function bookingOf(facts: Partial<Booking>): Booking {
  return {
    id: '',
    accountId: '',
    assetId: null,
    date: '1970-01-01',
    type: '',
    quantity: zero,
    gross: zero,
    fees: zero,
    taxes: zero,
    currency: '',
    accountCurrency: '',
    fxRate: null,
    createdAt: '',
    ...facts
  };
}

/** The order of rows as read; null where they are in order. Most months are, so each asset is only looked through. */
function orderOf(read: Transactions, names: TransactionNames): Int32Array | null {
  const { count, assets } = read;
  const compare = comparing(names);
  const starts = startsOf(read, names.assets.all.length);
  const next = starts.slice();
  const order = new Int32Array(count);
  let moved = false;
  for (let row = 0; row < count; row++) {
    const group = assets[row] as number;
    const place = next[group] as number;
    order[place] = row;
    next[group] = place + 1;
    moved ||= place !== row;
  }
  for (let group = 0; group + 1 < starts.length; group++) {
    const from = starts[group] as number;
    const to = starts[group + 1] as number;
    for (let at = from + 1; at < to; at++) {
      if (compare(read, order[at - 1] as number, read, order[at] as number) <= 0) continue;
      order.subarray(from, to).sort((a, b) => compare(read, a, read, b));
      moved = true;
      break;
    }
  }
  return moved ? order : null;
}

function dayOf(date: unknown): number {
  try {
    return typeof date === 'string' ? dayNumber(date) : notADay;
  } catch {
    return notADay;
  }
}

function extrasOf({ note, importId, acquired, date }: Row, day: number): Extras | null {
  const hasNote = typeof note === 'string' && note !== '';
  const hasImport = typeof importId === 'string';
  const hasAcquired = typeof acquired === 'string' && dayOf(acquired) !== notADay;
  if (!hasNote && !hasImport && !hasAcquired && day !== notADay) return null;
  return {
    ...(hasNote ? { note } : {}),
    ...(hasImport ? { importId } : {}),
    ...(hasAcquired ? { acquired } : {}),
    ...(day === notADay ? { date: String(date ?? '') } : {})
  };
}

/** What a function of an amount in gross, fees and taxes does to each: −1, 0 or 1. */
export interface Coefficients {
  readonly gross: number;
  readonly fees: number;
  readonly taxes: number;
}

/** Asks a function of the domain that is linear in them, once, instead of for every row. */
export function coefficientsOf(amount: (booking: Booking) => Booking['gross'], facts: Partial<Booking>): Coefficients {
  const of = (field: keyof Coefficients): number => Number(amount(bookingOf({ ...facts, [field]: one })).toString());
  return { gross: of('gross'), fees: of('fees'), taxes: of('taxes') };
}
