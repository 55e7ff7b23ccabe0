/**
 * RxDB on IndexedDB (its Dexie storage): the same changes of each asset as three migration strategies. RxDB migrates a
 * collection's documents by themselves, so the rows of other stores, which ours also makes, are not made here.
 */
import { addRxPlugin, createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { deriveId, type Hop, type RecordContext, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { instant } from './own';
import { sampleAssets, type Size } from './prepare';

addRxPlugin(RxDBMigrationSchemaPlugin);

type Assets = { assets: RxCollection<Row> };

const schemaOf = (version: number) => ({
  version,
  primaryKey: 'id',
  type: 'object' as const,
  properties: { id: { type: 'string' as const, maxLength: 40 } },
  required: ['id']
});

function open(name: string): Promise<RxDatabase<Assets>> {
  return createRxDatabase<Assets>({ name, storage: getRxStorageDexie(), multiInstance: false });
}

/** What the version's own functions do to one asset. */
function strategy(hop: Hop, instant: string): (row: Row) => Row {
  const context: RecordContext = {
    fromVersion: hop.from,
    toVersion: hop.to,
    instant,
    id: (source, ordinal) => deriveId('MigrateDocumentReferences', source, ordinal),
    emit: () => undefined,
    quarantine: () => ''
  };
  const changes = [
    ...hop.mappings.flatMap(({ to, change }) => (to === 'assets' && change !== null ? [change] : [])),
    ...hop.steps.flatMap((step) =>
      'records' in step && step.records['assets'] !== undefined ? [step.records['assets']] : []
    )
  ];
  return (row) => changes.reduce((current, change) => change.up(current, context), row);
}

/** Milliseconds to migrate these assets through three versions. */
export async function migrateWithRxdb(name: string, size: Size): Promise<number> {
  const rows = sampleAssets(size);
  const before = await open(name);
  const { assets } = await before.addCollections({ assets: { schema: schemaOf(0) } });
  const written = await assets.bulkInsert(rows);
  if (written.error.length > 0) throw new Error(`RxDB refused ${written.error.length} assets.`);
  await before.close();

  const after = await open(name);
  const hops = history.versions.flatMap((version) => (version.hop === null ? [] : [version.hop]));
  const migrationStrategies = Object.fromEntries(hops.map((hop, index) => [index + 1, strategy(hop, instant)]));
  const began = performance.now();
  const migrated = await after.addCollections({ assets: { schema: schemaOf(hops.length), migrationStrategies } });
  const milliseconds = performance.now() - began;
  const count = await migrated.assets.count().exec();
  await after.remove();
  if (count !== rows.length) throw new Error(`RxDB kept ${count} of ${rows.length} assets.`);
  return milliseconds;
}
