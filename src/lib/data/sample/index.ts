/**
 * A believable portfolio of any size at data version 1.0.0: a family with ties to India, the United States and Germany,
 * ten years of bookings, with the gaps and oddities that real data has. The same seed makes the same rows.
 */
import type { Row } from '../../migration';
import { packMonth, type Transaction } from '../../schema/v1.0.0';
import { assetParts, isTraded, templateOf } from './assets';
import { cashBookings } from './cash-bookings';
import { dayNumber, dayText } from './calendar';
import { rateYears } from './exchange-rates';
import { familyOf } from './family';

export interface SampleOptions {
  /** How many assets, exactly. */
  readonly assets: number;
  /** How many transactions, exactly. */
  readonly transactions: number;
  readonly seed: number;
  /** The last day that something is booked on, `YYYY-MM-DD`. */
  readonly until?: string;
}

/** Rows of one store, as they lie in the database. */
export interface SampleBatch {
  readonly store: string;
  readonly rows: readonly Row[];
}

const YEARS = 10;
const ROWS_PER_BATCH = 1000;
/** About one booking in eight moves cash alone. */
const CASH_SHARE = 8;

/** All rows, batch by batch; a store's batches follow one another. */
export function* sampleRows(options: SampleOptions): Generator<SampleBatch> {
  const { seed, assets, transactions, until = '2026-10-30' } = options;
  const lastDay = dayNumber(until);
  const firstDay = lastDay - Math.floor(YEARS * 365.25);
  const family = familyOf(seed, dayText(firstDay));
  yield { store: 'settings', rows: [family.settings] };
  yield { store: 'persons', rows: family.persons };
  yield { store: 'accounts', rows: [...family.accounts.values()] };

  const traded = Array.from({ length: assets }, (_, number) => number).filter((number) =>
    isTraded(templateOf(seed, number), family)
  );
  const ofCash = traded.length === 0 ? transactions : Math.floor(transactions / CASH_SHARE);
  const shares = new Map(traded.map((number, at) => [number, shareOf(transactions - ofCash, traded.length, at)]));

  const months = new Map<string, Transaction[]>();
  const book = (booking: Transaction): void => {
    const key = `${booking.accountId} ${booking.date.slice(0, 7)}`;
    const month = months.get(key);
    if (month) month.push(booking);
    else months.set(key, [booking]);
  };
  const prices: Row[] = [];
  let batch: Row[] = [];
  for (let number = 0; number < assets; number++) {
    const parts = assetParts({ seed, number, family, firstDay, lastDay, bookings: shares.get(number) ?? 0 });
    parts.bookings.forEach(book);
    prices.push(...parts.prices);
    batch.push(parts.asset);
    if (batch.length === ROWS_PER_BATCH || number === assets - 1) {
      yield { store: 'assets', rows: batch };
      batch = [];
    }
  }

  cashBookings(seed, family, firstDay, lastDay, ofCash).forEach(book);
  const packed = [...months.values()].map((month) => packMonth(month.sort(byDayAndCreation)));
  yield* inBatches('transactions', packed);
  yield* inBatches('prices', prices);
  yield* inBatches('fxRates', rateYears(seed, firstDay, lastDay));
}

/** Whole parts of `total` that add up to it, the first ones larger by one. */
function shareOf(total: number, parts: number, at: number): number {
  return Math.floor(total / parts) + (at < total % parts ? 1 : 0);
}

function byDayAndCreation(a: Transaction, b: Transaction): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function* inBatches(store: string, rows: readonly Row[]): Generator<SampleBatch> {
  for (let from = 0; from < rows.length; from += ROWS_PER_BATCH)
    yield { store, rows: rows.slice(from, from + ROWS_PER_BATCH) };
}
