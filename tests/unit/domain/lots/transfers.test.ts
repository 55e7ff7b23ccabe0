import { describe, expect, it } from 'vitest';
import { type LotBook } from '../../../../src/lib/domain';
import { booking, fold, positionOf, shown, worth } from './bookings';

function summary(book: LotBook, accountId: string): unknown[] {
  const { quantity, cost, lots } = positionOf(book, accountId);
  return [shown(quantity), worth(cost)[1], ...lots.map(({ acquired }) => acquired)];
}

const there = { accountId: 'there' };

describe('transfers between accounts', () => {
  const first = booking('2018-01-01', 'buy', '10', '100');
  const second = booking('2019-01-01', 'buy', '10', '300');

  it('carry lots with their cost and their day of acquisition, the first ones first', () => {
    const book = fold([
      first,
      second,
      booking('2020-01-01', 'transferOut', '15', '0'),
      booking('2020-01-03', 'transferIn', '15', '0', there)
    ]);
    expect(book.issues).toEqual([]);
    expect(summary(book, 'depot')).toEqual(['5', '150', '2019-01-01']);
    expect(summary(book, 'there')).toEqual(['15', '250', '2018-01-01', '2019-01-01']);
    expect(positionOf(book, 'depot').removed).toEqual([]);
    expect(positionOf(book, 'depot').realised).toEqual([]);
  });

  it('carry their share of the average', () => {
    const book = fold(
      [
        first,
        second,
        booking('2020-01-01', 'transferOut', '15', '0'),
        booking('2020-01-03', 'transferIn', '15', '0', there)
      ],
      { method: 'average' }
    );
    expect([summary(book, 'depot')[1], summary(book, 'there')[1]]).toEqual(['100', '300']);
  });

  it('put older lots before those that the other account already has', () => {
    const book = fold([
      booking('2019-06-01', 'buy', '5', '1000', there),
      first,
      booking('2020-01-01', 'transferOut', '10', '0'),
      booking('2020-01-01', 'transferIn', '10', '0', there),
      booking('2020-02-01', 'sell', '10', '500', there)
    ]);
    expect(positionOf(book, 'there').realised[0]?.lots.map(({ id }) => id)).toEqual([first.id]);
    expect(summary(book, 'there')).toEqual(['5', '1000', '2019-06-01']);
  });

  it('work on one day with a purchase before and a sale after, in whichever account comes first', () => {
    for (const [from, to] of [
      ['a', 'b'],
      ['b', 'a']
    ] as const) {
      const book = fold([
        booking('2020-01-01', 'sell', '4', '80', { accountId: to }),
        booking('2020-01-01', 'transferIn', '10', '0', { accountId: to }),
        booking('2020-01-01', 'transferOut', '10', '0', { accountId: from }),
        booking('2020-01-01', 'buy', '10', '100', { accountId: from })
      ]);
      expect(book.issues).toEqual([]);
      expect(summary(book, from)).toEqual(['0', '0']);
      expect(summary(book, to)).toEqual(['6', '60', '2020-01-01']);
    }
  });

  it('go through several accounts in one day, and both ways between two', () => {
    const through = fold([
      booking('2020-01-01', 'transferIn', '10', '0', { accountId: 'c' }),
      booking('2020-01-01', 'transferOut', '10', '0', { accountId: 'b' }),
      booking('2020-01-01', 'transferIn', '10', '0', { accountId: 'b' }),
      booking('2020-01-01', 'transferOut', '10', '0', { accountId: 'a' }),
      booking('2019-01-01', 'buy', '10', '100', { accountId: 'a' })
    ]);
    expect(through.issues).toEqual([]);
    expect(summary(through, 'c')).toEqual(['10', '100', '2019-01-01']);
    const swapped = fold([
      booking('2018-01-01', 'buy', '10', '100', { accountId: 'a' }),
      booking('2019-01-01', 'buy', '7', '700', { accountId: 'b' }),
      booking('2020-01-01', 'transferIn', '7', '0', { accountId: 'a' }),
      booking('2020-01-01', 'transferOut', '10', '0', { accountId: 'a' }),
      booking('2020-01-01', 'transferIn', '10', '0', { accountId: 'b' }),
      booking('2020-01-01', 'transferOut', '7', '0', { accountId: 'b' })
    ]);
    expect(swapped.issues).toEqual([]);
    expect([summary(swapped, 'a')[0], summary(swapped, 'b')[0]]).toEqual(['7', '10']);
  });

  it('arrive in parts', () => {
    const book = fold([
      first,
      booking('2020-01-01', 'transferOut', '10', '0'),
      booking('2020-01-01', 'transferIn', '4', '0', { accountId: 'b' }),
      booking('2020-01-01', 'transferIn', '6', '0', { accountId: 'c' })
    ]);
    expect([summary(book, 'b')[1], summary(book, 'c')[1]]).toEqual(['40', '60']);
    expect(book.issues).toEqual([]);
  });

  it('are removals at cost where no account received them', () => {
    const out = booking('2020-01-01', 'transferOut', '10', '0');
    const book = fold([first, out]);
    expect(positionOf(book).removed.map(({ id, cost }) => [id, worth(cost)[1]])).toEqual([[out.id, '100']]);
  });

  it('say so where no account sent them and no cost is stated', () => {
    const unknown = booking('2020-01-01', 'transferIn', '10', '0');
    const stated = booking('2020-01-02', 'transferIn', '10', '120', { accountId: 'b', acquired: '2011-11-11' });
    const late = booking('2020-03-15', 'transferIn', '3', '0', { accountId: 'c' });
    const book = fold([unknown, stated, late, booking('2020-01-03', 'transferOut', '3', '0')]);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([
      ['transferWithoutOrigin', unknown.id],
      ['transferWithoutOrigin', late.id]
    ]);
    expect(summary(book, 'b')).toEqual(['10', '120', '2011-11-11']);
  });

  it('carry nothing of what was never held', () => {
    const out = booking('2020-01-01', 'transferOut', '11', '0');
    const into = booking('2020-01-01', 'transferIn', '11', '0', there);
    const book = fold([first, out, into]);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([
      ['oversold', out.id],
      ['transferWithoutOrigin', into.id]
    ]);
    expect(summary(book, 'depot')).toEqual(['10', '100', '2018-01-01']);
  });
});
