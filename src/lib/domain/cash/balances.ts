/** Cash of accounts after their bookings: by currency, and running. */
import { type Decimal, zero } from '../decimal';
import { inOrder, type Booking } from '../lots/booking';
import { cashMove, type CashMove } from './effect';

/** What one transaction did to the cash of its account. */
export interface CashEntry extends CashMove {
  /** Cash of the account in the same currency afterwards. */
  readonly balance: Decimal;
}

/** Cash in the accounts of any number of bookings, in the order in which they take effect. */
export class CashBook {
  readonly #accounts = new Map<string, Map<string, Decimal>>();

  /** Bookings of one account have to come in their order (`compareBookings`), for balances to be right in between. */
  add(booking: Booking): CashEntry {
    const { amount, currency } = cashMove(booking);
    let account = this.#accounts.get(booking.accountId);
    if (account === undefined) this.#accounts.set(booking.accountId, (account = new Map()));
    const known = account.get(currency);
    if (amount.eq(zero)) return { amount, currency, balance: known ?? zero };
    const balance = known === undefined ? amount : known.plus(amount);
    account.set(currency, balance);
    return { amount, currency, balance };
  }

  /** By currency, without those in which nothing is left. */
  of(accountId: string): readonly CashMove[] {
    return [...(this.#accounts.get(accountId) ?? [])]
      .filter(([, amount]) => !amount.eq(zero))
      .map(([currency, amount]) => ({ amount, currency }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }

  get accounts(): readonly string[] {
    return [...this.#accounts.keys()];
  }
}

/**
 * What every booking does to the cash of its account and what is there afterwards, by the id of the booking.
 * @param bookings in any order.
 */
export function runningCash(bookings: readonly Booking[]): ReadonlyMap<string, CashEntry> {
  const book = new CashBook();
  return new Map(inOrder(bookings).map((booking) => [booking.id, book.add(booking)]));
}

/**
 * Cash by account and currency at the end of a day, whether it is kept by bookings or not (see `cashKeeping`).
 * @param bookings in any order. @param until later ones are left out; `YYYY-MM-DD`.
 */
export function cashBalances(bookings: readonly Booking[], until?: string): ReadonlyMap<string, readonly CashMove[]> {
  const book = new CashBook();
  for (const booking of bookings) if (until === undefined || booking.date <= until) book.add(booking);
  return new Map(book.accounts.map((account) => [account, book.of(account)]));
}
