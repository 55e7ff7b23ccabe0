/** What the value of an asset depends on when currencies move, one row for every active and included asset. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { currency, day, decimal, finiteNumber, instant, maybe, oneOf, text, uuid } from '../v1.0.0/shapes';

export const strategies = ['none', 'full', 'partial', 'selective', 'dynamic', 'natural'] as const;
export const levels = ['low', 'moderate', 'high', 'veryHigh', 'extreme'] as const;

const share = v.looseObject({
  currency,
  /** Of all counted assets that depend on this currency, in base currency. */
  amount: decimal,
  /** Of the portfolio; over all currencies these add up to 100.00. Absent where the portfolio is worth nothing. */
  percentage: maybe(decimal)
});

const rate = v.looseObject({
  /** `notNeeded`: already in base currency. `missing`: no rate is known, so nothing is guessed. */
  status: oneOf(['notNeeded', 'found', 'missing']),
  rate: maybe(decimal),
  on: maybe(day),
  /** More than seven days older than the migration. */
  stale: maybe(v.boolean())
});

export const currencyRiskRow = v.looseObject({
  id: uuid,
  assetId: uuid,
  baseCurrency: currency,
  quoteCurrency: currency,
  /** What the value really depends on. */
  economicCurrency: currency,
  /** `stated`: the asset says so. `assumed`: its quote currency stands for it. */
  basis: oneOf(['stated', 'assumed']),
  hedgedTo: maybe(currency),
  value: v.looseObject({ amount: decimal, currency, basis: oneOf(['holding', 'stated']), pricedOn: maybe(day) }),
  rate,
  /** In base currency; absent without a rate. */
  exposure: maybe(v.looseObject({ amount: decimal, percentage: maybe(decimal), hedged: decimal, unhedged: decimal })),
  /** The portfolio by quote currency, at this asset's. */
  direct: maybe(share),
  /** The portfolio by economic currency, at this asset's. */
  lookedThrough: maybe(share),
  /** Debt in the same economic currency, in base currency, and how much of what is owned in it that covers. */
  naturalHedge: maybe(v.looseObject({ liabilities: decimal, ratio: decimal })),
  /** Of the economic against the base currency; absent without enough rates. */
  volatility: maybe(v.looseObject({ annual: finiteNumber, returns: finiteNumber, from: day, to: day })),
  /** Parametric, one day at 95 %, of the unhedged exposure, in base currency. */
  valueAtRisk: maybe(
    v.looseObject({ amount: decimal, confidence: finiteNumber, days: finiteNumber, method: oneOf(['parametric']) })
  ),
  /** By the foreign share of the portfolio. */
  level: maybe(oneOf(levels)),
  strategy: v.looseObject({
    kind: oneOf(strategies),
    /** Shares of the exposure, from 0 to 1. */
    targetRatio: decimal,
    currentRatio: decimal,
    tolerance: decimal,
    reviewMonths: finiteNumber,
    nextReview: day,
    rule: text,
    ruleVersion: text,
    reason: text
  }),
  computedAt: instant
});

export type CurrencyRisk = v.InferOutput<typeof currencyRiskRow>;
export type Strategy = (typeof strategies)[number];
export type Level = (typeof levels)[number];

export const currencyRisks: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'assetId', unique: true }],
  row: currencyRiskRow
};
