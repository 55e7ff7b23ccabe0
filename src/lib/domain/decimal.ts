/**
 * Exact decimal numbers: the only kind that money, quantities, prices and rates are computed in.
 *
 * One configuration for the whole app: half even, twenty places, and `strict`, so that a binary floating-point number
 * can neither enter a sum nor leave one unnoticed.
 */
import Big from 'big.js';

export const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = 2;
Decimal.strict = true;

export type Decimal = Big;

export const zero: Decimal = Decimal('0');
export const one: Decimal = Decimal('1');

const pattern = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** The number that a decimal text stands for, or null when the text is no number. */
export function parseDecimal(text: unknown): Decimal | null {
  return typeof text === 'string' && pattern.test(text) ? Decimal(text) : null;
}

/** The number that a decimal text stands for. Throws a `RangeError` that shows the text. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`Not a decimal number: '${text}'`);
  return value;
}

/** Plain notation without an exponent, without trailing zeros, and without a minus before zero. */
export function decimalText(value: Decimal): string {
  return value.eq(zero) ? '0' : value.toFixed();
}

/**
 * `dividend / divisor` to at least twenty significant digits, half even.
 * Twenty decimal places alone would leave a small quotient (1 JPY in bitcoin) with a handful of digits.
 *
 * Divided as whole numbers: what big.js computes digit by digit takes several times as long, and whole portfolios are
 * converted. The digits are the same.
 */
export function divide(dividend: Decimal, divisor: Decimal): Decimal {
  if (dividend.c[0] === 0 || divisor.c[0] === 0) return dividend.div(divisor);
  const places = Decimal.DP + Math.max(0, divisor.e - dividend.e + 1);
  const shift = wholeExponent(dividend) - wholeExponent(divisor) + places;
  const above = wholeDigits(dividend) * powerOfTen(Math.max(0, shift));
  const below = wholeDigits(divisor) * powerOfTen(Math.max(0, -shift));
  let quotient = above / below;
  const twice = (above - quotient * below) * 2n;
  if (twice > below || (twice === below && (quotient & 1n) === 1n)) quotient += 1n;
  return Decimal(`${dividend.s === divisor.s ? '' : '-'}${quotient}e-${places}`);
}

const powersOfTen: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  return (powersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

/** All digits of a number as a whole number, which is to be taken × 10^{@link wholeExponent}. */
function wholeDigits({ c }: Decimal): bigint {
  return BigInt(c.join(''));
}

function wholeExponent({ c, e }: Decimal): number {
  return e - c.length + 1;
}

/** The ratio as a binary number, for shares and returns; never for money. Null when the divisor is zero. */
export function ratio(dividend: Decimal, divisor: Decimal): number | null {
  return divisor.eq(zero) ? null : Number(divide(dividend, divisor).toString());
}
