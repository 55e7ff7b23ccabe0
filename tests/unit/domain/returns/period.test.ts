import { describe, expect, it } from 'vitest';
import { daysOf, spanOf, valuationDay, type Period } from '../../../../src/lib/domain';

function days(period: Period, today: string, first: string | null = null): [string, string] {
  const { from, to } = spanOf(period, today, first);
  return [from, to];
}

describe('the days of a period', () => {
  it.each([
    ['1D', '2024-06-15', '2024-06-15'],
    ['1W', '2024-06-15', '2024-06-09'],
    ['1M', '2024-06-15', '2024-05-16'],
    ['3M', '2024-06-15', '2024-03-16'],
    ['6M', '2024-06-15', '2023-12-16'],
    ['YTD', '2024-06-15', '2024-01-01'],
    ['1Y', '2024-06-15', '2023-06-16'],
    ['3Y', '2024-06-15', '2021-06-16'],
    ['5Y', '2024-06-15', '2019-06-16']
  ] as const)('%s up to %s begins on %s', (name, today, from) => {
    expect(spanOf(name, today, '2000-01-01')).toEqual({ name, from, to: today });
  });

  it.each([
    ['1M', '2024-03-31', '2024-02-29'],
    ['1M', '2023-03-31', '2023-02-28'],
    ['1M', '2024-03-29', '2024-02-29'],
    ['3M', '2024-05-31', '2024-02-29'],
    ['6M', '2024-08-31', '2024-02-29'],
    ['1Y', '2024-02-29', '2023-02-28'],
    ['YTD', '2024-01-01', '2023-12-31'],
    ['1D', '2024-03-01', '2024-02-29'],
    ['1W', '2024-03-05', '2024-02-27']
  ] as const)('%s up to %s compares with the evening of %s', (name, today, evening) => {
    expect(valuationDay(spanOf(name, today))).toBe(evening);
  });

  it('begins with the first booking, or today without one', () => {
    expect(days('ALL', '2024-06-15', '2012-02-29')).toEqual(['2012-02-29', '2024-06-15']);
    expect(days('ALL', '2024-06-15')).toEqual(['2024-06-15', '2024-06-15']);
    expect(days('ALL', '2024-06-15', '2030-01-01')).toEqual(['2024-06-15', '2024-06-15']);
  });

  it('takes stated days as they are, the later one last and none after today', () => {
    expect(days({ from: '2020-01-31', to: '2020-12-31' }, '2024-06-15')).toEqual(['2020-01-31', '2020-12-31']);
    expect(days({ from: '2020-12-31', to: '2020-01-31' }, '2024-06-15')).toEqual(['2020-01-31', '2020-12-31']);
    expect(days({ from: '2024-01-01', to: '2025-01-01' }, '2024-06-15')).toEqual(['2024-01-01', '2024-06-15']);
    expect(days({ from: '2025-01-01', to: '2026-01-01' }, '2024-06-15')).toEqual(['2024-06-15', '2024-06-15']);
  });

  it('counts both ends', () => {
    expect(daysOf({ from: '2024-06-15', to: '2024-06-15' })).toBe(1);
    expect(daysOf(spanOf('YTD', '2024-12-31'))).toBe(366);
    expect(daysOf(spanOf('1Y', '2024-06-15'))).toBe(366);
  });

  it('refuses what is no day', () => {
    expect(() => spanOf('1M', '2023-02-29')).toThrow(RangeError);
    expect(() => spanOf({ from: 'soon', to: '2023-01-01' }, '2023-02-01')).toThrow(RangeError);
  });
});
