import { describe, expect, it } from 'vitest';
import {
  collectFlows,
  dailyFlows,
  decimal,
  decimalText,
  flowsWithin,
  investmentFlows,
  moneyWeightedReturn,
  RateTable,
  timeWeighted,
  type Booking,
  type CashKeeping,
  type Flows,
  type Perimeter
} from '../../../../src/lib/domain';
import { booking } from '../lots/bookings';

const cash = { assetId: null } as const;
const rates = new RateTable([{ base: 'EUR', quote: 'USD', days: ['2020-01-01'], rates: ['1.25'] }]);

function flows(
  bookings: readonly Booking[],
  perimeter: Perimeter,
  keeping: CashKeeping = 'kept',
  price: string | null = '12'
): Flows {
  const accounts = new Map(bookings.map(({ accountId }) => [accountId, keeping]));
  const unitValue = (): ReturnType<typeof decimal> | null => (price === null ? null : decimal(price));
  return collectFlows(bookings, { perimeter, baseCurrency: 'EUR', rates, keeping: accounts, unitValue });
}

function told({ days }: Flows): string[] {
  return days.map(({ day, inflow, outflow }) => `${day.slice(5)} +${decimalText(inflow)} −${decimalText(outflow)}`);
}

/** The flow of one transaction: in as `+`, out as `-`. */
function one(perimeter: Perimeter, keeping: CashKeeping, entry: Booking, price: string | null = '12'): string {
  const { inflow, outflow } = flows([entry], perimeter, keeping, price);
  if (inflow.eq(decimal('0')) && outflow.eq(decimal('0'))) return '0';
  return `${inflow.eq(decimal('0')) ? '' : `+${decimalText(inflow)}`}${outflow.eq(decimal('0')) ? '' : `-${decimalText(outflow)}`}`;
}

describe('flows of the portfolio, of a security, and of an asset as part of the portfolio', () => {
  const charges = { fees: '1', taxes: '2' };
  it.each([
    // type, gross, with an asset: [cash kept, cash outside, security before taxes, asset after taxes]
    ['buy', '100', true, ['0', '+103', '+101', '+103']],
    ['sell', '100', true, ['0', '-97', '-99', '-97']],
    ['dividend', '100', true, ['0', '-97', '-99', '-97']],
    ['interest', '100', true, ['0', '-97', '-99', '-97']],
    ['fee', '100', true, ['0', '+103', '+101', '+103']],
    ['tax', '100', true, ['0', '+103', '+1', '+103']],
    ['split', '0', true, ['0', '+3', '+1', '+3']],
    ['deliveryIn', '100', true, ['+100', '+103', '+101', '+103']],
    ['deliveryOut', '100', true, ['-100', '-97', '-99', '-97']],
    ['openingBalance', '100', true, ['+120', '+123', '+121', '+123']],
    ['transferIn', '0', true, ['+120', '+123', '+121', '+123']],
    ['transferOut', '0', true, ['-120', '+3-120', '+1-120', '+3-120']],
    ['deposit', '100', true, ['+100', '+3', '+1', '+3']],
    ['deposit', '100', false, ['+100', '0', '0', '0']],
    ['withdrawal', '100', false, ['-100', '0', '0', '0']],
    ['openingBalance', '100', false, ['+100', '0', '0', '0']],
    ['transferIn', '100', false, ['+100', '0', '0', '0']],
    ['transferOut', '100', false, ['-100', '0', '0', '0']],
    ['interest', '100', false, ['0', '-97', '0', '0']],
    ['fee', '100', false, ['0', '+103', '0', '0']],
    ['tax', '100', false, ['0', '+103', '0', '0']]
  ] as const)('%s of %s (asset: %s)', (type, gross, withAsset, expected) => {
    const entry = booking('2020-01-01', type, withAsset ? '10' : '0', gross, {
      ...charges,
      ...(withAsset ? {} : cash)
    });
    expect([
      one('portfolio', 'kept', entry),
      one('portfolio', 'notKept', entry),
      one('security', 'kept', entry),
      one('asset', 'kept', entry)
    ]).toEqual(expected);
    expect(one('portfolio', 'stated', entry)).toBe(one('portfolio', 'notKept', entry));
  });

  it('takes units at the stated amount where no price is known, and a delivery at its own', () => {
    const of = (type: string, gross: string, acquired?: string): string =>
      one(
        'portfolio',
        'kept',
        booking('2020-01-01', type, '10', gross, acquired === undefined ? {} : { acquired }),
        null
      );
    expect([of('openingBalance', '80'), of('transferIn', '80'), of('deliveryOut', '80')]).toEqual([
      '+80',
      '+80',
      '-80'
    ]);
    expect(one('security', 'kept', booking('2020-01-01', 'deliveryIn', '10', '0'))).toBe('+120');
    // The stated amount is the cost of years ago: it says nothing of what came in.
    const old = booking('2020-01-01', 'deliveryIn', '10', '80', { acquired: '2010-01-01' });
    expect(one('security', 'kept', old)).toBe('+120');
  });

  it('turns a dividend that is taken back into money put in', () => {
    expect(one('security', 'kept', booking('2020-01-01', 'dividend', '0', '-10'))).toBe('+10');
  });

  it('uses the booked rate before the table, and names what has neither', () => {
    const entry = (currency: string, fxRate?: string): Booking =>
      booking('2020-01-01', 'deposit', '0', '100', {
        ...cash,
        currency,
        accountCurrency: 'EUR',
        ...(fxRate === undefined ? {} : { fxRate })
      });
    expect(one('portfolio', 'kept', entry('USD', '0.9'))).toBe('+90');
    expect(one('portfolio', 'kept', entry('USD'))).toBe('+80');
    const rupees = entry('INR');
    expect(flows([rupees], 'portfolio')).toMatchObject({ days: [], unknown: [rupees.id] });
  });
});

