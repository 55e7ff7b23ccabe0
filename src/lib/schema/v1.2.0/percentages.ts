/** Shares of a total in per cent with two decimals that add up to exactly 100.00. */
import { Decimal, divide, one, zero } from '../v1.0.0/decimal';

const HUNDREDTHS = Decimal('10000');

/**
 * By the largest remainder: every share is rounded down, and what is left goes, a hundredth at a time, to those that
 * lost most (the earlier one where two lost the same). Null where the total is zero.
 */
export function percentagesOf(amounts: readonly Decimal[]): readonly string[] | null {
  const total = amounts.reduce((sum, amount) => sum.plus(amount), zero);
  if (total.eq(zero)) return null;
  const exact = amounts.map((amount) => divide(amount.times(HUNDREDTHS), total));
  const floors = exact.map((value) => {
    const down = value.round(0, 0);
    return down.gt(value) ? down.minus(one) : down;
  });
  let left = Number(HUNDREDTHS.minus(floors.reduce((sum, value) => sum.plus(value), zero)).toFixed(0));
  const order = exact
    .map((value, at) => ({ at, lost: value.minus(floors[at] ?? zero) }))
    .sort((a, b) => b.lost.cmp(a.lost) || a.at - b.at);
  for (const { at } of order) {
    if (left <= 0) break;
    floors[at] = (floors[at] ?? zero).plus(one);
    left--;
  }
  return floors.map((value) => value.div(Decimal('100')).toFixed(2));
}
