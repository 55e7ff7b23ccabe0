/** The twelve months of a year of income as bars: lengths only, for the eye. */
import type { IncomeFigures } from '../../app/contract';

export interface MonthBar {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly received: string;
  readonly expected: string | null;
  /** Parts of the highest month. */
  readonly receivedPart: number;
  readonly expectedPart: number;
}

/** A decimal text as a length; nothing below zero is drawn. */
const length = (amount: string | null): number => Math.max(0, Number(amount ?? '0'));

export function monthBars({ months }: Pick<IncomeFigures, 'months'>): readonly MonthBar[] {
  const highest = Math.max(0, ...months.map(({ received, expected }) => length(received) + length(expected)));
  const part = (amount: string | null) => (highest === 0 ? 0 : length(amount) / highest);
  return months.map(({ month, received, expected }) => ({
    month,
    received,
    expected,
    receivedPart: part(received),
    expectedPart: part(expected)
  }));
}

/** Years to go to: those with income and the present one, newest first. */
export function yearsToShow(years: readonly number[], shown: number, today: string): readonly number[] {
  const present = Number(today.slice(0, 4));
  return [...new Set([present, shown, ...years])].sort((a, b) => b - a);
}

/** The year of the address, else the present one. */
export function shownYear(query: URLSearchParams, today: string): number {
  const asked = query.get('year') ?? '';
  return /^\d{4}$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
}

export interface MonthOfPayments {
  readonly month: string;
  readonly payments: IncomeFigures['payments'];
}

/** Payments by month, the latest first. */
export function byMonth(payments: IncomeFigures['payments']): readonly MonthOfPayments[] {
  const months = new Map<string, IncomeFigures['payments'][number][]>();
  for (const payment of payments.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))) {
    const month = payment.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), payment]);
  }
  return [...months].map(([month, of]) => ({ month, payments: of }));
}
