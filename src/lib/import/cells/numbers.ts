/**
 * Numbers as files write them, into plain decimal text. Every style is read; only a cell such as `1.234` can mean two
 * things, and the style of the file decides that one. No binary number is ever made.
 */
import { limits } from '../limits';
import { readCurrency, type CurrencyRead } from './currencies';

export type DecimalMark = '.' | ',';

export interface NumberRead {
  /** Plain notation: digits, at most one point, a minus before anything but zero. */
  readonly value: string;
  readonly currency: CurrencyRead | null;
  /** True where the mark of the file had to decide, because the cell reads both ways. */
  readonly ambiguous: boolean;
}

const quick = /^-?(?:0|[1-9]\d{0,14})(?:\.(?:\d{1,2}|\d{4,15}))?$/;
const minus = /[-−–‒﹣－]/;
const spaces = /[\s\u00a0\u202f\u2009\u2007]/g;
const amount =
  /^([-−–‒﹣－+]?)\s*([^\d.,()+−–-]*)\s*([-−–‒﹣－+]?)\s*([\d.,'’٫٬\s\u00a0\u202f\u2009\u2007]*\d[\d.,'’\s\u00a0\u202f\u2009\u2007]*?)(?:[eE]([+-]?\d{1,2}))?\s*([-−–‒﹣－+]?)\s*([^\d.,()]*)$/;

/** The number in a cell, or null where it holds none. `mark` decides what could be read either way. */
export function readNumber(cell: string, mark: DecimalMark): NumberRead | null {
  // Most cells are plain already, and this one test spares them the rest.
  if (quick.test(cell)) return { value: withoutNegativeZero(cell), currency: null, ambiguous: false };
  let text = cell.trim();
  if (text === '' || text.length > 2 * limits.digits) return null;
  const bracketed = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(text);
  if (bracketed) text = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`.trim();
  const match = amount.exec(text);
  if (!match) return null;
  const [, first = '', before = '', second = '', digits = '', exponent, last = '', after = ''] = match;
  const signs = [first, second, last].filter((sign) => sign !== '');
  if (signs.length > 1 || (bracketed && signs.length > 0)) return null;
  const currency = currencyOf(before, after);
  if (currency === undefined) return null;
  const read = readDigits(digits.replace(spaces, ' ').replace(/’/g, "'").trim(), mark);
  if (!read) return null;
  const unsigned = exponent === undefined ? read.value : shifted(read.value, Number(exponent));
  const negative = bracketed !== null || signs.some((sign) => minus.test(sign));
  return { value: withoutNegativeZero(negative ? `-${unsigned}` : unsigned), currency, ambiguous: read.ambiguous };
}

/** Undefined where the letters around a number are no currency. */
function currencyOf(before: string, after: string): CurrencyRead | null | undefined {
  const text = before.trim() || after.trim();
  if (text === '') return null;
  if (before.trim() !== '' && after.trim() !== '') return undefined;
  return readCurrency(text) ?? undefined;
}

/** Which mark a cell proves to be its decimal one; null where it proves nothing. */
export function markProvenBy(cell: string): DecimalMark | null {
  const digits = /\d[\d.,' ’\u00a0\u202f]*/.exec(cell)?.[0].trim();
  if (digits === undefined || digits === '') return null;
  const points = count(digits, '.');
  const commas = count(digits, ',');
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points + commas === 0) return null;
  const mark: DecimalMark = points > 0 ? '.' : ',';
  const other: DecimalMark = mark === '.' ? ',' : '.';
  if (points + commas > 1) return other;
  return couldGroup(digits, mark) ? null : mark;
}

function readDigits(text: string, mark: DecimalMark): { value: string; ambiguous: boolean } | null {
  const proven = markProvenBy(text);
  const decimal = proven ?? mark;
  const at = text.lastIndexOf(decimal);
  const single = count(text, decimal) === 1;
  const whole = single ? text.slice(0, at) : text;
  const fraction = single ? text.slice(at + 1) : '';
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return null;
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  if (digits.length + fraction.length > limits.digits) return null;
  const ambiguous = proven === null && /[.,]/.test(text);
  return { value: fraction === '' ? digits : `${digits}.${fraction}`, ambiguous };
}

/** Thousands, or lakhs and crores: groups of two and a last one of three; one kind of separator throughout. */
function isGrouped(whole: string): boolean {
  return (
    /^\d*$/.test(whole) ||
    /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(,)(?:\d{2}\1)+\d{3}$/.test(whole)
  );
}

/** A single mark that could separate thousands: one to three digits, not led by zero, and exactly three behind. */
function couldGroup(digits: string, mark: string): boolean {
  return new RegExp(`^[1-9]\\d{0,2}\\${mark}\\d{3}$`).test(digits);
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

/** `1.5e-3` without its exponent. */
function shifted(value: string, by: number): string {
  const [whole = '', fraction = ''] = value.split('.');
  const padded = '0'.repeat(Math.max(0, -by)) + whole + fraction + '0'.repeat(Math.max(0, by));
  const point = whole.length + by + Math.max(0, -by);
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

function withoutNegativeZero(value: string): string {
  return value.startsWith('-') && !/[1-9]/.test(value) ? value.slice(1) : value;
}
