import { describe, expect, it, vi } from 'vitest';
import { Decimal, decimalText, type Booking } from '../../../../src/lib/domain';
import { booking, fold, positionOf, worth } from './bookings';

/** Purchases all the way, and from the middle on a sale for each. */
function history(count: number): Booking[] {
  const day = (at: number): string => new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 30) * 86_400_000).toISOString();
  return Array.from({ length: count }, (_, at) =>
    booking(day(at).slice(0, 10), at > count / 2 && at % 2 === 1 ? 'sell' : 'buy', '1.5', '150.25', { fees: '1' })
  );
}

/** How many times amounts are added, taken away, multiplied or compared while these are folded into lots. */
function operations(bookings: readonly Booking[], method: 'fifo' | 'average'): number {
  const counted = (['plus', 'minus', 'times', 'cmp'] as const).map((name) => vi.spyOn(Decimal.prototype, name));
  try {
    expect(fold(bookings, { method }).positions).toHaveLength(1);
    return counted.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    counted.forEach((spy) => spy.mockRestore());
  }
}

describe('many transactions of one asset', () => {
  // Looking through lots that are sold already would make it four times as many.
  it.each(['fifo', 'average'] as const)('take twice the arithmetic of half as many (%s)', (method) => {
    const half = operations(history(1000), method);
    const whole = operations(history(2000), method);
    expect(half).toBeGreaterThan(1000);
    expect(whole).toBeLessThan(half * 2.1);
  });

  it('bring in older and older lots, the oldest of which are sold first', () => {
    const deliveries = Array.from({ length: 2000 }, (_, at) =>
      booking('2020-01-01', 'deliveryIn', '1', '1', {
        acquired: new Date(Date.UTC(2019, 0, 1) - at * 86_400_000).toISOString().slice(0, 10)
      })
    );
    const position = positionOf(fold([...deliveries, booking('2020-01-02', 'sell', '1999', '1')]));
    expect([decimalText(position.quantity), worth(position.cost)[1], position.lots[0]?.acquired]).toEqual([
      '1',
      '1',
      '2019-01-01'
    ]);
  });
});
