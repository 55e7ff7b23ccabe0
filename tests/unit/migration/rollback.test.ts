/** Rollback over the toy history, with a last step that cannot be undone record by record. */
import { expect, it } from 'vitest';
import type { VersionDefinition } from '../../../src/lib/migration';
import { dump, makeFilledBench, open, request } from './bench-environment';
import { toyVersions, weighStep } from './toy';

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
