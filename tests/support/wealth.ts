/** WealthWise's own history on an IndexedDB and a backup place in memory: everything real but the browser. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { ballastProbe, fileWitness } from '../../src/lib/backup';
import { createBackups } from '../../src/lib/backup/backups';
import { memoryPlace, type MemoryPlace } from '../../src/lib/backup/testing';
import { sampleRows } from '../../src/lib/data/sample';
import {
  createDataset,
  createMigrations,
  findVersion,
  locate,
  type History,
  type MigrationEnvironment,
  type Migrations,
  type Row
} from '../../src/lib/migration';
import { memoryLocks, memoryRecords } from '../../src/lib/migration/testing';
import { history as ownHistory } from '../../src/lib/schema';

export interface Wealth {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly migrations: Migrations;
  readonly place: MemoryPlace;
}

/** The instant of every migration in these tests. */
export const instant = '2026-11-02T08:00:00.000Z';

export function makeWealth(history: History = ownHistory): Wealth {
  const place = memoryPlace();
  const locks = memoryLocks();
  let ids = 0;
  const now = (): Date => new Date(instant);
  const elapsed = (): number => performance.now();
  const randomId = (): string => `id-${++ids}`;
  const environment: MigrationEnvironment = {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    locks,
    records: memoryRecords(),
    backups: createBackups({
      place,
      schemaOf: (version) => findVersion(history, version)?.stores ?? null,
      now,
      elapsed,
      randomId,
      appVersion: 'test',
      locks,
      prefix: history.name
    }),
    space: ballastProbe(memoryPlace()),
    witness: fileWitness(place),
    removeEffect: () => Promise.resolve(),
    now,
    elapsed,
    randomId,
    appVersion: 'test',
    window: 'test',
    announce: () => undefined,
    lockTimeout: 2000,
    debug: () => undefined
  };
  return { history, environment, migrations: createMigrations(history, environment), place };
}

/** Rows as they lie in the database, by store. */
export type Stores = Record<string, Row[]>;

/** Creates the database at a version with these rows. */
export async function create(
  wealth: Wealth,
  version: string,
  stores: Readonly<Record<string, readonly Row[]>>
): Promise<void> {
  await createDataset(wealth.history, wealth.environment, version, async (write) => {
    for (const [store, rows] of Object.entries(stores)) await write(store, rows);
  });
}

/** The sample portfolio at 1.0.0. */
export async function createSample(wealth: Wealth, assets: number, transactions: number, seed = 1): Promise<void> {
  await createDataset(wealth.history, wealth.environment, '1.0.0', async (write) => {
    for (const { store, rows } of sampleRows({ assets, transactions, seed })) await write(store, rows);
  });
}

/** Everything in the database, `_meta` apart, with its native version. */
export async function dump({
  environment,
  history
}: Pick<Wealth, 'environment' | 'history'>): Promise<{ native: number; stores: Stores }> {
  const { database: name } = await locate(history, environment);
  const database = await request(environment.indexedDB.open(name));
  const stores: Stores = {};
  for (const name of database.objectStoreNames) {
    if (name !== '_meta') stores[name] = await request(database.transaction(name).objectStore(name).getAll());
  }
  const native = database.version;
  database.close();
  return { native, stores };
}

/** Puts a row behind everybody's back. */
export async function putRaw(
  { environment, history }: Pick<Wealth, 'environment' | 'history'>,
  store: string,
  row: unknown
): Promise<void> {
  const { database: name } = await locate(history, environment);
  const database = await request(environment.indexedDB.open(name));
  await request(database.transaction(store, 'readwrite').objectStore(store).put(row));
  database.close();
}

function request<T>(of: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    of.onsuccess = () => resolve(of.result);
    of.onerror = () => reject(of.error);
  });
}
