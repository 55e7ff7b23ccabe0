/** Fills a database that is being built from a backup, and proves from disk that it holds what the backup holds. */
import { BatchWriter } from './batch-writer';
import type { Aside, Built } from './build-aside';
import { findVersion, type ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { MigrationError } from './errors';
import { runHops } from './hops';
import { planBetween } from './plan';
import type { CheckedSnapshot } from './ports';
import { done } from './requests';
import { countRecords } from './rows';
import type { Run } from './run';
import { databaseSource } from './source';
import { survey } from './survey';
import type { ProgressHandler } from './types';
import { verifyAfter } from './verify-after';
import { storeNameAt } from './lens';
import { writtenSource, type WrittenSource } from './written-source';

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
  const writer = new BatchWriter(database, explainFailure);
  let writtenSoFar = 0;
  try {
    await snapshot.rows(async (store, batch) => {
      signal.throwIfAborted();
      const definition = version.stores[store];
      if (!definition) throw new MigrationError('corruptData', `version ${version.version} has no store ${store}`);
      const { ended } = await writer.write(store, (objects) => {
        for (const row of batch as readonly Row[]) objects.add(row);
      });
      written.wrote(store, batch as readonly Row[], ended);
      const count = countRecords(definition, batch as readonly Row[]);
      records[store] = (records[store] ?? 0) + count;
      rows[store] = (rows[store] ?? 0) + batch.length;
      writtenSoFar += count;
      onProgress((0.95 * writtenSoFar) / Math.max(1, total), `Writing: ${writtenSoFar} of ${total} records`);
    });
    await writer.ended();
    written.end();
  } catch (error) {
    written.end(error);
    throw error;
  } finally {
    await writer.settled();
  }
  return { records, rows };
}

function explainFailure(store: string, error: unknown): unknown {
  if (!(error instanceof DOMException && error.name === 'ConstraintError')) return error;
  return new MigrationError(
    'corruptData',
    `the backup holds a record of ${store} twice. Your data is as it was before`,
    { cause: error }
  );
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
