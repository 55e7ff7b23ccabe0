/** What an asset is worth: its holding × the latest price, else what was last stated. Never both. */
import { type Decimal, decimalText, parseDecimal, zero } from './decimal';
import { atRate, type RateTable } from './fx';
import type { Holding } from './holdings';
import type { AssetLine } from './portfolio-view';
import type { PriceUsed } from './price-history';

export interface Valued {
  readonly amount: Decimal;
  readonly basis: AssetLine['valueBasis'];
  /** Day of the price; null for a stated value. */
  readonly day: string | null;
}

/**
 * In the asset's own currency. A holding needs both transactions and a price; without both the stated value counts,
 * a decimal text or null. What is owed is worth less than nothing, whichever sign it was stated with.
 */
export function valueOf(
  { currentValue, isLiability }: { currentValue: string | null; isLiability: boolean },
  holding: Holding | null,
  price: PriceUsed | null
): Valued {
  const signed = (amount: Decimal): Decimal => (isLiability ? amount.abs().neg() : amount);
  if (holding !== null && price !== null) {
    return { amount: signed(holding.quantity.times(price.price)), basis: 'holding × price', day: price.day };
  }
  const stated = parseDecimal(currentValue);
  if (stated === null) return { amount: zero, basis: 'none', day: null };
  return { amount: signed(stated), basis: 'stated', day: null };
}

/** The same value in another currency, with the day of the rate; null where no rate is known. */
export function converted(
  amount: Decimal,
  from: string,
  to: string,
  rates: RateTable,
  day: string
): { amount: string; day: string | null } | null {
  if (amount.eq(zero)) return { amount: '0', day: null };
  const used = rates.rate(from, to, day);
  if (used === null) return null;
  return { amount: decimalText(atRate(amount, used)), day: from === to ? null : used.day };
}

/** The earlier of two days, either of which may be unknown. */
export function earlier(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}
