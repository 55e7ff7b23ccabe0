/** Decimal text rounded as a booking is: digit by digit, never through a binary number. */

const pattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** At most `digits` decimals, half to even. Text that is no plain decimal comes back as it is. */
export function roundHalfEven(text: string, digits: number): string {
  const found = pattern.exec(text);
  if (found === null) return text;
  const [, sign = '', whole = '', fraction = ''] = found;
  if (fraction.length <= digits) return text;
  const kept = BigInt(whole + fraction.slice(0, digits));
  const dropped = fraction.slice(digits);
  const half = `5${'0'.repeat(dropped.length - 1)}`;
  const up = dropped > half || (dropped === half && kept % 2n === 1n);
  const rounded = (up ? kept + 1n : kept).toString().padStart(digits + 1, '0');
  const point = rounded.length - digits;
  return sign + rounded.slice(0, point) + (digits === 0 ? '' : `.${rounded.slice(point)}`);
}
