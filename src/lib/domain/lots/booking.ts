/** A transaction as lots and returns need it, and the order in which transactions take effect. */
import type { Decimal } from '../decimal';

/** Units of a named lot that a sale takes. */
export interface LotPick {
  /** The id of the transaction that brought the lot in. */
  readonly lotId: string;
  readonly quantity: Decimal;
}

/** Money is in `currency`, never rounded. What a transaction does not state is zero, a rate `null`. */
export interface Booking {
  readonly id: string;
  readonly accountId: string;
  /** Null where only cash moves. */
  readonly assetId: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `buy`, `sell`, `dividend`, …; an unknown type does nothing. */
  readonly type: string;
  /** Units in or out, never negative; of a split the number of new units for one old. */
  readonly quantity: Decimal;
  /** Before fees and taxes. */
  readonly gross: Decimal;
  readonly fees: Decimal;
  readonly taxes: Decimal;
  readonly currency: string;
  readonly accountCurrency: string;
  /** Units of the account's currency for one of `currency`, as booked. */
  readonly fxRate: Decimal | null;
  readonly createdAt: string;
  /** For deliveries and opening balances: since when the units were held elsewhere. `YYYY-MM-DD`. */
  readonly acquired?: string;
  /** The lots that a sale, a delivery or a transfer takes, where it names them. */
  readonly picks?: readonly LotPick[];
}

/** Within one day what comes in goes before splits, and splits before what goes out: the order of holdings. */
const ranks: ReadonlyMap<string, number> = new Map(
  [
    'openingBalance',
    'deliveryIn',
    'transferIn',
    'deposit',
    'buy',
    'split',
    'dividend',
    'interest',
    'sell',
    'fee',
    'tax',
    'withdrawal',
    'transferOut',
    'deliveryOut'
  ].map((type, rank) => [type, rank])
);

/** By day, then by type, then by creation. */
export function compareBookings(a: Booking, b: Booking): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const byType = (ranks.get(a.type) ?? ranks.size) - (ranks.get(b.type) ?? ranks.size);
  if (byType !== 0) return byType;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The same bookings in the order in which they take effect; those already in order are only looked through. */
export function inOrder(bookings: readonly Booking[]): readonly Booking[] {
  for (let at = 1; at < bookings.length; at++) {
    if (compareBookings(bookings[at - 1] as Booking, bookings[at] as Booking) > 0) {
      return [...bookings].sort(compareBookings);
    }
  }
  return bookings;
}
