import { atRate, zero, type Decimal, type RateUsed } from '../../domain';

/** An amount at a rate, null where there is none. Nothing is nothing in any currency, with or without a rate. */
export function atRateUsed(amount: Decimal, rate: Pick<RateUsed, 'times' | 'over'> | null): Decimal | null {
  if (amount.eq(zero)) return zero;
  return rate && atRate(amount, rate);
}
