import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correlation,
  dayNumber,
  decimal,
  historicalValueAtRisk,
  logReturns,
  maximumDrawdown,
  parametricValueAtRisk,
  percentile,
  portfolioDeviation,
  sharpeRatio,
  standardDeviation,
  tradingReturns,
  volatility,
  type Decimal
} from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';

const whole = (amount: Decimal | null): string | undefined => amount?.toFixed(0);

describe('volatility', () => {
  it('check figures: over the period, and below the mean alone', () => {
    const found = volatility([0.005, -1 / 300, -0.005, 0.01, 0.01, -0.005]);
    expect(found?.period).toBeCloseTo(0.017736692475, 11);
    expect(found?.semiDeviation).toBeCloseTo(0.012188677034, 11);
    expect(found?.year).toBeCloseTo((0.017736692475 / Math.sqrt(6)) * Math.sqrt(252), 9);
    expect(found?.count).toBe(6);
  });

  it('is nothing for constant returns, and not told for too few or after a total loss', () => {
    expect(volatility(Array<number>(20).fill(0.1))?.period).toBeCloseTo(0, 12);
    expect([volatility([]), volatility([0.1]), volatility([0.1, -1, 0.2]), volatility([0.1, -1.5])]).toEqual([
      null,
      null,
      null,
      null
    ]);
  });

  it('counts weekdays with something invested, a weekend with the Monday after it', () => {
    // 2024-01-05 is a Friday.
    const returns = Float64Array.from([0, 0.01, 0.02, 0, 0.03, 0.04, -1, 0.1, 0.05]);
    const values = Float64Array.from([100, 101, 103, 103, 106, 110, 0, 100, 105]);
    const kept = tradingReturns(returns, values, dayNumber('2024-01-05'));
    expect([...kept].map((value) => value.toFixed(6))).toEqual(['0.010000', '0.050600', '0.040000', '0.050000']);
  });

  it('has the same scale over any period', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 300 }), (parts) => {
        const found = volatility(parts.map((part) => part / 10_000));
        const { period = 0, year = 0, semiDeviation = 0 } = found ?? {};
        expect(period / Math.sqrt(parts.length)).toBeCloseTo(year / Math.sqrt(252), 12);
        expect(semiDeviation).toBeLessThanOrEqual(period + 1e-12);
      }),
      seed()
    );
  });

  it('sets a return in proportion to it', () => {
    expect(sharpeRatio(0.1, 0.02, 0.16)).toBeCloseTo(0.5, 14);
    expect([sharpeRatio(null, 0, 0.1), sharpeRatio(0.1, 0, null), sharpeRatio(0.1, 0, 0)]).toEqual([null, null, null]);
  });
});

describe('maximum drawdown', () => {
  it('check figure: from 2 to 0.5, and five days without a new peak', () => {
    expect(maximumDrawdown([1, 1, -0.5, 1, 1, 2, 3, 4, 5, 6])).toEqual({
      ratio: 0.75,
      peak: 0,
      trough: 2,
      recovered: 3,
      longestDays: 5
    });
  });

  it('is nothing where every day is higher, with a peak each day', () => {
    const rising = maximumDrawdown([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rising).toMatchObject({ ratio: 0, longestDays: 1, recovered: 0 });
  });

  it('can lose more than everything', () => {
    expect(maximumDrawdown([0, 0.1, 0.2, -1.4])).toMatchObject({ peak: 2, trough: 3, recovered: null, longestDays: 1 });
    expect(maximumDrawdown([0, 0.1, 0.2, -1.4])?.ratio).toBeCloseTo(4 / 3, 12);
  });

  it('counts calendar days, up to the end where there is no recovery, from where something was invested', () => {
    const days = [100, 103, 104, 110, 120];
    expect(maximumDrawdown([0, 0.5, 0.2, 0.4, 0.45], days)).toEqual({
      ratio: (1.5 - 1.2) / 1.5,
      peak: 1,
      trough: 2,
      recovered: null,
      longestDays: 17
    });
    expect(maximumDrawdown([0.9, 0, 0.5, 0.2], days, 1)).toMatchObject({ peak: 2, trough: 3, longestDays: 6 });
    expect([maximumDrawdown([]), maximumDrawdown([0], days, 1)]).toEqual([null, null]);
    expect(maximumDrawdown([0])).toEqual({ ratio: 0, peak: 0, trough: 0, recovered: 0, longestDays: 0 });
  });

  it('is the largest fall of any pair of days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -90, max: 900 }), { minLength: 1, maxLength: 40 }), (percents) => {
        const series = percents.map((percent) => percent / 100);
        let worst = 0;
        series.forEach((high, from) =>
          series.slice(from).forEach((low) => (worst = Math.max(worst, (high - low) / (1 + high))))
        );
        expect(maximumDrawdown(series)?.ratio).toBeCloseTo(worst, 12);
      }),
      seed()
    );
  });
});

