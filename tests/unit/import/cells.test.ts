import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurrency } from '../../../src/lib/import/cells/currencies';
import { readDate } from '../../../src/lib/import/cells/dates';
import { guessOrder } from '../../../src/lib/import/cells/day-order';
import { guessMark } from '../../../src/lib/import/cells/decimal-mark';
import { readNumber } from '../../../src/lib/import/cells/numbers';
import { cleanText, wordKey } from '../../../src/lib/import/cells/text';
import { seed } from '../../support/seed';

describe('numbers', () => {
  it.each([
    ['1234.50', '.', '1234.50'],
    ['1,234.50', ',', '1234.50'],
    ['1.234,50', '.', '1234.50'],
    ['$1,234.50', ',', '1234.50'],
    ['-$694.48', '.', '-694.48'],
    ['€3343.11', '.', '3343.11'],
    ['12,30 €', '.', '12.30'],
    ['CHF 1’234.50', '.', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['1 234,50', '.', '1234.50'],
    ['1\u202f234,50', '.', '1234.50'],
    ['12,34,567.50', '.', '1234567.50'],
    ['1,04,052', '.', '104052'],
    ['(12.30)', '.', '-12.30'],
    ['($12.30)', '.', '-12.30'],
    ['−12,30', '.', '-12.30'],
    ['12,30-', '.', '-12.30'],
    ['+5', '.', '5'],
    ['-0.00', '.', '0.00'],
    ['.5', '.', '0.5'],
    ['1e-8', '.', '0.00000001'],
    ['1.5E3', '.', '1500'],
    ['100000000000000000000.000000000001', '.', '100000000000000000000.000000000001'],
    ['1,234', ',', '1.234'],
    ['1,234', '.', '1234']
  ] as const)('%s with %s as the file’s mark is %s', (cell, mark, value) => {
    expect(readNumber(cell, mark)?.value).toBe(value);
  });

  it.each(['', 'abc', '12abc', '1.2.3,4,5', '--5', '(-5', '1 2 3', '5 QQQ', '٫', `${'9'.repeat(70)}`])(
    '%j is none',
    (cell) => {
      expect(readNumber(cell, '.')).toBeNull();
    }
  );

  it('any exact number reads back the same in every style', () => {
    const digits = fc.bigInt({ min: 0n, max: 10n ** 20n });
    fc.assert(
      fc.property(
        digits,
        fc.nat({ max: 6 }),
        fc.boolean(),
        fc.constantFrom('.', ','),
        fc.constantFrom('', "'", ' ', 'other'),
        (whole, places, negative, mark, group) => {
          const separator = group === 'other' ? (mark === '.' ? ',' : '.') : group;
          const fraction = '7'.repeat(places);
          const grouped = separator === '' ? String(whole) : String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, separator);
          const value = `${negative && (whole > 0n || places > 0) ? '-' : ''}${whole}${places > 0 ? `.${fraction}` : ''}`;
          const written = `${negative ? '-' : ''}${grouped}${places > 0 ? mark + fraction : ''}`;
          expect(readNumber(written, mark)?.value).toBe(value);
        }
      ),
      seed(500)
    );
  });

  it('the mark of a file is that which its cells prove', () => {
    expect(guessMark(['1,234', '5,5'], '.')).toMatchObject({ mark: ',', sure: true });
    expect(guessMark(['1,234', '2,345'], '.')).toMatchObject({ mark: '.', sure: false, example: '1,234' });
    expect(guessMark(['10', '20'], ',')).toMatchObject({ mark: ',', sure: true });
  });
});

describe('dates', () => {
  it.each([
    ['2024-03-05', '2024-03-05', null],
    ['2024-03-05T14:02:01.123Z', '2024-03-05', '14:02:01'],
    ['2025-01-17 16:57:02 UTC', '2025-01-17', '16:57:02'],
    ['20230522', '2023-05-22', null],
    ['2024/3/5', '2024-03-05', null],
    ['05.03.2024', '2024-03-05', null],
    ['5.3.24', '2024-03-05', null],
    ['05-03-2024 15:04', '2024-03-05', '15:04:00'],
    ['17/03/2024', '2024-03-17', null],
    ['05 Mar 2024', '2024-03-05', null],
    ['5. März 2024', '2024-03-05', null],
    ['5 mars 2024', '2024-03-05', null],
    ['5 mrt. 2024', '2024-03-05', null],
    ['Mar 5, 2024', '2024-03-05', null],
    ['March 5, 2024 3:04 PM', '2024-03-05', '15:04:00'],
    ['07/15/2024 as of 07/12/2024', '2024-07-12', null]
  ])('%s', (cell, day, time) => {
    expect(readDate(cell, 'dayFirst')).toMatchObject({ day, time });
  });

  it('the order of the file decides what reads two ways, and nothing else', () => {
    expect(readDate('03/04/2024', 'dayFirst')).toMatchObject({ day: '2024-04-03', ambiguous: true });
    expect(readDate('03/04/2024', 'monthFirst')).toMatchObject({ day: '2024-03-04', ambiguous: true });
    expect(readDate('03.04.2024', 'monthFirst')).toMatchObject({ day: '2024-04-03', ambiguous: false });
  });

  it.each(['', '2023-02-29', '31.04.2024', '13/13/2024', '2024', 'yesterday', '00.00.0000', '1234567'])(
    '%j is none',
    (cell) => {
      expect(readDate(cell, 'dayFirst')).toBeNull();
    }
  );

  it('one date proves the order of all; where both are proven, it is not sure', () => {
    expect(guessOrder(['03/04/2024', '17/04/2024'], 'monthFirst')).toMatchObject({ order: 'dayFirst', sure: true });
    expect(guessOrder(['03/04/2024', '04/17/2024'], 'dayFirst')).toMatchObject({ order: 'monthFirst', sure: true });
    expect(guessOrder(['03/04/2024'], 'dayFirst').sure).toBe(false);
    expect(guessOrder(['03/04/2024', '17/04/2024', '04/17/2024'], 'dayFirst').sure).toBe(false);
  });

  it('without proof, the order in which dates turn back less often is the likelier one', () => {
    expect(guessOrder(['01/02/2024', '02/02/2024', '03/02/2024', '01/03/2024'], 'monthFirst').order).toBe('dayFirst');
  });
});

describe('currencies', () => {
  it.each([
    ['EUR', 'EUR', 1],
    ['eur', 'EUR', 1],
    ['$', 'USD', 1],
    ['₹', 'INR', 1],
    ['GBX', 'GBP', 100],
    ['GBp', 'GBP', 100],
    ['ZAC', 'ZAR', 100],
    ['ILA', 'ILS', 100]
  ])('%s', (text, code, per) => {
    expect(readCurrency(text)).toEqual({ code, per });
  });

  it.each(['', 'QQQ', 'toString', 'constructor'])('%j is none', (text) => {
    expect(readCurrency(text)).toBeNull();
  });
});

describe('words', () => {
  it('are compared without case, accents and punctuation', () => {
    expect(wordKey('  Gebühren (EUR): ')).toBe(wordKey('gebuhren eur'));
    expect(wordKey('Fees & Comm')).toBe('fees & comm');
  });

  it('are cleaned of what nobody sees, and of a spreadsheet’s wrapping', () => {
    expect(cleanText('="00123"')).toBe('00123');
    expect(cleanText(' a\u0000\u202e\tb\u00a0')).toBe('a b');
    expect(cleanText('👩‍👩‍👧')).toBe('👩‍👩‍👧');
  });
});
