/** Proposes how each asset is hedged, with the rule and its reason. */
import type { Row, SetStep } from '../../migration';
import { factsOf, type AssetType, type Settings } from '../v1.0.0';
import type { Asset } from '../v1.1.0';
import { isCounted } from './create-currency-risks';
import { monthsAfter } from './days';
import { ruleFor } from './rules';

const LONG_HORIZON_YEARS = 10;

export const setupDefaultHedgingStrategies: SetStep = {
  name: 'SetupDefaultHedgingStrategies',
  description: 'Proposing how to hedge each asset, with the reason',
  observes: ['settings', 'assets'],
  maps: ['currencyRisks'],
  over(context) {
    const day = context.instant.slice(0, 10);
    const types = new Map<string, AssetType>();
    let horizonYears = LONG_HORIZON_YEARS;
    let spending: ReadonlySet<string> = new Set();
    return {
      observe: {
        settings(row) {
          const settings = row as Settings;
          horizonYears = settings.horizonYears;
          spending = new Set(settings.spendingCurrencies);
        },
        assets(row) {
          const asset = row as Asset;
          if (isCounted(asset)) types.set(asset.id, asset.assetType);
        }
      },
      map: {
        currencyRisks(row) {
          const type = types.get(row['assetId'] as string);
          if (type === undefined) throw new Error(`there is no asset ${String(row['assetId'])}`);
          const economic = row['economicCurrency'] as string;
          const hedgedToBase = row['hedgedTo'] === row['baseCurrency'];
          const natural = row['naturalHedge'] as { ratio: string } | undefined;
          const rule = ruleFor({
            category: factsOf(type).category,
            type,
            foreign: economic !== row['baseCurrency'],
            horizonYears,
            spent: spending.has(economic),
            localDebt: natural !== undefined
          });
          const current = hedgedToBase ? '1.00' : rule.kind === 'natural' && natural ? natural.ratio : '0.00';
          const strategy: Row = {
            kind: rule.kind,
            targetRatio: rule.targetRatio,
            currentRatio: current,
            tolerance: rule.tolerance,
            reviewMonths: rule.reviewMonths,
            nextReview: monthsAfter(day, rule.reviewMonths),
            rule: rule.id,
            ruleVersion: rule.version,
            reason: rule.reason
          };
          return { ...row, strategy };
        }
      }
    };
  }
};
