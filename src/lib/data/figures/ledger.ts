/** Everything that figures are computed from, in memory, as it was at one state of the data. */
import { RateTable, type RateSeries } from '../../domain';
import { Conversion } from './conversion';
import type { AccountFacts, AssetFacts, DueFacts, SettingsFacts } from './facts';
import { Names } from './names';
import type { PriceSeries } from './prices';
import { startsOf, type TransactionNames, type Transactions } from './transactions';

/** Which state of the data: any other is another ledger. */
export interface Stamp {
  /** The physical database. */
  readonly database: string;
  readonly version: string;
  readonly epoch: number;
  readonly sequence: number;
  /** When it was completed at its version: another database of the same name was at another time. */
  readonly sealedAt: string;
}

export interface LedgerContent {
  readonly stamp: Stamp;
  readonly settings: SettingsFacts;
  /** By number; number 0, and one that only transactions know, is null. */
  readonly assets: readonly (AssetFacts | null)[];
  readonly accounts: readonly (AccountFacts | null)[];
  readonly dues: readonly DueFacts[];
  readonly names: TransactionNames;
  readonly transactions: Transactions;
  /** By number of the asset. */
  readonly prices: ReadonlyMap<number, PriceSeries>;
  readonly rates: readonly RateSeries[];
}

/** Names with room for what has no name: number 0. */
export function newNames(): TransactionNames {
  return { assets: new Names(['']), accounts: new Names(['']), types: new Names(), currencies: new Names(['']) };
}

export class Ledger implements LedgerContent {
  readonly stamp: Stamp;
  readonly settings: SettingsFacts;
  readonly assets: readonly (AssetFacts | null)[];
  readonly accounts: readonly (AccountFacts | null)[];
  readonly dues: readonly DueFacts[];
  readonly names: TransactionNames;
  readonly transactions: Transactions;
  readonly prices: ReadonlyMap<number, PriceSeries>;
  readonly rates: readonly RateSeries[];
  readonly rateTable: RateTable;
  readonly conversion: Conversion;
  /** The first row of each asset's transactions. */
  readonly #starts: Uint32Array;
  readonly #memory: Memory;
  readonly #whole = new Memory();

  /** `before`: the ledger that this one follows, and the assets that are not as they were in it. */
  constructor(
    content: LedgerContent,
    before?: { readonly ledger: Ledger; readonly changed: ReadonlySet<number> | 'all' }
  ) {
    this.stamp = content.stamp;
    this.settings = content.settings;
    this.assets = content.assets;
    this.accounts = content.accounts;
    this.dues = content.dues;
    this.names = content.names;
    this.transactions = content.transactions;
    this.prices = content.prices;
    this.rates = content.rates;
    const sameRates = before?.ledger.rates === content.rates;
    this.rateTable = sameRates ? before.ledger.rateTable : new RateTable(content.rates);
    const sameBase = before?.ledger.settings.baseCurrency === content.settings.baseCurrency;
    const { currencies } = content.names;
    this.conversion =
      sameRates && sameBase
        ? before.ledger.conversion
        : new Conversion(content.settings.baseCurrency, this.rateTable, (currency) => currencies.text(currency));
    this.#starts = startsOf(content.transactions, content.names.assets.all.length);
    this.#memory =
      before === undefined || before.changed === 'all' ? new Memory() : before.ledger.#memory.without(before.changed);
  }

  /** Rows of an asset's transactions, from the first to before the second; of those without an asset for 0. */
  rowsOf(asset: number): readonly [from: number, to: number] {
    return [this.#starts[asset] ?? 0, this.#starts[asset + 1] ?? this.#starts[asset] ?? 0];
  }

  /** What was found out about an asset stays known until something about it changes. */
  remembered<T>(asset: number, key: string, find: () => T): T {
    return this.#memory.of(asset, key, find);
  }

  /** What was found out about all of it, which the next ledger does not take over. */
  once<T>(key: string, find: () => T): T {
    return this.#whole.of(0, key, find);
  }

  assetNumber(id: string): number | null {
    const number = this.names.assets.find(id);
    return number === undefined || (this.assets[number] ?? null) === null ? null : number;
  }

  /** Numbers of all assets there are. */
  *assetNumbers(): Generator<number> {
    for (let number = 0; number < this.assets.length; number++) if (this.assets[number] !== null) yield number;
  }

  accountName(number: number): string {
    return this.accounts[number]?.name ?? '';
  }
}

class Memory {
  readonly #known: Map<number, Map<string, unknown>>;

  constructor(known = new Map<number, Map<string, unknown>>()) {
    this.#known = known;
  }

  of<T>(asset: number, key: string, find: () => T): T {
    let own = this.#known.get(asset);
    if (own === undefined) this.#known.set(asset, (own = new Map()));
    if (!own.has(key)) own.set(key, find());
    return own.get(key) as T;
  }

  without(assets: ReadonlySet<number>): Memory {
    const known = new Map(this.#known);
    for (const asset of assets) known.delete(asset);
    return new Memory(known);
  }
}