describe('transfers between own accounts', () => {
  const leave = (date: string, gross: string, facts = {}): Booking =>
    booking(date, 'transferOut', '0', gross, { ...cash, accountId: 'a', ...facts });
  const arrive = (date: string, gross: string, facts = {}): Booking =>
    booking(date, 'transferIn', '0', gross, { ...cash, accountId: 'b', ...facts });

  it('cancel out on one day, in other currencies too, and leave the loss of the exchange', () => {
    expect(told(flows([leave('2020-01-01', '100'), arrive('2020-01-01', '100')], 'portfolio'))).toEqual([]);
    const dollars = arrive('2020-01-01', '124', { currency: 'USD' });
    expect(told(flows([leave('2020-01-01', '100'), dollars], 'portfolio'))).toEqual([]);
  });

  it('are flows on their days otherwise, and for each account on its own', () => {
    const pair = [leave('2020-01-01', '100'), arrive('2020-01-03', '100')];
    expect(told(flows(pair, 'portfolio'))).toEqual(['01-01 +0 −100', '01-03 +100 −0']);
    expect(told(flows([leave('2020-01-01', '100'), arrive('2020-01-01', '60')], 'portfolio'))).toEqual([
      '01-01 +0 −40'
    ]);
    expect(told(flows([leave('2020-01-01', '100')], 'portfolio'))).toEqual(['01-01 +0 −100']);
  });

  it('of one account alone are no exchange, however alike they are', () => {
    const through = [arrive('2020-01-01', '1000'), leave('2020-01-01', '980', { accountId: 'b' })];
    expect(told(flows(through, 'portfolio'))).toEqual(['01-01 +20 −0']);
  });

  it('of units cancel out at whatever price', () => {
    const out = booking('2020-01-01', 'transferOut', '5', '0', { accountId: 'a' });
    const into = booking('2020-01-01', 'transferIn', '5', '0', { accountId: 'b' });
    expect(told(flows([into, out], 'security'))).toEqual([]);
    const other = booking('2020-01-01', 'transferIn', '5', '0', { accountId: 'b', assetId: 'other' });
    expect(told(flows([other, out], 'portfolio'))).toEqual(['01-01 +60 −60']);
  });
});

describe('flows for returns', () => {
  const bookings = [
    booking('2020-01-02', 'buy', '10', '1000', { fees: '10' }),
    booking('2020-01-04', 'dividend', '0', '50', { taxes: '12' }),
    booking('2020-01-05', 'sell', '4', '480', { fees: '5', taxes: '20' })
  ];
  const collected = flows(bookings, 'security', 'notKept');
  const span = { from: '2020-01-02', to: '2020-01-06' };

  it('tell what a security earned before taxes and after fees', () => {
    const { inflows, outflows } = dailyFlows(collected, span);
    expect([[...inflows], [...outflows]]).toEqual([
      [0, 1010, 0, 0, 0, 0],
      [0, 0, 0, 50, 475, 0]
    ]);
    const values = Float64Array.from([0, 1000, 1100, 1080, 720, 750]);
    const { total } = timeWeighted({ values, inflows, outflows });
    const factors = [1000 / 1010, 1100 / 1000, 1130 / 1100, 1195 / 1080, 750 / 720];
    expect(total).toBeCloseTo(factors.reduce((product, factor) => product * factor, 1) - 1, 12);
  });

  it('add up within a span', () => {
    const { inflow, outflow } = flowsWithin(collected, { from: '2020-01-03', to: '2020-01-05' });
    expect([decimalText(inflow), decimalText(outflow)]).toEqual(['0', '525']);
    expect([decimalText(collected.inflow), decimalText(collected.outflow)]).toEqual(['1010', '525']);
    expect([...dailyFlows(collected, { from: '2020-01-04', to: '2020-01-04' }).outflows]).toEqual([0, 50]);
  });

  it('make the cash flows of a money-weighted return: market value at both ends', () => {
    const start = { day: '2020-01-03', value: decimal('1100') };
    const end = { day: '2020-01-06', value: decimal('750') };
    const found = investmentFlows(collected, start, end);
    expect(found.map(({ day, amount }) => `${day} ${decimalText(amount)}`)).toEqual([
      '2020-01-03 -1100',
      '2020-01-04 50',
      '2020-01-05 475',
      '2020-01-06 750'
    ]);
    expect(moneyWeightedReturn(found).kind).toBe('rate');
  });
});
