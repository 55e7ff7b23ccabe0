/**
 * Data version 1.2.0: currency risk. FROZEN.
 *
 * New store `currencyRisks`: one row for every active asset that is included in the portfolio, made by three steps.
 * - `CreateCurrencyRiskEntities`: base currency, quote currency, and the currency that the value really depends on.
 * - `PopulateCurrencyExposure`: values, exposures and percentages of the portfolio, direct and looked through, hedged
 *   and not, with the rates used; volatility and value at risk where there are rates.
 * - `SetupDefaultHedgingStrategies`: the usual hedge for that kind of asset, with its reason and rule.
 * No existing record changes.
 */
import type { VersionDefinition } from '../../migration';
import { referencesResolve } from '../v1.0.0/checks';
import { currencyRisks } from './currency-risks';
import { createCurrencyRiskEntities, populateCurrencyExposure, setupDefaultHedgingStrategies } from './steps';

export const v1_2_0: VersionDefinition = {
  version: '1.2.0',
  description: 'Currency risk: what your portfolio really depends on, and the usual hedges.',
  changes: [
    'Shows for every asset which currency its value really depends on, not just what it is quoted in.',
    'Works out how much of your portfolio depends on each currency, and what that may lose.',
    'Suggests a usual hedge for every asset, with the reason. Nothing is traded.'
  ],
  migrationType: 'heavyweight',
  estimatedTime: 60,
  stores: { currencyRisks },
  steps: [createCurrencyRiskEntities, populateCurrencyExposure, setupDefaultHedgingStrategies],
  checks: [referencesResolve('currencyRisks', 'assetId', 'assets')]
};

export type { CurrencyRisk, Exposure, Hedging } from './currency-risks';
export { hedgingStrategies, riskLevels } from './currency-risks';
export { hedgingRules } from './hedging-rules';
