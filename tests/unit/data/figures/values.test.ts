import { describe, expect, it } from 'vitest';
import { answerFigures } from '../../../../src/lib/data/figures';
import { account, asset, booking, day, ids, idOf, ledgerOf, prices, rates, settings } from './portfolios';

/** Dollars bought on two days, one sale; a flat; a mortgage; a bank whose bookings keep its cash. */
const mixed = ledgerOf({
  accounts: [account(ids.depot, 'Depot'), account(ids.bank, 'Bank', { kind: 'bank', country: 'IN' })],
  assets: [
    asset(11, 'Widgets', { primaryCurrency: 'USD', primaryCountry: 'US', sector: 'Industry', tags: ['a', 'b'] }),
    asset(12, 'Flat', { assetType: 'residentialProperty', currentValue: '300000' }),
    asset(13, 'Mortgage', { assetType: 'mortgage', currentValue: '120000' }),
    asset(14, 'Dirhams', { assetType: 'otherTangible', primaryCurrency: 'AED', currentValue: '5' }),
    asset(15, 'Left out', { currentValue: '99', isIncludedInPortfolio: false }),
    asset(16, 'Archived', { currentValue: '77', isActive: false })
  ],
  transactions: [
    booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '1000', fees: '10', currency: 'USD' }),
    booking(11, '2024-03-01', 'buy', { quantity: '10', gross: '1200', currency: 'USD' }),
    booking(11, '2024-05-02', 'sell', { quantity: '5', gross: '700', fees: '5', currency: 'USD' }),
    booking(11, '2024-05-10', 'dividend', { gross: '30', taxes: '6', currency: 'USD' }),
    booking(null, '2024-02-01', 'deposit', { accountId: ids.bank, gross: '2500.50' }),
    booking(null, '2024-02-03', 'fee', { accountId: ids.bank, gross: '0.25' })
  ],
  prices: [prices(11, { '2024-01-10': '100', '2024-03-01': '120', '2024-05-02': '140', '2024-06-27': '150' })],
  fxRates: [rates('USD', { '2024-01-10': '1.25', '2024-03-01': '1.2', '2024-05-02': '1', '2024-06-27': '1.25' })]
});

