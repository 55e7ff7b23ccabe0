/** Which asset of the portfolio each security of a file is, or which one is to be made for it. */
import type { AssetType } from '../assets/asset-types';
import { domicileOf } from '../assets/countries';
import { guessType } from '../assets/guess-type';
import { wordKey } from '../cells/text';
import type { ImportedItem, Security } from '../rows/booking';
import { securityKey } from '../rows/security';
import { newRef } from './accounts';
import type { AssetFact, PortfolioFacts } from './facts';

export interface AssetToMake {
  readonly name: string;
  readonly isin: string;
  readonly symbol: string;
  readonly assetType: AssetType;
  readonly country: string;
  readonly currency: string;
}
export type AssetChoice = { readonly id: string } | { readonly make: AssetToMake };

export interface PlannedAsset {
  readonly key: string;
  readonly name: string;
  readonly isin: string;
  readonly symbol: string;
  readonly wkn: string;
  readonly rows: number;
  /** Null: left out (prices of what is not in the portfolio). */
  readonly choice: AssetChoice | null;
  readonly label: string;
  readonly matchedBy: 'isin' | 'symbol' | 'name' | null;
  readonly sure: boolean;
  /** Equal for the same asset: an id, or the words of one to be made. */
  readonly ref: string | null;
}

/** Securities by every key under which rows name them. */
export interface SecurityIndex {
  readonly securities: ReadonlyMap<string, { readonly security: Security; readonly rows: number }>;
  keyOf(security: Security): string;
}

/** Rows with a symbol alone are of the security whose other rows also have an ISIN. */
export function indexSecurities(items: readonly ImportedItem[]): SecurityIndex {
  const found = new Map<string, { security: Security; rows: number }>();
  const isinOf = new Map<string, string>();
  const named: Security[] = [];
  for (const { bookings } of items) for (const { security } of bookings) if (security) named.push(security);
  for (const { isin, symbol } of named) if (isin !== '' && symbol !== '') isinOf.set(symbol.toUpperCase(), isin);
  const keyOf = (security: Security): string =>
    security.isin === '' && security.symbol !== ''
      ? (isinOf.get(security.symbol.toUpperCase()) ?? securityKey(security))
      : securityKey(security);
  for (const security of named) {
    const key = keyOf(security);
    const known = found.get(key);
    found.set(
      key,
      known ? { security: together(known.security, security), rows: known.rows + 1 } : { security, rows: 1 }
    );
  }
  return { securities: found, keyOf };
}

/** What the one row does not say of a security, another may. */
function together(a: Security, b: Security): Security {
  return {
    isin: a.isin || b.isin,
    symbol: a.symbol || b.symbol,
    wkn: a.wkn || b.wkn,
    name: a.name.length >= b.name.length ? a.name : b.name,
    assetClass: a.assetClass || b.assetClass,
    currency: a.currency || b.currency
  };
}

export function planAssets(
  index: SecurityIndex,
  chosen: Readonly<Record<string, AssetChoice>>,
  facts: PortfolioFacts,
  account: { readonly country: string | null; readonly id: string | null }
): readonly PlannedAsset[] {
  const finder = new AssetFinder(facts.assets, account.id);
  return [...index.securities].map(([key, { security, rows }]) => {
    const { isin, symbol, wkn } = security;
    const said = Object.hasOwn(chosen, key) ? chosen[key] : undefined;
    const common = { key, name: security.name || symbol || isin, isin, symbol, wkn, rows };
    if (said !== undefined) {
      const label = 'make' in said ? said.make.name : (facts.assets.find(({ id }) => id === said.id)?.name ?? '');
      return {
        ...common,
        choice: said,
        label,
        matchedBy: null,
        sure: true,
        ref: 'make' in said ? newRef(said.make) : said.id
      };
    }
    const match = finder.find(security);
    if (match) {
      return {
        ...common,
        choice: { id: match.asset.id },
        label: match.asset.name,
        matchedBy: match.by,
        sure: match.sure,
        ref: match.asset.id
      };
    }
    const { make, sure } = assetToMake(security, facts.homeCountry, account.country);
    return { ...common, choice: { make }, label: make.name, matchedBy: null, sure, ref: newRef(make) };
  });
}

export function assetToMake(
  security: Security,
  homeCountry: string,
  accountCountry: string | null
): { make: AssetToMake; sure: boolean } {
  const { isin, symbol, name, currency } = security;
  const guess = guessType(security, homeCountry);
  const coin = guess.type === 'cryptocurrency' || guess.type === 'cryptoToken';
  const country = domicileOf(isin) ?? (coin ? homeCountry : (accountCountry ?? homeCountry));
  return {
    make: { name: name || symbol || isin || security.wkn, isin, symbol, assetType: guess.type, country, currency },
    sure: guess.sure
  };
}

/** Finds by ISIN, then symbol, then name; among several the one in the account of the import. */
export class AssetFinder {
  readonly #byIsin = new Map<string, AssetFact[]>();
  readonly #bySymbol = new Map<string, AssetFact[]>();
  readonly #byName = new Map<string, AssetFact[]>();
  readonly #accountId: string | null;

  constructor(assets: readonly AssetFact[], accountId: string | null) {
    this.#accountId = accountId;
    for (const asset of assets) {
      add(this.#byIsin, asset.isin.toUpperCase(), asset);
      add(this.#bySymbol, asset.symbol.toUpperCase(), asset);
      add(this.#byName, wordKey(asset.name), asset);
    }
  }

  find(
    wanted: Pick<Security, 'isin' | 'symbol' | 'name' | 'currency'>
  ): { asset: AssetFact; by: 'isin' | 'symbol' | 'name'; sure: boolean } | null {
    const { isin, symbol, name } = wanted;
    const byIsin = isin === '' ? undefined : this.#byIsin.get(isin.toUpperCase());
    if (byIsin) return this.#best(byIsin, 'isin', wanted, byIsin.length === 1);
    // Another ISIN under the same symbol or name is another security.
    const same = (found: readonly AssetFact[] | undefined): readonly AssetFact[] =>
      (found ?? []).filter(
        (asset) => isin === '' || asset.isin === '' || asset.isin.toUpperCase() === isin.toUpperCase()
      );
    const bySymbol = symbol === '' ? [] : same(this.#bySymbol.get(symbol.toUpperCase()));
    if (bySymbol.length > 0) {
      const sure = bySymbol.length === 1 && (wanted.currency === '' || bySymbol[0]?.currency === wanted.currency);
      return this.#best(bySymbol, 'symbol', wanted, sure);
    }
    const byName = name === '' ? [] : same(this.#byName.get(wordKey(name)));
    return byName.length > 0 ? this.#best(byName, 'name', wanted, false) : null;
  }

  #best(
    found: readonly AssetFact[],
    by: 'isin' | 'symbol' | 'name',
    { currency }: Pick<Security, 'currency'>,
    sure: boolean
  ): { asset: AssetFact; by: 'isin' | 'symbol' | 'name'; sure: boolean } | null {
    const here = found.filter(({ accountId }) => accountId === this.#accountId);
    const asset =
      here.find((one) => one.currency === currency) ??
      here[0] ??
      found.find((one) => one.currency === currency) ??
      found[0];
    return asset ? { asset, by, sure: sure || (by === 'isin' && here.length === 1) } : null;
  }
}

function add(index: Map<string, AssetFact[]>, key: string, asset: AssetFact): void {
  if (key === '') return;
  const known = index.get(key);
  if (known) known.push(asset);
  else index.set(key, [asset]);
}