describe('value at risk', () => {
  it('check figure: 6.25 million at 6 % a year', () => {
    expect(whole(parametricValueAtRisk(decimal('6250000'), 0.06))).toBe('38859');
  });

  it('grows with confidence and with the root of time, and is the same for what is owed', () => {
    const owed = decimal('-6250000');
    expect(whole(parametricValueAtRisk(owed, 0.06, { confidence: 0.99, days: 252 }))).toBe('872250');
    expect(whole(parametricValueAtRisk(owed, 0))).toBe('0');
    expect(parametricValueAtRisk(owed, Number.NaN)).toBeNull();
  });

  it('historical: what was exceeded on one day in twenty', () => {
    const returns = Array.from({ length: 21 }, (_, at) => (at - 10) / 100);
    // Of 21 days the second worst: −9 %.
    expect(whole(historicalValueAtRisk(decimal('1000'), returns))).toBe('90');
    expect(whole(historicalValueAtRisk(decimal('1000'), returns, { days: 4 }))).toBe('180');
    expect(whole(historicalValueAtRisk(decimal('1000'), returns, { confidence: 0.99 }))).toBe('98');
    expect(whole(historicalValueAtRisk(decimal('1000'), [0.01, 0.02]))).toBe('0');
    expect(historicalValueAtRisk(decimal('1000'), [])).toBeNull();
  });

  it('interpolates as spreadsheets do', () => {
    expect(percentile([1, 2, 3, 4], 0.3)).toBeCloseTo(1.9, 14);
    expect([percentile([3, 1, 2], 0), percentile([3, 1, 2], 1), percentile([7], 0.5)]).toEqual([1, 3, 7]);
  });
});

describe('several currencies together', () => {
  const correlations = [
    [1, 0.5, 0.8],
    [0.5, 1, 0.4],
    [0.8, 0.4, 1]
  ];

  it('check figures: deviation of a year, value at risk of one day and of 21', () => {
    const deviation = portfolioDeviation([0.5, 0.2, 0.1], [0.08, 0.06, 0.09], correlations);
    const net = decimal('100000');
    expect((deviation * 100_000).toFixed(0)).toBe('5447');
    expect(whole(parametricValueAtRisk(net, deviation))).toBe('564');
    expect(whole(parametricValueAtRisk(net, deviation, { days: 21 }))).toBe('2587');
  });

  it('add up where they move as one, and cancel out against what is owed', () => {
    const one = [
      [1, 1],
      [1, 1]
    ];
    expect(portfolioDeviation([0.5, 0.5], [0.1, 0.2], one)).toBeCloseTo(0.15, 14);
    expect(portfolioDeviation([0.5, -0.5], [0.1, 0.1], one)).toBe(0);
    expect(() => portfolioDeviation([1], [0.1, 0.2], one)).toThrow(RangeError);
  });

  it('correlation and deviation from series', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 14);
    expect(correlation([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 14);
    expect(correlation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 14);
    expect([correlation([1], [1]), correlation([1, 2], [3, 3]), standardDeviation([1])]).toEqual([null, null, null]);
    expect([...logReturns([1, Math.E, 1])]).toEqual([1, -1]);
    expect(() => correlation([1], [1, 2])).toThrow(RangeError);
  });
});
