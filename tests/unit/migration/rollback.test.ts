/** Rollback over the toy history. */
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { VersionDefinition } from '../../../src/lib/migration';
import { LAID_AT_A_TIME } from '../../../src/lib/migration/lay-over';
import { dump, makeFilledBench, open, request, type Bench } from './bench-environment';
import { toyVersions, weighStep } from './toy';

/** A last step that cannot be undone record by record. */
const heavier: VersionDefinition = {
  version: '1.4.0',
  description: 'Heavier shares',
  changes: ['Shares are weighed again.'],
  migrationType: 'heavyweight',
  estimatedTime: 1,
  stores: {},
  steps: [{ ...weighStep, name: 'WeighAgain' }]
};
const versions = [...toyVersions, heavier];

it('a backup older than the target, with steps that cannot be undone, is upgraded and left at that', async () => {
  const bench = await makeFilledBench(20, '1.4.0', { versions });
  expect(bench.backups.map(({ info }) => info.dataVersion)).toEqual(['1.0.0']);
  const twin = await makeFilledBench(20, '1.3.0', { versions });
  const preview = await bench.migrations.previewRollback('1.3.0');
  expect(preview).toMatchObject({ carriesEdits: false, backup: { dataVersion: '1.0.0' } });
  const database = await open(bench.environment.indexedDB, 'Toy');
  const shares = database.transaction('shares', 'readwrite').objectStore('shares');
  const [share] = (await request(shares.getAll())) as { id: string }[];
  await request(shares.put({ ...share, of: 99 }));
  database.close();

  await bench.migrations.rollbackMigration('1.3.0');
  const [after, expected] = [await dump(bench), await dump(twin)];
  expect(after.native).toBe(expected.native);
  expect(after.stores['shares']).toHaveLength(20);
  expect(after.stores).toEqual(expected.stores);
});

type Box = Record<string, unknown> & { readonly id: string };

/** Deletes the first and the last box, edits the second, and puts so many new ones before, between and behind the others. */
async function editBoxes(bench: Bench, added: number): Promise<{ deleted: string[]; edited: string; added: string[] }> {
  const database = await open(bench.environment.indexedDB, 'Toy');
  const transaction = database.transaction(['boxes', 'entries'], 'readwrite');
  const boxes = transaction.objectStore('boxes');
  const all = (await request(boxes.getAll())) as Box[];
  const [first, second, last] = [all[0], all[1], all.at(-1)];
  if (!first || !second || !last) throw new Error('There are too few boxes.');
  const entries = transaction.objectStore('entries');
  for (const gone of [first, last]) {
    boxes.delete(gone.id);
    for (const key of await request(entries.getAllKeys(IDBKeyRange.bound([gone.id], [gone.id, []]))))
      entries.delete(key);
  }
  boxes.put({ ...second, weight: '77' });
  const ids = [
    'box-0',
    ...Array.from({ length: added }, (_, at) => `${second.id}-${String(at).padStart(5, '0')}`),
    'zz'
  ];
  for (const id of ids) boxes.put({ ...second, id, weight: '5' });
  await new Promise<void>((resolve) => (transaction.oncomplete = () => resolve()));
  database.close();
  return { deleted: [first.id, last.id], edited: second.id, added: ids };
}

it.each([
  ['laid over a backup of that version', ['1.2.0', '1.3.0']],
  ['laid over an older backup that is upgraded first', ['1.3.0']]
])('what was added, edited and deleted since is as it is now: %s', async (_, stops) => {
  const bench = await makeFilledBench(1200);
  const twin = await makeFilledBench(1200, '1.2.0');
  let from = '1.0.0';
  for (const to of stops) {
    await bench.migrations.executeMigration(bench.migrations.getMigrationPlan(from, to));
    from = to;
  }
  expect(bench.backups.some(({ info }) => info.dataVersion === '1.2.0')).toBe(stops.length === 2);
  // More between two of the older ones than are read at a time.
  const { deleted, edited, added } = await editBoxes(bench, LAID_AT_A_TIME * 2 + 1);

  await bench.migrations.rollbackMigration('1.2.0');
  const before = new Map(((await dump(twin)).stores['boxes'] as Box[]).map((box) => [box.id, box]));
  const after = new Map(((await dump(bench)).stores['boxes'] as Box[]).map((box) => [box.id, box]));
  expect([...after.keys()].toSorted()).toEqual(
    [...[...before.keys()].filter((id) => !deleted.includes(id)), ...added].toSorted()
  );
  expect(after.get(edited)).toEqual({ ...before.get(edited), weight: '77' });
  for (const [id, box] of before) if (id !== edited && !deleted.includes(id)) expect(after.get(id)).toEqual(box);
});
