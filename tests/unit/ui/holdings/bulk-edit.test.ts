import { describe, expect, test } from 'vitest';
import { noChange, tagsAmong, tagsOf, writesFor } from '../../../../src/lib/ui/holdings/bulk-edit';
import { line } from './line';

const lines = [line('a', { tags: ['x'], sector: 'Energy' }), line('b', { tags: ['x', 'y'], isIncluded: false })];

describe('the same change to many', () => {
  test('writes nothing where nothing is asked, or everything is so already', () => {
    expect(writesFor(lines, noChange)).toEqual([]);
    expect(writesFor(lines, { ...noChange, addTags: ['x'], isActive: true, accountId: 'depot' })).toEqual([]);
  });

  test('adds and takes away tags, and leaves the others of each in their order', () => {
    expect(writesFor(lines, { ...noChange, addTags: ['z', 'x'], removeTags: ['y'] })).toEqual([
      { op: 'patch', store: 'assets', id: 'a', fields: { tags: ['x', 'z'] } },
      { op: 'patch', store: 'assets', id: 'b', fields: { tags: ['x', 'z'] } }
    ]);
  });

  test('writes only those that differ, and takes a sector out where it is to be none', () => {
    expect(writesFor(lines, { ...noChange, sector: '', isIncluded: true, accountId: 'bank', isActive: false })).toEqual(
      [
        {
          op: 'patch',
          store: 'assets',
          id: 'a',
          fields: { sector: undefined, accountId: 'bank', isActive: false }
        },
        {
          op: 'patch',
          store: 'assets',
          id: 'b',
          fields: { accountId: 'bank', isActive: false, isIncludedInPortfolio: true }
        }
      ]
    );
  });

  test('reads tags from what was typed', () => {
    expect(tagsOf(' taxable, long term ;taxable\n')).toEqual(['taxable', 'long term']);
    expect(tagsAmong(lines)).toEqual(['x', 'y']);
  });
});
