import { describe, expect, it } from 'vitest';
import { decimal, RateTable, unrealisedGain, type Booking } from '../../../../src/lib/domain';
import { booking, fold, positionOf, shown, worth } from './bookings';

const euros = new RateTable([]).rate('EUR', 'EUR', '2024-01-01');

describe('check figures: first in first out, and moving average', () => {
  const bookings = [
    booking('2010-01-01', 'buy', '109', '3149.20'),
    booking('2010-02-01', 'buy', '52', '1684.92'),
    booking('2010-03-01', 'sell', '15', '531.50')
  ];

  it.each([
    ['fifo', '98.12', '10199.26', '4400.74'],
    ['average', '81.12', '10216.26', '4383.74']
  ] as const)('%s', (method, realised, unrealised, cost) => {
    const position = positionOf(fold(bookings, { method }));
    expect(shown(position.realisedGain.base, 2)).toBe(realised);
    expect(shown(position.cost.base, 2)).toBe(cost);
    expect(shown(unrealisedGain(position, decimal('100'), euros).gain.base, 2)).toBe(unrealised);
    expect(shown(position.quantity)).toBe('146');
  });
});

describe('lots', () => {
  it('adds fees and taxes of a purchase to cost, and takes the fees of a sale from its proceeds', () => {
    const position = positionOf(
      fold([
        booking('2020-01-01', 'buy', '10', '1000', { fees: '5', taxes: '2' }),
        booking('2020-02-01', 'sell', '10', '1200', { fees: '6', taxes: '40' })
      ])
    );
    const [sale] = position.realised;
    expect(worth(sale?.cost ?? position.cost)).toEqual(['1007', '1007']);
    expect(worth(sale?.proceeds ?? position.cost)).toEqual(['1194', '1194']);
    expect(shown(position.realisedGain.base)).toBe('187');
    expect([worth(position.fees)[1], worth(position.taxes)[1]]).toEqual(['11', '42']);
  });

  it('matches lots by date of acquisition, not by order of entry', () => {
    const late = booking('2020-03-01', 'buy', '10', '300');
    const early = booking('2020-01-01', 'buy', '10', '100');
    const sale = booking('2020-04-01', 'sell', '15', '600');
    const [realised] = positionOf(fold([sale, late, early])).realised;
    expect(realised?.lots.map(({ id, quantity }) => [id, shown(quantity)])).toEqual([
      [early.id, '10'],
      [late.id, '5']
    ]);
    expect(realised?.lots.map(({ proceeds, gain }) => [shown(proceeds.base), shown(gain.base)])).toEqual([
      ['400', '300'],
      ['200', '50']
    ]);
    expect(shown(realised?.gain.base)).toBe('350');
  });

  it('sells a delivery by the day it was first acquired, though it came in later', () => {
    const bought = booking('2020-01-01', 'buy', '10', '100');
    const delivered = booking('2020-06-01', 'deliveryIn', '10', '50', { acquired: '2015-05-05' });
    const sale = booking('2020-07-01', 'sell', '10', '200');
    const position = positionOf(fold([bought, delivered, sale]));
    expect(position.realised[0]?.lots.map(({ id, acquired }) => [id, acquired])).toEqual([
      [delivered.id, '2015-05-05']
    ]);
    expect(position.lots.map(({ id }) => id)).toEqual([bought.id]);
  });

  it('counts opening balances and deliveries at their cost, and lets deliveries out go without a gain', () => {
    const out = booking('2020-03-01', 'deliveryOut', '15', '0');
    const position = positionOf(
      fold([
        booking('2020-01-01', 'openingBalance', '10', '100'),
        booking('2020-02-01', 'deliveryIn', '10', '200'),
        out
      ])
    );
    expect(position.realised).toEqual([]);
    expect(position.removed.map(({ id, cost }) => [id, worth(cost)[1]])).toEqual([[out.id, '200']]);
    expect([shown(position.quantity), worth(position.cost)[1]]).toEqual(['5', '100']);
  });

  it('takes the lots that a sale names, and says so when they do not hold as much', () => {
    const first = booking('2020-01-01', 'buy', '10', '100');
    const second = booking('2020-02-01', 'buy', '10', '300');
    const sale = booking('2020-03-01', 'sell', '8', '400', { picks: [[second.id, '8']] });
    const wrong = booking('2020-04-01', 'sell', '5', '400', { picks: [[second.id, '5']] });
    const book = fold([first, second, sale, wrong]);
    const position = positionOf(book);
    expect(position.realised.map(({ lots }) => lots.map(({ id, quantity }) => [id, shown(quantity)]))).toEqual([
      [[second.id, '8']],
      [
        [second.id, '2'],
        [first.id, '3']
      ]
    ]);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([['lotNotHeld', wrong.id]]);
    expect(worth(position.cost)[1]).toBe('70');
  });

  it('has no lots to name in a pool, and says so', () => {
    const first = booking('2020-01-01', 'buy', '10', '100');
    const sale = booking('2020-03-01', 'sell', '5', '400', { picks: [[first.id, '5']] });
    const book = fold([first, booking('2020-02-01', 'buy', '10', '300'), sale], { method: 'average' });
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([['lotNotHeld', sale.id]]);
    expect(shown(positionOf(book).realisedGain.base)).toBe('300');
  });

  it('starts a new average after everything was sold', () => {
    const position = positionOf(
      fold(
        [
          booking('2020-01-01', 'buy', '3', '100'),
          booking('2020-02-01', 'sell', '3', '90'),
          booking('2020-03-01', 'buy', '1', '50'),
          booking('2020-03-02', 'buy', '1', '70')
        ],
        { method: 'average' }
      )
    );
    expect([worth(position.cost)[1], position.lots[0]?.acquired]).toEqual(['120', '2020-03-01']);
  });

  it('multiplies lots by a split and leaves their cost, fractions and reverse splits included', () => {
    const bookings = [booking('2020-01-01', 'buy', '10', '1000'), booking('2020-02-01', 'buy', '7', '770')];
    const threeForTwo = positionOf(fold([...bookings, booking('2020-03-01', 'split', '1.5', '0')]));
    expect(threeForTwo.lots.map(({ quantity, cost }) => [shown(quantity), worth(cost)[1]])).toEqual([
      ['15', '1000'],
      ['10.5', '770']
    ]);
    const reverse = positionOf(fold([...bookings, booking('2020-03-01', 'split', '0.1', '0')]));
    expect([shown(reverse.quantity), worth(reverse.cost)[1]]).toEqual(['1.7', '1770']);
  });

  it('applies what comes in, splits, then what goes out within one day', () => {
    const position = positionOf(
      fold([
        booking('2020-01-01', 'sell', '20', '400'),
        booking('2020-01-01', 'split', '2', '0'),
        booking('2020-01-01', 'buy', '10', '300')
      ])
    );
    expect([shown(position.quantity), shown(position.realisedGain.base), worth(position.cost)[1]]).toEqual([
      '0',
      '100',
      '0'
    ]);
  });

  it('leaves out a split into nothing and a quantity below zero, and says so', () => {
    const split = booking('2020-02-01', 'split', '0', '0');
    const short = booking('2020-02-02', 'sell', '-5', '50');
    const empty = booking('2020-02-03', 'buy', '0', '50');
    const book = fold([booking('2020-01-01', 'buy', '10', '100'), split, short, empty]);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([
      ['unusableQuantity', split.id],
      ['unusableQuantity', short.id],
      ['unusableQuantity', empty.id]
    ]);
    expect([shown(positionOf(book).quantity), worth(positionOf(book).cost)[1]]).toEqual(['10', '100']);
  });

  it('names every sale of more than the account holds, and computes the rest as if it were not there', () => {
    const rest = [
      booking('2020-01-01', 'buy', '10', '100'),
      booking('2020-03-01', 'sell', '4', '80'),
      booking('2020-04-01', 'buy', '1', '30')
    ];
    const tooMuch = booking('2020-02-01', 'sell', '10.00000001', '900', { fees: '7' });
    const tooEarly = booking('2019-12-31', 'transferOut', '1', '0');
    const book = fold([tooMuch, ...rest, tooEarly]);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([
      ['oversold', tooEarly.id],
      ['oversold', tooMuch.id]
    ]);
    expect(book.issues[1]?.message).toContain('only 10 are held');
    expect(book.positions).toEqual(fold(rest).positions);
  });

  it('knows nothing of later transactions when asked for a day', () => {
    const bookings = [booking('2020-01-01', 'buy', '10', '100'), booking('2020-03-01', 'sell', '10', '80')];
    expect(shown(positionOf(fold(bookings, { until: '2020-02-29' })).quantity)).toBe('10');
    expect(shown(positionOf(fold(bookings, { until: '2020-03-01' })).quantity)).toBe('0');
  });

  it('adds up income, fees and taxes, a reversed dividend taken back', () => {
    const position = positionOf(
      fold([
        booking('2020-01-01', 'buy', '10', '100'),
        booking('2020-02-01', 'dividend', '0', '12', { taxes: '3', fees: '0.5' }),
        booking('2020-02-02', 'dividend', '0', '-12', { taxes: '-3' }),
        booking('2020-02-03', 'interest', '0', '7'),
        booking('2020-02-04', 'fee', '0', '1.25'),
        booking('2020-02-05', 'tax', '0', '2')
      ])
    );
    expect([position.income, position.fees, position.taxes].map((sum) => worth(sum)[1])).toEqual(['7', '1.75', '2']);
    expect(worth(position.cost)[1]).toBe('100');
  });

  it('keeps assets and accounts apart, and passes over what only moves cash', () => {
    const book = fold([
      booking('2020-01-01', 'buy', '1', '10'),
      booking('2020-01-01', 'buy', '2', '20', { accountId: 'other' }),
      booking('2020-01-01', 'buy', '3', '30', { assetId: 'bond' }),
      booking('2020-01-01', 'deposit', '0', '1000', { assetId: null })
    ]);
    expect(book.positions.map(({ assetId, accountId, quantity }) => [assetId, accountId, shown(quantity)])).toEqual([
      ['share', 'depot', '1'],
      ['share', 'other', '2'],
      ['bond', 'depot', '3']
    ]);
  });

  it('has nothing to say of nothing', () => {
    expect(fold([])).toEqual({ positions: [], issues: [] });
  });
});

describe('a closed position', () => {
  it.each(['fifo', 'average'] as const)('leaves exactly zero, in thirds and sevenths too (%s)', (method) => {
    const bookings: Booking[] = [booking('2020-01-01', 'buy', '3', '10'), booking('2020-01-02', 'buy', '7', '10.01')];
    for (const part of ['1', '1', '1', '0.5', '0.123456789', '6.376543211']) {
      bookings.push(booking('2020-02-01', 'sell', part, '1'));
    }
    const position = positionOf(fold(bookings, { method }));
    expect([shown(position.quantity), ...worth(position.cost)]).toEqual(['0', '0', '0']);
    expect(position.lots).toEqual([]);
    // What was realised is then all that came in less all that was laid out.
    expect(shown(position.realisedGain.base)).toBe('-14.01');
  });
});
