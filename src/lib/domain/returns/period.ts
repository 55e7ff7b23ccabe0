/**
 * Which days a period is.
 *
 * A span is its first and its last day, both whole. What the portfolio was worth at its start is the market value at
 * the end of the day before the first one ({@link valuationDay}), never the cost; what it was worth at its end is the
 * value at the end of the last day. So the span of one day is that day, from the evening before to the evening.
 */
import { daysBetween } from '../days';
import type { Period, PeriodName, Span } from '../figures';
import { addDays, addMonths, dayNumber } from './day-numbers';

const months: Readonly<Partial<Record<PeriodName, number>>> = {
  '1M': 1,
  '3M': 3,
  '6M': 6,
  '1Y': 12,
  '3Y': 36,
  '5Y': 60
};

/**
 * The days of a period.
 *
 * - `1D` is today, `1W` the seven days that end today.
 * - `1M` … `5Y` compare with the same day so many months ago, or with that month's last day where it is shorter: on
 *   2024-03-31 a month is compared with the evening of 2024-02-29, so its first day is 2024-03-01.
 * - `YTD` begins on 1 January and is compared with the evening of 31 December.
 * - `ALL` begins on the first day on which anything was booked; without one it is today.
 * - Stated days are taken as they are, the later one last; nothing is after today.
 *
 * Named periods are not shortened where the portfolio is younger: before it began its value is zero, and a
 * time-weighted return begins with the first value.
 * @param first the first day on which anything was booked, or null. Throws a `RangeError` for what is no day.
 */
export function spanOf(period: Period, today: string, first: string | null = null): Span {
  dayNumber(today);
  if (typeof period === 'object') {
    const [from, to] = period.from <= period.to ? [period.from, period.to] : [period.to, period.from];
    dayNumber(from);
    dayNumber(to);
    return { name: null, from: earliest(from, today), to: earliest(to, today) };
  }
  return { name: period, from: firstDay(period, today, first), to: today };
}

/** The day at whose end the value at the start of a span is taken: the one before its first. */
export function valuationDay({ from }: Pick<Span, 'from'>): string {
  return addDays(from, -1);
}

/** How many days a span has, both ends counted. */
export function daysOf({ from, to }: Pick<Span, 'from' | 'to'>): number {
  return daysBetween(from, to) + 1;
}

function firstDay(name: PeriodName, today: string, first: string | null): string {
  const back = months[name];
  if (back !== undefined) return addDays(addMonths(today, -back), 1);
  if (name === '1W') return addDays(today, -6);
  if (name === 'YTD') return `${today.slice(0, 4)}-01-01`;
  if (name === 'ALL' && first !== null) return earliest(first, today);
  return today;
}

function earliest(a: string, b: string): string {
  return a < b ? a : b;
}
