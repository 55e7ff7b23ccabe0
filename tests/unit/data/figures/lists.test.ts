import { describe, expect, it } from 'vitest';
import { answerFigures } from '../../../../src/lib/data/figures';
import type { TransactionFilter } from '../../../../src/lib/domain';
import { account, asset, booking, day, ids, idOf, ledgerOf, prices, rates, settings } from './portfolios';

const ledger = ledgerOf({
  settings: [
    settings({
      // Parts of 1, as texts or numbers.
      allocationTargets: { class: { equity: '0.75', cash: 0.25 } }
    })
  ],
  accounts: [account(ids.depot, 'Depot'), account(ids.bank, 'Bank', { currency: 'USD' })],
  assets: [
    asset(11, 'Älterer Wert', { symbol: 'AEW', expectedAnnualIncome: '40', incomeFrequency: 'quarterly' }),
    asset(12, 'Bond')
  ],
  transactions: [
    booking(11, '2023-07-10', 'dividend', { gross: '8' }),
    booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '100', fees: '1', note: 'First one' }),
    booking(12, '2024-02-10', 'buy', { quantity: '2', gross: '900' }),
    booking(11, '2024-03-31', 'dividend', { gross: '10', taxes: '2' }),
    booking(12, '2024-05-15', 'interest', { gross: '12' }),
    booking(null, '2024-02-01', 'deposit', { accountId: ids.bank, gross: '100', currency: 'USD' }),
    booking(null, '2024-02-02', 'withdrawal', { accountId: ids.bank, gross: '10', currency: 'EUR', fxRate: '1.5' }),
    booking(null, '2024-02-03', 'withdrawal', { accountId: ids.bank, gross: '7', currency: 'EUR' }),
    booking(null, '2024-08-01', 'deposit', { accountId: ids.bank, gross: '999', currency: 'USD' })
  ],
  prices: [prices(11, { '2024-01-10': '10', '2024-06-28': '15' }), prices(12, { '2024-02-10': '450' })],
  fxRates: [rates('USD', { '2024-02-01': '2' })]
});

function page(filter: TransactionFilter, from = 0, count = 50) {
  return answerFigures(ledger, { ask: 'transactions', day, filter, from, count });
}

function dates(filter: TransactionFilter): string[] {
  return page(filter).lines.map(({ date }) => date);
}

describe('transactions', () => {
  it('come newest first, a page at a time, with their number', () => {
    const first = page({}, 0, 2);
    expect(first.total).toBe(9);
    expect(first.lines.map(({ date }) => date)).toEqual(['2024-08-01', '2024-05-15']);
    expect(page({}, 8, 2).lines.map(({ date }) => date)).toEqual(['2023-07-10']);
    expect(page({}, 50, 2)).toMatchObject({ total: 9, lines: [] });
    expect(dates({ order: 'oldest' })[0]).toBe('2023-07-10');
    expect(dates({ order: 'largest' })[0]).toBe('2024-02-10');
  });

  it('pass filters by text, account, asset, type and days, together', () => {
    expect(dates({ text: 'älterer' })).toHaveLength(3);
    expect(dates({ text: 'aew FIRST' })).toEqual(['2024-01-10']);
    expect(dates({ accountId: ids.bank })).toHaveLength(4);
    expect(dates({ assetId: idOf(12) })).toEqual(['2024-05-15', '2024-02-10']);
    expect(dates({ types: ['dividend', 'interest'], from: '2024-01-01', to: '2024-04-30' })).toEqual(['2024-03-31']);
    expect(dates({ text: 'nowhere' })).toEqual([]);
    expect(dates({ from: '2024-' })).toHaveLength(9);
    expect(dates({ accountId: 'gone' })).toEqual([]);
  });

  it('tell their sums in base currency, the booked rate before the table’s', () => {
    // 100 dollars at 2; 10 euros; 7 euros; 999 dollars at 2.
    expect(page({ accountId: ids.bank }).sums).toEqual({ gross: '566.5', fees: '0', taxes: '0' });
    expect(page({ assetId: idOf(11) }).sums).toEqual({ gross: '118', fees: '1', taxes: '2' });
  });

  it('carry the balance of their account in the currency that the cash then lies in', () => {
    const lines = page({ accountId: ids.bank, order: 'oldest' }).lines;
    expect(lines.map(({ cashEffect, balance, cashCurrency }) => [cashEffect, balance, cashCurrency])).toEqual([
      ['100', '100', 'USD'],
      ['-15', '85', 'USD'],
      ['-7', '-7', 'EUR'],
      ['999', '1084', 'USD']
    ]);
  });

  it('carry none where the cash of their account is not kept', () => {
    expect(page({ assetId: idOf(12) }).lines[0]).toMatchObject({
      cashEffect: null,
      balance: null,
      cashCurrency: 'EUR'
    });
  });

  it('count what is owed in an account as owed, and nothing of the future', () => {
    const accounts = answerFigures(ledger, { ask: 'accounts', day });
    expect(accounts.find(({ id }) => id === ids.bank)?.cash).toEqual([
      { amount: '-7', currency: 'EUR' },
      { amount: '85', currency: 'USD' }
    ]);
    expect(answerFigures(ledger, { ask: 'overview', day, period: '1Y' })).toMatchObject({ owed: '7', cash: '35.5' });
  });
});

