import { describe, expect, test } from 'vitest';
import {
  isFiltered,
  readQuery,
  wholeTable,
  writeQuery,
  type HoldingQuery
} from '../../../../src/lib/ui/holdings/query';
import { choicesOf, withKey } from '../../../../src/lib/ui/holdings/filters';
import { line } from './line';

describe('the address', () => {
  test('says nothing of the whole table', () => {
    expect(writeQuery(wholeTable)).toBe('');
    expect(readQuery(new URLSearchParams(''))).toEqual(wholeTable);
  });

  test('holds everything that was chosen', () => {
    const query: HoldingQuery = {
      search: 'köln & co',
      group: 'account',
      sort: 'irr',
      descending: false,
      held: 'all',
      only: { country: ['DE', 'IN'], sector: [''], tag: ['a=b&c'] }
    };
    expect(readQuery(new URLSearchParams(writeQuery(query)))).toEqual(query);
    expect(isFiltered(query)).toBe(true);
  });

  test('sorts figures from the largest and words from A, unless it says otherwise', () => {
    expect(readQuery(new URLSearchParams('sort=name')).descending).toBe(false);
    expect(readQuery(new URLSearchParams('sort=income')).descending).toBe(true);
    expect(writeQuery({ ...wholeTable, sort: 'name', descending: false })).toBe('?sort=name');
  });

  test('that asks for what there is not is read as the whole table', () => {
    expect(readQuery(new URLSearchParams('group=colour&sort=luck&held=maybe'))).toEqual(wholeTable);
  });
});

describe('filters', () => {
  test('offer what differs, most frequent first', () => {
    const lines = [line('a', { country: 'DE' }), line('b', { country: 'US' }), line('c', { country: 'US' })];
    expect(choicesOf(lines)).toEqual([
      {
        dimension: 'country',
        choices: [
          { key: 'US', count: 2 },
          { key: 'DE', count: 1 }
        ]
      }
    ]);
  });

  test('are put in and taken out one by one', () => {
    const one = withKey({}, 'country', 'DE', true);
    const two = withKey(one, 'country', 'US', true);
    expect(two).toEqual({ country: ['DE', 'US'] });
    expect(withKey(two, 'country', 'DE', false)).toEqual({ country: ['US'] });
    expect(withKey(one, 'country', 'DE', false)).toEqual({});
  });
});
