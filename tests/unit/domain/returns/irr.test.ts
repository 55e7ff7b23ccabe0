import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decimal, internalRate, moneyWeightedReturn, type CashFlow } from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';

function flows(...parts: readonly [day: string, amount: string][]): CashFlow[] {
  return parts.map(([day, amount]) => ({ day, amount: decimal(amount) }));
}

function rate(...parts: readonly [day: string, amount: string][]): number {
  const found = moneyWeightedReturn(flows(...parts));
  if (found.kind !== 'rate') throw new Error(found.message);
  return found.rate;
}

describe('money-weighted return: check figures', () => {
  it('counts exact days', () => {
    expect(rate(['2010-01-01', '-200'], ['2010-12-31', '210'])).toBeCloseTo(0.050140747, 8);
  });

  it('agrees with the spreadsheet example', () => {
    const found = rate(
      ['2007-01-12', '-10000'],
      ['2008-02-14', '2500'],
      ['2008-03-03', '2000'],
      ['2008-06-14', '3000'],
      ['2008-12-01', '4000']
    );
    expect(found).toBeCloseTo(0.10064378342638, 12);
    // The published figure stops at its solver's tolerance; this is the root, from arithmetic with fifty digits.
    expect(found).toBeCloseTo(0.10064378342663989, 15);
  });

  // The example of Excel's help for XIRR.
  it('agrees with the other spreadsheet', () => {
    const found = rate(
      ['2008-01-01', '-10000'],
      ['2008-03-01', '2750'],
      ['2008-10-30', '4250'],
      ['2009-02-15', '3250'],
      ['2009-04-01', '2750']
    );
    expect(found).toBeCloseTo(0.373362535, 8);
  });

  it('counts a leap year as 366 days', () => {
    expect(rate(['2024-01-01', '-100'], ['2025-01-01', '110'])).toBeCloseTo(1.1 ** (365 / 366) - 1, 14);
    expect(rate(['2023-01-01', '-100'], ['2024-01-01', '110'])).toBeCloseTo(0.1, 14);
  });
});

describe('money-weighted return: what has a rate', () => {
  it('takes flows in any order and adds up those of one day', () => {
    const expected = rate(['2020-01-01', '-100'], ['2021-01-01', '120']);
    const split = rate(['2021-01-01', '130'], ['2020-01-01', '-60'], ['2021-01-01', '-10'], ['2020-01-01', '-40']);
    expect(split).toBe(expected);
  });

  it('is exact where nothing was won', () => {
    expect(rate(['2020-01-01', '-100'], ['2021-01-01', '60'], ['2022-01-01', '40'])).toBeCloseTo(0, 15);
    expect(rate(['2020-01-01', '-0.1'], ['2020-02-01', '-0.2'], ['2022-01-01', '0.3'])).toBeCloseTo(0, 15);
  });

  it('finds losses near everything and gains of a day', () => {
    expect(rate(['2020-01-01', '-1000'], ['2021-01-01', '0.01'])).toBeCloseTo(-0.99999, 6);
    expect(rate(['2020-01-01', '-100'], ['2020-01-02', '101'])).toBeCloseTo(1.01 ** 365 - 1, 10);
  });

  it('is the same for a borrower', () => {
    expect(rate(['2020-01-01', '100'], ['2021-01-01', '-110'])).toBeCloseTo(1.1 ** (365 / 366) - 1, 14);
  });

  it('names the rate of money taken out wholly and put in again, which is the only one', () => {
    const found = rate(['2020-01-01', '-100'], ['2021-01-01', '150'], ['2021-06-01', '-200'], ['2022-06-01', '210']);
    expect(found).toBeGreaterThan(0.1);
    expect(found).toBeLessThan(0.5);
  });
});

