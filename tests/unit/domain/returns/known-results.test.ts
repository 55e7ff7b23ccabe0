/** Results that Portfolio Performance and spreadsheets publish for returns and risk, in their own numbers. */
import { describe, expect, it } from 'vitest';
import {
  cashBalances,
  cashKeeping,
  collectFlows,
  dailyFlows,
  dayNumber,
  dayText,
  decimal,
  holdingAfter,
  investmentFlows,
  moneyWeightedReturn,
  RateTable,
  timeWeighted,
  tradingReturns,
  volatility,
  zero,
  type Booking,
  type Decimal,
  type Flows,
  type Perimeter,
  type TimeWeighted
} from '../../../../src/lib/domain';
import { booking } from '../lots/bookings';

function flows(bookings: readonly Booking[], perimeter: Perimeter): Flows {
  return collectFlows(bookings, {
    perimeter,
    baseCurrency: 'EUR',
    rates: new RateTable([]),
    keeping: cashKeeping(bookings, []),
    unitValue: () => null
  });
}

function run(
  bookings: readonly Booking[],
  perimeter: Perimeter,
  span: { from: string; to: string },
  valueOn: (day: string) => Decimal
): TimeWeighted {
  const days = dayNumber(span.to) - dayNumber(span.from) + 2;
  const values = Float64Array.from({ length: days }, (_, at) =>
    Number(valueOn(dayText(dayNumber(span.from) - 1 + at)).toString())
  );
  return timeWeighted({ values, ...dailyFlows(flows(bookings, perimeter), span) });
}

describe('an account with interest and fees', () => {
  const cash = (date: string, type: string, gross: string): Booking =>
    booking(date, type, '0', gross, { assetId: null });
  const bookings = [
    cash('2011-12-31', 'deposit', '10000'),
    cash('2012-01-01', 'interest', '230'),
    cash('2012-01-02', 'deposit', '200'),
    cash('2012-01-02', 'interest', '200'),
    cash('2012-01-03', 'withdrawal', '400'),
    cash('2012-01-03', 'fee', '234.41'),
    cash('2012-01-04', 'interest', '293.99'),
    cash('2012-01-05', 'interest', '293.99'),
    cash('2012-01-06', 'deposit', '5400'),
    cash('2012-01-06', 'interest', '195.99'),
    cash('2012-01-07', 'withdrawal', '3697.04'),
    cash('2012-01-07', 'fee', '882.52'),
    cash('2012-01-08', 'fee', '1003.85')
  ];
  const valueOn = (day: string): Decimal => cashBalances(bookings, day).get('depot')?.[0]?.amount ?? zero;

  it('has the returns of its days, from its bookings', () => {
    const { returns, warnings } = run(bookings, 'portfolio', { from: '2012-01-01', to: '2012-01-08' }, valueOn);
    expect(warnings).toEqual([]);
    // The second and the sixth day have deposits, which are there from the start of the day.
    const expected = [
      0,
      0.023,
      200 / 10_430,
      -0.0220517,
      0.0294117647,
      0.0285714286,
      195.99 / 15_983.57,
      -0.0545454545
    ];
    expected.forEach((value, at) => expect(returns[at]).toBeCloseTo(value, 6));
    expect(returns[8]).toBeCloseTo(-0.0865384615, 6);
  });

  it('tells the same of a longer span, in which it begins later', () => {
    const short = run(bookings, 'portfolio', { from: '2012-01-01', to: '2012-01-08' }, valueOn);
    const long = run(bookings, 'portfolio', { from: '2011-12-21', to: '2012-01-08' }, valueOn);
    expect([long.begins, long.days, short.days]).toEqual([11, 8, 8]);
    expect(long.total).toBeCloseTo(short.total, 12);
  });

  it('warns of interest without anything to earn it, and of nothing else', () => {
    const only = [cash('2012-01-02', 'interest', '1'), cash('2012-01-03', 'deposit', '0')];
    const value = (day: string): Decimal => cashBalances(only, day).get('depot')?.[0]?.amount ?? zero;
    const found = run(only, 'portfolio', { from: '2012-01-01', to: '2012-01-09' }, value);
    expect([found.total, found.warnings.map(({ code, days }) => [code, days])]).toEqual([0, [['nothingInvested', 1]]]);
  });
});

describe('a security', () => {
  const bought = booking('2015-12-31', 'buy', '10', '1000');
  const sold = booking('2016-12-31', 'sell', '10', '1100', { taxes: '30' });
  const valueOn =
    (bookings: readonly Booking[]) =>
    (day: string): Decimal => {
      const held = bookings.filter(({ date }) => date <= day).map((entry) => ({ ...entry, assetId: 'share' }));
      return holdingAfter(held).quantity.times(decimal(day < '2016-12-31' ? '100' : '110'));
    };

  it.each([
    ['100', '0', 1.1 * 1.1 - 1],
    ['150', '50', 1.15 * 1.1 - 1]
  ])('returns its dividend of %s and its price, taxes of %s and on the sale aside', (gross, taxes, expected) => {
    const bookings = [bought, booking('2016-06-01', 'dividend', '0', gross, { taxes }), sold];
    const { total } = run(bookings, 'security', { from: '2015-01-02', to: '2017-01-01' }, valueOn(bookings));
    expect(total).toBeCloseTo(expected, 9);
  });

  it('has a money-weighted return with fees and before taxes', () => {
    const bookings = [
      booking('2015-12-31', 'buy', '10', '990', { fees: '10' }),
      booking('2016-06-01', 'dividend', '0', '150', { taxes: '50' }),
      booking('2016-12-31', 'sell', '10', '1240', { fees: '10', taxes: '30' })
    ];
    const found = moneyWeightedReturn(
      investmentFlows(
        flows(bookings, 'security'),
        { day: '2015-12-30', value: zero },
        { day: '2016-12-31', value: zero }
      )
    );
    expect(found.kind === 'rate' && found.rate).toBeCloseTo(0.412128788, 8);
  });
});

it('a money-weighted return of ten years with dividends, as spreadsheets tell it', () => {
  const found = moneyWeightedReturn(
    [
      ['2002-11-30', '-4398'],
      ['2007-06-11', '200'],
      ['2008-05-11', '270'],
      ['2009-05-01', '280'],
      ['2010-06-01', '280'],
      ['2011-05-02', '300'],
      ['2012-04-30', '330'],
      ['2012-12-06', '14508']
    ].map(([day = '', amount = '']) => ({ day, amount: decimal(amount) }))
  );
  // Published to within a hundredth of a per cent; the spreadsheet's days were not quite these.
  expect(found.kind === 'rate' && found.rate).toBeCloseTo(0.1444629967, 4);
});

describe('volatility of days', () => {
  it.each([
    [
      'leaves out the weekend',
      [1000, 1500, 1000, 500, 1000, 1000, 1000, 2000, 1000],
      [0, 0.005, -1 / 300, -0.005, 0.01, 0, 0, 0.01, -0.005]
    ],
    [
      'begins with the first day that has a day before it',
      [0, 0, 1000, 1500, 1000, 1000, 1000, 500, 1000, 2000, 1000],
      [0, 0, 0, 0.005, -1 / 300, 0, 0, -0.005, 0.01, 0.01, -0.005]
    ]
  ])('%s', (_, values, returns) => {
    const kept = tradingReturns(Float64Array.from(returns), Float64Array.from(values), dayNumber('2015-02-03'));
    expect(volatility(kept)?.period).toBeCloseTo(0.017736692475, 11);
    expect(volatility(kept)?.semiDeviation).toBeCloseTo(0.012188677034, 11);
  });
});
