/** Makes a row for every asset that is active and included, with the currency that its value really depends on. */
import type { Row, SetStep } from '../../migration';
import type { Settings } from '../v1.0.0';
import type { Asset } from '../v1.1.0';

interface Subject {
  readonly assetId: string;
  readonly quoteCurrency: string;
  readonly underlyingCurrency: string | undefined;
  readonly hedgedTo: string | undefined;
}

export function isCounted(asset: Pick<Asset, 'isActive' | 'isIncludedInPortfolio'>): boolean {
  return asset.isActive && asset.isIncludedInPortfolio;
}

export const createCurrencyRiskEntities: SetStep = {
  name: 'CreateCurrencyRiskEntities',
  description: 'Finding the currency that each asset depends on',
  observes: ['settings', 'assets'],
  creates: ['currencyRisks'],
  over(context) {
    const subjects: Subject[] = [];
    let baseCurrency = '';
    let made = 0;
    return {
      observe: {
        settings: (row) => {
          baseCurrency = (row as Settings).baseCurrency;
        },
        assets(row) {
          const asset = row as Asset;
          if (!isCounted(asset)) return;
          const { id: assetId, primaryCurrency: quoteCurrency, underlyingCurrency, hedgedTo } = asset;
          subjects.push({ assetId, quoteCurrency, underlyingCurrency, hedgedTo });
        }
      },
      create: {
        *currencyRisks(): Iterable<Row> {
          for (const { assetId, quoteCurrency, underlyingCurrency, hedgedTo } of subjects) {
            made++;
            yield {
              id: context.id(assetId),
              assetId,
              // Without settings each asset is measured in its own currency: nothing is foreign, and nothing guessed.
              baseCurrency: baseCurrency === '' ? quoteCurrency : baseCurrency,
              quoteCurrency,
              economicCurrency: underlyingCurrency ?? quoteCurrency,
              basis: underlyingCurrency === undefined ? 'assumed' : 'stated',
              ...(hedgedTo === undefined ? {} : { hedgedTo }),
              computedAt: context.instant
            };
          }
        }
      },
      validate() {
        if (made !== subjects.length) throw new Error(`it made ${made} rows for ${subjects.length} assets`);
      }
    };
  }
};
