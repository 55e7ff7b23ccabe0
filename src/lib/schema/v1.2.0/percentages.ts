/** Shares of a whole that add up to it, to the last digit shown. */
import type { Decimal } from '../v1.0.0/decimal';

const DIGITS = 4;
/** 100 % in units of the last digit. */
export const WHOLE = 1_000_000;

/**
 * Percentages in units of the last digit, by the largest remainder: each is rounded down, and the largest fractions get
 * what is missing, the earlier one first. Null where an amount is, and everywhere when the whole is not above zero.
 */
export function sharesOf(amounts: readonly (Decimal | null)[]): readonly (number | null)[] {
  const places = amounts.reduce((most, amount) => Math.max(most, amount ? amount.c.length - amount.e - 1 : 0), 0);
  const integers = amounts.map((amount) => amount && BigInt(amount.toFixed(places).replace('.', '')));
  let whole = 0n;
  for (const integer of integers) if (integer !== null) whole += integer;
  if (whole <= 0n) return amounts.map(() => null);

  const remainders: { readonly at: number; readonly rest: bigint }[] = [];
  let missing = WHOLE;
  const shares = integers.map((integer, at) => {
    if (integer === null) return null;
    const product = integer * BigInt(WHOLE);
    const rest = ((product % whole) + whole) % whole;
    const floor = Number((product - rest) / whole);
    remainders.push({ at, rest });
    missing -= floor;
    return floor;
  });
  remainders.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1));
  for (const { at } of remainders.slice(0, missing)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** `123456` is `12.3456`. */
export function percentText(units: number): string {
  const text = String(Math.abs(units)).padStart(DIGITS + 1, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -DIGITS)}.${text.slice(-DIGITS)}`;
}
