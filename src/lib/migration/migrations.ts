/**
 * The verbs of the library over one history in one environment. Constructing it touches nothing; what a verb alone
 * needs is loaded when it is first called, because most starts migrate nothing.
 */
import { findVersion, latestVersion, type History, type ResolvedVersion } from './definition';
import { QUARANTINE, type QuarantineRow } from './engine-stores';
import { asMigrationError, MigrationError } from './errors';
import { runExclusively } from './exclusive-run';
import type { ExecutionPorts } from './execution-ports';
import { isUnsettled, locate, openPresent } from './generations';
import { isDamage } from './damage';
import { inspectDatabase, type Inspection } from './inspect';
import { logbook } from './logbook';
import { pathIssues, planBetween, statusOf } from './plan';
import type { CheckedSnapshot, CheckOptions, MigrationEnvironment } from './ports';
import { migrationRecords } from './records';
import { done } from './requests';
import { databaseSource } from './source';
import type {
  DataModelMigrations,
  ExecuteOptions,
  MigrationHistoryEntry,
  MigrationPlan,
  MigrationReport,
  ProgressHandler,
  RestoreOptions,
  RestorePreview,
  RollbackPreview
} from './types';
import { compareVersions } from './versions';

export interface Migrations extends DataModelMigrations {
  /** What lies in the browser under this history's name. */
  inspect(): Promise<Inspection>;
  /** Settles what a killed migration left over; the entry of an interrupted one, to tell the person. */
  settle(): Promise<MigrationHistoryEntry | null>;
  /** Whether there is anything to settle. */
  unsettled(): Promise<boolean>;
  /** What a backup holds and what restoring it would change. @throws MigrationError when the file cannot be used. */
  previewRestore(source: string | Blob, options?: PreviewOptions): Promise<RestorePreview>;
  /** What going back would do. @throws MigrationError `rollbackFailed` when it cannot be done. */
  previewRollback(to: string, options?: PreviewOptions): Promise<RollbackPreview>;
}

export interface PreviewOptions {
  readonly passphrase?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressHandler;
  /** Gets the file once it was found right, for what only the caller can say of it. */
  readonly onChecked?: (snapshot: CheckedSnapshot) => Promise<void>;
}

