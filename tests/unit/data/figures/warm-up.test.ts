import { describe, expect, it } from 'vitest';
import { answerFigures, warmUp } from '../../../../src/lib/data/figures';
import { lotsOf } from '../../../../src/lib/data/figures/asset-lots';
import { Valuation } from '../../../../src/lib/data/figures/valuation';
import { asset, booking, day, ledgerOf, prices } from './portfolios';

function threeAssets() {
  return ledgerOf({
    assets: [asset(11, 'A'), asset(12, 'B'), asset(13, 'C')],
    transactions: [11, 12, 13].map((number) => booking(number, '2024-01-10', 'buy', { quantity: '1', gross: '10' })),
    prices: [prices(11, { '2024-01-10': '12' })]
  });
}

describe('what is prepared in idle moments', () => {
  it('gives way to others after each slice, and changes no figure', async () => {
    const ledger = threeAssets();
    let clock = 0;
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await warmUp(ledger, day, new AbortController().signal, () => (clock += 10), pause);
    expect(pauses).toBeGreaterThan(0);
    const question = { ask: 'holdings', day, period: '1Y', closed: false } as const;
    expect(answerFigures(ledger, question)).toEqual(answerFigures(threeAssets(), question));
  });

  it('is kept, so that it is found once', async () => {
    const ledger = threeAssets();
    await warmUp(
      ledger,
      day,
      new AbortController().signal,
      () => 0,
      () => Promise.resolve()
    );
    const valuation = Valuation.on(ledger, day);
    expect(lotsOf(valuation, 1)).toBe(lotsOf(valuation, 1));
    // Found before anybody asked for a line.
    for (const key of [`irr EUR ${day}`, `change EUR ${day}`])
      expect(ledger.remembered(1, key, () => 'not known')).not.toBe('not known');
  });

  it('stops when something else is asked for', async () => {
    const stop = new AbortController();
    let clock = 0;
    let pauses = 0;
    await warmUp(
      threeAssets(),
      day,
      stop.signal,
      () => (clock += 20),
      () => {
        pauses++;
        stop.abort();
        return Promise.resolve();
      }
    );
    expect(pauses).toBe(1);
  });
});
