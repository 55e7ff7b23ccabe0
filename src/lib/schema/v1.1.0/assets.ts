/** Assets as 1.1.0 has them: a better name for the stated value, exact units, and what returns are measured against. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { lastingAssetFields } from '../v1.0.0/assets';
import { decimal, maybe, oneOf, text, texts } from '../v1.0.0/shapes';

export const incomeFrequencies = ['monthly', 'quarterly', 'halfYearly', 'yearly', 'irregular'] as const;
export const riskRatings = ['low', 'moderate', 'high', 'veryHigh', 'extreme'] as const;

/** Fields that later versions take over as they are. */
export const assetFields = {
  ...lastingAssetFields,
  /** The last stated value in `primaryCurrency`; called `amount` before. What is owed counts as negative. */
  currentValue: decimal,
  /** Units as last stated, as decimal text. */
  quantity: decimal,
  /** What its returns are compared with: a symbol. */
  benchmarkSymbol: maybe(text),
  /** For a year, in `primaryCurrency`. */
  expectedAnnualIncome: maybe(decimal),
  incomeFrequency: maybe(oneOf(incomeFrequencies)),
  riskRating: maybe(oneOf(riskRatings))
} as const;

export const assetRow = v.looseObject({ ...assetFields, documents: texts });

export type Asset = v.InferOutput<typeof assetRow>;

export const assets: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'accountId' }, { keyPath: 'assetType' }, { keyPath: 'primaryCurrency' }],
  row: assetRow,
  renamingIds: { currentValue: 'amount' }
};
