import { describe, expect, test } from 'vitest';
import type { TransactionLine, TransactionPage } from '../../../../src/lib/app/contract';
import { ChosenLines, KnownLines, windowAround } from '../../../../src/lib/ui/transactions/line-window';

function page(from: number, ids: readonly string[], total = 1000): TransactionPage {
  const lines = ids.map((id) => ({ id }) as TransactionLine);
  return { total, from, lines, sums: { gross: null, fees: null, taxes: null } };
}

describe('the window that is asked for', () => {
  test('holds what is seen and some beyond, and stays the same while one scrolls a little', () => {
    expect(windowAround(0, 30)).toEqual({ from: 0, count: 100 });
    for (const first of [160, 200, 240]) {
      const { from, count } = windowAround(first, first + 40);
      expect(from).toBeLessThanOrEqual(first - 50);
      expect(from + count).toBeGreaterThan(first + 40 + 50);
    }
    expect(windowAround(160, 200)).toEqual(windowAround(190, 230));
  });
});

describe('the lines that are known', () => {
  test('gather from page to page', () => {
    const known = new KnownLines();
    known.take('all', page(0, ['a', 'b']));
    known.take('all', page(2, ['c']));
    expect([0, 1, 2, 3].map((place) => known.at(place)?.id)).toEqual(['a', 'b', 'c', undefined]);
  });

  test('are let go when the question is another', () => {
    const known = new KnownLines();
    known.take('all', page(0, ['a', 'b']));
    known.take('wrong ones', page(1, ['x']));
    expect([0, 1].map((place) => known.at(place)?.id)).toEqual([undefined, 'x']);
  });

  test('are let go when a page is answered anew: something was changed', () => {
    const known = new KnownLines();
    known.take('all', page(0, ['a', 'b']));
    known.take('all', page(2, ['c', 'd']));
    known.take('all', page(2, ['e', 'f']));
    expect([0, 2].map((place) => known.at(place)?.id)).toEqual([undefined, 'e']);
  });

  test('tell that they were let go, and not that some were added', () => {
    const known = new KnownLines();
    known.take('all', page(0, ['a', 'b']));
    const begun = known.turn;
    known.take('all', page(2, ['c']));
    expect(known.turn).toBe(begun);
    known.take('all', page(0, ['x', 'b']));
    known.take('wrong ones', page(0, ['x']));
    expect(known.turn).toBe(begun + 2);
  });
});

test('a chosen line is named with where it is packed away, also when it is on the screen no more', () => {
  const chosen = new ChosenLines();
  chosen.keep([{ id: 'x', accountId: 'a', date: '2024-01-31' } as TransactionLine]);
  expect(chosen.refOf('x')).toEqual({ store: 'transactions', id: 'x', at: { accountId: 'a', date: '2024-01-31' } });
  expect(chosen.refOf('unseen')).toEqual({ store: 'transactions', id: 'unseen' });
});
