/** Exact decimals with a frozen configuration of their own: half even, forty places, no binary numbers let in. */
import Big from 'big.js';

export const Decimal = Big();
Decimal.DP = 40;
Decimal.RM = 2;
Decimal.strict = true;

export type Decimal = Big;

export const zero: Decimal = Decimal('0');
export const one: Decimal = Decimal('1');

const pattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Plain notation: digits, at most one point, no exponent, no leading zeros. */
export function isDecimalText(text: string): boolean {
  return pattern.test(text);
}

/** Plain notation without trailing zeros and without a minus before zero. */
export function plain(value: Decimal): string {
  return value.eq(zero) ? '0' : value.toFixed();
}

/** `dividend / divisor` to twenty significant digits, half even. */
export function divide(dividend: Decimal, divisor: Decimal): Decimal {
  const shift = Math.max(0, divisor.e - dividend.e + 1);
  return dividend
    .times(Decimal(`1e${shift}`))
    .div(divisor)
    .prec(20)
    .times(Decimal(`1e-${shift}`));
}
