/** What is owned or owed, one row per asset. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { assetTypes } from './asset-types';
import {
  country,
  currency,
  day,
  decimal,
  finiteNumber,
  flag,
  instant,
  maybe,
  name,
  namedTexts,
  oneOf,
  text,
  texts,
  uuid
} from './shapes';

/** Fields that later versions take over as they are. */
export const lastingAssetFields = {
  id: uuid,
  accountId: uuid,
  name,
  symbol: maybe(text),
  isin: maybe(text),
  /** Other identifiers by scheme: `wkn`, `cusip`, `amfi`, `folio`. */
  identifiers: maybe(namedTexts),
  assetType: oneOf(assetTypes),
  /** Domicile. */
  primaryCountry: country,
  ownerCountry: country,
  /** What it is quoted in; the currency of every amount and price of this asset. */
  primaryCurrency: currency,
  /** What its value really depends on, where that is another currency than the quote's. */
  underlyingCurrency: maybe(currency),
  /** The currency that a hedged share class is hedged to. */
  hedgedTo: maybe(currency),
  /** What was paid for it in all, in `primaryCurrency`. */
  originalInvestment: maybe(decimal),
  acquisitionDate: maybe(day),
  institution: maybe(text),
  sector: maybe(text),
  tags: texts,
  notes: maybe(text),
  isActive: flag,
  isIncludedInPortfolio: flag,
  createdAt: instant,
  updatedAt: instant
} as const;

export const assetRow = v.looseObject({
  ...lastingAssetFields,
  /** The last stated value in `primaryCurrency`. What is owed counts as negative, whichever sign it bears. */
  amount: decimal,
  /** Units as last stated: a binary number, which 1.1.0 mends. */
  quantity: finiteNumber,
  /** References as people typed them: `kind|YYYY-MM-DD|title|location`, and irregular ones. */
  documents: texts
});

export type Asset = v.InferOutput<typeof assetRow>;

export const assets: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'accountId' }, { keyPath: 'assetType' }],
  row: assetRow
};
