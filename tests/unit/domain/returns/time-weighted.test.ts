import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annualised,
  calendarReturns,
  dayNumber,
  decimal,
  moneyWeightedReturn,
  timeWeighted,
  timeWeightedReturn,
  type TimeWeighted,
  type ValuePoint
} from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';

function linked(values: readonly number[], flows: Readonly<Record<number, number>> = {}): TimeWeighted {
  const of = (sign: 1 | -1): Float64Array => Float64Array.from(values, (_, at) => Math.max(0, sign * (flows[at] ?? 0)));
  return timeWeighted({ values: Float64Array.from(values), inflows: of(1), outflows: of(-1) });
}

function point(day: string, value: string, inflow = '0', outflow = '0'): ValuePoint {
  return { day, value: decimal(value), inflow: decimal(inflow), outflow: decimal(outflow) };
}

const close = (found: ArrayLike<number>, expected: readonly number[], digits = 10): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(found[at]).toBeCloseTo(value, digits));
};

describe('time-weighted return: worked examples', () => {
  // An account from 2011-12-31 to 2012-01-08 with deposits, withdrawals, interest and fees.
  const values = [10000, 10230, 10630, 9995.59, 10289.58, 10583.57, 16179.56, 11600, 10596.15];
  const flows = { 2: 200, 3: -400, 6: 5400, 7: -3697.04 };

  it('takes inflows at the start of a day and outflows at its end', () => {
    const { returns } = linked(values, flows);
    close(returns, [
      0,
      0.023,
      10630 / 10430 - 1,
      (9995.59 + 400) / 10630 - 1,
      10289.58 / 9995.59 - 1,
      10583.57 / 10289.58 - 1,
      16179.56 / 15983.57 - 1,
      (11600 + 3697.04) / 16179.56 - 1,
      10596.15 / 11600 - 1
    ]);
    expect(returns[2]).toBeCloseTo(0.0191755, 7);
    expect(returns[3]).toBeCloseTo(-0.0220517, 7);
    expect(returns[7]).toBeCloseTo(-0.0545454545, 6);
    expect(returns[8]).toBeCloseTo(-0.0865384615, 6);
  });

  it('is the same from exact amounts', () => {
    const points = values.map((value, at) => {
      const flow = flows[at as keyof typeof flows] ?? 0;
      const [inflow, outflow] = [Math.max(0, flow), Math.max(0, -flow)].map(String);
      return point(`2012-01-${String(at + 1).padStart(2, '0')}`, String(value), inflow, outflow);
    });
    const exact = timeWeightedReturn(points);
    const plain = linked(values, flows);
    close(exact.index, [...plain.index], 13);
    expect([exact.days, plain.days]).toEqual([8, 8]);
    expect(exact.perYear).toBeCloseTo(plain.perYear ?? Number.NaN, 12);
  });

  it('is not moved by a deposit on the last day', () => {
    const { index } = linked([0, 100, 110, 110, 210], { 1: 100, 4: 100 });
    close(index, [0, 0, 0.1, 0.1, 0.1]);
  });

  it('follows the price through purchases at the close before and sales at the close', () => {
    const prices = [100, 101, 99.5, 103, 104, 102, 110];
    const units = [1, 1, 3, 3, 2, 2, 5];
    const moved = units.map((held, at) => held - (units[at - 1] ?? held));
    const flows = moved.map((move, at) => move * (move > 0 ? (prices[at - 1] ?? 0) : (prices[at] ?? 0)));
    const { index } = linked(
      prices.map((price, at) => price * (units[at] ?? 0)),
      { ...flows }
    );
    close(
      index,
      prices.map((price) => price / 100 - 1)
    );
  });

  it('begins with the first inflow, on its own day', () => {
    const { begins, days, total, perYear } = linked([0, 0, 105, 105], { 2: 100 });
    expect([begins, days]).toEqual([2, 1]);
    expect(total).toBeCloseTo(0.05, 14);
    expect(perYear).toBeCloseTo(1.05 ** 365 - 1, 6);
  });

  it('annualises over exact days', () => {
    expect(annualised(0.21, 730)).toBeCloseTo(0.1, 14);
    expect(annualised(0.05, 364)).toBeCloseTo(0.050140747, 8);
    expect(annualised(-1, 10)).toBe(-1);
    expect([annualised(0.1, 0), annualised(-1.5, 100), annualised(Number.NaN, 100)]).toEqual([null, null, null]);
  });
});

