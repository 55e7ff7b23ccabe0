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

// Of an asset in base currency both amounts are one and the same object: then they are computed once.

export function plus(a: Worth, b: Worth): Worth {
  if (b === nothing) return a;
  if (a === nothing) return b;
  const own = a.own && b.own && a.own.plus(b.own);
  if (a.own === a.base && b.own === b.base) return { own, base: own };
  return { own, base: a.base && b.base && a.base.plus(b.base) };
}

export function minus(a: Worth, b: Worth): Worth {
  if (b === nothing) return a;
  const own = a.own && b.own && a.own.minus(b.own);
  if (a.own === a.base && b.own === b.base) return { own, base: own };
  return { own, base: a.base && b.base && a.base.minus(b.base) };
}

/** `part / whole` of it; all of it, without any division, where the two are equal. */
export function portion(worth: Worth, part: Decimal, whole: Decimal): Worth {
  if (part.eq(whole)) return worth;
  const own = worth.own && divide(worth.own.times(part), whole);
  if (worth.own === worth.base) return { own, base: own };
  return { own, base: worth.base && divide(worth.base.times(part), whole) };
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
  if (rate?.times === one && rate.over === one) return amount;
  return rate && atRate(amount, rate);
}
