import { describe, expect, it } from 'vitest';
import { answerFigures } from '../../../../src/lib/data/figures';
import { account, asset, booking, day, ids, idOf, ledgerOf, prices, rates, settings } from './portfolios';

/** A depot whose cash is kept: a deposit, a purchase from it, a dividend into it. */
const kept = ledgerOf({
  settings: [settings({ riskFreeRate: '0.01' })],
  assets: [asset(11, 'Widgets'), asset(12, 'Other')],
  transactions: [
    booking(null, '2024-06-24', 'deposit', { gross: '1000' }),
    booking(11, '2024-06-25', 'buy', { quantity: '5', gross: '500', fees: '10' }),
    booking(11, '2024-06-27', 'dividend', { gross: '20', taxes: '5' })
  ],
  prices: [
    prices(11, { '2024-06-25': '100', '2024-06-26': '110', '2024-06-27': '99', '2024-06-28': '121' }),
    prices(12, { '2024-06-21': '50', '2024-06-28': '60' })
  ]
});
const ask = (more: object) =>
  answerFigures(kept, {
    ask: 'performance',
    day,
    period: '1W',
    scope: { kind: 'portfolio' },
    benchmark: null,
    ...more
  });

describe('returns of the portfolio', () => {
  const { returns, index, years, contributions } = ask({});

  it('link what each day did, flows set apart', () => {
    // Evenings: 1000; 490 + 500; 490 + 550; 505 + 495; 505 + 605.
    expect(index.days).toEqual([
      '2024-06-21',
      '2024-06-22',
      '2024-06-23',
      '2024-06-24',
      '2024-06-25',
      '2024-06-26',
      '2024-06-27',
      day
    ]);
    expect(returns.timeWeighted).toBeCloseTo(0.11, 12);
    expect(index.values[4]).toBeCloseTo(-0.01, 12);
    expect(index.values.at(-1)).toBeCloseTo(0.11, 12);
    expect(years).toHaveLength(1);
    expect(years[0]?.months[5]).toBeCloseTo(0.11, 12);
    expect(years[0]?.months[4]).toBeNull();
  });

  it('tell what money went in, what is there, and what is left as gain', () => {
    expect(returns).toMatchObject({
      startValue: '0',
      endValue: '1110',
      inflows: '1000',
      outflows: '0',
      gain: '110',
      income: '20',
      fees: '10',
      taxes: '5',
      riskFreeRate: 0.01,
      warnings: []
    });
    // A year's rate is not told of a week, a money-weighted one is.
    expect(returns.timeWeightedYear).toBeNull();
    expect(returns.irr).toBeGreaterThan(100);
  });

  it('tell the deepest fall', () => {
    expect(returns.drawdown).toMatchObject({ peak: '2024-06-26', trough: '2024-06-27', recovered: day });
    expect(returns.drawdown?.ratio).toBeCloseTo(40 / 1040, 12);
  });

  it('are explained by assets, whose gains add up', () => {
    // 605 − 510 + 15.
    expect(contributions).toMatchObject([{ id: idOf(11), name: 'Widgets', gain: '110' }]);
    expect(contributions[0]?.ratio).toBeCloseTo(0.11, 12);
  });
});

describe('returns of a part', () => {
  it('of an asset count its purchases, sales and dividends as flows, before taxes', () => {
    const { returns, label } = ask({ scope: { kind: 'asset', id: idOf(11) } });
    expect(label).toBe('Widgets');
    // 500/510 · 550/500 · (495 + 20)/550 · 605/495
    expect(returns.timeWeighted).toBeCloseTo((500 / 510) * (550 / 500) * (515 / 550) * (605 / 495) - 1, 12);
    expect(returns).toMatchObject({ inflows: '510', outflows: '20', gain: '115' });
  });

  it('of an account are those of what lies in it', () => {
    expect(ask({ scope: { kind: 'account', id: ids.depot } }).returns.timeWeighted).toBeCloseTo(0.11, 12);
  });

  it('of a group leave the cash and taxes outside, as those of its assets do', () => {
    const { returns, label, contributions } = ask({ scope: { kind: 'group', by: 'class', key: 'equity' } });
    expect(label).toBe('Equity');
    expect(returns).toMatchObject({ endValue: '605', inflows: '510', outflows: '20', gain: '115' });
    // Nothing is left over for anything else.
    expect(contributions).toMatchObject([{ id: idOf(11), gain: '115' }]);
  });

  it('are compared with a price over the same days', () => {
    const { benchmark, benchmarks } = ask({ benchmark: idOf(12) });
    expect(benchmarks.map(({ label }) => label)).toEqual(['Other', 'Widgets']);
    expect(benchmark?.total).toBeCloseTo(0.2, 12);
    expect(benchmark?.values[0]).toBe(0);
  });
});