describe('what the portfolio is worth', () => {
  const overview = answerFigures(mixed, { ask: 'overview', day, period: 'YTD' });

  it('is units × price at the rate of the day, what was stated, debts, and cash that bookings leave', () => {
    // 15 × 150 USD / 1.25 = 1800; 300000; −120000; 2500.50 − 0.25.
    expect(overview).toMatchObject({
      netWorth: '184300.25',
      owned: '304300.25',
      owed: '120000',
      cash: '2500.25',
      unvalued: 1,
      assets: 6,
      accounts: 2,
      transactions: 6
    });
  });

  it('is the sum of the lines of every dimension', () => {
    for (const by of ['class', 'type', 'country', 'currency', 'sector', 'account'] as const) {
      const { total, lines } = answerFigures(mixed, { ask: 'allocation', day, by });
      expect(total).toBe('184300.25');
      expect(lines.reduce((sum, { amount }) => sum + Number(amount), 0)).toBeCloseTo(184300.25, 8);
    }
    expect(overview.allocation.class.map(({ key, amount }) => [key, amount])).toEqual([
      ['alternative', '300000'],
      ['cash', '2500.25'],
      ['equity', '1800'],
      ['liability', '-120000']
    ]);
    expect(overview.allocation.country.find(({ key }) => key === 'IN')?.amount).toBe('2500.25');
    expect(overview.allocation.currency.find(({ key }) => key === 'USD')?.amount).toBe('1800');
  });

  it('lies nowhere once it was sold to the last unit', () => {
    const lines = (sold: string): readonly (readonly [string, number])[] =>
      answerFigures(
        ledgerOf({
          assets: [
            asset(11, 'Widgets'),
            asset(12, 'Bond', { assetType: 'governmentBond' }),
            asset(13, 'Flat', { assetType: 'residentialProperty' })
          ],
          transactions: [
            booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '1000' }),
            booking(12, '2024-01-10', 'buy', { quantity: '5', gross: '500' }),
            booking(12, '2024-03-01', 'sell', { quantity: sold, gross: '500' }),
            booking(13, '2024-03-01', 'dividend', { gross: '20' })
          ],
          prices: [prices(11, { '2024-01-10': '100' }), prices(12, { '2024-01-10': '100' })]
        }),
        { ask: 'allocation', day, by: 'class' }
      ).lines.map(({ key, assets }) => [key, assets] as const);
    expect(lines('4')).toEqual([
      ['equity', 1],
      ['fixedIncome', 1]
    ]);
    expect(lines('5')).toEqual([['equity', 1]]);
  });

  it('counts an asset in each of its tags', () => {
    const { lines } = answerFigures(mixed, { ask: 'allocation', day, by: 'tag' });
    expect(lines.filter(({ key }) => key === 'a' || key === 'b').map(({ amount }) => amount)).toEqual(['1800', '1800']);
  });

  it('lies in accounts, which add up to it', () => {
    const accounts = answerFigures(mixed, { ask: 'accounts', day });
    expect(
      accounts.map(({ name, assets, transactions, cash, baseValue }) => [name, assets, transactions, cash, baseValue])
    ).toEqual([
      // The dirhams lie there, and cannot be told in euros.
      ['Depot', 5, 4, [], null],
      ['Bank', 0, 2, [{ amount: '2500.25', currency: 'EUR' }], '2500.25']
    ]);
  });

  it('says what is missing, the most pressing first', () => {
    expect(overview.attention).toEqual([{ kind: 'missingRates', count: 1, examples: [{ id: 'AED', label: 'AED' }] }]);
  });

  it('ends its history with what it is worth', () => {
    expect(overview.history.days[0]).toBe('2023-12-31');
    expect(overview.history.days.at(-1)).toBe(day);
    expect(overview.history.values.at(-1)).toBe('184300.25');
    // What was only stated counted all the time.
    expect(overview.history.values[0]).toBe('180000');
  });

  it('tells money put in from gain', () => {
    // In: 1010 / 1.25 + 1200 / 1.2 + 2500.50; out: 695 / 1 + 24 at the rate of 2 May.
    expect(overview.flows).toBe('3589.5');
    // 184300.25 − 180000 − 3589.5
    expect(overview.change.amount).toBe('710.75');
    const sum = overview.history.flows.reduce((total, flow) => total + Number(flow), 0);
    expect(sum).toBeCloseTo(3589.5, 8);
  });

  it('lists what came in by month, before taxes', () => {
    expect(overview.income.at(-1)).toEqual({ month: '2024-06', amount: '0' });
    expect(overview.income.find(({ month }) => month === '2024-05')?.amount).toBe('30');
    expect(overview.income).toHaveLength(12);
  });

  it('is told as it was on another day', () => {
    const before = answerFigures(mixed, { ask: 'overview', day: '2024-03-01', period: '1M' });
    // 20 × 120 / 1.2 + 180000 + 2500.25
    expect(before.netWorth).toBe('184500.25');
  });
});

describe('holdings', () => {
  const { lines, totals } = answerFigures(mixed, { ask: 'holdings', day, period: 'ALL', closed: false });
  const widgets = lines.find(({ name }) => name === 'Widgets');

  it('tell cost, and gains split into price and exchange rate', () => {
    expect(widgets).toMatchObject({
      quantity: '15',
      price: { amount: '150', currency: 'USD', day: '2024-06-27', stale: false },
      valueBasis: 'holding × price',
      value: '2250',
      baseValue: '1800',
      // 1010 × 5/10 + 1200 dollars; 404 + 1000 euros.
      cost: '1705',
      baseCost: '1404',
      // Cost at today's rate is 1364, so the rate took 40 and the price brought the rest.
      unrealised: { total: '396', price: '436', fx: '-40' },
      // 695 for what cost 505 dollars, 404 euros: at a rate of 1 the dollars cost 505.
      realised: { total: '291', price: '190', fx: '101' },
      income: '30',
      fees: '13',
      issues: 0
    });
    expect(widgets?.rate).toMatchObject({ from: 'USD', to: 'EUR', rate: '0.8', day: '2024-06-27', booked: false });
  });

  it('leave out what is archived unless it is asked for, and keep what cannot be converted', () => {
    expect(lines.map(({ name }) => name)).toEqual(['Flat', 'Widgets', 'Left out', 'Mortgage', 'Dirhams']);
    const all = answerFigures(mixed, { ask: 'holdings', day, period: 'ALL', closed: true });
    expect(all.lines.map(({ name }) => name)).toContain('Archived');
    expect(lines.find(({ name }) => name === 'Dirhams')).toMatchObject({ value: '5', baseValue: null, rate: null });
    expect(lines.find(({ name }) => name === 'Left out')?.weight).toBeNull();
  });

  it('add up to their totals', () => {
    expect(totals).toMatchObject({ value: '181800', cost: '1404', income: '30' });
    expect(totals.unrealised).toEqual({ total: '396', price: '436', fx: '-40' });
  });
});

