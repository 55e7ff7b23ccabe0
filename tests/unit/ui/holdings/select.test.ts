import { describe, expect, test } from 'vitest';
import { wholeTable, type HoldingQuery } from '../../../../src/lib/ui/holdings/query';
import { isClosed, searchable, select } from '../../../../src/lib/ui/holdings/select';
import { line } from './line';

const lines = searchable([
  line('unknown', { baseValue: null, value: null, country: 'DE', name: 'Wohnung in Köln', tags: ['rented', 'family'] }),
  line('small', { baseValue: '9', sector: 'Energy' }),
  line('large', { baseValue: '10' }),
  line('owed', { baseValue: '-500', category: 'liability' }),
  line('Apple', { symbol: 'AAPL', isin: 'US0378331005', baseValue: '2', currency: 'EUR' }),
  line('gone', { isActive: false, baseValue: '0' }),
  line('sold', { valueBasis: 'holding × price', quantity: '0', baseValue: '0' })
]);

const ids = (change: Partial<HoldingQuery>): string[] =>
  select(lines, { ...wholeTable, ...change }).map(({ id }) => id);

describe('the lines of the table', () => {
  test('are by value at first, largest first, and what has none comes last both ways', () => {
    expect(ids({})).toEqual(['large', 'small', 'Apple', 'owed', 'unknown']);
    expect(ids({ descending: false })).toEqual(['owed', 'Apple', 'small', 'large', 'unknown']);
  });

  test('are found by every word, without regard to case, accents and order', () => {
    expect(ids({ search: 'koln WOHNUNG' })).toEqual(['unknown']);
    expect(ids({ search: 'us03783' })).toEqual(['Apple']);
    expect(ids({ search: 'germany' })).toEqual(['unknown']);
    expect(ids({ search: 'rented' })).toEqual(['unknown']);
    expect(ids({ search: 'wohnung aapl' })).toEqual([]);
  });

  test('pass a filter by any of its keys, and all filters at once', () => {
    expect(ids({ only: { class: ['liability'] } })).toEqual(['owed']);
    expect(ids({ only: { currency: ['EUR', 'USD'], country: ['DE'] } })).toEqual(['unknown']);
    expect(ids({ only: { tag: ['family'] } })).toEqual(['unknown']);
    expect(ids({ only: { sector: [''] } })).toEqual(['large', 'Apple', 'owed', 'unknown']);
  });

  test('that are no longer held stand by themselves, put away or sold to the last unit', () => {
    expect(ids({ held: 'closed' })).toEqual(['gone', 'sold']);
    expect(ids({ held: 'all' })).toHaveLength(7);
    expect(isClosed(line('stated zero', { quantity: '0', valueBasis: 'stated' }))).toBe(false);
  });

  test('are sorted by texts from A to Z, with numbers in them as numbers', () => {
    const funds = searchable([line('Fund 10'), line('Fund 9'), line('äther'), line('Zebra')]);
    const by = { ...wholeTable, sort: 'name', descending: false } as const;
    expect(select(funds, by).map(({ id }) => id)).toEqual(['äther', 'Fund 9', 'Fund 10', 'Zebra']);
  });

  test('are told apart by the last digit of amounts that a binary number cannot tell apart', () => {
    const close = searchable([
      line('a', { baseValue: '9007199254740993.1' }),
      line('b', { baseValue: '9007199254740993.2' })
    ]);
    expect(select(close, wholeTable).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('leave what they were given as it was', () => {
    const before = lines.map(({ line: { id } }) => id);
    ids({ sort: 'name' });
    expect(lines.map(({ line: { id } }) => id)).toEqual(before);
  });
});
