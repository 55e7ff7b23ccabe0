/** The portfolio on a day: what every active, included asset is worth and which currency that depends on. */
import type { Row } from '../../migration';
import { factsOf } from '../v1.0.0/asset-types';
import type { Settings } from '../v1.0.0/people';
import type { RateYear } from '../v1.0.0/series';
import type { Decimal } from '../v1.0.0/decimal';
import type { Asset } from '../v1.1.0/assets';
import { Rates } from './rates';
import { Values, type Value } from './values';

/** What is kept of an asset until everything was seen. */
export interface Holding {
  readonly id: string;
  readonly assetType: string;
  readonly isOwed: boolean;
  readonly quoteCurrency: string;
  readonly economicCurrency: string;
  /** The currency that a hedged share class is hedged to. */
  readonly hedgedTo: string | null;
  readonly currentValue: string;
}

/** A holding with its value, in its own and in base currency. */
export interface ValuedHolding {
  readonly holding: Holding;
  readonly value: Value;
  /** Null where the rate is missing. */
  readonly base: Decimal | null;
}

/** Only these count: a sold or excluded asset has no currency risk. */
export function counts(asset: Asset): boolean {
  return asset.isActive && asset.isIncludedInPortfolio;
}

export function holdingOf(asset: Asset): Holding {
  return {
    id: asset.id,
    assetType: asset.assetType,
    isOwed: factsOf(asset.assetType).category === 'liability',
    quoteCurrency: asset.primaryCurrency,
    economicCurrency: asset.underlyingCurrency ?? asset.primaryCurrency,
    hedgedTo: asset.hedgedTo ?? null,
    currentValue: asset.currentValue
  };
}

/** Collects records in any order; answers once all were seen. */
export class Portfolio {
  readonly day: string;
  readonly rates: Rates;
  readonly #values: Values;
  readonly #holdings: Holding[] = [];
  #baseCurrency: string | null = null;

  /** @param day `YYYY-MM-DD`; what is later is not looked at. */
  constructor(day: string) {
    this.day = day;
    this.rates = new Rates(day);
    this.#values = new Values(day);
  }

  /** What a step lets it see. */
  get observe(): Readonly<Record<'settings' | 'assets' | 'transactions' | 'prices' | 'fxRates', (row: Row) => void>> {
    return {
      settings: (row) => (this.#baseCurrency = (row as Settings).baseCurrency),
      assets: (row) => {
        const asset = row as Asset;
        if (counts(asset)) this.#holdings.push(holdingOf(asset));
      },
      transactions: this.#values.seeTransaction,
      prices: this.#values.seePrices,
      fxRates: (row) => this.rates.add(row as RateYear)
    };
  }

  /** Null where there are no settings. */
  get baseCurrency(): string | null {
    return this.#baseCurrency;
  }

  /** In the order in which the assets were seen. */
  valued(): ValuedHolding[] {
    return this.#holdings.map((holding) => {
      const value = this.#values.of(holding.id, holding.assetType, holding.currentValue);
      const rate = this.#baseCurrency === null ? null : this.rates.rate(holding.quoteCurrency, this.#baseCurrency);
      return { holding, value, base: rate && value.amount.times(rate.rate) };
    });
  }
}
