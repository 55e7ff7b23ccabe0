import { expect, it } from 'vitest';
import { tradePrices, withoutQuotes } from '../../../../src/lib/data/trade-prices';
import type { PlannedBooking } from '../../../../src/lib/import';

const trade: PlannedBooking = {
  type: 'buy',
  date: '2024-01-02',
  time: null,
  accountRef: 'depot',
  assetRef: 'aaa',
  quantity: '4',
  price: '25',
  gross: '100',
  fees: null,
  taxes: null,
  currency: 'EUR',
  fxRate: null,
  note: '',
  importId: ''
};

function pricesOf(
  bookings: readonly Partial<PlannedBooking>[],
  present: Readonly<Record<string, string>> = {}
): Record<string, string> {
  const asset = { currency: 'EUR', prices: new Map(Object.entries(present)) };
  const all = bookings.map((booking) => ({ ...trade, ...booking }));
  return Object.fromEntries(tradePrices(all, new Map([['aaa', asset]])).get('aaa') ?? []);
}

it('each day has the price of its last trade', () => {
  expect(
    pricesOf([{}, { type: 'sell', price: '30', gross: '120' }, { date: '2024-02-01', price: '26', gross: '104' }])
  ).toEqual({ '2024-01-02': '30', '2024-02-01': '26' });
});

it('a price that is there stays', () => {
  expect(pricesOf([{}, { date: '2024-02-01' }], { '2024-01-02': '24.9' })).toEqual({ '2024-02-01': '25' });
});

it.each([
  ['a dividend', { type: 'dividend' }],
  ['a delivery', { type: 'deliveryIn' }],
  ['a trade in another currency', { currency: 'USD' }],
  ['what cost nothing', { price: '0', gross: '0' }],
  ['no units', { quantity: null }],
  ['another asset', { assetRef: 'bbb' }],
  ['cash', { assetRef: null }]
] as const)('%s tells no price', (_, booking) => {
  expect(pricesOf([booking])).toEqual({});
});

it('a price in percent is not one per unit: the amount tells', () => {
  expect(pricesOf([{ quantity: '10000', price: '98.5', gross: '9850' }])).toEqual({ '2024-01-02': '0.985' });
  expect(pricesOf([{ quantity: '3', price: null, gross: '10' }])).toEqual({ '2024-01-02': '3.33333333' });
  // Rounded by the file, and its own.
  expect(pricesOf([{ quantity: '3', price: '3.3333', gross: '10' }])).toEqual({ '2024-01-02': '3.3333' });
});

it('a split takes what was paid before along', () => {
  const split = { type: 'split', date: '2024-03-01', quantity: '4', price: null, gross: '0' } as const;
  expect(pricesOf([{}, split])).toEqual({ '2024-01-02': '25', '2024-03-01': '6.25' });
  expect(pricesOf([split])).toEqual({});
  // What an import before brought counts as well.
  expect(pricesOf([split], { '2024-02-01': '28' })).toEqual({ '2024-03-01': '7' });
  expect(pricesOf([{}, split], { '2024-02-01': '28' })).toEqual({ '2024-01-02': '25', '2024-03-01': '7' });
  expect(pricesOf([{}, split], { '2024-03-01': '7' })).toEqual({ '2024-01-02': '25' });
});

it('an asset with a price of any other day has quotes, and keeps to them; one whose value was stated, to that', () => {
  const asset = { name: 'A', symbol: '', isin: '', currency: 'EUR', accountId: 'depot', valued: false };
  const booked = { ...trade, id: 'b', accountId: 'depot', assetId: 'aaa' };
  const facts = {
    homeCountry: 'DE',
    baseCurrency: 'EUR',
    accounts: [],
    assets: [
      { ...asset, id: 'aaa' },
      { ...asset, id: 'bbb' },
      { ...asset, id: 'stated', valued: true }
    ],
    bookings: [booked, { ...booked, type: 'dividend', date: '2024-02-01' }]
  };
  const unquoted = (id: string, ...days: string[]): boolean =>
    withoutQuotes(facts, new Map([[id, new Map(days.map((day) => [day, '25']))]]), new Set([id])).has(id);
  expect(unquoted('aaa', '2024-01-02')).toBe(true);
  expect(unquoted('aaa', '2024-01-02', '2024-02-01')).toBe(false);
  expect(unquoted('aaa', '2024-01-03')).toBe(false);
  expect(unquoted('bbb', '2024-01-02')).toBe(false);
  expect(unquoted('bbb')).toBe(true);
  expect(unquoted('stated')).toBe(false);
});
