/**
 * The verbs of the library over one history in one environment. Constructing it touches nothing; what a verb alone
 * needs is loaded when it is first called, because most starts migrate nothing.
 */
import { findVersion, latestVersion, type History, type ResolvedVersion } from './definition';
import { QUARANTINE, type QuarantineRow } from './engine-stores';
import { asMigrationError, MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { openAsItIs } from './guarded-indexeddb';
import { inspectDatabase, type Inspection } from './inspect';
import { lockNames, withExclusiveDatabase, withMigrateLock } from './locks';
import { logbook } from './logbook';
import { pathIssues, planBetween, statusOf } from './plan';
import type { MigrationEnvironment } from './ports';
import { migrationRecords } from './records';
import { done } from './requests';
import { databaseSource } from './source';
import type {
  DataModelMigrations,
  ExecuteOptions,
  MigrationHistoryEntry,
  MigrationPlan,
  MigrationReport,
  ProgressHandler
} from './types';
import { compareVersions } from './versions';

export interface Migrations extends DataModelMigrations {
  /** What lies in the browser under this history's name. */
  inspect(): Promise<Inspection>;
  /** Settles what a killed migration left over; the entry of an interrupted one, to tell the person. */
  settle(): Promise<MigrationHistoryEntry | null>;
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
  const locks = lockNames(history);

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

  const alreadyRunning = async (): Promise<never> => {
    const running = await records.running();
    throw new MigrationError('migrationInProgress', '', { details: running ? [running] : [] });
  };

  const execute = async (
    plan: MigrationPlan,
    onProgress: ProgressHandler,
    options: ExecuteOptions
  ): Promise<MigrationReport> => {
    const { from, through } = pathOf(plan);
    const controller = new AbortController();
    const cancel = (): void => controller.abort(new MigrationError('migrationCancelled'));
    if (options.signal?.aborted) throw new MigrationError('migrationCancelled');
    options.signal?.addEventListener('abort', cancel, { once: true });
    const progress = forwardOnly((fraction, message) => {
      onProgress(fraction, message);
      environment.announce({ type: 'progress', fraction, message });
    });
    const work = async (): Promise<MigrationReport> => {
      // Only told to others who ask; the lock is what counts.
      const running = { since: environment.now().toISOString(), window: environment.window };
      await records.setRunning(running).catch(() => undefined);
      environment.announce({ type: 'prepare', from: plan.fromVersion, to: plan.toVersion });
      try {
        return await withExclusiveDatabase(environment, locks.database, controller.signal, async () => {
          // Inside the lock the version is read again: windows that start together meet here.
          const found = await inspectDatabase(history, environment);
          if (found.kind === 'absent') return await createAtTarget(plan, progress);
          refuse(found, plan);
          const { executeInside } = await import('./execute');
          return await executeInside(ports, plan, from, through, progress, options, controller.signal);
        });
      } catch (error) {
        const told = asMigrationError(error, controller.signal);
        environment.announce({ type: 'aborted', reason: told.code });
        throw told;
      } finally {
        await records.setRunning(null).catch(() => undefined);
        await log.flush();
      }
    };
    try {
      return await withMigrateLock(environment.locks, locks.migrate, work, alreadyRunning);
    } finally {
      options.signal?.removeEventListener('abort', cancel);
    }
  };

  const createAtTarget = async (plan: MigrationPlan, onProgress: ProgressHandler): Promise<MigrationReport> => {
    const began = environment.elapsed();
    onProgress(0, 'There is no data yet');
    const { createDataset } = await import('./dataset');
    await createDataset(history, environment, plan.toVersion);
    log.add(`There was no database: made an empty one at ${plan.toVersion}.`);
    const at = environment.now().toISOString();
    await records.addHistory({
      id: environment.randomId(),
      at,
      fromVersion: plan.fromVersion,
      toVersion: plan.toVersion,
      path: 'direct',
      outcome: 'completed',
      steps: [],
      definitions: {},
      backupId: null,
      appVersion: environment.appVersion
    });
    onProgress(1, 'Done');
    return {
      outcome: 'completed',
      fromVersion: plan.fromVersion,
      toVersion: plan.toVersion,
      backup: null,
      steps: [],
      countsBefore: {},
      countsAfter: {},
      conserved: [],
      quarantined: 0,
      seconds: (environment.elapsed() - began) / 1000
    };
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

  /** Reads the database whole, at whatever supported version it is. */
  const withInstalled = async <T>(
    use: (database: IDBDatabase, version: ResolvedVersion) => Promise<T>
  ): Promise<T | null> => {
    const found = await inspectDatabase(history, environment);
    if (found.kind === 'absent') return null;
    const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
    const database = version ? await openAsItIs(environment.indexedDB, history.name, environment.lockTimeout) : null;
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
      return analyze(history, environment, plan, from, through);
    },
    executeMigration: (plan, onProgress = () => undefined, options = {}) => execute(plan, onProgress, options),
    async createDataBackup(reason = 'made by hand') {
      const backup = await withInstalled((database, version) =>
        environment.backups.create(databaseSource(database, version, environment.IDBKeyRange), { reason })
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

/** A progress handler that never goes backwards. */
function forwardOnly(onProgress: ProgressHandler): ProgressHandler {
  let highest = 0;
  return (fraction, message) => {
    highest = Math.max(highest, Math.min(1, fraction));
    onProgress(highest, message);
  };
}
