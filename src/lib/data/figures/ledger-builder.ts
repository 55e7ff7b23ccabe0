/** A ledger from records in today's shape, store by store, in any order of stores. */
import type { RateSeries } from '../../domain';
import type { Row } from '../../migration';
import { ratesOf } from './rates';
import {
  accountOf,
  assetOf,
  dueOf,
  noSettings,
  settingsOf,
  type AccountFacts,
  type AssetFacts,
  type DueFacts
} from './facts';
import { Ledger, newNames, type Stamp } from './ledger';
import type { Names } from './names';
import { priceSeriesOf, type PriceSeries } from './prices';
import { TransactionsBuilder } from './transactions';

/** Stores that figures are computed from. */
export const figureStores = [
  'settings',
  'accounts',
  'assets',
  'transactions',
  'prices',
  'fxRates',
  'complianceRequirements'
] as const;
export type FigureStore = (typeof figureStores)[number];

interface PriceRow {
  readonly days: readonly unknown[];
  readonly closes: readonly unknown[];
}

export class LedgerBuilder {
  readonly #names = newNames();
  #settings = noSettings;
  readonly #accounts = new Map<number, AccountFacts>();
  readonly #assets = new Map<number, AssetFacts>();
  readonly #dues: DueFacts[] = [];
  readonly #transactions = new TransactionsBuilder(this.#names);
  readonly #prices = new Map<number, PriceSeries>();
  readonly #rates: RateSeries[] = [];
  /** Rows of one asset follow one another. */
  #priced: { readonly asset: number; readonly rows: PriceRow[] } | null = null;

  readonly see: Readonly<Record<FigureStore, (record: Row) => void>> = {
    settings: (record) => void (this.#settings = settingsOf(record)),
    accounts: (record) => void this.#accounts.set(this.#names.accounts.number(String(record['id'])), accountOf(record)),
    assets: (record) => void this.#assets.set(this.#names.assets.number(String(record['id'])), assetOf(record)),
    transactions: (record) => this.#transactions.push(record),
    prices: (record) => this.#seePrices(record),
    fxRates: (record) => void this.#rates.push(ratesOf(record)),
    complianceRequirements: (record) => {
      const due = dueOf(record);
      if (due !== null) this.#dues.push(due);
    }
  };

  finish(stamp: Stamp): Ledger {
    this.#settlePrices();
    return new Ledger({
      stamp,
      settings: this.#settings,
      assets: inOrder(this.#names.assets, this.#assets),
      accounts: inOrder(this.#names.accounts, this.#accounts),
      dues: this.#dues,
      names: this.#names,
      transactions: this.#transactions.finish(),
      prices: this.#prices,
      rates: this.#rates
    });
  }

  #seePrices(record: Row): void {
    const asset = this.#names.assets.number(String(record['assetId']));
    if (this.#priced?.asset !== asset) this.#settlePrices();
    this.#priced ??= { asset, rows: [] };
    this.#priced.rows.push(priceRowOf(record));
  }

  #settlePrices(): void {
    if (this.#priced === null) return;
    const { asset, rows } = this.#priced;
    this.#priced = null;
    const series = priceSeriesOf(rows);
    if (series !== null) this.#prices.set(asset, series);
  }
}

export function priceRowOf({ days, closes }: Row): PriceRow {
  return { days: Array.isArray(days) ? days : [], closes: Array.isArray(closes) ? closes : [] };
}

/** Facts by number; null where there are none. */
export function inOrder<T>(names: Names, facts: ReadonlyMap<number, T>): (T | null)[] {
  return names.all.map((_, number) => facts.get(number) ?? null);
}
