/**
 * Amounts, quantities and shares as people read them. Decimal strings stay decimal strings: `Intl.NumberFormat` takes
 * them exactly, so no digit passes through a binary float.
 */

/** Currencies whose minor unit is not a hundredth (ISO 4217); `Intl` differs from the standard for many codes. */
const minorUnits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      'BIF',
      'CLP',
      'DJF',
      'GNF',
      'ISK',
      'JPY',
      'KMF',
      'KRW',
      'PYG',
      'RWF',
      'UGX',
      'VND',
      'VUV',
      'XAF',
      'XOF',
      'XPF'
    ].map((code) => [code, 0])
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3]))
};

const decimalPattern = /^[+-]?\d+(\.\d+)?$/;
const minus = '\u2212';
const formats = new Map<string, Intl.NumberFormat>();

function format(minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${minimum} ${maximum}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(undefined, {
      minimumFractionDigits: minimum,
      maximumFractionDigits: maximum,
      roundingMode: 'halfEven'
    });
    formats.set(key, found);
  }
  return found;
}

/** Groups the digits of a decimal string; text that is no decimal number comes back as it is. */
function grouped(text: string, minimum: number, maximum: number): string {
  if (!decimalPattern.test(text)) return text;
  const shown = format(minimum, maximum).format(text.replace('-', '') as `${number}`);
  return text.startsWith('-') && /[1-9]/.test(shown) ? minus + shown : shown;
}

/** `-1234567.8` in INR → `−1,234,567.80` (`−12,34,567.80` where the person's locale groups so). */
export function amountText(amount: string, currency: string): string {
  const digits = minorUnits[currency] ?? 2;
  return grouped(amount, digits, digits);
}

/** As {@link amountText}, with every digit that is not zero, for figures that are compared. */
export function exactAmountText(amount: string, currency: string): string {
  return grouped(amount, minorUnits[currency] ?? 2, 20);
}

/** A quantity or other plain decimal with all of its digits. */
export function quantityText(quantity: string): string {
  return grouped(quantity, 0, 20);
}

/** True for a decimal string below zero. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount);
}

/** A ratio of 0 to 1 as a percentage with one decimal. */
export function shareText(share: number): string {
  return `${format(1, 1).format(share * 100)} %`;
}

/** Orders two decimal strings by value, digit by digit. */
export function compareDecimals(a: string, b: string): number {
  const left = isNegative(a);
  const right = isNegative(b);
  if (left !== right) return left ? -1 : 1;
  return left ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

function compareMagnitudes(a: string, b: string): number {
  const [wholeA = '', restA = ''] = a.replace(/^[+-]?0*/, '').split('.');
  const [wholeB = '', restB = ''] = b.replace(/^[+-]?0*/, '').split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  const fractionA = restA.replace(/0+$/, '');
  const fractionB = restB.replace(/0+$/, '');
  return fractionA === fractionB ? 0 : fractionA < fractionB ? -1 : 1;
}
