import {
  createMigrations,
  databaseSource,
  findVersion,
  inspectDatabase,
  openAsItIs,
  openDataset,
  type MigrationEnvironment
} from '../../../src/lib/migration';
import { defaultEnvironment } from '../../../src/lib/schema';
import { allRows, historyNamed, type Rows } from './prepare';

/** The one instant of every migration: what is made depends on the day. */
export const instant = '2026-11-02T09:00:00.000Z';

/** The app's own surroundings, but for the clock, and for the copy of the pointer, which is one for all names. */
export function environmentOf(name: string): MigrationEnvironment {
  const { pointerCopy: _one, ...own } = defaultEnvironment();
  return { ...own, window: name, now: () => new Date(instant) };
}

export interface MigrationTimes {
  /** Phase 3: from the verified backup to the commit, with the validation inside the transaction. */
  readonly execute: number;
  /** All of it: pre-flight, verified backup, work, both validations. */
  readonly total: number;
}

/** Milliseconds of a migration as the app runs it. */
export async function measureMigration(name: string, to: string): Promise<MigrationTimes> {
  const migrations = createMigrations(historyNamed(name), environmentOf(name));
  const plan = migrations.getMigrationPlan('1.0.0', to);
  const began = performance.now();
  let backedUp = began;
  let committed = began;
  await migrations.executeMigration(plan, (fraction) => {
    if (fraction <= 0.1) backedUp = performance.now();
    else if (fraction >= 0.9 && committed === began) committed = performance.now();
  });
  const total = performance.now() - began;
  for (const { id } of await migrations.listBackups()) await environmentOf(name).backups.remove(id, { force: true });
  return { execute: committed - backedUp, total };
}

/** An upgrade whose backup stays, for a rollback to find. */
export async function upgradeKeepingBackup(name: string, to: string): Promise<void> {
  const migrations = createMigrations(historyNamed(name), environmentOf(name));
  await migrations.executeMigration(migrations.getMigrationPlan('1.0.0', to));
}

/** What a migration leaves behind: the changed assets, and the rows of stores that were empty or absent before. */
export async function rowsAfterMigration(
  name: string,
  to: string
): Promise<{ version: string; changed: Rows; made: Rows }> {
  const rows = await allRows(name, to);
  const before = findVersion(historyNamed(name), '1.0.0')?.stores ?? {};
  const made = Object.fromEntries(
    Object.entries(rows).filter(([store]) => !(store in before) || store === 'quarantine')
  );
  return { version: to, changed: { assets: rows['assets'] ?? [] }, made };
}

/** Milliseconds to write a backup (gzip, digests, into OPFS), and with reading it back whole. */
export async function measureBackup(name: string): Promise<{ written: number; verified: number; bytes: number }> {
  const environment = environmentOf(name);
  const version = findVersion(historyNamed(name), '1.0.0');
  const database = await openAsItIs(environment.indexedDB, name, environment.lockTimeout);
  if (database === null || version === undefined) throw new Error(`${name} is not there.`);
  const began = performance.now();
  let written = began;
  const { info } = await environment.backups.create(databaseSource(database, version, environment.IDBKeyRange), {
    reason: 'benchmark',
    onProgress: (fraction) => {
      if (fraction <= 0.6) written = performance.now();
    }
  });
  const verified = performance.now() - began;
  database.close();
  await environment.backups.remove(info.id, { force: true });
  return { written: written - began, verified, bytes: info.bytes };
}

/** Milliseconds of a start with data that is up to date: what is there is looked at, then opened behind the guard. */
export async function measureStartup(name: string): Promise<number> {
  const history = historyNamed(name);
  const environment = environmentOf(name);
  const began = performance.now();
  const found = await inspectDatabase(history, environment);
  if (found.kind !== 'supported') throw new Error(`${name} is ${found.kind}.`);
  const dataset = await openDataset(history, environment, found.version);
  const milliseconds = performance.now() - began;
  dataset.close({ disableAutoOpen: true });
  return milliseconds;
}