describe('one asset', () => {
  const found = answerFigures(mixed, { ask: 'asset', day, period: 'ALL', id: idOf(11) });

  it('opens down to its lots, whose sum is the holding', () => {
    expect(
      found?.lots.map(({ acquired, quantity, cost, baseCost, baseValue, gain }) => [
        acquired,
        quantity,
        cost,
        baseCost,
        baseValue,
        gain.total
      ])
    ).toEqual([
      ['2024-01-10', '5', '505', '404', '600', '196'],
      ['2024-03-01', '10', '1200', '1000', '1200', '200']
    ]);
  });

  it('tells each sale, and the lots it took', () => {
    expect(found?.sales).toMatchObject([
      {
        date: '2024-05-02',
        quantity: '5',
        proceeds: '695',
        baseProceeds: '695',
        cost: '505',
        baseCost: '404',
        gain: { total: '291', price: '190', fx: '101' },
        rate: { from: 'USD', to: 'EUR', rate: '1', day: '2024-05-02' },
        lots: [{ acquired: '2024-01-10', quantity: '5', baseCost: '404' }]
      }
    ]);
  });

  it('shows its transactions newest first, its prices and its value', () => {
    expect(found?.transactions.map(({ date, type }) => [date, type])).toEqual([
      ['2024-05-10', 'dividend'],
      ['2024-05-02', 'sell'],
      ['2024-03-01', 'buy'],
      ['2024-01-10', 'buy']
    ]);
    expect(found?.prices.closes).toEqual(['100', '120', '140', '150']);
    expect(found?.history.values.at(-1)).toBe('1800');
  });

  it('is null where there is none', () => {
    expect(answerFigures(mixed, { ask: 'asset', day, period: 'ALL', id: idOf(99) })).toBeNull();
  });
});

