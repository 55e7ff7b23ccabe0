/** What a portfolio consists of: one line per asset, and sums of them. Amounts are decimal texts. */

/** One asset, in its own and in the base currency. */
export interface AssetLine {
  readonly id: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly assetType: string;
  readonly category: string;
  readonly country: string;
  readonly account: string;
  readonly quantity: string | null;
  /** In the asset's own currency. */
  readonly value: { readonly amount: string; readonly currency: string };
  /** How the value came about. */
  readonly valueBasis: 'holding × price' | 'stated' | 'none';
  /** Day of the price or rate used, where there is one; of both the older. */
  readonly asOf: string | null;
  /** In the base currency; null where no rate is known. */
  readonly baseAmount: string | null;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
}

/** The sum of all counted assets that share a class, country or currency. */
export interface TotalLine {
  readonly key: string;
  readonly label: string;
  /** In base currency. */
  readonly amount: string;
  /** 0 to 1 of the sum of absolute values; null where it cannot be said. */
  readonly share: number | null;
  readonly assets: number;
}
