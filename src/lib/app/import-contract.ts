/**
 * Getting a history in from foreign files: three steps on one page, file, columns, rows. Nothing is written before
 * `run`, and what it wrote is taken back whole by `undo`.
 *
 * Every sentence in here is ready to be shown, and every cell and name came out of a file: text, never markup.
 */
import type { Failure } from './contract';
import type { AssetType, DayOrder, DecimalMark, Field, Guess, Meaning, TransactionType } from '../import';

export type { AssetType, DayOrder, DecimalMark, Field, Guess, Meaning, TransactionType };

/** What the file is about: bookings, closes of assets, or exchange rates. */
export type ImportContent = 'transactions' | 'prices' | 'rates';

/** A column of the file. */
export interface ImportColumn {
  readonly index: number;
  /** As the file calls it; `Column 3` where it has no header. */
  readonly name: string;
  /** The first cells that are not empty, at most five. */
  readonly samples: readonly string[];
  /** What it is taken for; null: not used. */
  readonly field: Field | null;
}

/** A word of the type column. */
export interface ImportWord {
  /** As the file writes it. */
  readonly word: string;
  readonly rows: number;
  /** Null: not known, and its rows are wrong until the person says what it means. */
  readonly meaning: Meaning | null;
  /** The person said so, or it was remembered from the last file of this shape. */
  readonly said: boolean;
}

export interface AccountToMake {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: 'brokerage' | 'bank' | 'pension' | 'property' | 'wallet' | 'insurance' | 'liability';
}
export type AccountChoice = { readonly id: string } | { readonly make: AccountToMake };

/** Where rows go: one of these for each value of the account column, or one for the whole file. */
export interface ImportAccount {
  /** The file's own name of it; empty where the file names none. */
  readonly value: string;
  readonly rows: number;
  /** Null: the person has to say it. */
  readonly choice: AccountChoice | null;
  /** In words: the name of the account that was chosen, or of the one that will be made. */
  readonly label: string;
}

export interface AssetToMake {
  readonly name: string;
  readonly isin: string;
  readonly symbol: string;
  readonly assetType: AssetType;
  /** Domicile. */
  readonly country: string;
  readonly currency: string;
}
export type AssetChoice = { readonly id: string } | { readonly make: AssetToMake };

/** A security that the file names. */
export interface ImportAsset {
  /** Names it in `setAsset`. */
  readonly key: string;
  readonly name: string;
  readonly isin: string;
  readonly symbol: string;
  readonly rows: number;
  /** An empty `id`: none yet. Prices of it are left out until one is chosen; bookings always have one. */
  readonly choice: AssetChoice;
  readonly label: string;
  /** By what it was found among the assets that are there; null for one to be made, or chosen by the person. */
  readonly matchedBy: 'isin' | 'symbol' | 'name' | null;
  /** False where it was found by its name alone, or several assets fit, or its type could only be guessed. */
  readonly sure: boolean;
}

/** The second step. What is in `missing` stands between the person and the rows. */
export interface ImportColumns {
  readonly name: string;
  readonly content: ImportContent;
  /** `DEGIRO, account statement`; null where the columns were guessed. */
  readonly format: string | null;
  /** How the file was read: `semicolons, Windows-1252, 2 title lines, 1 totals line`. */
  readonly reading: string;
  readonly remembered: boolean;
  readonly columns: readonly ImportColumn[];
  readonly words: readonly ImportWord[];
  readonly decimalMark: DecimalMark;
  readonly dayOrder: DayOrder;
  /** For rows whose file names none; null: not said. */
  readonly currency: string | null;
  readonly guesses: readonly Guess[];
  readonly accounts: readonly ImportAccount[];
  readonly assets: readonly ImportAsset[];
  /** Which of the file's dates and amounts that are there already in another form: the file's or the present ones. */
  readonly keep: 'file' | 'present';
  /** Sentences. Empty: the rows can be shown. */
  readonly missing: readonly string[];
  /** Data rows of the file. */
  readonly rows: number;
}

/** A change of the second step; what is left out stays. Kept for the next file of the same shape. */
export interface MappingChange {
  /** By column: what it is, or null for not used. A field has one column: the one named last. */
  readonly columns?: Readonly<Record<number, Field | null>>;
  /** By word, as the file writes it. */
  readonly words?: Readonly<Record<string, Meaning>>;
  readonly decimalMark?: DecimalMark;
  readonly dayOrder?: DayOrder;
  readonly currency?: string;
  readonly keep?: 'file' | 'present';
}

/**
 * - `ready`: will be imported;
 * - `doubtful`: could be there already, or reads two ways: left out until the person takes it;
 * - `duplicate`: is there already for sure, from an earlier import: left out unless taken anyway;
 * - `wrong`: cannot be imported as it is;
 * - `leftOut`: is nothing that belongs into the portfolio, such as a total or a sweep between a broker's own accounts.
 */
export type RowStatus = 'ready' | 'doubtful' | 'duplicate' | 'wrong' | 'leftOut';

/** `takeAnyway` imports a duplicate; nothing makes a wrong row importable but a change of the second step. */
export type RowDecision = 'take' | 'leave' | 'takeAnyway';

/** One booking, as it will be written or as it is there. Amounts are plain decimal texts in `currency`. */
export interface BookingShown {
  readonly type: TransactionType;
  readonly date: string;
  readonly account: string;
  /** Empty where only cash moves. */
  readonly asset: string;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly currency: string;
  readonly fxRate: string | null;
  readonly note: string;
}

