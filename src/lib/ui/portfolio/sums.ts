/** Exact sums of decimal texts, digit by digit: a subtotal passes through no binary float. */

/** The sum of plain decimal texts; null when there is none to add. */
export function sumOf(amounts: Iterable<string | null>): string | null {
  let whole: bigint | null = null;
  let places = 0;
  for (const amount of amounts) {
    if (amount === null) continue;
    const [before = '0', after = ''] = amount.split('.');
    if (after.length > places) {
      whole = (whole ?? 0n) * 10n ** BigInt(after.length - places);
      places = after.length;
    }
    whole = (whole ?? 0n) + BigInt(before + after.padEnd(places, '0'));
  }
  return whole === null ? null : textOf(whole, places);
}

/** The quotient of two decimal texts as a binary number, for shares and returns only; null without a divisor. */
export function quotientOf(dividend: string | null, divisor: string | null): number | null {
  if (dividend === null || divisor === null) return null;
  const by = Number(divisor);
  return by === 0 ? null : Number(dividend) / by;
}

function textOf(whole: bigint, places: number): string {
  const sign = whole < 0n ? '-' : '';
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0');
  const before = digits.slice(0, digits.length - places);
  const after = digits.slice(digits.length - places).replace(/0+$/, '');
  return after === '' ? sign + before : `${sign}${before}.${after}`;
}
