/** What could be lost within a few days, with a stated confidence: in money. */
import { type Decimal, decimal, zero } from '../decimal';
import { tradingDays } from './volatility';

export type Confidence = 0.95 | 0.99;

/** One-sided quantiles of the normal distribution, rounded as is usual. */
export const quantiles: Readonly<Record<Confidence, number>> = { 0.95: 1.645, 0.99: 2.326 };

export interface RiskHorizon {
  readonly confidence?: Confidence;
  /** Trading days; 252 are a year. */
  readonly days?: number;
}

/**
 * Parametric: z · σ · √(days / 252) · value, z being 1.645 at 95 % and 2.326 at 99 %. Above zero: a loss. Without a
 * mean, and as if returns were normally distributed. One day at 95 % unless said otherwise.
 * @param volatilityYear σ of a year: 0.06 is six per cent.
 */
export function parametricValueAtRisk(
  value: Decimal,
  volatilityYear: number,
  { confidence = 0.95, days = 1 }: RiskHorizon = {}
): Decimal | null {
  return share(value, quantiles[confidence] * volatilityYear * Math.sqrt(days / tradingDays));
}

/**
 * Historical: the loss that was exceeded on 5 % (or 1 %) of the days, × √days. Between two days of the record it is
 * interpolated as spreadsheets do (PERCENTILE). Zero where even that was a gain; null without returns.
 * @param returns of single days, in any order.
 */
export function historicalValueAtRisk(
  value: Decimal,
  returns: ArrayLike<number>,
  { confidence = 0.95, days = 1 }: RiskHorizon = {}
): Decimal | null {
  if (returns.length === 0) return null;
  const worst = percentile(returns, 1 - confidence);
  return share(value, Math.max(0, -worst) * Math.sqrt(days));
}

/** The value below which `part` of the values lie, interpolated between neighbours. Not for an empty series. */
export function percentile(values: ArrayLike<number>, part: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  const [below, above] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number];
  return below + (above - below) * (at - low);
}

/** A ratio of an amount, exactly; null where the ratio is no number. */
function share(value: Decimal, ratio: number): Decimal | null {
  if (!Number.isFinite(ratio)) return null;
  return ratio === 0 ? zero : value.abs().times(decimal(ratio.toString()));
}
