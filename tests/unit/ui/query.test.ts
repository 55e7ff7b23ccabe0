import { describe, expect, test } from 'vitest';
import type { AssetLine } from '../../../src/lib/app/contract';
import { readQuery, searchable, select, wholeList, writeQuery, type Query } from '../../../src/lib/ui/portfolio/query';

function line(id: string, change: Partial<AssetLine> = {}): AssetLine {
  return {
    id,
    name: id,
    symbol: null,
    assetType: 'internationalShares',
    category: 'equity',
    country: 'US',
    account: 'Brokerage',
    quantity: null,
    value: { amount: '1', currency: 'USD' },
    valueBasis: 'stated',
    asOf: null,
    baseAmount: '1',
    isActive: true,
    isIncluded: true,
    ...change
  };
}

const lines = searchable([
  line('unknown', { baseAmount: null, country: 'DE', name: 'Wohnung in Köln' }),
  line('small', { baseAmount: '9' }),
  line('large', { baseAmount: '10' }),
  line('owed', { baseAmount: '-500', category: 'liability' }),
  line('Apple', { symbol: 'AAPL', baseAmount: '2', value: { amount: '2', currency: 'EUR' } })
]);

const ids = (change: Partial<Query>): string[] => select(lines, { ...wholeList, ...change }).map(({ id }) => id);

describe('the list of assets', () => {
  test('is by value at first, largest first, and what has no value comes last both ways', () => {
    expect(ids({})).toEqual(['large', 'small', 'Apple', 'owed', 'unknown']);
    expect(ids({ descending: false })).toEqual(['owed', 'Apple', 'small', 'large', 'unknown']);
  });

  test('is found by every word, without regard to case, accents and order', () => {
    expect(ids({ search: 'koln WOHNUNG' })).toEqual(['unknown']);
    expect(ids({ search: 'aapl' })).toEqual(['Apple']);
    expect(ids({ search: 'germany' })).toEqual(['unknown']);
    expect(ids({ search: 'wohnung aapl' })).toEqual([]);
  });

  test('is narrowed to one class, country or currency', () => {
    expect(ids({ by: 'class', only: 'liability' })).toEqual(['owed']);
    expect(ids({ by: 'country', only: 'DE' })).toEqual(['unknown']);
    expect(ids({ by: 'currency', only: 'EUR' })).toEqual(['Apple']);
  });

  test('leaves the lines it was given as they were', () => {
    const before = lines.map(({ line: { id } }) => id);
    ids({ sort: 'name' });
    expect(lines.map(({ line: { id } }) => id)).toEqual(before);
  });
});

describe('the address', () => {
  test('says nothing of the whole list', () => {
    expect(writeQuery(wholeList)).toBe('');
    expect(readQuery(new URLSearchParams(''))).toEqual(wholeList);
  });

  test('holds everything that was chosen', () => {
    const query: Query = {
      search: 'köln & co',
      by: 'currency',
      only: 'EUR',
      sort: 'name',
      descending: true,
      asset: 'a/1?'
    };
    expect(readQuery(new URLSearchParams(writeQuery(query)))).toEqual(query);
  });

  test('that asks for what there is not is read as the whole list', () => {
    expect(readQuery(new URLSearchParams('by=colour&sort=luck'))).toEqual(wholeList);
  });
});
