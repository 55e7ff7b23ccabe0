/** Results that other programs publish for their own tests, in their own numbers. */
import { describe, expect, it } from 'vitest';
import { decimal, RateTable, unrealisedGain, type CostMethod } from '../../../../src/lib/domain';
import { booking, fold, positionOf, shown } from './bookings';

const euros = new RateTable([]).rate('EUR', 'EUR', '2021-01-31');

describe('lots as Portfolio Performance counts them', () => {
  it.each(['fifo', 'average'] as const)('a sale between purchases (%s)', (method) => {
    const position = positionOf(
      fold(
        [
          booking('2010-01-01', 'buy', '109', '3149.20'),
          booking('2010-02-01', 'sell', '15', '531.50'),
          booking('2010-03-01', 'buy', '52', '1684.92'),
          booking('2010-03-01', 'buy', '32', '959.30')
        ],
        { method }
      )
    );
    expect(shown(position.cost.base, 2)).toBe('5360.04');
    expect(shown(position.realisedGain.base, 2)).toBe('98.12');
    expect(shown(unrealisedGain(position, decimal('100'), euros).gain.base, 2)).toBe('12439.96');
  });

  it.each(['fifo', 'average'] as const)('nothing is left of a cost that does not divide (%s)', (method) => {
    const position = positionOf(
      fold(
        [
          booking('2010-01-01', 'buy', '10', '0.01'),
          booking('2010-02-01', 'sell', '3', '0.01'),
          booking('2010-03-01', 'sell', '3', '0.01'),
          booking('2010-03-01', 'sell', '4', '0.01')
        ],
        { method }
      )
    );
    expect([shown(position.cost.base), shown(position.quantity), position.lots]).toEqual(['0', '0', []]);
    expect(shown(position.realisedGain.base)).toBe('0.02');
  });

  it.each(['fifo', 'average'] as const)('everything sold, twice over (%s)', (method) => {
    const position = positionOf(
      fold(
        [
          booking('2010-01-01', 'buy', '100', '3149.20'),
          booking('2010-02-01', 'sell', '100', '531.50'),
          booking('2010-03-01', 'buy', '50', '1684.92'),
          booking('2010-04-01', 'sell', '50', '531.50')
        ],
        { method }
      )
    );
    expect([shown(position.cost.base), shown(position.realisedGain.base)]).toEqual(['0', '-3771.12']);
  });

  const dollars = { currency: 'USD', accountCurrency: 'EUR' };
  const rates = new RateTable([{ base: 'EUR', quote: 'USD', days: ['2015-01-16'], rates: ['1.1588'] }]);
  it.each([
    ['fifo', '830.00', '-50.00', null],
    ['average', '730.00', '-3.33', ['2203.69', '-97.54']]
  ] as [CostMethod, string, string, [string, string] | null][])(
    'rates of purchase and sale as booked (%s)',
    (method, realised, fx, unrealised) => {
      const position = positionOf(
        fold(
          [
            booking('2024-01-01', 'buy', '100', '5000', { ...dollars, fxRate: '0.9' }),
            booking('2024-02-01', 'buy', '50', '3000', { ...dollars, fxRate: '0.85' }),
            booking('2024-03-01', 'sell', '50', '3500', { ...dollars, fxRate: '0.88' })
          ],
          { method, rates }
        )
      );
      expect([shown(position.realisedGain.base, 2), shown(position.realisedGain.fx, 2)]).toEqual([realised, fx]);
      if (unrealised === null) return;
      const { gain } = unrealisedGain(position, decimal('80'), rates.rate('USD', 'EUR', '2024-12-31'));
      expect([shown(gain.base, 2), shown(gain.fx, 2)]).toEqual(unrealised);
    }
  );
});

describe('pools', () => {
  it("an average over purchases and a partial sale, as HMRC's helpsheet 284 has it", () => {
    // 1,000 for 4,000 + 150, 500 for 2,050 + 80; 700 sold for 3,360 less 100; 400 sold for 2,080 less 105.
    const position = positionOf(
      fold(
        [
          booking('2015-04-01', 'buy', '1000', '4000', { fees: '150' }),
          booking('2018-09-01', 'buy', '500', '2050', { fees: '80' }),
          booking('2023-05-01', 'sell', '700', '3360', { fees: '100' }),
          booking('2024-02-01', 'sell', '400', '2080', { fees: '105' })
        ],
        { method: 'average' }
      )
    );
    // It rounds the cost per share to 4.187: 329 and 300 pounds there, a few pence away.
    expect(position.realised.map(({ gain }) => shown(gain.base, 2))).toEqual(['329.33', '300.33']);
    expect([shown(position.quantity), shown(position.cost.base, 2)]).toEqual(['400', '1674.67']);
  });
});
