import { describe, expect, it } from 'vitest';
import { decimalText, type Booking } from '../../../../src/lib/domain';
import { booking, fold, positionOf, worth } from './bookings';

/** Purchases all the way, and from the middle on a sale for each. */
function history(count: number): Booking[] {
  const day = (at: number): string => new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 30) * 86_400_000).toISOString();
  return Array.from({ length: count }, (_, at) =>
    booking(day(at).slice(0, 10), at > count / 2 && at % 2 === 1 ? 'sell' : 'buy', '1.5', '150.25', { fees: '1' })
  );
}

function timed(count: number, method: 'fifo' | 'average'): number {
  const bookings = history(count);
  const started = performance.now();
  const { positions } = fold(bookings, { method });
  const time = performance.now() - started;
  expect(positions).toHaveLength(1);
  return time;
}

describe('a hundred thousand transactions of one asset', () => {
  it.each(['fifo', 'average'] as const)('take about twice the time of half as many (%s)', (method) => {
    timed(20_000, method);
    const half = Math.min(timed(50_000, method), timed(50_000, method));
    const whole = Math.min(timed(100_000, method), timed(100_000, method));
    console.log(`lots (${method}) of 100,000 transactions: ${whole.toFixed(0)} ms, of 50,000: ${half.toFixed(0)} ms`);
    // Shifting an array for every sale would make it four times and seconds.
    expect(whole).toBeLessThan(half * 3.5 + 50);
  });

  it('bring in older and older lots without shifting the others', () => {
    const deliveries = Array.from({ length: 50_000 }, (_, at) =>
      booking('2020-01-01', 'deliveryIn', '1', '1', {
        acquired: new Date(Date.UTC(2019, 0, 1) - at * 86_400_000).toISOString().slice(0, 10)
      })
    );
    const started = performance.now();
    const position = positionOf(fold([...deliveries, booking('2020-01-02', 'sell', '49999', '1')]));
    expect(performance.now() - started).toBeLessThan(5000);
    expect([decimalText(position.quantity), worth(position.cost)[1], position.lots[0]?.acquired]).toEqual([
      '1',
      '1',
      '2019-01-01'
    ]);
  });
});