describe('money-weighted return: what has none', () => {
  it('names no rate when two fit', () => {
    expect(
      moneyWeightedReturn(flows(['2021-01-01', '-100'], ['2022-01-01', '230'], ['2023-01-01', '-132']))
    ).toMatchObject({ kind: 'noUniqueRate' });
  });

  it('names no rate when three fit: 0, 100 and 200 per cent', () => {
    const found = moneyWeightedReturn(
      flows(['2021-01-01', '-1000'], ['2022-01-01', '6000'], ['2023-01-01', '-11000'], ['2024-01-01', '6000'])
    );
    expect(found.kind).toBe('noUniqueRate');
  });

  it('says that no rate fits', () => {
    const found = moneyWeightedReturn(flows(['2021-01-01', '100'], ['2022-01-01', '-100'], ['2023-01-01', '100']));
    expect(found.kind).toBe('noRate');
  });

  it('does not name a rate that is only touched', () => {
    const found = moneyWeightedReturn(flows(['2021-01-01', '-100'], ['2022-01-01', '200'], ['2023-01-01', '-100']));
    expect(found.kind).toBe('noUniqueRate');
  });

  it.each([
    ['no flows', []],
    ['one flow', [['2020-01-01', '-100']]],
    [
      'only deposits',
      [
        ['2020-01-01', '-100'],
        ['2021-01-01', '-5']
      ]
    ],
    [
      'a total loss',
      [
        ['2020-01-01', '-100'],
        ['2021-01-01', '0']
      ]
    ],
    [
      'everything on one day',
      [
        ['2020-01-01', '-100'],
        ['2020-01-01', '110']
      ]
    ],
    [
      'flows that cancel each other exactly',
      [
        ['2020-01-01', '0.3'],
        ['2020-01-01', '-0.1'],
        ['2020-01-01', '-0.2'],
        ['2021-01-01', '5']
      ]
    ]
  ] as [string, [string, string][]][])('says so for %s', (_, parts) => {
    expect(moneyWeightedReturn(flows(...parts)).kind).toBe('noRate');
  });

  it('names no day that does not exist', () => {
    expect(() => moneyWeightedReturn(flows(['2023-02-29', '1']))).toThrow(RangeError);
  });
});

describe('money-weighted return: properties', () => {
  const amounts = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2, maxLength: 12 });

  it('makes the flows add up to nothing, at the only rate', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 12, maxLength: 12 }),
        (parts, gaps) => {
          let day = 0;
          const days = Float64Array.from(parts, (_, at) => (day += gaps[at] ?? 1));
          const found = internalRate(days, Float64Array.from(parts));
          const present = (x: number): number =>
            parts.reduce((sum, part, at) => sum + part * Math.exp((-x * ((days[at] ?? 0) - (days[0] ?? 0))) / 365), 0);
          if (found.kind !== 'rate') return;
          const x = Math.log1p(found.rate);
          const scale = parts.reduce(
            (sum, part, at) => sum + Math.abs(part) * Math.exp((-x * ((days[at] ?? 0) - (days[0] ?? 0))) / 365),
            0
          );
          if (Number.isFinite(x) && found.rate > -0.999999) expect(Math.abs(present(x))).toBeLessThan(1e-7 * scale);
          // No other sign change anywhere: a rate that is named is the only one.
          let changes = 0;
          for (let y = -8; y < 8; y += 0.01) if (present(y) > 0 !== present(y + 0.01) > 0) changes++;
          expect(changes).toBeLessThanOrEqual(1);
        }
      ),
      seed(1000)
    );
  });

  it('finds the rate that a growing account was made with', () => {
    const deposits = fc.array(fc.tuple(fc.integer({ min: 0, max: 3650 }), fc.integer({ min: 1, max: 10_000 })), {
      minLength: 1,
      maxLength: 40
    });
    fc.assert(
      fc.property(deposits, fc.integer({ min: -60, max: 300 }), (parts, percent) => {
        const byDay = new Map(parts);
        const days = [...byDay.keys()].sort((a, b) => a - b);
        const end = 3700;
        const grown = days.reduce(
          (sum, day) => sum + (byDay.get(day) ?? 0) * (1 + percent / 100) ** ((end - day) / 365),
          0
        );
        const found = internalRate(
          Float64Array.from([...days, end]),
          Float64Array.from([...days.map((day) => -(byDay.get(day) ?? 0)), grown])
        );
        if (found.kind !== 'rate') throw new Error(found.message);
        expect(found.rate).toBeCloseTo(percent / 100, 9);
      }),
      seed()
    );
  });
});

describe('money-weighted return: cost', () => {
  /** Exponentials taken, which is where the time goes. */
  function exponentials(days: Float64Array, amounts: Float64Array): number {
    const counted = vi.spyOn(Math, 'exp');
    try {
      expect(internalRate(days, amounts).kind).toBe('rate');
      return counted.mock.calls.length;
    } finally {
      counted.mockRestore();
    }
  }

  it('is a few exponentials for each of a thousand flows', () => {
    const days = Float64Array.from({ length: 1000 }, (_, at) => at * 3 + (at % 2));
    const amounts = Float64Array.from(days, (_, at) => (at === 999 ? 160_000 : at % 9 === 8 ? 300 : -100 - at / 50));
    expect(exponentials(days, amounts)).toBeLessThan(5 * 1000);
  });

  it('stays small where units are bought and all sold again and again, so that roots have to be counted', () => {
    const days = Float64Array.from({ length: 400 }, (_, at) => at * 17 + (at % 5));
    // Sales alternately bring a gain and a loss.
    const amounts = Float64Array.from(days, (_, at) => (at % 2 === 0 ? -1000 : at % 4 === 1 ? 1060 : 960));
    expect(exponentials(days, amounts)).toBeLessThan(60 * 400);
  });
});
