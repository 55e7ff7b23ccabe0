/** Numbers as people type them, read exactly. */
import { type Decimal, decimal, decimalText, parseDecimal } from '../decimal';
import type { FieldNote } from './drafts';

/** How a person writes numbers, for what reads two ways: `1,234` is a thousand and more, or one and a bit. */
export interface NumberStyle {
  readonly decimalMark: '.' | ',';
}

export type ReadNumber =
  { readonly value: Decimal; readonly text: string } | { readonly problem: Omit<FieldNote, 'field'> };

/** Digits before and after the point that are taken: far more than any holding has, and little enough to be computed with. */
const mostDigits = 30;

/** Blanks of every kind, and the apostrophe of Switzerland. */
const spacing = /[\s\u00a0\u2007\u2009\u202f'’]/g;
const minuses = /[\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d]/g;
const plainPattern = /^\d*\.?\d*(e[+-]?\d{1,2})?$/i;

/** The style of a locale, BCP 47; that of English where it is not known. */
export function numberStyleOf(locale: string): NumberStyle {
  try {
    const mark = new Intl.NumberFormat(locale, { numberingSystem: 'latn' })
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value;
    return { decimalMark: mark === ',' ? ',' : '.' };
  } catch {
    return { decimalMark: '.' };
  }
}

/**
 * The number that was typed: `1,234.50`, `1.234,50`, `1 234,50`, `12,34,567.50`, `(12.30)` and `−12,30` alike. Where a
 * single mark could be either, the style decides.
 */
export function readNumber(typed: string, style: NumberStyle): ReadNumber {
  const { text, negative } = withoutSign(latinDigits(typed).normalize('NFKC').trim());
  const bare = text.replace(spacing, '');
  if (bare === '' || !/\d/.test(bare)) return { problem: example(style) };
  const plain = pointOnly(bare, style);
  if (plain === null || !plainPattern.test(plain)) return { problem: example(style) };
  const value = parseDecimal(plain.startsWith('.') ? `0${plain}` : plain);
  if (value === null) return { problem: example(style) };
  if (value.e >= mostDigits) return { problem: { message: 'Write a number with at most 30 digits before the point.' } };
  if (value.c.length - 1 - value.e > mostDigits)
    return { problem: { message: 'Write at most 30 digits after the point.' } };
  const signed = negative ? value.neg() : value;
  const exact = decimalText(signed);
  return { value: decimal(exact), text: exact };
}

function example({ decimalMark }: NumberStyle): Omit<FieldNote, 'field'> {
  const template = 'Write a number such as {example}.';
  const values = { example: decimalMark === ',' ? '1234,50' : '1234.50' };
  return { message: template.replace('{example}', values.example), template, values };
}

/** A minus of any kind in front or behind, or brackets around as accountants write. */
function withoutSign(typed: string): { text: string; negative: boolean } {
  const text = typed.replace(minuses, '-').trim();
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return { text: bracketed, negative: true };
  if (text.startsWith('-')) return { text: text.slice(1), negative: true };
  if (text.startsWith('+')) return { text: text.slice(1), negative: false };
  return text.endsWith('-') ? { text: text.slice(0, -1), negative: true } : { text, negative: false };
}

/** Only a decimal point left of all marks; null where they make no number. */
function pointOnly(text: string, { decimalMark }: NumberStyle): string | null {
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0 && point < 0) return text;
  if (comma >= 0 && point >= 0) {
    const mark = comma > point ? ',' : '.';
    const group = mark === ',' ? '.' : ',';
    const [whole = '', fraction, ...more] = text.split(mark);
    if (more.length > 0 || fraction?.includes(group) || !isGrouped(whole, group)) return null;
    return `${whole.replaceAll(group, '')}.${fraction ?? ''}`;
  }
  const mark = comma >= 0 ? ',' : '.';
  const parts = text.split(mark);
  if (parts.length > 2) return isGrouped(text, mark) ? text.replaceAll(mark, '') : null;
  if (mark === decimalMark || !isGrouped(text, mark)) return text.replace(mark, '.');
  return text.replace(mark, '');
}

/** Groups of three, or of two with three at the end as in India. */
function isGrouped(text: string, mark: string): boolean {
  const groups = text.split(mark);
  if (groups.length === 1) return true;
  const [first = '', ...others] = groups;
  const last = others.pop() ?? '';
  return (
    /^\d{1,3}$/.test(first) && first !== '0' && /^\d{3}$/.test(last) && others.every((group) => /^\d{2,3}$/.test(group))
  );
}

/** Digits of other scripts as those of this one. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
