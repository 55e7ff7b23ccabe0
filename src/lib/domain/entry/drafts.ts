/** What a form holds while one types: text in every field, as it was typed; empty where nothing was. */
import type { NumberStyle } from './numbers';
import type { AccountRecord, AssetRecord, TransactionKind } from './records';

/** Something to say at a field, in its own words. */
export interface FieldNote {
  readonly field: string;
  /** In English. */
  readonly message: string;
  /** The sentence before its `{words}` were put in, for a catalogue of translations; absent where there are none to put in. */
  readonly template?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What came of checking a form. */
export interface Checked<T> {
  /** What would be saved; null while there are problems. */
  readonly record: T | null;
  /** Stand in the way of saving. The first is the one to go to. */
  readonly problems: readonly FieldNote[];
  /** True but doubtful: told, and saved all the same. */
  readonly warnings: readonly FieldNote[];
  /** Fields that follow from the others and were left empty, in plain notation: the gross amount of units and price. */
  readonly filled: Readonly<Record<string, string>>;
}

/** What checking needs to know beside the form. */
export interface EntryContext {
  /** How the person writes numbers. */
  readonly style: NumberStyle;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  account(id: string): KnownAccount | null;
  asset(id: string): KnownAsset | null;
  /** Units held in the account on the day of the transaction, before it; null while that is not known. */
  readonly held: string | null;
}

export interface KnownAccount {
  readonly name: string;
  readonly currency: string;
  readonly openedOn?: string | undefined;
  readonly closedOn?: string | undefined;
}

export interface KnownAsset {
  readonly name: string;
  readonly currency: string;
  /** Something that is owed. */
  readonly liability: boolean;
}

export interface TransactionDraft {
  readonly type: TransactionKind;
  readonly date: string;
  readonly accountId: string;
  /** Empty where only cash moves. */
  readonly assetId: string;
  /** Of a split the new units for one old, or `3:2`. */
  readonly quantity: string;
  readonly price: string;
  readonly gross: string;
  readonly fees: string;
  readonly taxes: string;
  /** Empty: the asset's, else the account's. */
  readonly currency: string;
  readonly fxRate: string;
  readonly note: string;
}
export type TransactionField = keyof TransactionDraft;

export interface TransferDraft {
  readonly date: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  /** Empty: cash. */
  readonly assetId: string;
  /** Of an asset. */
  readonly quantity: string;
  /** What leaves, of cash. */
  readonly amount: string;
  /** Empty: the account's. */
  readonly currency: string;
  /** What arrives; empty where both currencies are the same. */
  readonly amountIn: string;
  /** Empty: the account's. */
  readonly currencyIn: string;
  readonly fees: string;
  readonly note: string;
}
export type TransferField = keyof TransferDraft;

export interface AccountDraft {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: AccountRecord['kind'];
  readonly openedOn: string;
  readonly closedOn: string;
  /** Empty: every person. */
  readonly ownerIds: readonly string[];
}
export type AccountField = keyof AccountDraft;

export interface AssetDraft {
  readonly name: string;
  readonly accountId: string;
  readonly assetType: string;
  readonly symbol: string;
  readonly isin: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly primaryCountry: string;
  readonly ownerCountry: string;
  readonly primaryCurrency: string;
  readonly underlyingCurrency: string;
  readonly hedgedTo: string;
  /** The stated value; empty is zero. */
  readonly currentValue: string;
  /** Units as stated; empty is zero. */
  readonly quantity: string;
  readonly originalInvestment: string;
  readonly acquisitionDate: string;
  readonly institution: string;
  readonly sector: string;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly benchmarkSymbol: string;
  readonly expectedAnnualIncome: string;
  readonly incomeFrequency: AssetRecord['incomeFrequency'] | '';
  readonly riskRating: AssetRecord['riskRating'] | '';
  readonly isActive: boolean;
  readonly isIncludedInPortfolio: boolean;
}
export type AssetField = keyof AssetDraft;

export interface PriceDraft {
  readonly assetId: string;
  readonly day: string;
  readonly close: string;
}

export interface RateDraft {
  readonly base: string;
  readonly quote: string;
  readonly day: string;
  readonly rate: string;
}
