/** How an asset depends on other currencies than the portfolio's own: one row per active, included asset. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { currency, day, decimal, finiteNumber, instant, maybe, oneOf, text, uuid } from '../v1.0.0/shapes';

export const riskLevels = ['low', 'moderate', 'high', 'veryHigh', 'extreme'] as const;
export const hedgingStrategies = ['none', 'full', 'partial', 'selective', 'dynamic', 'natural'] as const;

const ratio = v.pipe(
  finiteNumber,
  v.check((value) => value >= 0 && value <= 1, 'is not between 0 and 1')
);
const amount = v.nullable(decimal);
/** Of the portfolio, with four digits after the point; all rows together make exactly 100. */
const percentage = v.nullable(decimal);

/** The rate that the value was converted with. */
const rateUsed = v.looseObject({
  /** `stale`: older than seven days. `missing`: none is known, and no amount is made up. */
  status: oneOf(['same', 'current', 'stale', 'missing']),
  /** Base currency for one unit of the quote currency. */
  rate: maybe(decimal),
  day: maybe(day),
  /** The currency that a cross rate goes through. */
  through: maybe(currency)
});

/** Everything in base currency, but `value`; null where a rate is missing. */
const exposure = v.looseObject({
  asOf: day,
  /** In the asset's own currency; what is owed is negative. */
  value: decimal,
  valueBasis: oneOf(['holding × price', 'stated']),
  priceDay: maybe(day),
  amount,
  percentage,
  rate: rateUsed,
  /** What the value is exposed to once a hedged share class is looked through. */
  currency,
  hedged: amount,
  unhedged: amount,
  /** Sample standard deviation of daily log returns × √252, of that currency in base currency. */
  volatility: v.nullable(v.looseObject({ annual: finiteNumber, from: day, to: day, returns: finiteNumber })),
  /** Parametric: 1.645 × volatility × √(1/252) × the unhedged amount. */
  valueAtRisk: v.nullable(v.looseObject({ amount: decimal, confidence: finiteNumber, days: finiteNumber })),
  /** All that the portfolio has in the quote currency. */
  direct: v.looseObject({ currency, amount: decimal, percentage }),
  /** All that the portfolio is exposed to in `currency`. */
  lookedThrough: v.looseObject({
    currency,
    amount: decimal,
    percentage,
    assets: decimal,
    liabilities: decimal,
    /** What liabilities in the same currency take off. */
    naturalHedge: decimal,
    hedged: decimal,
    unhedged: decimal
  }),
  /** Of the whole portfolio: what depends on foreign currencies, unhedged, as a part of 1. */
  foreignShare: v.nullable(ratio),
  level: v.nullable(oneOf(riskLevels))
});

const hedging = v.looseObject({
  strategy: oneOf(hedgingStrategies),
  targetRatio: ratio,
  currentRatio: ratio,
  /** How far the current ratio may be from the target. */
  tolerance: ratio,
  reviewMonths: finiteNumber,
  nextReview: day,
  reason: text,
  /** The rule that decided. */
  ruleId: text,
  ruleVersion: text
});

export const currencyRiskRow = v.looseObject({
  id: uuid,
  assetId: uuid,
  /** Of the settings when it was computed; null where there are none. */
  baseCurrency: v.nullable(currency),
  quoteCurrency: currency,
  /** What the value really depends on. */
  economicCurrency: currency,
  /** `stated` where the asset names its underlying currency, else the quote currency is `assumed`. */
  basis: oneOf(['stated', 'assumed']),
  /** Absent until it is computed. */
  exposure: maybe(exposure),
  /** Absent until a strategy is chosen. */
  hedging: maybe(hedging),
  createdAt: instant,
  updatedAt: instant
});

export type CurrencyRisk = v.InferOutput<typeof currencyRiskRow>;
export type Exposure = v.InferOutput<typeof exposure>;
export type Hedging = v.InferOutput<typeof hedging>;
export type RateFacts = v.InferOutput<typeof rateUsed>;

export const currencyRisks: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'assetId', unique: true }],
  row: currencyRiskRow
};
