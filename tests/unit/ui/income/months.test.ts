import { describe, expect, test } from 'vitest';
import { byMonth, monthBars, shownYear, yearsToShow } from '../../../../src/lib/ui/income/months';

const month = (at: string, received: string, expected: string | null = null) => ({
  month: at,
  received,
  taxes: '0',
  expected
});

describe('the months of a year', () => {
  test('are as high as they are beside the highest, what is expected included', () => {
    const bars = monthBars({ months: [month('2026-01', '50'), month('2026-02', '0', '200'), month('2026-03', '-10')] });
    expect(bars.map(({ receivedPart, expectedPart }) => [receivedPart, expectedPart])).toEqual([
      [0.25, 0],
      [0, 1],
      [0, 0]
    ]);
  });

  test('of a year without income have no height', () => {
    expect(monthBars({ months: [month('2026-01', '0')] })[0]?.receivedPart).toBe(0);
  });
});

describe('years', () => {
  test('that can be gone to are those with income, the shown one and the present one', () => {
    expect(yearsToShow([2025, 2023], 2019, '2026-03-01')).toEqual([2026, 2025, 2023, 2019]);
  });

  test('are read from the address, and what is no year is the present one', () => {
    expect(shownYear(new URLSearchParams('year=2024'), '2026-03-01')).toBe(2024);
    expect(shownYear(new URLSearchParams('year=last'), '2026-03-01')).toBe(2026);
  });
});

test('payments stand under their month, the latest first', () => {
  const payment = (id: string, date: string) => ({
    id,
    date,
    assetId: null,
    name: '',
    type: 'dividend',
    amount: '1',
    expected: false
  });
  const months = byMonth([payment('a', '2026-01-05'), payment('b', '2026-03-01'), payment('c', '2026-01-20')]);
  expect(months.map(({ month: name, payments }) => [name, payments.map(({ id }) => id)])).toEqual([
    ['2026-03', ['b']],
    ['2026-01', ['c', 'a']]
  ]);
});
