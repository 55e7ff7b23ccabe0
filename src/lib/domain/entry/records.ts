/**
 * Records as the rest of the app sees and writes them: plain, in the shape of the newest data version, whatever version
 * is installed. Days are `YYYY-MM-DD`, instants ISO 8601 UTC, ids UUIDs, amounts decimal text. Fields that a record has
 * beyond these are kept by every write.
 */

export const transactionTypes = [
  'buy',
  'sell',
  'dividend',
  'interest',
  'deposit',
  'withdrawal',
  'fee',
  'tax',
  'transferIn',
  'transferOut',
  'split',
  'deliveryIn',
  'deliveryOut',
  'openingBalance'
] as const;
export type TransactionKind = (typeof transactionTypes)[number];

export const accountKinds = ['brokerage', 'bank', 'pension', 'property', 'wallet', 'insurance', 'liability'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const filingStatuses = ['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold'] as const;
export const incomeFrequencies = ['monthly', 'quarterly', 'halfYearly', 'yearly', 'irregular'] as const;
export const riskRatings = ['low', 'moderate', 'high', 'veryHigh', 'extreme'] as const;

/** What every record but prices and rates has. */
export interface Kept {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SettingsRecord extends Kept {
  readonly id: 'settings';
  readonly baseCurrency: string;
  readonly homeCountry: string;
  /** BCP 47. */
  readonly locale: string;
  readonly costMethod: 'fifo' | 'average';
  readonly spendingCurrencies: readonly string[];
  readonly horizonYears: number;
  /** By dimension and key, parts of 1: `{ class: { equity: 0.6 } }`. */
  readonly allocationTargets?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** A year, a part of 1: what the Sharpe ratio is taken with. */
  readonly riskFreeRate?: number;
}

export interface PersonRecord extends Kept {
  readonly name: string;
  readonly citizenships: readonly string[];
  readonly homeCountry: string;
  readonly filingStatus?: (typeof filingStatuses)[number];
}

export interface AccountRecord extends Kept {
  readonly name: string;
  readonly institution?: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: AccountKind;
  /** Persons; absent means every person. */
  readonly ownerIds?: readonly string[];
  readonly openedOn?: string;
  /** A closed account is kept, and no longer offered for new transactions. */
  readonly closedOn?: string;
}

export interface AssetRecord extends Kept {
  readonly accountId: string;
  readonly name: string;
  readonly symbol?: string;
  readonly isin?: string;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly assetType: string;
  readonly primaryCountry: string;
  readonly ownerCountry: string;
  /** The currency of every amount and price of it. */
  readonly primaryCurrency: string;
  readonly underlyingCurrency?: string;
  readonly hedgedTo?: string;
  /** The last stated value. */
  readonly currentValue: string;
  /** Units as last stated. */
  readonly quantity: string;
  readonly originalInvestment?: string;
  readonly acquisitionDate?: string;
  readonly institution?: string;
  readonly sector?: string;
  readonly tags: readonly string[];
  readonly notes?: string;
  readonly benchmarkSymbol?: string;
  readonly expectedAnnualIncome?: string;
  readonly incomeFrequency?: (typeof incomeFrequencies)[number];
  readonly riskRating?: (typeof riskRatings)[number];
  /** Archived when false. */
  readonly isActive: boolean;
  readonly isIncludedInPortfolio: boolean;
  /** In the order the person gave them; kept by the writes of `documents`, never written directly. */
  readonly documentIds: readonly string[];
}

export interface TransactionRecord extends Kept {
  readonly accountId: string;
  /** Absent where only cash moves. */
  readonly assetId?: string;
  readonly date: string;
  readonly type: TransactionKind;
  /** Units, not negative; of a split the new units for one old. */
  readonly quantity?: string;
  /** Per unit, in `currency`. */
  readonly price?: string;
  /** Before fees and taxes; `0` for a split. */
  readonly gross: string;
  readonly fees?: string;
  readonly taxes?: string;
  /** Of all amounts of it. */
  readonly currency: string;
  /** Units of the account's currency for one of `currency`, as booked. */
  readonly fxRate?: string;
  readonly note?: string;
  readonly importId?: string;
  /** The same on both ends of a transfer that was entered in one step. */
  readonly transferId?: string;
}

/** One closing price. */
export interface PriceRecord {
  readonly assetId: string;
  readonly day: string;
  /** In the asset's currency. */
  readonly close: string;
}

/** One exchange rate: what one `base` costs in `quote`. */
export interface RateRecord {
  readonly base: string;
  readonly quote: string;
  readonly day: string;
  readonly rate: string;
}

export interface DocumentRecord extends Kept {
  readonly kind: string;
  readonly title: string;
  readonly issued?: string;
  readonly issuedText?: string;
  readonly expires?: string;
  /** `held`: a file kept by this app. */
  readonly locationKind: 'held' | 'file' | 'url' | 'paper' | 'unknown';
  readonly location?: string;
  readonly moreParts?: readonly string[];
  readonly assetId?: string;
  readonly accountId?: string;
  readonly residencyId?: string;
}

/** What the value of an asset depends on, as the upgrade to currency risk worked it out. Amounts in base currency. */
export interface CurrencyRiskRecord extends Kept {
  readonly assetId: string;
  readonly baseCurrency: string | null;
  readonly quoteCurrency: string;
  readonly economicCurrency: string;
  /** `stated` where the asset names what it depends on. */
  readonly basis: 'stated' | 'assumed';
  readonly exposure?: {
    readonly asOf: string;
    readonly amount: string | null;
    readonly percentage: string | null;
    readonly currency: string;
    readonly hedged: string | null;
    readonly unhedged: string | null;
    readonly volatility: { readonly annual: number } | null;
    readonly valueAtRisk: { readonly amount: string; readonly confidence: number; readonly days: number } | null;
  };
  readonly hedging?: {
    readonly strategy: 'none' | 'full' | 'partial' | 'selective' | 'dynamic' | 'natural';
    /** Parts of 1. */
    readonly targetRatio: number;
    readonly currentRatio: number;
    readonly nextReview: string;
    readonly reason: string;
  };
}

/** What a rule asks for, of a person, an account or an asset. */
export interface RequirementRecord extends Kept {
  readonly requirement: string;
  readonly jurisdiction: string;
  readonly personId?: string;
  readonly accountId?: string;
  readonly assetId?: string;
  readonly trigger: string;
  readonly threshold?: string;
  readonly measured?: string;
  readonly currency?: string;
  readonly measuredOn: string;
  readonly dueOn?: string;
  readonly state: 'required' | 'notRequired' | 'review' | 'cannotTell';
  readonly reason?: string;
}

/** Where a person is taxed in one tax year. */
export interface ResidencyRecord extends Kept {
  readonly personId: string;
  readonly country: string;
  readonly residencyType: 'resident' | 'nonResident' | 'notOrdinarilyResident' | 'dual';
  readonly taxYear: string;
  readonly status: 'current' | 'toReview' | 'ended';
  readonly reason: string;
}

/** Records by store. Those of the other stores are seen as they are. */
export interface RecordShapes {
  readonly settings: SettingsRecord;
  readonly persons: PersonRecord;
  readonly accounts: AccountRecord;
  readonly assets: AssetRecord;
  readonly transactions: TransactionRecord;
  readonly prices: PriceRecord;
  readonly fxRates: RateRecord;
  readonly documents: DocumentRecord;
  readonly currencyRisks: CurrencyRiskRecord;
  readonly taxResidencies: ResidencyRecord;
  readonly dayLog: Kept & Readonly<Record<string, unknown>>;
  readonly complianceRequirements: RequirementRecord;
}

export type RecordStore = keyof RecordShapes;

/** Names one closing price among records. */
export function priceId(assetId: string, day: string): string {
  return `${assetId} ${day}`;
}

/** Names one exchange rate among records. */
export function rateId(base: string, quote: string, day: string): string {
  return `${base}${quote} ${day}`;
}
