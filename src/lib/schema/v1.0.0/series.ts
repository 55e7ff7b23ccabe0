/** Prices and exchange rates: a year of them in one row, days beside values. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import {
  ascendingDays,
  currency,
  currencyPair,
  decimalsFromZero,
  maybe,
  positiveDecimals,
  text,
  uuid,
  year
} from './shapes';

export const priceYear = v.looseObject({
  assetId: uuid,
  year,
  days: ascendingDays,
  /** One for each day, in the asset's `primaryCurrency`. */
  closes: decimalsFromZero,
  source: maybe(text)
});

export const rateYear = v.looseObject({
  /** `base` and `quote` written together: `EURINR`. */
  pair: currencyPair,
  base: currency,
  quote: currency,
  year,
  days: ascendingDays,
  /** One for each day: what one `base` costs in `quote`. */
  rates: positiveDecimals,
  source: maybe(text)
});

export type PriceYear = v.InferOutput<typeof priceYear>;
export type RateYear = v.InferOutput<typeof rateYear>;

export const prices: StoreDefinition = { keyPath: ['assetId', 'year'], indexes: [], row: priceYear };
export const fxRates: StoreDefinition = { keyPath: ['pair', 'year'], indexes: [], row: rateYear };
