/** An amount in two currencies at once, each of them unknown where a rate is missing: never converted at a guess. */
import { type Decimal, divide, one, zero } from '../decimal';
import { atRate, type RateTable, type RateUsed } from '../fx';
import type { Booking } from './booking';

/** Null where no rate is known. */
export interface Worth {
  /** In the asset's own currency. */
  readonly own: Decimal | null;
  readonly base: Decimal | null;
}

export const nothing: Worth = { own: zero, base: zero };

export function plus(a: Worth, b: Worth): Worth {
  return { own: a.own && b.own && a.own.plus(b.own), base: a.base && b.base && a.base.plus(b.base) };
}

export function minus(a: Worth, b: Worth): Worth {
  return { own: a.own && b.own && a.own.minus(b.own), base: a.base && b.base && a.base.minus(b.base) };
}

/** `part / whole` of it; all of it, without any division, where the two are equal. */
export function portion(worth: Worth, part: Decimal, whole: Decimal): Worth {
  if (part.eq(whole)) return worth;
  return {
    own: worth.own && divide(worth.own.times(part), whole),
    base: worth.base && divide(worth.base.times(part), whole)
  };
}

/** A rate and whether it is the transaction's own. */
export interface AppliedRate extends RateUsed {
  readonly booked: boolean;
}

/**
 * What one unit of a booking's currency is worth in another on its day. Its own rate, which leads to the account's
 * currency, beats the table; from there the table leads on where it must. Null where no rate is known.
 */
export function rateFor(booking: Booking, to: string, rates: RateTable): AppliedRate | null {
  const { currency, accountCurrency, fxRate, date } = booking;
  if (currency !== to && currency !== accountCurrency && fxRate?.gt(zero)) {
    if (accountCurrency === to)
      return { times: fxRate, over: one, day: date, stale: false, through: null, booked: true };
    const onward = rates.rate(accountCurrency, to, date);
    if (onward !== null)
      return { ...onward, times: fxRate.times(onward.times), through: accountCurrency, booked: true };
  }
  const used = rates.rate(currency, to, date);
  return used && { ...used, booked: false };
}

/** Nothing is nothing in any currency, with or without a rate. */
export function convert(amount: Decimal, rate: RateUsed | null): Decimal | null {
  if (amount.eq(zero)) return zero;
  return rate && atRate(amount, rate);
}
