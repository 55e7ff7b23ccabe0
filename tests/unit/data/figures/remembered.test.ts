import { describe, expect, it } from 'vitest';
import { answerFigures } from '../../../../src/lib/data/figures';
import { Ledger } from '../../../../src/lib/data/figures/ledger';
import { isSameRow } from '../../../../src/lib/data/figures/transactions';
import { Valuation } from '../../../../src/lib/data/figures/valuation';
import type { HoldingLine } from '../../../../src/lib/domain';
import { asset, booking, day, idOf, ledgerOf, prices, rates } from './portfolios';

function portfolio(closeOfA: string): Ledger {
  return ledgerOf({
    assets: [asset(11, 'A'), asset(12, 'B')],
    transactions: [11, 12].map((number) => booking(number, '2024-01-10', 'buy', { quantity: '1', gross: '10' })),
    prices: [prices(11, { '2024-01-10': closeOfA }), prices(12, { '2024-01-10': '30' })]
  });
}

function linesOf(ledger: Ledger): ReadonlyMap<string, HoldingLine> {
  const { lines } = answerFigures(ledger, { ask: 'holdings', day, period: '1Y', closed: false });
  return new Map(lines.map((line) => [line.name, line]));
}

describe('after a change of one asset', () => {
  const before = portfolio('10');
  const known = linesOf(before);
  const number = before.assetNumber(idOf(11)) ?? 0;
  const edited = new Ledger(portfolio('90'), { ledger: before, changed: new Set([number]) });
  const after = linesOf(edited);

  it('what all others are worth is not found out again', () => {
    const other = before.assetNumber(idOf(12)) ?? 0;
    const [then, now] = [Valuation.on(before, day), Valuation.on(edited, day)];
    expect(now.worth(other)).toBe(then.worth(other));
    expect(now.path(other)).toBe(then.path(other));
    expect(now.worth(number)).not.toBe(then.worth(number));
  });

  it('the lines of all others are not found out again', () => {
    expect(after.get('B')?.unrealised).toBe(known.get('B')?.unrealised);
    expect(after.get('B')?.today).toBe(known.get('B')?.today);
  });

  it('its own is, and what is a part of the whole is told of the whole as it is now', () => {
    expect(after.get('A')).toMatchObject({ baseValue: '90', weight: 0.75 });
    expect([known.get('B')?.weight, after.get('B')?.weight]).toEqual([0.75, 0.25]);
    expect(after).toEqual(linesOf(portfolio('90')));
  });
});

describe('rates of many days', () => {
  it('are looked up once for a list of days', () => {
    const { conversion, names } = ledgerOf({ fxRates: [rates('USD', { '2024-01-10': '2' })] });
    const days = Int32Array.of(19_800, 19_801);
    const dollars = names.currencies.number('USD');
    expect([...conversion.numbers(dollars, days)]).toEqual([0.5, 0.5]);
    expect(conversion.numbers(dollars, days)).toBe(conversion.numbers(dollars, days));
  });
});

describe('two rows of one transaction', () => {
  const booked = booking(11, '2024-01-10', 'buy', { quantity: '1', gross: '10' });
  const rowOf = (more: object) => ledgerOf({ assets: [asset(11, 'A')], transactions: [{ ...booked, ...more }] });

  it('say the same only where nothing in them differs', () => {
    const { transactions } = rowOf({});
    const isSame = (more: object): boolean => isSameRow(transactions, 0, rowOf(more).transactions, 0);
    expect(isSame({})).toBe(true);
    const differing = [
      { date: '2024-01-11' },
      { gross: '10.01' },
      { gross: '12345678901234567890' },
      { fees: '1' },
      { fxRate: '2' },
      { note: 'Said' },
      { createdAt: '2024-01-05T08:00:00.001Z' }
    ];
    expect(differing.filter(isSame)).toEqual([]);
  });
});
