/** Closing prices of one asset in columns, days ascending. */
import { dayNumber, parseDecimal, type Decimal } from '../../domain';
import { rescaled, scaled, splitDecimal } from './decimals';

export interface PriceSeries {
  readonly days: Int32Array;
  /** All at `places`; `NaN` where a price has too many digits, which then is in `others`. */
  readonly digits: Float64Array;
  readonly places: number;
  readonly others: ReadonlyMap<number, string>;
}

/** Most decimal places that all prices of an asset are brought to. */
const mostPlaces = 10;

/** The row of the last price on or before a day; -1 where there is none. */
export function priceOn({ days }: PriceSeries, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function closeAt({ digits, places, others }: PriceSeries, row: number): Decimal {
  const whole = digits[row] as number;
  return Number.isNaN(whole) ? (parseDecimal(others.get(row)) as Decimal) : scaled(whole, places);
}

export function closeNumber({ digits, places, others }: PriceSeries, row: number): number {
  const whole = digits[row] as number;
  return Number.isNaN(whole) ? Number(others.get(row)) : whole / 10 ** places;
}

/** From rows of days and closes in any order; what is no price is left out. Null where nothing is left. */
export function priceSeriesOf(
  rows: readonly { readonly days: readonly unknown[]; readonly closes: readonly unknown[] }[]
): PriceSeries | null {
  let size = 0;
  for (const { days } of rows) size += days.length;
  const days = new Int32Array(size);
  const digits = new Float64Array(size);
  const places = new Uint8Array(size);
  const others = new Map<number, string>();
  let count = 0;
  let most = 0;
  let ascending = true;
  for (const row of rows) {
    for (let at = 0; at < row.days.length; at++) {
      const close = row.closes[at];
      if (typeof close !== 'string') continue;
      const day = dayOf(row.days[at]);
      const split = splitDecimal(close);
      if (Number.isNaN(day) || (Number.isNaN(split.digits) && parseDecimal(close) === null)) continue;
      days[count] = day;
      digits[count] = split.digits;
      places[count] = split.places;
      if (Number.isNaN(split.digits)) others.set(count, close);
      else if (split.places > most) most = split.places;
      if (count > 0 && day <= (days[count - 1] as number)) ascending = false;
      count++;
    }
  }
  if (count === 0) return null;
  if (!ascending) return priceSeriesOf([inOrder(rows)]);
  const common = Math.min(most, mostPlaces);
  for (let at = 0; at < count; at++) {
    const whole = digits[at] as number;
    if (Number.isNaN(whole)) continue;
    const own = places[at] as number;
    const brought = own > common ? Number.NaN : rescaled(whole, own, common);
    if (Number.isNaN(brought)) others.set(at, scaled(whole, own).toFixed());
    digits[at] = brought;
  }
  return { days: days.slice(0, count), digits: digits.slice(0, count), places: common, others };
}

/** By day; of two prices for one day the later one in the rows. */
function inOrder(rows: readonly { readonly days: readonly unknown[]; readonly closes: readonly unknown[] }[]): {
  days: readonly string[];
  closes: readonly unknown[];
} {
  const byDay = new Map<string, unknown>();
  for (const { days, closes } of rows) {
    days.forEach((day, at) => {
      if (typeof closes[at] === 'string' && parseDecimal(closes[at]) !== null) byDay.set(String(day), closes[at]);
    });
  }
  const days = [...byDay.keys()].filter((day) => !Number.isNaN(dayOf(day))).sort();
  return { days, closes: days.map((day) => byDay.get(day)) };
}

function dayOf(day: unknown): number {
  try {
    return typeof day === 'string' ? dayNumber(day) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
