/** The three steps to 1.2.0. Rows are made once and completed on their way: each is written a single time. */
import type { Row, SetStep } from '../../migration';
import { factsOf } from '../v1.0.0/asset-types';
import { Decimal, divide, zero } from '../v1.0.0/decimal';
import type { Settings } from '../v1.0.0/people';
import type { Asset } from '../v1.1.0/assets';
import type { CurrencyRisk, Hedging } from './currency-risks';
import { exposureCurrencyOf, exposuresOf } from './exposure';
import { ruleFor } from './hedging-rules';
import { monthsAfter } from './months';
import { WHOLE } from './percentages';
import { counts, Portfolio } from './portfolio';

export const createCurrencyRiskEntities: SetStep = {
  name: 'CreateCurrencyRiskEntities',
  description: 'Noting for every asset which currency its value really depends on',
  observes: ['settings', 'assets'],
  creates: ['currencyRisks'],
  over({ id, instant }) {
    const seen: { id: string; quote: string; underlying: string | undefined }[] = [];
    let baseCurrency: string | null = null;
    let made = 0;
    return {
      observe: {
        settings: (row) => void (baseCurrency = (row as Settings).baseCurrency),
        assets: (row) => {
          const asset = row as Asset;
          if (counts(asset))
            seen.push({ id: asset.id, quote: asset.primaryCurrency, underlying: asset.underlyingCurrency });
        }
      },
      create: {
        *currencyRisks() {
          for (const { id: assetId, quote, underlying } of seen) {
            made++;
            yield {
              id: id(assetId),
              assetId,
              baseCurrency,
              quoteCurrency: quote,
              economicCurrency: underlying ?? quote,
              basis: underlying === undefined ? 'assumed' : 'stated',
              createdAt: instant,
              updatedAt: instant
            } satisfies CurrencyRisk;
          }
        }
      },
      validate() {
        if (made !== seen.length) throw new Error(`${seen.length} assets count, but ${made} currency risks were made`);
      }
    };
  }
};

export const populateCurrencyExposure: SetStep = {
  name: 'PopulateCurrencyExposure',
  description: 'Working out exposures, volatility and value at risk from your prices and exchange rates',
  observes: ['settings', 'assets', 'transactions', 'prices', 'fxRates'],
  maps: ['currencyRisks'],
  over({ instant }) {
    const portfolio = new Portfolio(instant.slice(0, 10));
    let exposureOf: ReturnType<typeof exposuresOf> = () => undefined;
    let percentages = 0;
    let withPercentage = 0;
    return {
      observe: portfolio.observe,
      finish: () => void (exposureOf = exposuresOf(portfolio)),
      map: {
        currencyRisks(row) {
          const exposure = exposureOf((row as CurrencyRisk).assetId);
          if (!exposure) return row;
          if (exposure.percentage !== null) {
            percentages += unitsOf(exposure.percentage);
            withPercentage++;
          }
          return { ...row, exposure };
        }
      },
      validate() {
        if (withPercentage > 0 && percentages !== WHOLE) {
          throw new Error(`the percentages of the portfolio add up to ${percentages / 10_000} instead of 100`);
        }
      }
    };
  }
};

export const setupDefaultHedgingStrategies: SetStep = {
  name: 'SetupDefaultHedgingStrategies',
  description: 'Suggesting a usual hedge for every asset, with the reason',
  observes: ['settings', 'assets'],
  maps: ['currencyRisks'],
  over({ instant }) {
    const day = instant.slice(0, 10);
    const assets = new Map<string, { assetType: string; hedgedTo: string | null }>();
    const owedIn = new Set<string>();
    let settings: Settings | null = null;
    let undecided = 0;

    // The same for all assets of a type in a currency: said once, because there are thousands of them.
    const decided = new Map<string, Hedging>();

    const decide = (risk: CurrencyRisk, assetType: string, currency: string, hedgedToBase: boolean): Hedging => {
      const { category } = factsOf(assetType);
      const rule = ruleFor({
        category,
        assetType,
        currency,
        base: risk.baseCurrency,
        hedgedToBase,
        horizonYears: settings?.horizonYears ?? null,
        isSpent: settings?.spendingCurrencies.includes(currency) ?? false,
        hasLocalDebt: owedIn.has(currency)
      });
      return {
        strategy: rule.strategy,
        targetRatio: rule.targetRatio,
        currentRatio: hedgedToBase ? 1 : rule.strategy === 'natural' ? naturalRatio(risk, category) : 0,
        tolerance: rule.tolerance,
        reviewMonths: rule.reviewMonths,
        nextReview: monthsAfter(day, rule.reviewMonths),
        reason: rule.reason,
        ruleId: rule.id,
        ruleVersion: rule.version
      };
    };

    const hedgingOf = (risk: CurrencyRisk): Hedging | null => {
      const asset = assets.get(risk.assetId);
      if (!asset) return null;
      const currency = exposureCurrencyOf(risk.economicCurrency, asset.hedgedTo, risk.baseCurrency);
      const hedgedToBase =
        risk.baseCurrency !== null && asset.hedgedTo === risk.baseCurrency && currency !== risk.baseCurrency;
      const key = `${asset.assetType} ${currency} ${hedgedToBase}`;
      let hedging = decided.get(key);
      if (!hedging) decided.set(key, (hedging = decide(risk, asset.assetType, currency, hedgedToBase)));
      return hedging;
    };

    return {
      observe: {
        settings: (row) => void (settings = row as Settings),
        assets: (row) => {
          const asset = row as Asset;
          if (!counts(asset)) return;
          assets.set(asset.id, { assetType: asset.assetType, hedgedTo: asset.hedgedTo ?? null });
          if (factsOf(asset.assetType).category === 'liability')
            owedIn.add(asset.underlyingCurrency ?? asset.primaryCurrency);
        }
      },
      map: {
        currencyRisks(row): Row {
          const hedging = hedgingOf(row as CurrencyRisk);
          if (!hedging) undecided++;
          return hedging ? { ...row, hedging } : row;
        }
      },
      validate() {
        if (undecided > 0) throw new Error(`${undecided} currency risks belong to no asset that counts`);
      }
    };
  }
};

/** How much of the assets in a currency its liabilities cover, and the other way round; 0 where rates are missing. */
function naturalRatio({ exposure }: CurrencyRisk, category: string): number {
  if (!exposure) return 0;
  const { assets, liabilities, naturalHedge } = exposure.lookedThrough;
  const whole = Decimal(category === 'liability' ? liabilities : assets);
  return whole.lte(zero) ? 0 : Number(divide(Decimal(naturalHedge), whole).toFixed(4));
}

/** In units of the last digit shown. */
function unitsOf(percentage: string): number {
  return Number(percentage.replace('.', ''));
}
