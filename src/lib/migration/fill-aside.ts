/** Fills a database that is being built from a backup, and proves from disk that it holds what the backup holds. */
import type { Aside, Built } from './build-aside';
import { findVersion, type ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { MigrationError } from './errors';
import { runHops } from './hops';
import { planBetween } from './plan';
import type { CheckedSnapshot } from './ports';
import { committed, done } from './requests';
import { countRecords } from './rows';
import type { Run } from './run';
import { databaseSource } from './source';
import { survey } from './survey';
import type { ProgressHandler } from './types';
import { verifyAfter } from './verify-after';
import { storeNameAt } from './lens';
import { writtenSource, type WrittenSource } from './written-source';

/** Transactions that may be under way while the next rows are read. */
const IN_FLIGHT = 4;

export interface FillOptions {
  readonly signal: AbortSignal;
  readonly onProgress: ProgressHandler;
}

/** The backup's records at the backup's own version. @throws MigrationError `corruptData` where the disk gives others. */
export async function fillFrom(aside: Aside, snapshot: CheckedSnapshot, options: FillOptions): Promise<Built> {
  const { history, environment } = aside.ports;
  const version = findVersion(history, snapshot.info.dataVersion);
  if (!version)
    throw new MigrationError(
      'incompatibleVersion',
      `the backup holds data of version ${snapshot.info.dataVersion}, which this app does not know. Update the app to restore it. Nothing was changed`
    );
  await aside.create(version);
  const database = await aside.open();
  try {
    const order = Object.keys(snapshot.info.counts);
    const written = writtenSource(database, version, order, environment.IDBKeyRange);
    const [counts, digests] = await Promise.all([
      writeRows(database, version, snapshot, written, options),
      environment.backups.digests(written, order)
    ]);
    options.onProgress(0.95, 'Reading what was written again from disk');
    const differing: string[] = [];
    for (const name of order) {
      const rows = await done(database.transaction(name, 'readonly').objectStore(name).count());
      if (digests[name] !== snapshot.digests[name] || rows !== counts.rows[name]) differing.push(name);
    }
    if (differing.length > 0)
      throw new MigrationError(
        'corruptData',
        `what was written is not what the backup holds (${differing.join(', ')}). Your data is as it was before`,
        { details: differing }
      );
    return { version, counts: counts.records };
  } finally {
    database.close();
  }
}

interface Written {
  readonly records: Readonly<Record<string, number>>;
  /** Physical rows: of a packed store fewer than records. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Several batches are under way at a time; `written` hears of each, and of the end. */
async function writeRows(
  database: IDBDatabase,
  version: ResolvedVersion,
  snapshot: CheckedSnapshot,
  written: WrittenSource,
  { signal, onProgress }: FillOptions
): Promise<Written> {
  const empty = (): Record<string, number> => Object.fromEntries(written.stores.map(({ name }) => [name, 0]));
  const [records, rows] = [empty(), empty()];
  const total = Object.values(snapshot.info.counts).reduce((sum, count) => sum + count, 0);
  const running: Promise<void>[] = [];
  let writtenSoFar = 0;
  try {
    await snapshot.rows(async (store, batch) => {
      signal.throwIfAborted();
      const definition = version.stores[store];
      if (!definition) throw new MigrationError('corruptData', `version ${version.version} has no store ${store}`);
      if (running.length >= IN_FLIGHT) await running.shift();
      const writing = writeBatch(database, store, batch as readonly Row[]);
      writing.catch(() => undefined);
      running.push(writing);
      written.wrote(store, batch as readonly Row[], writing);
      const count = countRecords(definition, batch as readonly Row[]);
      records[store] = (records[store] ?? 0) + count;
      rows[store] = (rows[store] ?? 0) + batch.length;
      writtenSoFar += count;
      onProgress((0.95 * writtenSoFar) / Math.max(1, total), `Writing: ${writtenSoFar} of ${total} records`);
    });
    await Promise.all(running);
    written.end();
  } catch (error) {
    written.end(error);
    throw error;
  } finally {
    await Promise.allSettled(running);
  }
  return { records, rows };
}

/** Durable only when the database is sealed, which is a strict transaction after all of them. */
function writeBatch(database: IDBDatabase, store: string, rows: readonly Row[]): Promise<void> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  const objects = transaction.objectStore(store);
  for (const row of rows) objects.add(row);
  const done = committed(transaction);
  transaction.commit();
  return done.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'ConstraintError')
      throw new MigrationError(
        'corruptData',
        `the backup holds a record of ${store} twice. Your data is as it was before`,
        {
          cause: error
        }
      );
    throw error;
  });
}

/** Brings the database that is being built to a newer version, checked like any migration. */
export async function upgradeAside(
  aside: Aside,
  built: Built,
  target: ResolvedVersion,
  snapshot: Pick<CheckedSnapshot, 'digests'>,
  { signal, onProgress }: FillOptions
): Promise<Built> {
  const { ports } = aside;
  const { history, environment } = ports;
  const from = built.version;
  const run: Run = {
    ports,
    plan: planBetween(history, from.version, target.version),
    options: { invalidRows: 'quarantine' },
    signal,
    progress: (fraction, message) => onProgress((fraction - 0.2) / 0.8, message),
    from,
    through: history.versions.slice(from.number, target.number),
    instant: environment.now().toISOString(),
    began: environment.elapsed()
  };
  const before = await aside.open();
  const surveyed = await survey(databaseSource(before, from, environment.IDBKeyRange, undefined, signal), from).finally(
    () => before.close()
  );
  const outcome = await runHops(run, surveyed, { onSteps: () => undefined, onUndone: () => Promise.resolve() });
  const after = await aside.open();
  try {
    const hops = run.through.flatMap((version) => version.hop ?? []);
    const digests = Object.fromEntries(
      Object.entries(snapshot.digests).map(([store, digest]) => [storeNameAt(hops, store), digest])
    );
    const { problems } = await verifyAfter(
      databaseSource(after, target, environment.IDBKeyRange, undefined, signal),
      target,
      {
        digests,
        figures: surveyed.figures,
        touched: outcome.touched,
        counts: outcome.countsAfter,
        tolerated: surveyed.problems
      },
      environment.backups
    );
    if (problems.length > 0)
      throw new MigrationError('corruptData', `${problems[0] ?? ''} Your data is as it was before`, {
        details: problems
      });
  } finally {
    after.close();
  }
  return { version: target, counts: outcome.countsAfter };
}
