/**
 * Amounts, quantities, rates and percentages as people read them, in their number style. Decimal strings stay decimal
 * strings: `Intl.NumberFormat` takes them exactly, so no digit of an amount passes through a binary float.
 */
import { minorUnits } from './minor-units';
import { roundHalfEven } from './rounding';
import { plainNumber } from './styles';

const decimalPattern = /^[+-]?\d+(\.\d+)?$/;
const minus = '\u2212';
/** More decimals than any figure of the app has. */
const allDigits = 20;

/** Groups the digits of a decimal string; text that is no decimal number comes back as it is. */
function grouped(text: string, minimum: number, maximum: number): string {
  if (!decimalPattern.test(text)) return text;
  const rounded = roundHalfEven(text.replace(/^[+-]/, ''), maximum);
  const shown = plainNumber(minimum, maximum).format(rounded as `${number}`);
  return text.startsWith('-') && /[1-9]/.test(rounded) ? minus + shown : shown;
}

/** A sign before what is not zero: of changes, where plus says something. */
function signed(shown: string, digits: string): string {
  return shown.startsWith(minus) || !/[1-9]/.test(digits) ? shown : `+${shown}`;
}

/** `-1234567.8` in INR → `−1,234,567.80` (`−12,34,567.80` in the Indian style). */
export function amountText(amount: string, currency: string): string {
  const digits = minorUnits(currency);
  return grouped(amount, digits, digits);
}

/** As {@link amountText}, with every digit that is not zero, for figures that are compared. */
export function exactAmountText(amount: string, currency: string): string {
  return grouped(amount, minorUnits(currency), allDigits);
}

/** As {@link amountText}, with a plus before what was gained. What rounds to nothing has no sign. */
export function changeText(amount: string, currency: string): string {
  return signed(amountText(amount, currency), roundHalfEven(amount, minorUnits(currency)));
}

/** Without decimals, where the minor unit would only be noise: axes, bars, sentences. */
export function roundAmountText(amount: string): string {
  return grouped(amount, 0, 0);
}

/** A quantity or other plain decimal with all of its digits. */
export function quantityText(quantity: string): string {
  return grouped(quantity, 0, allDigits);
}

/** A price: the minor unit of its currency, and more decimals where it has them, up to six. */
export function priceText(price: string, currency: string): string {
  return grouped(price, minorUnits(currency), 6);
}

/** An exchange rate with up to six decimals that tell: `0.011234`, `83.12`. */
export function rateText(rate: string): string {
  const leading = /^0?\.(0*)/.exec(rate)?.[1]?.length ?? 0;
  return grouped(rate, 0, Math.min(allDigits, 6 + leading));
}

/** True for a decimal string below zero. */
export function isNegative(amount: string): boolean {
  return amount.startsWith('-') && /[1-9]/.test(amount);
}

/** A ratio of 0 to 1 as a percentage with one decimal. */
export function shareText(share: number, decimals = 1): string {
  const shown = plainNumber(decimals, decimals).format(Math.abs(share) * 100);
  return `${share < 0 && /[1-9]/.test(shown) ? minus : ''}${shown} %`;
}

/** Which way a change goes, as it is written: what is rounded to nothing goes neither up nor down. */
export function directionOf(written: string, negative: boolean): -1 | 0 | 1 {
  if (!/[1-9]/.test(written)) return 0;
  return negative ? -1 : 1;
}

/** As {@link shareText}, with a plus before what was gained: of returns. */
export function returnText(ratio: number, decimals = 1): string {
  const shown = shareText(ratio, decimals);
  return signed(shown, shown);
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
