/** Restore: the data of a backup put in the place of the present one, by one switch at the end. */
import { SPACE_FLOOR } from './analysis';
import { replaceBy, type Aside, type Built, type Standing } from './build-aside';
import { findVersion, latestVersion, type ResolvedVersion } from './definition';
import { asMigrationError, MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { fillFrom, upgradeAside } from './fill-aside';
import { openAsItIs } from './guarded-indexeddb';
import type { Inspection } from './inspect';
import { addMissing } from './merge';
import type { BackupRequest, CheckedSnapshot } from './ports';
import { done } from './requests';
import { databaseSource } from './source';
import type { BackupInfo, MigrationHistoryEntry, MigrationReport, ProgressHandler, RestoreOptions } from './types';
import { compareVersions } from './versions';

/** What lies there now, as far as it can be read. */
export interface Present {
  readonly version: ResolvedVersion | null;
  readonly standing: Standing;
  /** A verified backup of it that exists already; otherwise one is made. */
  readonly backup?: BackupInfo;
}

/** How a replacement is told of: in the history, the report, and to the other windows. */
export interface Telling {
  readonly path: 'restore' | 'rollback';
  readonly outcome: MigrationReport['outcome'];
  readonly doing: string;
}

const restoring: Telling = { path: 'restore', outcome: 'restored', doing: 'Restore' };

/** Runs inside both locks, with a snapshot that was checked whole. */
export async function restoreInside(
  ports: ExecutionPorts,
  found: Inspection,
  snapshot: CheckedSnapshot,
  onProgress: ProgressHandler,
  options: RestoreOptions,
  signal: AbortSignal,
  present: Present = presentOf(ports, found)
): Promise<MigrationReport> {
  const { history } = ports;
  const own = versionOf(ports, snapshot.info.dataVersion);
  const merge = options.mode === 'merge' && present.version !== null;
  const target = merge ? (present.version as ResolvedVersion) : options.keepVersion ? own : latestVersion(history);
  if (compareVersions(own.version, target.version) > 0)
    throw new MigrationError(
      'incompatibleVersion',
      `the backup is at ${own.version}, and the data it would be added to at ${target.version}. Upgrade your data first, or replace it. Nothing was changed`
    );
  return replace(ports, present, snapshot.info.bytes, restoring, onProgress, signal, async (aside, progress) => {
    const options = { signal, onProgress: (fraction: number, message: string) => progress(fraction * 0.5, message) };
    let built = await fillFrom(aside, snapshot, options);
    if (built.version.version !== target.version) {
      built = await upgradeAside(aside, built, target, snapshot, {
        signal,
        onProgress: (fraction, message) => progress(0.5 + fraction * 0.4, message)
      });
    }
    if (merge) built = await withPresent(ports, present, (source) => addMissing(aside, built, source, signal));
    return built;
  });
}

/**
 * Backs the present data up, builds the new database, switches, and tells. Whatever fails leaves the present data as it
 * was, but for the history, which says so.
 */
export async function replace(
  ports: ExecutionPorts,
  present: Present,
  bytes: number,
  telling: Telling,
  onProgress: ProgressHandler,
  signal: AbortSignal,
  build: (aside: Aside, onProgress: ProgressHandler) => Promise<Built>
): Promise<MigrationReport> {
  const { history, environment, records, log } = ports;
  const began = environment.elapsed();
  const at = environment.now().toISOString();
  const id = environment.randomId();
  const from = present.version?.version ?? latestVersion(history).version;
  let backup: BackupInfo | null = null;
  const entry = (toVersion: string): Omit<MigrationHistoryEntry, 'outcome'> => ({
    id,
    at,
    fromVersion: from,
    toVersion,
    path: telling.path,
    steps: [],
    definitions: {},
    backupId: backup?.id ?? null,
    appVersion: environment.appVersion
  });
  try {
    log.add(`${telling.doing} started.`);
    await makeRoom(ports, bytes);
    backup = await backUpPresent(
      ports,
      present,
      telling.path,
      (fraction, message) => onProgress(0.1 * fraction, message),
      signal
    );
    onProgress(0.1, 'Building the data beside the present one');
    let built: Built | null = null;
    const seen = await environment.witness.read().catch(() => null);
    const sequence = Math.max(present.standing.sequence, seen?.sequence ?? 0);
    const standing = await replaceBy(ports, { ...present.standing, sequence }, backup?.id ?? null, async (aside) => {
      built = await build(aside, (fraction, message) => onProgress(0.1 + 0.85 * fraction, message));
      signal.throwIfAborted();
      return built;
    });
    const { version, counts } = built as unknown as Built;
    const now = environment.now();
    await records.setUnverified(null);
    await records.clearJournal();
    await records.publish(version.version, now);
    await environment.witness.write({
      version: version.version,
      sequence: standing.sequence,
      counts,
      at: now.toISOString()
    });
    log.add(`${telling.doing} completed: the data is at ${version.version}.`);
    await records.addHistory({ ...entry(version.version), outcome: 'completed' });
    await log.flush();
    environment.announce({ type: 'done', version: version.version, epoch: standing.epoch });
    onProgress(1, 'Done');
    return {
      outcome: telling.outcome,
      fromVersion: from,
      toVersion: version.version,
      backup,
      steps: [],
      countsBefore: backup?.counts ?? {},
      countsAfter: Object.fromEntries(Object.entries(counts).filter(([store]) => !store.startsWith('_'))),
      conserved: [],
      quarantined: 0,
      seconds: (environment.elapsed() - began) / 1000
    };
  } catch (cause) {
    const error = asMigrationError(cause, signal);
    const outcome = error.code === 'migrationCancelled' ? 'cancelled' : 'failed';
    log.add(`${telling.doing} ${outcome}: ${error.message}. The data is as it was.`);
    await log.flush().catch(() => undefined);
    await records
      .addHistory({ ...entry(from), outcome, error: { code: error.code, message: error.message } })
      .catch(() => undefined);
    throw error;
  }
}

/**
 * Where epoch and sequence stand, and the version where it is one that can be read.
 * @throws MigrationError `incompatibleVersion` where a later build has upgraded the data: this one could not back it up,
 * and must not put something else in its place.
 */
export function presentOf(ports: ExecutionPorts, found: Inspection): Present {
  if (found.kind === 'newer')
    throw new MigrationError(
      'incompatibleVersion',
      `the data is newer than this app (${found.version ?? 'unknown'}). Update the app first. Nothing was changed`
    );
  if (found.kind !== 'supported') return { version: null, standing: { epoch: 0, sequence: 0 } };
  return { version: versionOf(ports, found.version), standing: found };
}

/** Reads the present database whole. */
export async function withPresent<T>(
  { history, environment }: ExecutionPorts,
  present: Present,
  use: (source: ReturnType<typeof databaseSource>, database: IDBDatabase) => Promise<T>,
  signal?: AbortSignal
): Promise<T> {
  const database = await openAsItIs(environment.indexedDB, history.database, environment.lockTimeout);
  if (!database || !present.version) {
    database?.close();
    throw new MigrationError('corruptData', 'the present data cannot be read');
  }
  try {
    return await use(databaseSource(database, present.version, environment.IDBKeyRange, undefined, signal), database);
  } finally {
    database.close();
  }
}

/** What can be read is backed up first; what cannot be read is kept as it is, beside the new data. */
async function backUpPresent(
  ports: ExecutionPorts,
  present: Present,
  occasion: 'restore' | 'rollback',
  onProgress: ProgressHandler,
  signal: AbortSignal
): Promise<BackupInfo | null> {
  if (present.backup) return present.backup;
  if (!present.version) {
    ports.log.add('The present data cannot be read, so it is kept as it is beside the restored data.');
    return null;
  }
  const request: BackupRequest = { reason: `before the ${occasion}`, occasion, signal, onProgress };
  try {
    const { info } = await withPresent(ports, present, (source) => ports.environment.backups.create(source, request));
    ports.log.add(`Backup ${info.name} written and verified (${info.bytes} bytes).`);
    return info;
  } catch (error) {
    if (signal.aborted || !(await isUnreadable(ports, present))) throw error;
    ports.log.add('The present data is damaged, so it is kept as it is beside the restored data.');
    return null;
  }
}

/** Whether the present database cannot be read to its end, or gives fewer rows than it counts. */
async function isUnreadable(ports: ExecutionPorts, present: Present): Promise<boolean> {
  return withPresent(ports, present, async (source, database) => {
    for (const { name } of source.stores) {
      let rows = 0;
      await source.read(name, (batch) => void (rows += batch.length));
      if ((await done(database.transaction(name, 'readonly').objectStore(name).count())) !== rows) return true;
    }
    return false;
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name !== 'TimeoutError') return true;
    throw error;
  });
}

/** JSON compresses to about a sixth; a database takes about twice its JSON while it is built. */
const BYTES_PER_COMPRESSED = 12;

async function makeRoom({ environment, log }: ExecutionPorts, bytes: number): Promise<void> {
  const needed = Math.max(SPACE_FLOOR, bytes * BYTES_PER_COMPRESSED);
  const probe = await environment.space.probe(needed);
  log.add(`Space: ${needed} bytes needed, ${probe.enough ? 'there' : `only ${probe.available} there`}.`);
  if (!probe.enough)
    throw new MigrationError('insufficientStorage', '', { details: [{ needed, available: probe.available }] });
}

function versionOf({ history }: ExecutionPorts, version: string): ResolvedVersion {
  const known = findVersion(history, version);
  if (!known)
    throw new MigrationError(
      'incompatibleVersion',
      `the backup holds data of version ${version}, which this app does not know. Update the app to restore it. Nothing was changed`
    );
  return known;
}
