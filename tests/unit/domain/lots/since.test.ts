import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimal,
  decimalText,
  foldLotsSince,
  RateTable,
  unrealisedGain,
  type Booking,
  type Gain,
  type LotsSince,
  type SinceOptions
} from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';
import { booking, positionOf, shown, worth } from './bookings';

const euros = new RateTable([]).rate('EUR', 'EUR', '2011-12-31');

function since(bookings: readonly Booking[], price: string | null, options: Partial<SinceOptions> = {}): LotsSince {
  return foldLotsSince(bookings, {
    method: 'fifo',
    baseCurrency: 'EUR',
    rates: new RateTable([]),
    from: '2011-01-01',
    priceBefore: () => (price === null ? null : decimal(price)),
    ...options
  });
}

/** Realised and unrealised within the period. */
function gains(book: LotsSince, price: string): (string | null)[] {
  const position = positionOf(book);
  return [position.realisedGain, unrealisedGain(position, decimal(price), euros).gain].map((gain: Gain) =>
    shown(gain.base)
  );
}

describe('gains of a period', () => {
  // Ten units that cost 1 in all, worth 100 each at the start and 110 at the end.
  const bought = booking('2010-01-01', 'buy', '10', '1');

  it('start from market value, not from cost', () => {
    expect(gains(since([bought], '100'), '110')).toEqual(['0', '100']);
  });

  it('count what is bought within it from its own cost', () => {
    const book = since([bought, booking('2011-01-15', 'deliveryIn', '1', '99')], '100');
    expect(gains(book, '110')).toEqual(['0', '111']);
  });

  it('compare what is sold within it with the value at the start', () => {
    expect(gains(since([bought, booking('2011-01-15', 'sell', '1', '99')], '100'), '110')).toEqual(['-1', '90']);
  });

  it('take the first day whole: what is bought on it is new, and the rate at the start is that of the evening before', () => {
    const rates = new RateTable([
      { base: 'USD', quote: 'EUR', days: ['2010-12-31', '2011-01-01'], rates: ['0.5', '0.75'] }
    ]);
    const dollars = { currency: 'USD' };
    const book = since(
      [booking('2010-01-01', 'buy', '10', '1', dollars), booking('2011-01-01', 'buy', '2', '300', dollars)],
      '100',
      { rates }
    );
    expect(positionOf(book).lots.map(({ quantity, cost }) => [shown(quantity), ...worth(cost)])).toEqual([
      ['10', '1000', '500'],
      ['2', '300', '225']
    ]);
  });

  it('leave out sales before it, and keep ids and days of lots', () => {
    const second = booking('2010-06-01', 'buy', '5', '400');
    const sold = booking('2010-12-31', 'sell', '4', '400');
    const position = positionOf(since([bought, second, sold], '100'));
    expect(position.realised).toEqual([]);
    expect(
      position.lots.map(({ id, acquired, quantity, cost }) => [id, acquired, shown(quantity), worth(cost)[1]])
    ).toEqual([
      [bought.id, '2010-01-01', '6', '600'],
      [second.id, '2010-06-01', '5', '500']
    ]);
  });

  it('take the rate of the evening before, and the booked rate of a later purchase', () => {
    const rates = new RateTable([{ base: 'EUR', quote: 'USD', days: ['2015-01-16'], rates: ['1.1588'] }]);
    const facts = { currency: 'EUR', accountCurrency: 'EUR' };
    const book = since(
      [
        booking('2015-01-01', 'deliveryIn', '10', '1100', facts),
        booking('2015-10-01', 'deliveryIn', '10', '1100', facts)
      ],
      '100',
      { from: '2015-01-17', rates, currencyOf: () => 'USD' }
    );
    expect(positionOf(book).cost.base?.toFixed(2)).toBe((1000 / 1.1588 + 1100).toFixed(2));
  });

  it('split them into price and rate, as Portfolio Performance does', () => {
    const rates = new RateTable([
      {
        base: 'EUR',
        quote: 'USD',
        days: ['2015-01-02', '2015-01-05', '2015-01-09', '2015-01-16'],
        rates: ['1.2043', '1.1915', '1.1813', '1.1588']
      }
    ]);
    const book = since([booking('2015-01-02', 'buy', '10', '900'), booking('2015-01-09', 'sell', '5', '500')], '100', {
      from: '2015-01-06',
      rates,
      currencyOf: () => 'USD'
    });
    const position = positionOf(book);
    const { gain } = unrealisedGain(position, decimal('120'), rates.rate('USD', 'EUR', '2016-01-01'));
    const start = 500 / 1.1915;
    expect(
      [position.realisedGain.base, position.realisedGain.fx, gain.base, gain.fx].map((part) => shown(part, 2))
    ).toEqual(
      [500 - start, 500 / 1.1813 - start, 600 / 1.1588 - start, 500 / 1.1588 - start].map((part) => part.toFixed(2))
    );
  });

  it('name assets without a price at the start, which keep their cost', () => {
    const book = since([bought], null);
    expect([book.unpriced, worth(positionOf(book).cost)[1]]).toEqual([['share'], '1']);
  });

  it('value units that were on their way between two accounts', () => {
    const book = since(
      [
        booking('2010-01-01', 'buy', '10', '1', { accountId: 'a' }),
        booking('2010-12-30', 'transferOut', '10', '0', { accountId: 'a' }),
        booking('2011-01-03', 'transferIn', '10', '0', { accountId: 'b' })
      ],
      '100'
    );
    expect(book.issues).toEqual([]);
    expect(worth(positionOf(book, 'b').cost)[1]).toBe('1000');
  });

  it('add up to the change in value and the money taken out', () => {
    const cents = fc.integer({ min: 1, max: 10 ** 6 }).map((value) => `${value}e-2`);
    const entry = fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        year: fc.constantFrom(2010, 2011),
        gross: cents,
        sell: fc.boolean()
      })
      .map(({ day, year, gross, sell }) =>
        booking(`${year}-05-${String(day).padStart(2, '0')}`, sell ? 'sell' : 'buy', '1', gross)
      );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), cents, cents, (entries, start, end) => {
        fc.pre(entries.length > 0);
        for (const method of ['fifo', 'average'] as const) {
          const book = since(entries, start, { method });
          const left = new Set(book.issues.map(({ id }) => id));
          const [position] = book.positions;
          const before = since(
            entries.filter(({ date }) => date < '2011-01-01'),
            start,
            { method }
          ).positions[0];
          if (position === undefined) continue;
          const within = entries.filter(({ id, date }) => date >= '2011-01-01' && !left.has(id));
          const net = within.reduce(
            (sum, { type, gross }) => (type === 'sell' ? sum.plus(gross) : sum.minus(gross)),
            decimal('0')
          );
          const value = (units = decimal('0'), price: string): ReturnType<typeof decimal> =>
            units.times(decimal(price));
          const expected = value(position.quantity, end).minus(value(before?.quantity, start)).plus(net);
          const [realised, unrealised] = gains(book, end);
          expect(
            decimal(realised ?? '')
              .plus(decimal(unrealised ?? ''))
              .minus(expected)
              .abs()
              .lt(decimal('1e-12'))
          ).toBe(true);
        }
      }),
      seed()
    );
  });

  it('are all gains where the period begins before everything', () => {
    expect(decimalText(positionOf(since([bought], '7', { from: '2000-01-01' })).cost.base ?? decimal('0'))).toBe('1');
  });
});
