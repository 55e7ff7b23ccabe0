import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  benchmarkIndex,
  contributions,
  dayNumber,
  decimal,
  decimalText,
  gainRatio,
  gainWithin,
  zero,
  type SpanAmounts
} from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';

function amounts(start: string, end: string, inflow = '0', outflow = '0'): SpanAmounts {
  return { start: decimal(start), end: decimal(end), inflow: decimal(inflow), outflow: decimal(outflow) };
}

describe('gain within a period', () => {
  it('is what is left beside money put in and taken out', () => {
    expect(decimalText(gainWithin(amounts('1000', '1210', '99')))).toBe('111');
    expect(decimalText(gainWithin(amounts('1000', '990', '0', '99')))).toBe('89');
    expect(gainRatio(amounts('1000', '1100'))).toBeCloseTo(0.1, 14);
    expect([gainRatio(amounts('0', '5')), gainRatio(amounts('0', '11', '10'))]).toEqual([null, 0.1]);
  });
});

describe('contributions', () => {
  it('name the largest first, and what no asset did at the end', () => {
    const lines = contributions(
      [
        { id: 'a', ...amounts('100', '90') },
        { id: 'b', ...amounts('50', '80', '10') }
      ],
      amounts('200', '228', '10')
    );
    expect(lines.map(({ id, gain, ratio }) => [id, decimalText(gain), ratio?.toFixed(6)])).toEqual([
      ['b', '20', '0.095238'],
      ['a', '-10', '-0.047619'],
      [null, '8', '0.038095']
    ]);
    expect(contributions([{ id: 'a', ...amounts('100', '90') }], amounts('100', '90'))).toHaveLength(1);
    expect(contributions([], amounts('0', '1'))[0]?.ratio).toBeNull();
  });

  it('add up to the gain of the portfolio exactly', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((value) => decimal(`${value}e-4`));
    const span = fc.record({ start: cents, end: cents, inflow: cents, outflow: cents });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (spans, portfolio) => {
        const lines = contributions(
          spans.map((amount, at) => ({ id: `a${at}`, ...amount })),
          portfolio
        );
        const sum = lines.reduce((total, { gain }) => total.plus(gain), zero);
        expect(decimalText(sum)).toBe(decimalText(gainWithin(portfolio)));
        const whole = gainRatio(portfolio);
        if (whole === null) return;
        const ratios = lines.reduce((total, { ratio }) => total + (ratio ?? Number.NaN), 0);
        expect(Math.abs(ratios - whole)).toBeLessThan(
          1e-9 * Math.max(1, ...lines.map((line) => Math.abs(line.ratio ?? 0)))
        );
      }),
      seed()
    );
  });
});

describe('the index of a benchmark', () => {
  const day = (text: string): number => dayNumber(text);
  const series = { days: [day('2024-01-02'), day('2024-01-04'), day('2024-01-08')], prices: [50, 55, 60] };

  it('carries the last price over closed days, and starts at nothing', () => {
    const days = ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-07', '2024-01-09'].map(day);
    [0, 0, 0.1, 0.1, 0.2].forEach((value, at) => expect(benchmarkIndex(days, series)[at]).toBeCloseTo(value, 14));
  });

  it('starts from the price of the evening before the period', () => {
    const index = benchmarkIndex([day('2024-01-05'), day('2024-01-08')], series);
    expect(index[1]).toBeCloseTo(60 / 55 - 1, 14);
  });

  it('tells nothing before the first price, and passes over what is none', () => {
    const index = benchmarkIndex([day('2024-01-01'), day('2024-01-02'), day('2024-01-08')], series);
    expect([index[0], index[1], index[2]?.toFixed(10)]).toEqual([Number.NaN, 0, '0.2000000000']);
    const holes = { days: [1, 2, 3], prices: [0, 10, Number.NaN] };
    expect([...benchmarkIndex([1, 2, 3], holes)]).toEqual([Number.NaN, 0, 0]);
  });
});
