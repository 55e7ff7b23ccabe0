/** How well it went: figures per asset and for the portfolio, and the history of values they rest on. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import {
  ascendingDays,
  currency,
  day,
  decimal,
  finiteNumber,
  instant,
  decimals,
  maybe,
  oneOf,
  uuid,
  year
} from '../v1.0.0/shapes';

export const periods = ['1M', '3M', '6M', 'YTD', '1Y', '3Y', '5Y', 'inception'] as const;

/** Ratios are plain numbers: 0.05 is five per cent. What cannot be said is absent. */
export const performanceMetricsRow = v.looseObject({
  id: uuid,
  subject: oneOf(['asset', 'portfolio']),
  /** The asset it is about; absent for the portfolio. */
  assetId: maybe(uuid),
  period: oneOf(periods),
  from: day,
  to: day,
  currency,
  priceReturn: maybe(finiteNumber),
  incomeReturn: maybe(finiteNumber),
  totalReturn: maybe(finiteNumber),
  /** True time-weighted rate of return. */
  ttwror: maybe(finiteNumber),
  /** Money-weighted rate of return. */
  irr: maybe(finiteNumber),
  /** Sample standard deviation of daily log returns, times √252. */
  volatility: maybe(finiteNumber),
  maximumDrawdown: maybe(finiteNumber),
  sharpe: maybe(finiteNumber),
  /** In `currency`, over one day at `valueAtRiskConfidence`. */
  valueAtRisk: maybe(decimal),
  valueAtRiskConfidence: maybe(finiteNumber),
  method: oneOf(['parametric', 'historical']),
  dataPoints: v.pipe(
    finiteNumber,
    v.check((value) => Number.isInteger(value) && value >= 0, 'is not a count')
  ),
  computedAt: instant
});

/** Values of a year, packed: days beside values. */
export const performanceSnapshotRow = v.looseObject({
  /** An asset's id, or `portfolio`. */
  subjectId: v.union([uuid, v.literal('portfolio')], 'is neither an asset nor the portfolio'),
  year,
  currency,
  days: ascendingDays,
  /** One for each day, in `currency`. */
  values: decimals,
  /** Money put in (positive) or taken out on each day, where it is known. */
  flows: maybe(decimals)
});

export type PerformanceMetrics = v.InferOutput<typeof performanceMetricsRow>;
export type PerformanceSnapshot = v.InferOutput<typeof performanceSnapshotRow>;

export const performanceMetrics: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'assetId' }],
  row: performanceMetricsRow
};
export const performanceSnapshots: StoreDefinition = {
  keyPath: ['subjectId', 'year'],
  indexes: [],
  row: performanceSnapshotRow
};
