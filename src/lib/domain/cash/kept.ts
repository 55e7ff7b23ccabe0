/** Whether the cash of an account is part of the portfolio. */
import type { Booking } from '../lots/booking';

/**
 * - `kept`: its bookings say what cash is in it, so that cash counts, and buying with it is no new money.
 * - `notKept`: nothing says where the money for purchases came from or where proceeds went; the cash lies outside the
 *   portfolio, and purchases are money put in.
 * - `stated`: an asset of the account states its cash; what is booked does not count a second time, and lies outside in
 *   the same way.
 */
export type CashKeeping = 'kept' | 'notKept' | 'stated';

/** An asset as far as this is concerned. */
export interface CashHolder {
  readonly accountId: string;
  /** Class of the asset; only `cash` matters. */
  readonly category: string;
  readonly isActive: boolean;
}

/** Types that put cash as such into an account or take it out; the last three only where no asset is named. */
const always: ReadonlySet<string> = new Set(['deposit', 'withdrawal']);
const withoutAsset: ReadonlySet<string> = new Set(['openingBalance', 'transferIn', 'transferOut']);

/** Whether one transaction shows that the cash of its account is kept by bookings. */
export function showsKeptCash({ type, assetId }: Pick<Booking, 'type' | 'assetId'>): boolean {
  return always.has(type) || (assetId === null && withoutAsset.has(type));
}

/**
 * How each account keeps its cash. An account is `kept` from its first day on if it has a deposit, a withdrawal, an
 * opening balance of cash or a transfer of cash on any day; but `stated` if it holds an active asset of the class cash.
 * Accounts that are not in the answer are not kept.
 */
export function cashKeeping(
  bookings: Iterable<Pick<Booking, 'accountId' | 'type' | 'assetId'>>,
  assets: Iterable<CashHolder>
): ReadonlyMap<string, CashKeeping> {
  const keeping = new Map<string, CashKeeping>();
  for (const booking of bookings) {
    if (showsKeptCash(booking)) keeping.set(booking.accountId, 'kept');
    else if (!keeping.has(booking.accountId)) keeping.set(booking.accountId, 'notKept');
  }
  for (const { accountId, category, isActive } of assets) {
    if (isActive && category === 'cash') keeping.set(accountId, 'stated');
  }
  return keeping;
}