describe('time-weighted return: nothing to divide by', () => {
  it('is zero, with a warning, where something comes of nothing', () => {
    const { total, returns, warnings } = linked([0, 0, 1, 1.1]);
    close(returns, [0, 0, 0, 0.1]);
    expect(total).toBeCloseTo(0.1, 14);
    expect(warnings).toEqual([{ code: 'nothingInvested', first: 2, days: 1 }]);
    expect(
      timeWeightedReturn([point('2012-01-01', '0'), point('2012-01-02', '1'), point('2012-01-03', '1.1')]).warnings
    ).toEqual([{ code: 'nothingInvested', first: 1, days: 1 }]);
  });

  it('is zero without a warning before and after anything was there', () => {
    const { total, begins, warnings } = linked([0, 0, 0]);
    expect([total, begins, warnings]).toEqual([0, null, []]);
    const sold = linked([100, 0, 0, 0], { 1: -110 });
    expect(sold.total).toBeCloseTo(0.1, 14);
    expect(sold.warnings).toEqual([]);
    expect(linked([]).days).toBe(0);
  });

  it('stays at nothing after a total loss', () => {
    expect([...linked([100, 0, 0, 50, 60], { 3: 50 }).index]).toEqual([0, -1, -1, -1, -1]);
  });

  it('says where more is owed than owned', () => {
    expect(linked([-100, -110, -120]).warnings).toEqual([{ code: 'belowZero', first: 1, days: 2 }]);
  });

  it('is not known after a value that is not known', () => {
    const { total, perYear, index } = linked([100, Number.NaN, 110]);
    expect([total, perYear, index[0], index[1], index[2]]).toEqual([Number.NaN, null, 0, Number.NaN, Number.NaN]);
  });
});

describe('time-weighted return: properties', () => {
  const cents = fc.integer({ min: 1, max: 10 ** 9 });

  it('without flows is the simple return', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 200 }), (values) => {
        const simple = (values[values.length - 1] ?? 0) / (values[0] ?? 1) - 1;
        const scale = Math.max(1, 1 + simple);
        expect((linked(values).total - simple) / scale).toBeCloseTo(0, 11);
        const points = values.map((value, at) => point(`${2000 + at}-01-01`, `${value}e-2`));
        expect((timeWeightedReturn(points).total - simple) / scale).toBeCloseTo(0, 11);
      }),
      seed()
    );
  });

  it('with one inflow and nothing else is the money-weighted return, a year', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 5000 }), (put, end, days) => {
        fc.pre(end / put > 1e-3 && end / put < 1e3 && days > 30);
        const values = Float64Array.from({ length: days + 2 }, (_, at) => (at === 0 ? 0 : at === days + 1 ? end : put));
        const inflows = new Float64Array(days + 2);
        inflows[1] = put;
        const { perYear } = timeWeighted({ values, inflows, outflows: new Float64Array(days + 2) });
        const day = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
        const irr = moneyWeightedReturn([
          { day: day(1), amount: decimal(`-${put}`) },
          { day: day(days + 1), amount: decimal(`${end}`) }
        ]);
        if (irr.kind !== 'rate') throw new Error(irr.message);
        expect(Math.log1p(perYear ?? Number.NaN)).toBeCloseTo(Math.log1p(irr.rate), 8);
      }),
      seed()
    );
  });

  it('does not depend on money that goes in at the start of a day or out at its end', () => {
    const growths = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 60 });
    const moves = fc.array(fc.integer({ min: -90, max: 500 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(growths, moves, (parts, percents) => {
        const factors = parts.map((part) => 1 + part / 10_000);
        const values = [1000];
        const inflows = [0];
        const outflows = [0];
        factors.forEach((factor, at) => {
          const before = values[at] ?? 0;
          const move = (before * (percents[at] ?? 0)) / 100;
          inflows.push(Math.max(0, move));
          const grown = (before + Math.max(0, move)) * factor;
          const out = Math.min(Math.max(0, -move), grown * 0.9);
          outflows.push(out);
          values.push(grown - out);
        });
        const found = timeWeighted({
          values: Float64Array.from(values),
          inflows: Float64Array.from(inflows),
          outflows: Float64Array.from(outflows)
        });
        expect(found.total).toBeCloseTo(factors.reduce((growth, factor) => growth * factor, 1) - 1, 10);
      }),
      seed()
    );
  });
});

describe('calendar months and years', () => {
  it('link their days, and together the whole', () => {
    const first = dayNumber('2023-12-30');
    const values = Float64Array.from({ length: 65 }, (_, at) => 100 * 1.001 ** at);
    const nothing = new Float64Array(65);
    const { returns, begins, total } = timeWeighted({ values, inflows: nothing, outflows: nothing });
    const years = calendarReturns(returns, first, begins);
    expect(years.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(years[0]?.months[11]).toBeCloseTo(1.001 ** 2 - 1, 12);
    expect(years[0]?.months.slice(0, 11)).toEqual(Array(11).fill(null));
    close((years[1]?.months.slice(0, 3) ?? []) as number[], [1.001 ** 31 - 1, 1.001 ** 29 - 1, 1.001 ** 2 - 1], 12);
    expect(years[1]?.months[3]).toBeNull();
    expect((1 + (years[0]?.total ?? 0)) * (1 + (years[1]?.total ?? 0)) - 1).toBeCloseTo(total, 12);
  });

  it('are not told before anything was invested', () => {
    const years = calendarReturns(new Float64Array(400), dayNumber('2023-01-01'), 365);
    expect(years[0]).toMatchObject({ year: 2023, total: 0 });
    expect(years[0]?.months).toEqual([...Array<null>(11).fill(null), 0]);
    expect(calendarReturns(new Float64Array(40), dayNumber('2023-01-01'), null)[0]?.total).toBeNull();
    expect(calendarReturns(new Float64Array(1), dayNumber('2023-01-01'), 0)).toEqual([]);
  });
});
