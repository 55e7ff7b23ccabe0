/** Rollback: the data at an older version, from the best backup of it and the edits made since. */
import { canCarryBack, carryBack, storesLost } from './carry-back';
import { findVersion, type ResolvedVersion } from './definition';
import { asMigrationError, MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { differencesBetween } from './differences';
import { fillFrom, upgradeAside } from './fill-aside';
import type { Inspection } from './inspect';
import type { CheckedSnapshot } from './ports';
import { presentOf, replace, withPresent, type Telling } from './restore';
import type { BackupInfo, MigrationReport, ProgressHandler, RollbackPreview } from './types';
import { compareVersions, isVersion } from './versions';

const rollingBack: Telling = { path: 'rollback', outcome: 'rolledBack', doing: 'Rollback' };

interface Way {
  readonly from: ResolvedVersion;
  readonly to: ResolvedVersion;
  readonly snapshot: CheckedSnapshot | null;
  readonly carries: boolean;
}

/** Runs inside both locks. */
export async function rollbackInside(
  ports: ExecutionPorts,
  found: Inspection,
  to: string,
  onProgress: ProgressHandler,
  signal: AbortSignal
): Promise<MigrationReport> {
  const present = presentOf(ports, found);
  const way = await findWay(ports, present.version, to, signal, (fraction, message) =>
    onProgress(fraction * 0.05, message)
  );
  const bytes = way.snapshot?.info.bytes ?? 0;
  try {
    return await replace(ports, present, bytes, rollingBack, onProgress, signal, async (aside, progress) => {
      const { snapshot, to, from, carries } = way;
      // What can be laid over a backup at that very version is written once, as it will be.
      const filled = snapshot !== null && !(carries && snapshot.info.dataVersion === to.version);
      if (!filled) await aside.create(to);
      else {
        let built = await fillFrom(aside, snapshot, {
          signal,
          onProgress: (fraction, message) => progress(fraction * 0.3, message)
        });
        if (built.version.version !== to.version)
          built = await upgradeAside(aside, built, to, snapshot, {
            signal,
            onProgress: (fraction, message) => progress(0.3 + fraction * 0.2, message)
          });
        if (!carries) return built;
      }
      const begun = filled ? 0.5 : 0;
      return withPresent(ports, present, (source, database) =>
        carryBack(aside, { to, from, snapshot, filled, present: source, database }, signal, (fraction, message) =>
          progress(begun + (1 - begun) * fraction, message)
        )
      );
    });
  } catch (cause) {
    const error = asMigrationError(cause, signal);
    if (error.code === 'migrationCancelled' || error.code === 'insufficientStorage' || error.code === 'rollbackFailed')
      throw error;
    throw new MigrationError('rollbackFailed', `${error.message}. Your data is as it was`, { cause: error });
  }
}

/** What {@link rollbackInside} would do; nothing is touched. */
export async function previewRollback(
  ports: ExecutionPorts,
  found: Inspection,
  to: string,
  signal: AbortSignal,
  onProgress: ProgressHandler
): Promise<RollbackPreview> {
  const present = presentOf(ports, found);
  const way = await findWay(ports, present.version, to, signal, onProgress);
  return withPresent(ports, present, async (source) => {
    const counts = await source.counts();
    const lost = storesLost(ports.history, way.to, way.from).filter((store) => (counts[store] ?? 0) > 0);
    return {
      fromVersion: way.from.version,
      toVersion: way.to.version,
      backup: way.snapshot?.info ?? null,
      carriesEdits: way.carries,
      lost: Object.fromEntries(lost.map((store) => [store, counts[store] ?? 0])),
      differences: way.snapshot ? await differencesBetween(ports.history, way.snapshot, source) : {}
    };
  });
}

/** @throws MigrationError `rollbackFailed` where there is none. */
async function findWay(
  ports: ExecutionPorts,
  from: ResolvedVersion | null,
  target: string,
  signal: AbortSignal,
  onProgress: ProgressHandler
): Promise<Way> {
  const to = findVersion(ports.history, target);
  if (!isVersion(target)) throw new MigrationError('rollbackFailed', `Invalid target version format: ${target}`);
  if (!to) throw new MigrationError('rollbackFailed', `Version not supported: ${target}`);
  if (!from)
    throw new MigrationError(
      'rollbackFailed',
      'the present data cannot be read; restore a backup instead. Nothing was changed'
    );
  if (compareVersions(to.version, from.version) >= 0)
    throw new MigrationError(
      'rollbackFailed',
      `the data is at ${from.version}; only an older version can be gone back to`
    );
  const carries = canCarryBack(ports.history, to, from);
  const snapshot = await bestBackup(ports, to, signal, onProgress);
  if (!snapshot && !carries)
    throw new MigrationError(
      'rollbackFailed',
      `there is no whole backup of version ${target} or an older one, and not every step since can be undone. Nothing was changed`
    );
  return { from, to, snapshot, carries };
}

/** The newest one at that version which stands up to being read whole; else of the versions before it. */
async function bestBackup(
  { environment, log }: ExecutionPorts,
  to: ResolvedVersion,
  signal: AbortSignal,
  onProgress: ProgressHandler
): Promise<CheckedSnapshot | null> {
  const usable = (await environment.backups.list()).filter(
    (info) => info.verifiedAt !== null && !info.encrypted && isVersion(info.dataVersion)
  );
  const candidates = usable
    .filter((info) => compareVersions(info.dataVersion, to.version) <= 0)
    .sort((a, b) => compareVersions(b.dataVersion, a.dataVersion) || preference(b) - preference(a) || later(a, b));
  for (const info of candidates) {
    try {
      return await environment.backups.check(await environment.backups.open(info.id), { signal, onProgress });
    } catch (error) {
      signal.throwIfAborted();
      log.add(`Backup ${info.name} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return null;
}

/** An empty backup is no good way back to a portfolio. */
function preference(info: BackupInfo): number {
  return Object.values(info.counts).some((count) => count > 0) ? 1 : 0;
}

function later(a: BackupInfo, b: BackupInfo): number {
  return a.createdAt < b.createdAt ? 1 : -1;
}