/** One thing that happened, from one or several lines of the file. */
export interface ImportRow {
  /** Its place among all rows; names it in `decide`. */
  readonly index: number;
  readonly status: RowStatus;
  /** Lines of the file, counted from 1. */
  readonly lines: readonly number[];
  /** Cells of each of these lines, as they stand in the file. */
  readonly raw: readonly (readonly string[])[];
  readonly becomes: readonly BookingShown[];
  /** What is wrong or doubtful, and why it is left out, in sentences. */
  readonly problems: readonly string[];
  /** The bookings in the portfolio that it could be, the likeliest first. */
  readonly candidates: readonly BookingShown[];
  /** What the person said; null: goes by its status. */
  readonly decision: RowDecision | null;
  /** Whether it will be imported. */
  readonly taken: boolean;
}

export interface RowCounts {
  readonly total: number;
  readonly ready: number;
  readonly doubtful: number;
  readonly duplicate: number;
  readonly wrong: number;
  readonly leftOut: number;
  /** Rows that will be imported, decisions counted, and the bookings they become. */
  readonly taken: number;
  readonly bookings: number;
}

/** One series of a file of prices or rates: an asset, or a currency against the euro. */
export interface ImportSeries {
  readonly label: string;
  /** Null where nothing in the portfolio fits: it is left out. */
  readonly target: string | null;
  readonly days: number;
  readonly first: string;
  readonly last: string;
  /** Days of the file without a figure; they stay without one. */
  readonly gaps: number;
  readonly added: number;
  /** There already with another figure: replaced or kept, as `keep` says. */
  readonly different: number;
  readonly same: number;
}

/** The third step. */
export interface ImportRows {
  readonly counts: RowCounts;
  /** For prices and rates; empty for transactions. */
  readonly series: readonly ImportSeries[];
  /** Which rows the window runs over; null: all. */
  readonly filter: RowStatus | null;
  /** Rows that pass the filter. */
  readonly matching: number;
  /** The rows asked for last with `show`; `from` counts among those that pass the filter. */
  readonly from: number;
  readonly window: readonly ImportRow[];
  /** What stands on the one button, such as `Import 128 transactions`. */
  readonly button: string;
  readonly newAccounts: number;
  readonly newAssets: number;
}

export interface ImportSummary {
  readonly name: string;
  readonly content: ImportContent;
  readonly bookings: number;
  readonly newAccounts: readonly string[];
  readonly newAssets: readonly string[];
  /** Figures of prices or rates; of transactions, days that got a price from a trade. */
  readonly added: number;
  readonly replaced: number;
  readonly kept: number;
  readonly notImported: number;
  /** One line each, for reading and for a screen reader. */
  readonly sentences: readonly string[];
  /** When a backup was made before: its name. */
  readonly backup: string | null;
}

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly fraction: number; readonly message: string }
  /** The file is nothing that can be imported; the sentence says what it is and what to do. */
  | { readonly kind: 'refused'; readonly name: string; readonly sentence: string }
  /** `busy`: a change is being worked out; what is shown is the state before it. */
  | { readonly kind: 'columns'; readonly columns: ImportColumns; readonly busy: boolean }
  | { readonly kind: 'rows'; readonly columns: ImportColumns; readonly rows: ImportRows; readonly busy: boolean }
  | {
      readonly kind: 'running';
      readonly name: string;
      readonly fraction: number;
      readonly message: string;
      readonly cancelling: boolean;
    }
  /** `undone`: it was taken back. */
  | { readonly kind: 'done'; readonly summary: ImportSummary; readonly undone: boolean; readonly busy: boolean }
  /** Nothing was written. `retry` goes back to the rows. */
  | { readonly kind: 'failed'; readonly name: string; readonly failure: Failure; readonly cancelled: boolean };

/** Import: `importing.svelte.ts`. */
export interface Importing {
  readonly state: ImportState;
  /** Names of files that were chosen too and come next. */
  readonly waiting: readonly string[];
  chooseFile(file: File): Promise<void>;
  /** One after another. */
  chooseFiles(files: readonly File[]): Promise<void>;
  setMapping(change: MappingChange): Promise<void>;
  /** `value`: that of the account column; empty where the file names none. */
  setAccount(value: string, choice: AccountChoice): Promise<void>;
  /** `key`: that of an {@link ImportAsset}. Null goes back to what was found. */
  setAsset(key: string, choice: AssetChoice | null): Promise<void>;
  /** From columns to rows, once nothing is missing. */
  showRows(): Promise<void>;
  /** From rows to columns. */
  showColumns(): void;
  /** Asks for a window of rows; the state gets it. */
  show(request: { readonly from: number; readonly count: number; readonly filter?: RowStatus | null }): Promise<void>;
  /** Null takes a decision back. */
  decide(rows: readonly number[], decision: RowDecision | null): Promise<void>;
  /** All rows of one status at once. */
  decideAll(status: RowStatus, decision: RowDecision | null): Promise<void>;
  /** Writes what is taken, as one step. */
  run(): Promise<void>;
  cancel(): void;
  /** From `failed` back to the rows. */
  retry(): Promise<void>;
  /** Takes the last import back, as one step. */
  undo(): Promise<void>;
  /** Puts the file aside; goes on with the next one that was chosen, if any. */
  leave(): Promise<void>;
}
