/** How much returns vary: from daily log returns, as Portfolio Performance tells it. */
import { isWeekend } from '../returns/day-numbers';

/** Trading days of a year, by which a day's figures are carried to a year's. */
export const tradingDays = 252;

export interface Volatility {
  /** Sample standard deviation of daily log returns × √(number of days): over the period. */
  readonly period: number;
  /** The same deviation × √252: a year's. */
  readonly year: number;
  /** As `period`, from the shortfalls below the mean alone (their squares by n − 1, too). */
  readonly semiDeviation: number;
  /** Daily returns that went into it. */
  readonly count: number;
}

/**
 * Of daily returns (0.01 is one per cent). Null where there are fewer than two, or where everything was lost, which has
 * no logarithm. Which days count is for the caller: see `tradingReturns`.
 */
export function volatility(returns: ArrayLike<number>): Volatility | null {
  const count = returns.length;
  if (count < 2) return null;
  const logs = Float64Array.from(returns, Math.log1p);
  let mean = 0;
  for (const log of logs) mean += log / count;
  let squares = 0;
  let short = 0;
  for (const log of logs) {
    const square = (log - mean) ** 2;
    squares += square;
    if (log < mean) short += square;
  }
  const daily = Math.sqrt(squares / (count - 1));
  if (!Number.isFinite(daily)) return null;
  const period = daily * Math.sqrt(count);
  return {
    period,
    year: daily * Math.sqrt(tradingDays),
    semiDeviation: Math.sqrt((short / (count - 1)) * count),
    count
  };
}

/**
 * The daily returns that figures of risk are taken from: those of weekdays with something invested in the evening and
 * the evening before. What happened at a weekend counts with the next weekday; without it, five days a week would be
 * diluted by two on which nothing can move.
 * @param returns of each day and `values` at its end; the first entries are of the evening before the first day.
 * @param firstDay the number of the day of entry 1.
 */
export function tradingReturns(returns: Float64Array, values: Float64Array, firstDay: number): Float64Array {
  const kept = new Float64Array(returns.length);
  let count = 0;
  let weekend = 1;
  for (let at = 1; at < returns.length; at++) {
    if (values[at] === 0 || values[at - 1] === 0) {
      weekend = 1;
      continue;
    }
    const factor = weekend * (1 + (returns[at] as number));
    if (isWeekend(firstDay + at - 1)) weekend = factor;
    else {
      kept[count++] = factor - 1;
      weekend = 1;
    }
  }
  return kept.slice(0, count);
}

/** (a year's return − a year's risk-free rate) / a year's volatility. Null where nothing varies or one is not known. */
export function sharpeRatio(
  perYear: number | null,
  riskFreeRate: number,
  volatilityYear: number | null
): number | null {
  if (perYear === null || volatilityYear === null || !(volatilityYear > 0)) return null;
  const ratio = (perYear - riskFreeRate) / volatilityYear;
  return Number.isFinite(ratio) ? ratio : null;
}
