/** A whole environment in memory, with every port open to be made to fail. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createHash } from 'node:crypto';
import {
  createDataset,
  createMigrations,
  defineHistory,
  historyUpTo,
  locate,
  MigrationError,
  type BackupInfo,
  type BackupPort,
  type History,
  type MigrationAnnouncement,
  type MigrationEnvironment,
  type Migrations,
  type OutsideEffect,
  type Row,
  type SnapshotSource,
  type VersionDefinition,
  type Witness
} from '../../../src/lib/migration';
import { memoryLocks, memoryRecords } from '../../../src/lib/migration/testing';
import { recordsOf } from '../../../src/lib/migration';
import { toyRows, toyVersions } from './toy';

export interface Bench {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly migrations: Migrations;
  readonly announced: MigrationAnnouncement[];
  readonly backups: { rows: Record<string, Row[]>; info: BackupInfo; digests: Record<string, string> }[];
  readonly removed: OutsideEffect[];
  /** What the space probe answers. */
  space: { enough: boolean; available: number };
  failBackup: Error | null;
}

export interface BenchOptions {
  readonly versions?: readonly VersionDefinition[];
  readonly lockTimeout?: number;
}

export function makeBench(options: BenchOptions = {}): Bench {
  const history = defineHistory({
    name: 'Toy',
    lockPrefix: 'toy',
    versions: options.versions ?? toyVersions,
    moduleOf: (version) => `versions/v${version}.ts`
  });
  const announced: MigrationAnnouncement[] = [];
  const removed: OutsideEffect[] = [];
  const backups: Bench['backups'] = [];
  let witness: Witness | null = null;
  let ids = 0;
  const bench = { space: { enough: true, available: 1e9 }, failBackup: null as Error | null };
  const port: BackupPort = {
    async create(source, request) {
      if (bench.failBackup)
        throw new MigrationError('backupFailed', bench.failBackup.message, { cause: bench.failBackup });
      const rows: Record<string, Row[]> = {};
      for (const { name } of source.stores) {
        rows[name] = [];
        await source.read(name, (batch) => void rows[name]?.push(...structuredClone(batch)));
      }
      request.onProgress?.(1, 'backed up');
      const info: BackupInfo = {
        id: `backup-${++ids}`,
        name: `backup-${ids}.json`,
        createdAt: '',
        dataVersion: source.dataVersion,
        reason: request.reason,
        place: 'opfs',
        bytes: 100,
        counts: await source.counts(),
        digest: '',
        verifiedAt: '',
        pinned: false,
        encrypted: false,
        keptBecause: [],
        leavesOn: null
      };
      const taken = await digests(
        source,
        source.stores.map(({ name }) => name)
      );
      backups.push({ rows, info, digests: taken });
      return { info, digests: taken };
    },
    list: async () => backups.map(({ info }) => info),
    verify: async () => ({ ok: true, problems: [], rows: 0, seconds: 0, depth: 'full' }),
    remove: async () => undefined,
    setPinned: async () => undefined,
    retention: async () => ({ backups: [], leaving: [], freeable: 0, suspended: null }),
    prune: async () => ({ removed: [], freed: 0, suspended: null }),
    open: async (id) => new Blob([id]),
    async check(file) {
      const id = await file.text();
      const kept = backups.find(({ info }) => info.id === id);
      if (!kept) throw new MigrationError('backupFailed', 'Backup file not found');
      return {
        info: kept.info,
        verification: { ok: true, problems: [], rows: 0, seconds: 0, depth: 'full' },
        digests: kept.digests,
        async rows(onRows) {
          for (const [store, rows] of Object.entries(kept.rows)) await onRows(store, structuredClone(rows));
        }
      };
    },
    digests,
    estimateBytes: (bytes) => bytes
  };
  const environment: MigrationEnvironment = {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    locks: memoryLocks(),
    records: memoryRecords(),
    backups: port,
    space: { probe: async () => bench.space, estimate: async () => 1e9 },
    witness: { read: async () => witness, write: async (seen) => void (witness = seen) },
    removeEffect: async (effect) => void removed.push(effect),
    now: () => new Date('2026-03-01T12:00:00.000Z'),
    elapsed: () => performance.now(),
    randomId: () => `id-${++ids}`,
    appVersion: '9.9.9',
    window: 'test window',
    announce: (message) => announced.push(message),
    lockTimeout: options.lockTimeout ?? 1_000,
    debug: () => undefined
  };
  return Object.assign(bench, {
    history,
    environment,
    migrations: createMigrations(history, environment),
    announced,
    backups,
    removed
  });
}

/** The bench with toy data at a version (made at 1.0.0 and brought there). */
export async function makeFilledBench(boxes: number, version = '1.0.0', options: BenchOptions = {}): Promise<Bench> {
  const bench = makeBench(options);
  await fill(bench, boxes);
  if (version !== '1.0.0') await bench.migrations.executeMigration(bench.migrations.getMigrationPlan('1.0.0', version));
  return bench;
}

export async function fill(bench: Bench, boxes: number): Promise<void> {
  const rows = toyRows(boxes);
  await createDataset(historyUpTo(bench.history, '1.0.0'), bench.environment, '1.0.0', async (write) => {
    await write('boxes', rows.boxes);
    await write('entries', rows.entries);
  });
}

/** Everything in the database, by store, `_meta` apart. */
export async function dump(
  bench: Pick<Bench, 'environment' | 'history'>
): Promise<{ native: number; stores: Record<string, Record<string, unknown>[]>; meta: unknown[] }> {
  const { database: name } = await locate(bench.history, bench.environment);
  const database = await open(bench.environment.indexedDB, name);
  const stores: Record<string, Record<string, unknown>[]> = {};
  let meta: unknown[] = [];
  for (const name of database.objectStoreNames) {
    const rows = await request(database.transaction(name).objectStore(name).getAll());
    if (name === '_meta') meta = rows;
    else stores[name] = rows as Record<string, unknown>[];
  }
  const native = database.version;
  database.close();
  return { native, stores, meta };
}

export function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return request(factory.open(name));
}

export function request<T>(of: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    of.onsuccess = () => resolve(of.result);
    of.onerror = () => reject(of.error);
  });
}

async function digests(source: SnapshotSource, stores: readonly string[]): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const name of stores) {
    const hash = createHash('sha256');
    const definition = source.stores.find((store) => store.name === name)?.definition;
    await source.read(name, (rows) => {
      for (const row of rows)
        for (const record of definition ? recordsOf(definition, row) : []) hash.update(JSON.stringify(record));
    });
    result[name] = hash.digest('hex');
  }
  return result;
}
