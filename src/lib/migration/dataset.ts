/** Opening and creating the database that holds the data: always guarded, always at one whole version. */
import { findVersion, type History } from './definition';
import { createDatabase, openDataset as openFenced, type Dataset } from './dexie-adapter';
import { META } from './engine-stores';
import { MigrationError } from './errors';
import { locate, readPointer, writePointer } from './generations';
import { inspectLocated } from './inspect';
import type { MigrationEnvironment } from './ports';
import { migrationRecords } from './records';
import { done } from './requests';
import { countRecords } from './rows';
import { putSeal } from './seal';
import type { Row } from './definition-types';

/** Opens the data for reading and writing at its installed version. The caller holds the database lock, shared. */
export async function openDataset(
  history: History,
  environment: MigrationEnvironment,
  version: string
): Promise<Dataset> {
  const known = findVersion(history, version);
  if (!known) throw new MigrationError('incompatibleVersion', `${version} is not a version that this app knows`);
  if (await migrationRecords(history, environment.records).unverified()) {
    throw new MigrationError(
      'corruptData',
      'the last upgrade could not be verified, so nothing is written until you have decided what to do'
    );
  }
  const located = await locate(history, environment);
  const found = await inspectLocated(located, environment);
  if (found.kind !== 'supported' || found.version !== version)
    throw new MigrationError('incompatibleVersion', `the data is not at ${version}`);
  return openFenced(located, environment, known, found.epoch);
}

/** Writes rows of a store in the creating transaction. */
export type Fill = (write: (store: string, rows: readonly Row[]) => Promise<void>) => Promise<void>;

/** Creates the database directly at a version, sealed; publishes the version. Fails when there is one already. */
export async function createDataset(
  history: History,
  environment: MigrationEnvironment,
  version: string,
  fill?: Fill
): Promise<void> {
  const target = findVersion(history, version);
  if (!target) throw new MigrationError('incompatibleVersion', `${version} is not a version that this app knows`);
  const at = environment.now();
  const counts: Record<string, number> = {};
  for (const name of Object.keys(target.stores)) if (name !== META) counts[name] = 0;
  const located = await locate(history, environment);
  await createDatabase(located, environment, target, async (transaction) => {
    await fill?.(async (store, rows) => {
      const objects = transaction.objectStore(store);
      const definition = target.stores[store];
      let last: IDBRequest | null = null;
      for (const row of rows) last = objects.add(row);
      if (definition) counts[store] = (counts[store] ?? 0) + countRecords(definition, rows);
      if (last) await done(last);
    });
    await putSeal(transaction.objectStore(META), {
      version: target,
      epoch: 1,
      sequence: 1,
      counts,
      definitions: { [version]: target.checksum },
      completedAt: at.toISOString(),
      touched: []
    });
  });
  // A pointer that is there is found at once; looking for one that is not takes several times as long at every start.
  if ((await readPointer(history, environment)) === null)
    await writePointer(history, environment, { current: located.database, replaced: [], next: null });
  await migrationRecords(history, environment.records).publish(version, at);
  await environment.witness.write({ version, sequence: 1, counts, at: at.toISOString() });
}
