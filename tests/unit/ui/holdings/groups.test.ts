import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, columnKeys } from '../../../../src/lib/ui/holdings/columns';
import { grouped, rowsOf, totalsOf } from '../../../../src/lib/ui/holdings/groups';
import { quotientOf, sumOf } from '../../../../src/lib/ui/portfolio/sums';
import { seed } from '../../../support/seed';
import { line } from './line';

const columns = columnKeys.map(columnOf);

describe('groups', () => {
  const lines = [
    line('a', { country: 'DE', baseValue: '0.1', weight: 0.25 }),
    line('b', { country: 'US', baseValue: '5', tags: ['one', 'two'] }),
    line('c', { country: 'DE', baseValue: '0.2', weight: 0.5 })
  ];

  test('stand in the order of their first line, with the lines in theirs', () => {
    const rows = rowsOf(grouped(lines, 'country', columns), new Set());
    expect(rows.map((row) => (row.kind === 'group' ? `[${row.group.key}]` : row.line.id))).toEqual([
      '[DE]',
      'a',
      'c',
      '[US]',
      'b'
    ]);
  });

  test('that are folded show their heading alone', () => {
    const rows = rowsOf(grouped(lines, 'country', columns), new Set(['DE']));
    expect(rows.map((row) => (row.kind === 'group' ? `[${row.group.key}]` : row.line.id))).toEqual([
      '[DE]',
      '[US]',
      'b'
    ]);
  });

  test('have exact subtotals', () => {
    const [germany] = grouped(lines, 'country', columns);
    expect(germany?.totals.baseValue).toBe('0.3');
    expect(germany?.totals.weight).toBe(0.75);
  });

  test('by tag list a line under each of its tags, and what has none under none', () => {
    expect(grouped(lines, 'tag', columns).map(({ key, lines: { length } }) => [key, length])).toEqual([
      ['', 2],
      ['one', 1],
      ['two', 1]
    ]);
  });
});

describe('totals', () => {
  test('count what counts in the portfolio alone', () => {
    const lines = [
      line('in', { baseValue: '1' }),
      line('left out', { baseValue: '2', isIncluded: false }),
      line('put away', { baseValue: '4', isActive: false }),
      line('unknown', { baseValue: null })
    ];
    expect(totalsOf(lines, columns).baseValue).toBe('1');
    expect(totalsOf([line('unknown', { baseValue: null })], columns).baseValue).toBeNull();
  });

  test('of returns are of the sums, over lines that have both gain and cost', () => {
    const gain = (total: string) => ({ total, price: total, fx: '0' });
    const lines = [
      line('a', { baseCost: '100', unrealised: gain('10') }),
      line('b', { baseCost: '300', unrealised: gain('-30') }),
      line('c', { baseCost: null, unrealised: gain('1000') })
    ];
    expect(totalsOf(lines, columns).unrealisedReturn).toBe(-20 / 400);
  });
});

describe('a sum', () => {
  test('is that of whole hundredths, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), { minLength: 1 }), (hundredths) => {
        const texts = hundredths.map(asText);
        const sum = asText(hundredths.reduce((all, one) => all + one, 0n));
        expect(sumOf(texts)).toBe(sum);
        expect(sumOf(texts.toReversed())).toBe(sum);
      }),
      seed()
    );
  });

  test('of nothing is nothing, and what is not known is left out', () => {
    expect(sumOf([])).toBeNull();
    expect(sumOf([null, null])).toBeNull();
    expect(sumOf([null, '-0.10', '0.100'])).toBe('0');
    expect(sumOf(['1', '.25'])).toBe('1.25');
  });

  test('divided by zero or by nothing says nothing', () => {
    expect(quotientOf('1', '0.00')).toBeNull();
    expect(quotientOf(null, '1')).toBeNull();
    expect(quotientOf('1', '4')).toBe(0.25);
  });
});

/** Plain notation, without zeros at the end. */
function asText(hundredths: bigint): string {
  const sign = hundredths < 0n ? '-' : '';
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  const rest = digits.slice(-2).replace(/0+$/, '');
  return sign + digits.slice(0, -2) + (rest === '' ? '' : `.${rest}`);
}