describe('odd holdings', () => {
  it('are told by the price that is known, splits and transfers included', () => {
    const ledger = ledgerOf({
      accounts: [account(ids.depot, 'Depot'), account(ids.other, 'Other')],
      assets: [asset(11, 'Split')],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '1000' }),
        booking(11, '2024-02-01', 'split', { quantity: '2' }),
        booking(11, '2024-03-01', 'transferOut', { quantity: '5' }),
        booking(11, '2024-03-01', 'transferIn', { quantity: '5', accountId: ids.other }),
        booking(11, '2024-04-01', 'sell', { quantity: '100', gross: '1' })
      ],
      prices: [prices(11, { '2024-01-10': '100', '2024-02-01': '50', '2024-06-28': '60' })]
    });
    const { lines } = answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: false });
    expect(lines[0]).toMatchObject({ quantity: '20', value: '1200', cost: '1000', issues: 1 });
    // A split and a transfer are no gain: 1000 became 1200.
    expect(lines[0]?.periodReturn).toBeCloseTo(0.2, 12);
    const accounts = answerFigures(ledger, { ask: 'accounts', day });
    expect(accounts.map(({ baseValue }) => baseValue)).toEqual(['900', '300']);
    const wrong = answerFigures(ledger, { ask: 'transactions', day, filter: { wrong: true }, from: 0, count: 10 });
    expect(wrong.lines.map(({ date, issue }) => [date, issue])).toEqual([
      ['2024-04-01', expect.stringContaining('only 15 are held')]
    ]);
    const { attention } = answerFigures(ledger, { ask: 'overview', day, period: 'ALL' });
    expect(attention.find(({ kind }) => kind === 'oversold')).toMatchObject({
      count: 1,
      examples: [{ label: 'Split' }]
    });
  });

  it('miss a price only where units are held and no value is stated', () => {
    const ledger = ledgerOf({
      assets: [
        asset(11, 'Neither'),
        asset(12, 'Stated', { currentValue: '90' }),
        asset(13, 'Sold out'),
        asset(14, 'Nothing booked'),
        asset(15, 'Old price', { currentValue: '90' })
      ],
      transactions: [
        ...[11, 12, 13, 15].map((number) => booking(number, '2024-01-10', 'buy', { quantity: '3', gross: '100' })),
        booking(13, '2024-02-10', 'sell', { quantity: '3', gross: '130' })
      ],
      prices: [prices(14, { '2024-01-10': '33' }), prices(15, { '2024-01-10': '33' })]
    });
    const { attention } = answerFigures(ledger, { ask: 'overview', day, period: 'ALL' });
    expect(attention).toEqual([
      { kind: 'missingPrices', count: 1, examples: [{ id: idOf(11), label: 'Neither' }] },
      // A price counts before what is stated, and its age with it.
      { kind: 'stalePrices', count: 1, examples: [{ id: idOf(15), label: 'Old price' }] }
    ]);
  });

  it('keep what was sold out among the closed, with its gain', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Gone')],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '3', gross: '100' }),
        booking(11, '2024-02-10', 'sell', { quantity: '3', gross: '130' })
      ],
      prices: [prices(11, { '2024-01-10': '33', '2024-02-10': '43' })]
    });
    expect(answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: false }).lines).toEqual([]);
    const { lines, totals } = answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: true });
    expect(lines[0]).toMatchObject({ quantity: '0', value: '0', cost: '0', unrealised: { total: '0' } });
    expect(totals.realised.total).toBe('30');
  });

  it('are exact where digits do not suffice', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Large'), asset(12, 'Small')],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '123456789012345678901', gross: '1' }),
        booking(12, '2024-01-10', 'buy', { quantity: '0.000000000001', gross: '1' })
      ],
      prices: [prices(11, { '2024-01-10': '1.0000000001' }), prices(12, { '2024-01-10': '12345678901234567890.123' })]
    });
    const { netWorth, history } = answerFigures(ledger, { ask: 'overview', day, period: '1M' });
    // 123456789024691357802.2345678901 + 12345678.901234567890123
    expect(netWorth).toBe('123456789024703703481.135802457990123');
    expect(history.values[0]).toBe(netWorth);
  });

  it('survive data that fails its schema', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Sound', { currentValue: '5' }), { id: idOf(12), name: 42, currentValue: 12.5, tags: 'none' }],
      transactions: [
        { id: 'no uuid', accountId: null, assetId: idOf(77), date: '2024-13-45', type: 'barter', gross: 'much' },
        booking(11, '2024-02-30', 'buy', { quantity: '-3' })
      ],
      prices: [{ assetId: idOf(11), year: 2024, days: ['never'], closes: [3] }]
    });
    expect(answerFigures(ledger, { ask: 'overview', day, period: '1Y' })).toMatchObject({
      netWorth: '5',
      transactions: 2
    });
    const { lines } = answerFigures(ledger, { ask: 'transactions', day, filter: {}, from: 0, count: 10 });
    expect(lines.map(({ id, date }) => [id, date])).toContainEqual(['no uuid', '2024-13-45']);
    for (const { issue } of lines) expect(issue).not.toBeNull();
  });

  it('are pooled where costs are averaged', () => {
    const bought = [
      booking(11, '2010-01-01', 'buy', { quantity: '109', gross: '3149.20' }),
      booking(11, '2010-02-01', 'buy', { quantity: '52', gross: '1684.92' }),
      booking(11, '2010-03-01', 'sell', { quantity: '15', gross: '531.50' })
    ];
    const of = (costMethod: string) => {
      const ledger = ledgerOf({
        settings: [settings({ costMethod })],
        assets: [asset(11, 'Check')],
        transactions: bought,
        prices: [prices(11, { '2010-03-01': '100' })]
      });
      const { totals } = answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: false });
      return [totals.realised.total, totals.unrealised.total, totals.cost].map((amount) => Number(amount).toFixed(2));
    };
    expect(of('fifo')).toEqual(['98.12', '10199.26', '4400.74']);
    expect(of('average')).toEqual(['81.12', '10216.26', '4383.74']);
  });
});
