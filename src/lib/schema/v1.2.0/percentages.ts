/** Shares of a whole that add up to it, to the last digit shown. */
import { Decimal, divide, zero } from '../v1.0.0/decimal';

const DIGITS = 4;
/** 100 % in units of the last digit. */
export const WHOLE = 1_000_000;

/**
 * Percentages in units of the last digit, by the largest remainder: each is rounded down, and the largest fractions get
 * what is missing, the earlier one first. Null where an amount is, and everywhere when the whole is not above zero.
 */
export function sharesOf(amounts: readonly (Decimal | null)[]): readonly (number | null)[] {
  let whole = zero;
  for (const amount of amounts) if (amount) whole = whole.plus(amount);
  if (whole.lte(zero)) return amounts.map(() => null);

  const units = Decimal(String(WHOLE));
  const remainders: { at: number; rest: number }[] = [];
  let missing = WHOLE;
  const shares = amounts.map((amount, at) => {
    if (!amount) return null;
    const exact = divide(amount.times(units), whole);
    const towardsZero = exact.round(0, 0);
    const floor = Number(towardsZero.toFixed()) - (exact.lt(towardsZero) ? 1 : 0);
    remainders.push({ at, rest: Number(exact.minus(Decimal(String(floor))).toFixed()) });
    missing -= floor;
    return floor;
  });
  remainders.sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of remainders.slice(0, missing)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** `123456` is `12.3456`. */
export function percentText(units: number): string {
  const text = String(Math.abs(units)).padStart(DIGITS + 1, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`;
}
