/** What the plan of an import needs to know of the portfolio: plain facts, read once. */

export interface AccountFact {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly closed: boolean;
}

export interface AssetFact {
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
  readonly isin: string;
  readonly currency: string;
  readonly accountId: string;
  /** The person has stated what it is worth. */
  readonly valued: boolean;
}

/** A transaction that is there. */
export interface BookingFact {
  readonly id: string;
  readonly accountId: string;
  /** Empty where only cash moved. */
  readonly assetId: string;
  readonly date: string;
  readonly type: string;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly currency: string;
  readonly fxRate: string | null;
  readonly note: string;
  /** Empty for one that was not imported. */
  readonly importId: string;
}

export interface PortfolioFacts {
  readonly homeCountry: string;
  readonly baseCurrency: string;
  readonly accounts: readonly AccountFact[];
  readonly assets: readonly AssetFact[];
  readonly bookings: readonly BookingFact[];
}