/** Binds the verbs. `debugMode` adds lines to the log. */
export function createMigrations(history: History, environment: MigrationEnvironment): Migrations {
  const records = migrationRecords(history, environment.records);
  const migrations = { debugMode: false } as Migrations;
  const log = logbook(
    records,
    () => environment.now(),
    () => migrations.debugMode,
    (line) => environment.debug(line)
  );
  const ports: ExecutionPorts = { history, environment, records, log };

  /** Where record and database disagree the database wins, and the disagreement is logged. */
  const currentVersion = async (): Promise<string> => {
    const published = await records.publishedVersion();
    const found = await inspectDatabase(history, environment);
    const first = history.versions[0]?.version ?? '';
    if (found.kind === 'absent') return published ?? first;
    const version = versionIn(found);
    if (version === null) return published ?? first;
    if (published !== undefined && published !== version) {
      log.add(`The version record says ${published}, the database is at ${version}; the database is right.`);
      await log.flush();
    }
    return version;
  };

  const pathOf = (plan: MigrationPlan): { from: ResolvedVersion; through: readonly ResolvedVersion[] } => {
    const issues = pathIssues(history, plan.fromVersion, plan.toVersion);
    const from = findVersion(history, plan.fromVersion);
    if (issues.length > 0 || !from)
      throw new MigrationError(
        'incompatibleVersion',
        `${issues.join('; ')}. No migration path from ${plan.fromVersion} to ${plan.toVersion}`,
        { details: issues }
      );
    return {
      from,
      through: history.versions.filter(
        (version) => version.number > from.number && compareVersions(version.version, plan.toVersion) <= 0
      )
    };
  };

  const execute = (
    plan: MigrationPlan,
    onProgress: ProgressHandler,
    options: ExecuteOptions
  ): Promise<MigrationReport> => {
    const { from, through } = pathOf(plan);
    return runExclusively(ports, {
      from: plan.fromVersion,
      to: plan.toVersion,
      onProgress,
      signal: options.signal,
      async run(located, found, progress, signal) {
        if (found.kind === 'absent') {
          const { createAtTarget } = await import('./create-at-target');
          return createAtTarget(ports, plan, progress);
        }
        refuse(found, plan);
        const { executeInside } = await import('./execute');
        return executeInside(located, plan, from, through, progress, options, signal);
      }
    });
  };

  const restore = async (
    source: string | Blob,
    onProgress: ProgressHandler,
    options: RestoreOptions
  ): Promise<MigrationReport> => {
    const { passphrase, signal } = options;
    // The whole file is read before anybody is asked to let go of anything.
    const snapshot = await checked(source, {
      ...(passphrase !== undefined && { passphrase }),
      ...(signal && { signal }),
      onProgress: (fraction, message) => onProgress(fraction * 0.2, message)
    });
    const { restoreInside } = await import('./restore');
    const away = await leaveBroken();
    try {
      return await runExclusively(ports, {
        // Of what is damaged nobody knows the version.
        from: await currentVersion().catch((error: unknown) => {
          if (!isDamage(error)) throw error;
          return snapshot.info.dataVersion;
        }),
        to: snapshot.info.dataVersion,
        onProgress: (fraction, message) => onProgress(0.2 + fraction * 0.8, message),
        signal,
        run: (located, found, progress, aborted) => restoreInside(located, found, snapshot, progress, options, aborted)
      });
    } finally {
      if (away && environment.home?.moving) await environment.home.stay();
    }
  };

  /** Whether the browser cannot open the data; what another window holds opens again, and is not broken. */
  const isBroken = (): Promise<boolean> =>
    inspectDatabase(history, environment).then(
      () => false,
      (error: unknown) => !(error instanceof DOMException && error.name === 'TimeoutError')
    );

  /** Where neither the data nor any other database opens, the restored data goes to a place of its own. */
  const leaveBroken = async (): Promise<boolean> => {
    const { home } = environment;
    if (home === undefined || !(await isBroken()) || !(await home.moveOut(`${history.name}_Probe`))) return false;
    log.add('No database of this browser opens any more, so the data is restored into a Storage Bucket.');
    return true;
  };

  const checked = async (source: string | Blob, options: CheckOptions): Promise<CheckedSnapshot> => {
    try {
      const file = typeof source === 'string' ? await environment.backups.open(source) : source;
      return await environment.backups.check(file, options);
    } catch (cause) {
      throw asMigrationError(cause, options.signal?.aborted ? options.signal : undefined);
    }
  };

  const refuse = (found: Inspection, plan: MigrationPlan): void => {
    if (found.kind === 'supported' && found.version === plan.fromVersion) return;
    const why =
      found.kind === 'supported'
        ? `the data is at ${found.version}, not at ${plan.fromVersion}`
        : found.kind === 'newer'
          ? `the data is newer than this app (${found.version ?? 'unknown'}). Nothing was changed`
          : `${'problems' in found ? found.problems.join(' ') : ''} Nothing was changed`;
    log.add(`Migration refused: ${why}`);
    throw new MigrationError(
      found.kind === 'drift' || found.kind === 'unfinished' ? 'corruptData' : 'incompatibleVersion',
      why,
      'problems' in found ? { details: found.problems } : {}
    );
  };

  const locatedPorts = async (): Promise<ExecutionPorts> => ({
    ...ports,
    history: await locate(history, environment)
  });

  /** Reads the database whole, at whatever supported version it is. */
  const withInstalled = async <T>(
    use: (database: IDBDatabase, version: ResolvedVersion) => Promise<T>
  ): Promise<T | null> => {
    const found = await inspectDatabase(history, environment);
    if (found.kind === 'absent') return null;
    const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
    const database = version ? await openPresent(history, environment) : null;
    if (!database || !version)
      throw new MigrationError('incompatibleVersion', 'the data is not of a version that this app can read');
    database.onversionchange = () => database.close();
    try {
      return await use(database, version);
    } finally {
      database.close();
    }
  };

  return Object.assign(migrations, {
    inspect: () => inspectDatabase(history, environment),
    settle: async () => (await import('./settle')).settleInterruption(ports),
    unsettled: async () => (await records.journal()) !== undefined || (await isUnsettled(history, environment)),
    async previewRestore(source, options = {}) {
      const snapshot = await checked(source, options);
      await options.onChecked?.(snapshot);
      const { previewRestore } = await import('./preview-restore');
      // Nothing can be compared with what does not open; the backup can be shown all the same.
      if (await isBroken()) return previewRestore(ports, { kind: 'absent' }, snapshot);
      return previewRestore(await locatedPorts(), await inspectDatabase(history, environment), snapshot);
    },
    async previewRollback(to, { signal = new AbortController().signal, onProgress = () => undefined } = {}) {
      const { previewRollback } = await import('./rollback');
      const found = await inspectDatabase(history, environment);
      return previewRollback(await locatedPorts(), found, to, signal, onProgress);
    },
    restoreFromBackup: (source, onProgress = () => undefined, options = {}) => restore(source, onProgress, options),
    async rollbackMigration(to, onProgress = () => undefined, { signal } = {}) {
      const { rollbackInside } = await import('./rollback');
      return runExclusively(ports, {
        from: await currentVersion(),
        to,
        onProgress,
        signal,
        run: (located, found, progress, aborted) => rollbackInside(located, found, to, progress, aborted)
      });
    },
    getCurrentDataVersion: currentVersion,
    setDataVersion: (version) => records.publish(version, environment.now()),
    async migrationNeeded() {
      return statusOf(history, await currentVersion(), null).migrationNeeded;
    },
    async getMigrationStatus() {
      return statusOf(history, await currentVersion(), await records.lastMigrationDate());
    },
    getMigrationPlan: (from, to) => planBetween(history, from, to),
    validateMigrationPath(from, to) {
      const issues = pathIssues(history, from, to);
      return { isValid: issues.length === 0, issues };
    },
    async analyzeMigration(plan) {
      const { from, through } = pathOf(plan);
      const { analyze } = await import('./analysis');
      return analyze((await locatedPorts()).history, environment, plan, from, through);
    },
    executeMigration: (plan, onProgress = () => undefined, options = {}) => execute(plan, onProgress, options),
    async createDataBackup(reason = 'made by hand') {
      const backup = await withInstalled((database, version) =>
        environment.backups.create(databaseSource(database, version, environment.IDBKeyRange), {
          reason,
          occasion: 'manual'
        })
      );
      if (!backup) throw new MigrationError('backupFailed', 'there is no data to back up');
      log.add(`Backup ${backup.info.name} written and verified (${backup.info.bytes} bytes).`);
      await log.flush();
      return backup.info;
    },
    listBackups: () => environment.backups.list(),
    verifyBackup: (id) => environment.backups.verify(id),
    async listQuarantine() {
      const rows = await withInstalled(
        async (database) =>
          (await done(database.transaction(QUARANTINE, 'readonly').objectStore(QUARANTINE).getAll())) as QuarantineRow[]
      );
      return (rows ?? []).map(({ store, key, field, reason, row }) => ({ store, key, field, reason, row }));
    },
    async restoreFromQuarantine(keys) {
      const found = await inspectDatabase(history, environment);
      const installed = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
      if (!installed) return 0;
      const [{ openDataset }, { restoreRows }] = await Promise.all([import('./dataset'), import('./quarantine')]);
      const dataset = await openDataset(history, environment, installed.version);
      try {
        return await restoreRows(history, installed, dataset, keys);
      } finally {
        dataset.close({ disableAutoOpen: true });
      }
    },
    getMigrationHistory: () => records.history(),
    async getMigrationLogs() {
      await log.flush();
      const lines = await records.logLines();
      return lines.length === 0 ? 'No logs available' : lines.join('\n');
    }
  } satisfies Omit<Migrations, 'debugMode'>);

  function versionIn(found: Inspection): string | null {
    if (found.kind === 'supported' || found.kind === 'drift' || found.kind === 'unfinished') return found.version;
    return found.kind === 'newer' ? (found.version ?? `newer than ${latestVersion(history).version}`) : null;
  }
}