describe('income', () => {
  const income = answerFigures(ledger, { ask: 'income', day, year: 2024 });

  it('is told by month and asset, with what was paid the year before', () => {
    expect(income).toMatchObject({ year: 2024, years: [2024, 2023], total: '22', before: '8' });
    expect(income.months[2]).toEqual({ month: '2024-03', received: '10', taxes: '2', expected: null });
    expect(income.byAsset.map(({ name, total }) => [name, total])).toEqual([
      ['Bond', '12'],
      ['Älterer Wert', '10']
    ]);
    expect(income.byAsset[1]?.months[2]).toBe('10');
    // 10 of 150.
    expect(income.byAsset[1]?.yield).toBeCloseTo(1 / 15, 12);
  });

  it('expects what was stated, from the last payment on', () => {
    expect(income.months.map(({ expected }) => expected).slice(5)).toEqual(['10', null, null, '10', null, null, '10']);
    expect(income.payments.filter(({ expected }) => expected).map(({ date, amount }) => [date, amount])).toEqual([
      ['2024-06-30', '10'],
      ['2024-09-30', '10'],
      ['2024-12-31', '10']
    ]);
  });

  it('expects what was paid a year before for the units held now, which a split alone does not make more', () => {
    const split = ledgerOf({
      assets: [asset(11, 'Split')],
      transactions: [
        booking(11, '2023-01-10', 'buy', { quantity: '10', gross: '100' }),
        booking(11, '2023-07-10', 'dividend', { gross: '8' }),
        booking(11, '2024-02-01', 'split', { quantity: '2' }),
        booking(11, '2024-03-01', 'buy', { quantity: '10', gross: '50' }),
        // Not yet.
        booking(11, '2024-12-01', 'split', { quantity: '7' })
      ]
    });
    const { payments } = answerFigures(split, { ask: 'income', day, year: 2024 });
    // 8 for what are 20 units now, of which there are 30.
    expect(payments.map(({ date, amount }) => [date, amount])).toEqual([['2024-07-10', '12']]);
  });

  it('expects nothing of a year that is over', () => {
    const before = answerFigures(ledger, { ask: 'income', day, year: 2023 });
    expect(before.payments.map(({ date, expected }) => [date, expected])).toEqual([['2023-07-10', false]]);
  });
});

describe('allocation', () => {
  it('stands beside its targets, with what to buy and sell for them', () => {
    // Equity 150 + 900, cash 85 / 2 − 7.
    const { lines, proposal, total } = answerFigures(ledger, { ask: 'allocation', day, by: 'class' });
    expect(total).toBe('1085.5');
    expect(lines.map(({ key, amount, target, difference }) => [key, amount, target, difference])).toEqual([
      ['equity', '1050', 0.75, '235.875'],
      ['cash', '35.5', 0.25, '-235.875']
    ]);
    const trades = new Map(proposal.map(({ key, amount }) => [key, Number(amount)]));
    expect(trades.get('equity')).toBeCloseTo(-235.875, 1);
    expect((trades.get('equity') ?? 0) + (trades.get('cash') ?? 0)).toBe(0);
  });

  it.each([
    ['JPY', ['-17', '17']],
    ['EUR', ['-16.67', '16.67']],
    ['KWD', ['-16.667', '16.667']]
  ])('proposes what can be paid in %s', (baseCurrency, amounts) => {
    const thirds = ledgerOf({
      settings: [settings({ baseCurrency, allocationTargets: { class: { equity: 1, alternative: 2 } } })],
      assets: [
        asset(11, 'Shares', { primaryCurrency: baseCurrency, currentValue: '50' }),
        asset(12, 'Flat', { assetType: 'residentialProperty', primaryCurrency: baseCurrency, currentValue: '50' })
      ]
    });
    const { proposal } = answerFigures(thirds, { ask: 'allocation', day, by: 'class' });
    expect(proposal.map(({ amount }) => amount).sort()).toEqual(amounts);
  });

  it('proposes nothing without targets', () => {
    expect(answerFigures(ledger, { ask: 'allocation', day, by: 'country' }).proposal).toEqual([]);
  });
});
