import { describe, expect, test } from 'vitest';
import { recordChange, recordName } from '../../../src/lib/ui/upgrade/record-change';

describe('what an upgrade does to a record', () => {
  test('is told field by field', () => {
    const before = { id: '1', name: 'Fund', amount: '48210.55', quantity: 481.223, documents: ['a|b'], note: 'old' };
    const after = { id: '1', name: 'Fund', currentValue: '48210.55', quantity: '481.223', note: 'new', risk: null };
    expect(recordChange(before, after)).toEqual({
      unchanged: 2,
      changes: [
        { kind: 'exact', field: 'quantity', before: '481.223', after: '481.223' },
        { kind: 'changed', field: 'note', before: 'old', after: 'new' },
        { kind: 'renamed', field: 'amount', to: 'currentValue', before: '48210.55', after: '48210.55' },
        { kind: 'removed', field: 'documents', before: 'a|b' },
        { kind: 'added', field: 'risk', after: 'null' }
      ]
    });
  });

  test('of a record that stays is nothing', () => {
    expect(recordChange({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual({ changes: [], unchanged: 2 });
  });

  test('counts references instead of showing ids', () => {
    const documentIds = ['1d18357c-35c3-8fa1-b0d3-f1bb4c7e24b6', '1d18357c-35c3-8fa1-b0d3-f1bb4c7e24b7'];
    expect(recordChange({}, { documentIds }).changes).toEqual([
      { kind: 'added', field: 'documentIds', after: '2 records' }
    ]);
  });

  test('survives what is no record', () => {
    expect(recordChange(undefined, null)).toEqual({ changes: [], unchanged: 0 });
    expect(recordName(null)).toBe('Record');
  });
});
