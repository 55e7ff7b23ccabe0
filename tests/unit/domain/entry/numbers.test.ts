import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberStyleOf, readNumber, type NumberStyle } from '../../../../src/lib/domain/entry';
import { seed } from '../../../support/seed';

const point: NumberStyle = { decimalMark: '.' };
const comma: NumberStyle = { decimalMark: ',' };

function read(typed: string, style: NumberStyle): string {
  const found = readNumber(typed, style);
  return 'problem' in found ? found.problem.message : found.text;
}

describe('a number as people type it', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['1.234,50', '1234.5'],
    ['1 234,50', '1234.5'],
    ['1\u00a0234\u202f567,5', '1234567.5'],
    ['1’234.50', '1234.5'],
    ["1'234.50", '1234.5'],
    ['12,34,567.50', '1234567.5'],
    ['(12.30)', '-12.3'],
    ['−12,30', '-12.3'],
    ['-12.30', '-12.3'],
    ['12.30-', '-12.3'],
    ['+7', '7'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['0.000000000001', '0.000000000001'],
    ['100000000000000000000', '100000000000000000000'],
    ['1e20', '100000000000000000000'],
    ['1e-12', '0.000000000001'],
    ['१,२३४.५', '1234.5'],
    ['１２３', '123'],
    ['-0', '0'],
    ['1.', '1']
  ])('%s is %s in either style', (typed, text) => {
    expect(read(typed, point)).toBe(text);
    expect(read(typed, comma)).toBe(text);
  });

  it.each([
    ['1,234', '1234', '1.234'],
    ['1.234', '1.234', '1234'],
    ['0,234', '0.234', '0.234'],
    ['12,5', '12.5', '12.5'],
    ['12.5', '12.5', '12.5']
  ])('%s is read by the style where it reads two ways', (typed, withPoint, withComma) => {
    expect(read(typed, point)).toBe(withPoint);
    expect(read(typed, comma)).toBe(withComma);
  });

  it.each([
    'abc',
    '1,23,4.5.6',
    '1.2.3',
    '1,2,3',
    '12 apples',
    '1e999',
    '--5',
    '()',
    '1,234.5,6',
    '∞',
    '🙂',
    '0x10',
    '€5'
  ])('refuses %s with an example in the person’s style', (typed) => {
    expect(read(typed, point)).toBe('Write a number such as 1234.50.');
    expect(read(typed, comma)).toBe('Write a number such as 1234,50.');
  });

  it('takes no more digits than can be computed with', () => {
    expect(read('9'.repeat(31), point)).toBe('Write a number with at most 30 digits before the point.');
    expect(read(`0.${'1'.repeat(31)}`, point)).toBe('Write at most 30 digits after the point.');
    expect(read(`${'9'.repeat(30)}.${'1'.repeat(30)}`, point)).toBe(`${'9'.repeat(30)}.${'1'.repeat(30)}`);
  });

  it.each(['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'hi-IN', 'pt-BR', 'sv-SE', 'mr-IN', 'ar-EG'])(
    'reads back what %s writes',
    (locale) => {
      const style = numberStyleOf(locale);
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      fc.assert(
        fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
          const shown = format
            .format(cents / 100)
            .replace('٫', '.')
            .replaceAll('٬', ',')
            .replace('\u061c', '');
          expect(Number(read(shown, shown.includes('٫') ? point : style))).toBe(cents / 100 || 0);
        }),
        seed()
      );
    }
  );

  it('falls back to the point for a locale that there is none of', () => {
    expect(numberStyleOf('not a locale')).toEqual(point);
  });
});
