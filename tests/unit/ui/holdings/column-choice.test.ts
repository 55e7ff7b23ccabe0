import { describe, expect, test } from 'vitest';
import { inOrder, moved, toggled, usualColumns, validChoice } from '../../../../src/lib/ui/holdings/column-choice';
import { columnKeys } from '../../../../src/lib/ui/holdings/columns';

describe('the choice of columns', () => {
  test('always begins with the name, and drops what is unknown or named twice', () => {
    expect(validChoice(['irr', 'luck', 'irr', 'name'])).toEqual(['name', 'irr']);
    expect(validChoice([])).toEqual(['name']);
    expect(validChoice(usualColumns)).toEqual(usualColumns);
  });

  test('moves a column by one place, but never before the name or past the end', () => {
    expect(moved(['name', 'irr', 'tags'], 'irr', 1)).toEqual(['name', 'tags', 'irr']);
    expect(moved(['name', 'irr', 'tags'], 'tags', -1)).toEqual(['name', 'tags', 'irr']);
    expect(moved(['name', 'irr', 'tags'], 'irr', -1)).toEqual(['name', 'irr', 'tags']);
    expect(moved(['name', 'irr', 'tags'], 'tags', 1)).toEqual(['name', 'irr', 'tags']);
    expect(moved(['name', 'irr'], 'name', 1)).toEqual(['name', 'irr']);
  });

  test('puts a new column at the end, and keeps the name', () => {
    expect(toggled(['name', 'irr'], 'tags')).toEqual(['name', 'irr', 'tags']);
    expect(toggled(['name', 'irr'], 'irr')).toEqual(['name']);
    expect(toggled(['name', 'irr'], 'name')).toEqual(['name', 'irr']);
  });

  test('lists every column once, those that are shown first', () => {
    const order = inOrder(['name', 'irr']);
    expect(order.slice(0, 2)).toEqual(['name', 'irr']);
    expect([...order].sort()).toEqual([...columnKeys].sort());
  });
});
