/** Fills a database that is being built from a backup, and proves from disk that it holds what the backup holds. */
import type { Aside, Built } from './build-aside';
import { findVersion, type ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { MigrationError } from './errors';
import { runHops } from './hops';
import { planBetween } from './plan';
import type { CheckedSnapshot } from './ports';
import { committed } from './requests';
import { countRecords } from './rows';
import type { Run } from './run';
import { databaseSource } from './source';
import { survey } from './survey';
import type { ProgressHandler } from './types';
import { verifyAfter } from './verify-after';
import { storeNameAt } from './lens';

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
  const counts = await writeRows(aside, version, snapshot, options);
  const database = await aside.open();
  try {
    options.onProgress(0.8, 'Reading what was written again from disk');
    const source = databaseSource(database, version, environment.IDBKeyRange, counts, options.signal);
    const names = source.stores.map(({ name }) => name);
    const digests = await environment.backups.digests(source, names);
    const differing = names.filter((name) => digests[name] !== snapshot.digests[name]);
    if (differing.length > 0)
      throw new MigrationError(
        'corruptData',
        `what was written is not what the backup holds (${differing.join(', ')}). Your data is as it was before`,
        { details: differing }
      );
  } finally {
    database.close();
  }
  return { version, counts };
}

async function writeRows(
  aside: Aside,
  version: ResolvedVersion,
  snapshot: CheckedSnapshot,
  { signal, onProgress }: FillOptions
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of Object.keys(version.stores)) if (!name.startsWith('_')) counts[name] = 0;
  const total = Object.values(snapshot.info.counts).reduce((sum, count) => sum + count, 0);
  const database = await aside.open();
  const running: Promise<void>[] = [];
  let written = 0;
  try {
    await snapshot.rows(async (store, rows) => {
      signal.throwIfAborted();
      const definition = version.stores[store];
      if (!definition) throw new MigrationError('corruptData', `version ${version.version} has no store ${store}`);
      if (running.length >= IN_FLIGHT) await running.shift();
      const writing = writeBatch(database, store, rows as readonly Row[]);
      writing.catch(() => undefined);
      running.push(writing);
      const records = countRecords(definition, rows as readonly Row[]);
      counts[store] = (counts[store] ?? 0) + records;
      written += records;
      onProgress((0.8 * written) / Math.max(1, total), `Writing: ${written} of ${total} records`);
    });
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
    database.close();
  }
  return counts;
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
