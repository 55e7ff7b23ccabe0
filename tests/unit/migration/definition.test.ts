import { looseObject, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineHistory, type VersionDefinition } from '../../../src/lib/migration';
import { toyVersions, v1, v1_1, v1_2, v1_3 } from './toy';

const define = (...versions: VersionDefinition[]) =>
  defineHistory({ name: 'Toy', lockPrefix: 'toy', versions, moduleOf: (version) => `versions/v${version}.ts` });

describe('a history', () => {
  it('derives numbers, stores and hops from the order of the versions', () => {
    const history = define(...toyVersions);
    expect(history.versions.map(({ version, number, native }) => [version, number, native])).toEqual([
      ['1.0.0', 1, 10],
      ['1.1.0', 2, 20],
      ['1.2.0', 3, 30],
      ['1.3.0', 4, 40]
    ]);
    expect(Object.keys(history.versions[3]?.stores ?? {}).sort()).toEqual([
      '_meta',
      'boxes',
      'entries',
      'marks',
      'quarantine',
      'shares',
      'tags'
    ]);
    expect(history.versions[1]?.hop?.migrationType).toBe('lightweight');
  });

  it('tells versions with another schema apart by their checksum', () => {
    const checksum = (definition: VersionDefinition): string | undefined => define(definition).versions[0]?.checksum;
    expect(checksum(v1)).toBe(checksum({ ...v1 }));
    expect(checksum(v1)).not.toBe(
      checksum({
        ...v1,
        stores: { ...v1.stores, more: { keyPath: 'id', indexes: [], row: looseObject({ id: string() }) } }
      })
    );
  });

  it('falls back to declared steps where nothing can be inferred, and says that it is heavyweight', () => {
    const history = define(v1, v1_1, v1_2, { ...v1_3, migrationType: 'lightweight' });
    expect(history.versions[3]?.hop?.migrationType).toBe('heavyweight');
  });

  const cases: [string, () => unknown, string][] = [
    ['no version', () => define(), 'A history needs at least one version.'],
    ['a version that is none', () => define({ ...v1, version: '1.0' }), "'1.0' is not a data version"],
    ['a gap', () => define(v1, v1_2), 'write versions/v1.1.0.ts and its line in the registry'],
    ['a wrong order', () => define(v1, v1_1, v1), 'put the registry in order'],
    [
      'a patch that changes stores',
      () => define(v1, { ...v1_1, version: '1.0.1' }),
      'make it 1.1.0 in versions/v1.0.1.ts'
    ],
    [
      'no description',
      () => define(v1, { ...v1_1, description: ' ' }),
      'Version 1.1.0 has no description: write one in versions/v1.1.0.ts.'
    ],
    ['no words about the change', () => define(v1, { ...v1_1, changes: [] }), "write 'changes' in versions/v1.1.0.ts"],
    [
      'no time',
      () => define(v1, { ...v1_1, estimatedTime: 0 }),
      "write 'estimatedTime' in seconds in versions/v1.1.0.ts"
    ],
    [
      'what cannot be inferred, without steps',
      () => define(v1, v1_1, v1_2, { ...v1_3, steps: [] }),
      "Can't infer mapping model from 1.2.0 to 1.3.0: field 'label' of store 'boxes' would be dropped"
    ],
    [
      'a step that names no store of the version',
      () =>
        define(v1, v1_1, {
          ...v1_2,
          steps: v1_2.steps?.map((step) => ('over' in step ? { ...step, observes: ['nothing'] } : step)) ?? []
        }),
      "names store 'nothing', which version 1.2.0 does not have: declare it in versions/v1.2.0.ts"
    ],
    [
      'two steps of one name',
      () => define(v1, v1_1, { ...v1_2, steps: [...(v1_2.steps ?? []), ...(v1_2.steps ?? [])] }),
      'give it its own in versions/v1.2.0.ts'
    ],
    [
      'a key that records do not have',
      () => define({ ...v1, stores: { bad: { keyPath: 'key', indexes: [], row: looseObject({ id: string() }) } } }),
      "Store 'bad' has the key 'key', which its records do not have"
    ],
    [
      "one of the engine's stores",
      () => define({ ...v1, stores: { _meta: { keyPath: 'id', indexes: [], row: looseObject({ id: string() }) } } }),
      'belongs to the migration engine'
    ]
  ];
  it.each(cases)('refuses %s in one sentence', (_name, make, message) => {
    expect(make).toThrow(message);
  });

  it('refuses a record change without a way back', () => {
    const [step] = v1_3.steps ?? [];
    if (!step || !('records' in step)) throw new Error('the toy has changed');
    const oneWay = { ...step, records: { boxes: { up: step.records['boxes']?.up } } } as unknown as typeof step;
    expect(() => define(v1, v1_1, v1_2, { ...v1_3, steps: [oneWay] })).toThrow("write 'down' in versions/v1.3.0.ts");
  });
});
