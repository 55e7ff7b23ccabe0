/**
 * Data version 1.2.0: currency risk. FROZEN.
 *
 * - new store `currencyRisks`: a row for every asset that is active and included, tied to it by `assetId`;
 * - `CreateCurrencyRiskEntities` makes the rows with base and economic currency;
 * - `PopulateCurrencyExposure` computes value, exposure, shares of the portfolio by currency (which add up to 100.00),
 *   natural hedges, volatility and value at risk, from the bookings, prices and rates present; a missing rate is marked;
 * - `SetupDefaultHedgingStrategies` proposes a strategy by rule, with its reason.
 *
 * No other store is touched.
 */
import type { IntegrityCheck, VersionDefinition } from '../../migration';
import { referencesResolve } from '../v1.0.0/checks';
import { createCurrencyRiskEntities, isCounted } from './create-currency-risks';
import { setupDefaultHedgingStrategies } from './default-hedging';
import { populateCurrencyExposure } from './populate-exposure';
import { currencyRisks } from './records';

/** Shares of the portfolio by economic currency, each told once, add up to 100.00. */
const sharesAddUp: IntegrityCheck = {
  name: 'shares by currency add up to 100',
  observes: ['currencyRisks'],
  begin() {
    const hundredths = new Map<string, number>();
    return {
      observe: {
        currencyRisks(row) {
          const share = row['lookedThrough'] as { currency: string; percentage?: string } | undefined;
          if (share?.percentage !== undefined)
            hundredths.set(share.currency, Number(share.percentage.replace('.', '')));
        }
      },
      problems() {
        const sum = [...hundredths.values()].reduce((total, value) => total + value, 0);
        return hundredths.size === 0 || sum === 10_000 ? [] : [`they add up to ${sum / 100}`];
      }
    };
  }
};

export const v1_2_0: VersionDefinition = {
  version: '1.2.0',
  description: 'Currency risk: what your wealth depends on when exchange rates move, and how it could be hedged.',
  changes: [
    'Shows for every asset which currency its value really depends on.',
    'Works out your exposure to each currency from your own bookings, prices and rates, and marks what has no rate.',
    'Proposes for every asset how to hedge it, with the reason.'
  ],
  migrationType: 'heavyweight',
  estimatedTime: 60,
  stores: { currencyRisks },
  steps: [createCurrencyRiskEntities, populateCurrencyExposure, setupDefaultHedgingStrategies],
  checks: [referencesResolve('currencyRisks', 'assetId', 'assets'), sharesAddUp]
};

export { isCounted };
export type { CurrencyRisk, Level, Strategy } from './records';
export { levels, strategies } from './records';
export { hedgingRules, ruleFor, levelOf } from './rules';
