import fc from 'fast-check';
import { boolean, looseObject, nullable, number, optional, picklist, string, type ObjectEntries } from 'valibot';
import { describe, expect, it } from 'vitest';
import { decimalText, type RecordContext, type StoreDefinition } from '../../../src/lib/migration';
import { inferStores } from '../../../src/lib/migration/inference';
import { seed } from '../../support/seed';

const store = (entries: ObjectEntries, more: Partial<StoreDefinition> = {}): StoreDefinition => ({
  keyPath: 'id',
  indexes: [],
  row: looseObject({ id: string(), ...entries }),
  ...more
});
const infer = (before: StoreDefinition, after: StoreDefinition) =>
  inferStores({ things: before }, { things: after }, '1.0.0', '1.1.0')[0];
const context = {} as RecordContext;

function changeOf(before: StoreDefinition, after: StoreDefinition) {
  const result = infer(before, after);
  if (result?.kind !== 'mapped') throw new Error(`not mapped: ${JSON.stringify(result)}`);
  return result.mapping.change;
}

describe('what is inferred', () => {
  it('adds a store', () => {
    expect(inferStores({}, { things: store({}) }, '1.0.0', '1.1.0')).toEqual([{ kind: 'added', to: 'things' }]);
  });

  it('adds and drops indexes without touching records', () => {
    expect(
      changeOf(
        store({ name: string() }, { indexes: [{ keyPath: 'name' }] }),
        store({ name: string() }, { indexes: [{ keyPath: ['name', 'id'] }] })
      )
    ).toBeNull();
  });

  it('adds an optional field, with its default where it has one', () => {
    const change = changeOf(store({}), store({ colour: optional(string(), 'grey'), size: optional(number()) }));
    expect(change?.up({ id: '1' }, context)).toEqual({ id: '1', colour: 'grey' });
    expect(change?.down({ id: '1', colour: 'grey' }, undefined, () => [])).toEqual({ id: '1' });
  });

  it('renames a field by its renaming id, and back', () => {
    const change = changeOf(
      store({ amount: string() }),
      store({ value: string() }, { renamingIds: { value: 'amount' } })
    );
    expect(change?.up({ id: '1', amount: '3', other: 1 }, context)).toEqual({ id: '1', value: '3', other: 1 });
    expect(change?.down({ id: '1', value: '4', other: 1 }, { id: '1', amount: '3', other: 1 }, () => [])).toEqual({
      id: '1',
      amount: '4',
      other: 1
    });
  });

  it('renames a store by its renaming id', () => {
    const result = inferStores({ old: store({}) }, { new: store({}, { renamingId: 'old' }) }, '1.0.0', '1.1.0');
    expect(result).toEqual([
      {
        kind: 'mapped',
        mapping: { from: 'old', to: 'new', change: null, phrases: ['renames store old to new'], incomplete: false }
      }
    ]);
  });

  it('turns a number into the shortest decimal text that reads back as the same number', () => {
    const change = changeOf(store({ quantity: number() }), store({ quantity: string() }));
    expect(change?.up({ id: '1', quantity: 0.1 }, context)).toEqual({ id: '1', quantity: '0.1' });
    expect(change?.up({ id: '1', quantity: 1e21 }, context)).toEqual({ id: '1', quantity: '1000000000000000000000' });
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
      seed()
    );
    expect(() => decimalText(Number.NaN)).toThrow('not a finite number');
  });

  it('accepts more choices and null', () => {
    expect(
      changeOf(
        store({ kind: picklist(['a']), name: string() }),
        store({ kind: picklist(['a', 'b']), name: nullable(string()) })
      )
    ).toBeNull();
  });

  it('keeps an unknown field that bears the name of a new one aside, and gives it back', () => {
    const change = changeOf(store({}), store({ rating: optional(string()) }));
    const up = change?.up({ id: '1', rating: 17 }, context);
    expect(up).toEqual({ id: '1', 'rating@1.0.0': 17 });
    expect(change?.down(up ?? {}, undefined, () => [])).toEqual({ id: '1', rating: 17 });
  });

  it('keeps the value of a new field while the record is in the older shape', () => {
    const change = changeOf(store({}), store({ rating: optional(string()) }));
    const older = change?.down({ id: '1', rating: 'high' }, undefined, () => []);
    expect(older).toEqual({ id: '1', 'rating@1.1.0': 'high' });
    expect(change?.up(older ?? {}, context)).toEqual({ id: '1', rating: 'high' });
  });
});

describe('what is refused, and why', () => {
  const cases: [string, StoreDefinition, StoreDefinition, string][] = [
    [
      'a required field without a default',
      store({}),
      store({ name: string() }),
      "field 'name' of store 'things' is required and has no default"
    ],
    [
      'a dropped field',
      store({ name: string() }),
      store({}),
      "field 'name' of store 'things' would be dropped with its values"
    ],
    [
      'an incompatible type',
      store({ name: string() }),
      store({ name: boolean() }),
      "field 'name' of store 'things' changes its type"
    ],
    [
      'text that would become a number',
      store({ n: string() }),
      store({ n: number() }),
      "field 'n' of store 'things' changes its type"
    ],
    [
      'fewer choices',
      store({ k: picklist(['a', 'b']) }),
      store({ k: picklist(['a']) }),
      "field 'k' of store 'things' changes its type"
    ],
    [
      'an optional field that becomes required',
      store({ n: optional(string()) }),
      store({ n: string() }),
      "field 'n' of store 'things' changes its type"
    ],
    [
      'another key',
      store({ name: string() }),
      store({ name: string() }, { keyPath: 'name' }),
      "store 'things' changes its key path"
    ],
    [
      'a unique index',
      store({ name: string() }),
      store({ name: string() }, { indexes: [{ keyPath: 'name', unique: true }] }),
      'adds a unique index on name'
    ],
    [
      'a renaming of what is not there',
      store({}),
      store({ v: optional(string()) }, { renamingIds: { v: 'w' } }),
      "field 'v' of store 'things' renames 'w', which 1.0.0 does not have"
    ]
  ];
  it.each(cases)('%s', (_name, before, after, reason) => {
    const result = infer(before, after);
    expect(result?.kind).toBe('refused');
    expect(result?.kind === 'refused' ? result.reason : '').toContain(reason);
  });

  it('a store that is gone', () => {
    expect(inferStores({ things: store({}) }, {}, '1.0.0', '1.1.0')).toEqual([
      { kind: 'refused', store: 'things', reason: "store 'things' would be dropped with its records" }
    ]);
  });
});
