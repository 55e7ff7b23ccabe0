/** What rows of a file become, before accounts and assets of a portfolio are named for them. */
import type { TransactionType } from '../mapping/mapping';
import type { TableRow } from '../reading/table';

/** A security as the file names it; empty where it does not say. */
export interface Security {
  readonly isin: string;
  readonly symbol: string;
  readonly wkn: string;
  readonly name: string;
  /** The file's own word for what it is. */
  readonly assetClass: string;
  /** What it is traded in. */
  readonly currency: string;
}

/** One transaction. Amounts are plain decimal texts in `currency`. */
export interface ImportedBooking {
  readonly type: TransactionType;
  readonly date: string;
  /** `HH:MM:SS`; orders what happened on one day. */
  readonly time: string | null;
  /** The file's own name of the account; empty where it names none. */
  readonly account: string;
  readonly security: Security | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly currency: string;
  /** Where the account moved another currency than `currency`: that one, and how much of it for one of `currency`. */
  readonly settled: { readonly currency: string; readonly rate: string } | null;
  readonly note: string;
  /** Of a split whose file tells the units it added (or took, when negative) and not the ratio: what is held tells that. */
  readonly unitsAdded?: string;
}

/** One thing that happened, from one or several rows. */
export interface ImportedItem {
  readonly rows: readonly TableRow[];
  readonly bookings: readonly ImportedBooking[];
  /** Why it cannot be imported. */
  readonly problems: readonly string[];
  /** Why it should be looked at before. */
  readonly doubts: readonly string[];
  /** Why it does not belong into the portfolio; null where it does. */
  readonly leftOut: string | null;
  /** Of one side of an exchange of money: the reference that its other side has too, empty where the file gives none. */
  readonly exchange?: string;
}

export function leftOut(rows: readonly TableRow[], reason: string): ImportedItem {
  return { rows, bookings: [], problems: [], doubts: [], leftOut: reason };
}

export function wrong(rows: readonly TableRow[], ...problems: readonly string[]): ImportedItem {
  return { rows, bookings: [], problems, doubts: [], leftOut: null };
}