describe('flows', () => {
  it('of a depot whose cash lies outside are its purchases and sales', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Widgets')],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '1000', fees: '10' }),
        booking(11, '2024-03-10', 'sell', { quantity: '4', gross: '480', taxes: '20' })
      ],
      prices: [prices(11, { '2024-01-10': '100', '2024-03-10': '120', '2024-06-28': '130' })]
    });
    const { flows, change } = answerFigures(ledger, { ask: 'overview', day, period: 'ALL' });
    expect(flows).toBe('550');
    expect(change.amount).toBe('230');
  });

  it('of units that come in count at market value, so that they change no return', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Widgets')],
      transactions: [booking(11, '2024-01-10', 'openingBalance', { quantity: '10', gross: '400' })],
      prices: [prices(11, { '2024-01-10': '100', '2024-06-28': '150' })]
    });
    const { lines } = answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: false });
    expect(lines[0]?.periodReturn).toBeCloseTo(0.5, 12);
    expect(lines[0]).toMatchObject({ baseCost: '400', unrealised: { total: '1100' } });
  });

  it('of a booked rate are at that rate, not at the table’s', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Widgets', { primaryCurrency: 'USD' })],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '10', gross: '1000', currency: 'USD', fxRate: '0.9' })
      ],
      prices: [prices(11, { '2024-01-10': '100' })],
      fxRates: [rates('USD', { '2024-01-10': '1.25' })]
    });
    const found = answerFigures(ledger, { ask: 'asset', day, period: 'ALL', id: idOf(11) });
    expect(found?.returns).toMatchObject({ inflows: '900', endValue: '800', gain: '-100' });
    expect(found?.line).toMatchObject({ baseCost: '900' });
  });

  it('are not told where a rate is missing, and the rest is', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Widgets'), asset(12, 'Dinars', { primaryCurrency: 'KWD' })],
      transactions: [
        booking(11, '2024-01-10', 'buy', { quantity: '1', gross: '100' }),
        booking(12, '2024-01-10', 'buy', { quantity: '1', gross: '100', currency: 'KWD' })
      ],
      prices: [prices(11, { '2024-01-10': '100', '2024-06-28': '110' }), prices(12, { '2024-01-10': '100' })]
    });
    const { change, unvalued, netWorth } = answerFigures(ledger, { ask: 'overview', day, period: 'ALL' });
    expect(netWorth).toBe('110');
    expect(unvalued).toBe(1);
    expect(change).toMatchObject({ amount: '10' });
    const { lines } = answerFigures(ledger, { ask: 'holdings', day, period: 'ALL', closed: false });
    expect(lines.find(({ name }) => name === 'Dinars')).toMatchObject({
      value: '100',
      baseValue: null,
      cost: '100',
      baseCost: null,
      irr: null,
      periodReturn: null
    });
  });

  it('of what was acquired without a booking count on the day of acquisition, at what was paid', () => {
    const ledger = ledgerOf({
      assets: [asset(11, 'Flat', { currentValue: '300', originalInvestment: '200', acquisitionDate: '2024-06-01' })]
    });
    const { change, flows } = answerFigures(ledger, { ask: 'overview', day, period: '3M' });
    expect(flows).toBe('200');
    expect(change.amount).toBe('100');
  });

  it('of an asset that is left out of the portfolio take money out of it', () => {
    const ledger = ledgerOf({
      accounts: [account(ids.depot, 'Depot')],
      assets: [asset(11, 'Left out', { isIncludedInPortfolio: false })],
      transactions: [
        booking(null, '2024-01-02', 'deposit', { gross: '100' }),
        booking(11, '2024-01-10', 'buy', { quantity: '1', gross: '60' })
      ],
      prices: [prices(11, { '2024-01-10': '60', '2024-06-28': '600' })]
    });
    const { netWorth, flows, change } = answerFigures(ledger, { ask: 'overview', day, period: 'ALL' });
    expect([netWorth, flows, change.amount]).toEqual(['40', '40', '0']);
  });
});

describe('a day', () => {
  it('without flows returns what the value did', () => {
    const { today } = answerFigures(kept, { ask: 'overview', day, period: '1Y' });
    expect(today.amount).toBe('110');
    expect(today.ratio).toBeCloseTo(0.11, 12);
  });

  it('shows what moved most, up and down', () => {
    const { movers } = answerFigures(kept, { ask: 'overview', day, period: '1D' });
    expect(movers.up).toMatchObject([{ name: 'Widgets', change: { amount: '110' } }]);
    expect(movers.down).toEqual([]);
  });
});
