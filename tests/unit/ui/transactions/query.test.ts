import { describe, expect, test } from 'vitest';
import {
  everything,
  filterOf,
  isFiltered,
  readQuery,
  writeQuery,
  type TransactionQuery
} from '../../../../src/lib/ui/transactions/query';

describe('the address of the transactions', () => {
  test('says nothing of all of them', () => {
    expect(writeQuery(everything)).toBe('');
    expect(readQuery(new URLSearchParams(''))).toEqual(everything);
    expect(filterOf(everything)).toEqual({ order: 'newest' });
    expect(isFiltered({ ...everything, order: 'oldest' })).toBe(false);
  });

  test('holds everything that was chosen, and asks for it', () => {
    const query: TransactionQuery = {
      search: 'köln & co',
      accountId: 'a/1?',
      assetId: 'b',
      types: ['buy', 'split'],
      from: '2024-02-29',
      to: '2024-12-31',
      wrong: true,
      order: 'largest'
    };
    expect(readQuery(new URLSearchParams(writeQuery(query)))).toEqual(query);
    expect(filterOf(query)).toEqual({
      text: 'köln & co',
      accountId: 'a/1?',
      assetId: 'b',
      types: ['buy', 'split'],
      from: '2024-02-29',
      to: '2024-12-31',
      wrong: true,
      order: 'largest'
    });
    expect(isFiltered(query)).toBe(true);
  });

  test('that asks for what there is not is read without it', () => {
    expect(readQuery(new URLSearchParams('type=luck&type=buy&type=buy&from=soon&order=loud'))).toEqual({
      ...everything,
      types: ['buy']
    });
  });
});
