/** The flow of a migration: look, back up, run, verify, publish. Each phase is one function and one line in the log. */
import { SPACE_FLOOR, spaceFor } from './analysis';
import type { ResolvedVersion } from './definition';
import { cleanBackups } from './clean-backups';
import { asMigrationError, MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { openAsItIs } from './guarded-indexeddb';
import { runHops } from './hops';
import type { VerifiedBackup } from './ports';
import { entryOf, markFailed, notRun, report, type Run } from './run';
import type { Journal } from './records';
import { databaseSource } from './source';
import { survey, type Survey } from './survey';
import { putBack, UnverifiedError } from './put-back';
import type { UpgradeOutcome } from './upgrade-transaction';
import type {
  ExecuteOptions,
  MigrationHistoryEntry,
  MigrationPlan,
  MigrationReport,
  ProgressHandler,
  StepTiming
} from './types';
import type { Verification } from './verify-after';
import { verifyCommitted } from './verify-committed';

/** Runs inside both locks, with the database known to stand at `from`. */
export async function executeInside(
  ports: ExecutionPorts,
  plan: MigrationPlan,
  from: ResolvedVersion,
  through: readonly ResolvedVersion[],
  onProgress: ProgressHandler,
  options: ExecuteOptions,
  signal: AbortSignal
): Promise<MigrationReport> {
  const { environment, records, log } = ports;
  const run: Run = {
    ports,
    plan,
    options,
    signal,
    progress: onProgress,
    from,
    through,
    instant: environment.now().toISOString(),
    began: environment.elapsed()
  };
  const id = environment.randomId();
  let backup: VerifiedBackup | null = null;
  let steps: readonly StepTiming[] = notRun(run);
  try {
    log.add(`Migration from ${plan.fromVersion} to ${plan.toVersion} started (${options.path ?? 'direct'}).`);
    onProgress(0, 'Looking at your data');
    const surveyed = await preflight(run);
    backup = await backUp(run, surveyed);
    onProgress(0.1, 'Backup made and verified');
    const journal = await writeJournal(run, id, backup, surveyed);
    const outcome = await runHops(run, surveyed, {
      onSteps: (timings) => (steps = timings),
      onUndone: (completed, at, complete) => settleAfterFailure(run, completed, at, complete ? null : journal)
    });
    onProgress(0.9, 'Reading your data again from disk');
    const verification = await verify(run, journal, outcome);
    await publish(run, outcome, id, backup, steps);
    onProgress(1, 'Done');
    return report(run, surveyed, outcome, verification.conserved, backup, steps);
  } catch (cause) {
    const error = asMigrationError(cause, signal);
    log.add(
      `Migration from ${plan.fromVersion} to ${plan.toVersion} ${error.code === 'migrationCancelled' ? 'cancelled' : 'failed'}: ${error.message}`
    );
    await log.flush();
    const outcome = outcomeOf(error);
    // Where nothing more can be written the history stays silent; the person must hear the cause, not that.
    await records.addHistory(entryOf(run, id, outcome, markFailed(steps, error), backup, error)).catch(() => undefined);
    throw error;
  }
}

function outcomeOf(error: MigrationError): MigrationHistoryEntry['outcome'] {
  if (error instanceof UnverifiedError && error.restored) return 'rolledBack';
  return error.code === 'migrationCancelled' ? 'cancelled' : 'failed';
}

/** Reads everything once; refuses corrupt rows and too little space before anything is written. */
async function preflight(run: Run): Promise<Survey> {
  const { environment, log } = run.ports;
  const surveyed = await withSource(run, run.from, (source) => {
    let seen = 0;
    return survey(source, run.from, (count) => {
      seen += count;
      run.progress(0.01, `Looking at your data: ${seen.toLocaleString('en-US')} records`);
    });
  });
  const total = Object.values(surveyed.counts).reduce((sum, count) => sum + count, 0);
  log.add(`Looked at ${total} records; ${surveyed.invalidRows.length} problems.`);
  if (surveyed.invalidRows.length > 0 && run.options.invalidRows !== 'quarantine') {
    const [first] = surveyed.invalidRows;
    const count = new Set(surveyed.invalidRows.map((problem) => JSON.stringify([problem.store, problem.key]))).size;
    throw new MigrationError(
      'corruptData',
      `${count === 1 ? '1 record does' : `${count} records do`} not satisfy version ${run.from.version}, first in ${first?.store ?? ''}, field ${first?.field || '(record)'}. Nothing was changed`,
      { details: surveyed.invalidRows }
    );
  }
  const { spaceNeeded } = spaceFor(surveyed, environment);
  run.progress(0.02, 'Making sure there is room');
  const probe = await environment.space.probe(Math.max(spaceNeeded, SPACE_FLOOR));
  log.add(`Space: ${spaceNeeded} bytes needed, ${probe.enough ? 'there' : `only ${probe.available} there`}.`);
  if (!probe.enough) {
    const backups = await environment.backups.list();
    throw new MigrationError('insufficientStorage', '', {
      details: [
        {
          needed: spaceNeeded,
          available: probe.available,
          freedByDeletingBackups: backups.reduce((sum, info) => sum + info.bytes, 0)
        }
      ]
    });
  }
  return surveyed;
}

async function backUp(run: Run, surveyed: Survey): Promise<VerifiedBackup> {
  const { environment, log } = run.ports;
  const backup = await withSource(
    run,
    run.from,
    (source) =>
      environment.backups.create(source, {
        reason: `before the upgrade to ${run.plan.toVersion}`,
        occasion: 'migration',
        signal: run.signal,
        onProgress: (fraction, message) => run.progress(0.02 + fraction * 0.08, message)
      }),
    surveyed.counts
  );
  log.add(`Backup ${backup.info.name} written and verified (${backup.info.bytes} bytes).`);
  return backup;
}

async function writeJournal(run: Run, id: string, backup: VerifiedBackup, surveyed: Survey): Promise<Journal> {
  const steps = run.plan.customMigrationSteps;
  const journal: Journal = {
    id,
    at: run.instant,
    fromVersion: run.plan.fromVersion,
    toVersion: run.plan.toVersion,
    path: run.options.path ?? 'direct',
    backupId: backup.info.id,
    digests: backup.digests,
    countsBefore: surveyed.counts,
    figures: surveyed.figures,
    effects: steps
      .filter((step) => step.rollback ?? step.effects)
      .map((step) => ({ step: step.name, planned: step.effects ?? [] })),
    tolerated: surveyed.problems
  };
  await run.ports.records.writeJournal(journal);
  return journal;
}

/** A failed hop leaves the last completed version: published, and the journal closed. */
async function settleAfterFailure(
  run: Run,
  completed: UpgradeOutcome | null,
  at: ResolvedVersion,
  leftOver: Journal | null
): Promise<void> {
  const { environment, records } = run.ports;
  if (completed) {
    await records.publish(at.version, environment.now());
    await environment.witness.write({
      version: at.version,
      sequence: completed.sequence,
      counts: completed.countsAfter,
      at: environment.now().toISOString()
    });
  }
  if (leftOver) await records.writeJournal({ ...leftOver, onlyEffects: true });
  else await records.clearJournal();
}

/** Reads everything again from disk. What does not stand up to it blocks writing until the person has decided. */
async function verify(run: Run, journal: Journal, outcome: UpgradeOutcome): Promise<Verification> {
  const target = run.through.at(-1) ?? run.from;
  const verification = await verifyCommitted(run.ports, journal, target, outcome.touched, outcome.countsAfter);
  if (verification.problems.length > 0) throw await putBack(run.ports, journal, verification.problems);
  return verification;
}

async function publish(
  run: Run,
  outcome: UpgradeOutcome,
  id: string,
  backup: VerifiedBackup,
  steps: readonly StepTiming[]
): Promise<void> {
  const { environment, records, log } = run.ports;
  const at = environment.now();
  await records.publish(run.plan.toVersion, at);
  await environment.witness.write({
    version: run.plan.toVersion,
    sequence: outcome.sequence,
    counts: outcome.countsAfter,
    at: at.toISOString()
  });
  log.add(`Migration from ${run.plan.fromVersion} to ${run.plan.toVersion} completed.`);
  await records.addHistory(entryOf(run, id, 'completed', steps, backup));
  await records.clearJournal();
  await cleanBackups(run.ports, run.plan.toVersion);
  await log.flush();
  environment.announce({ type: 'done', version: run.plan.toVersion, epoch: outcome.epoch });
}

async function withSource<T>(
  run: Run,
  version: ResolvedVersion,
  use: (source: ReturnType<typeof databaseSource>) => Promise<T>,
  known?: Readonly<Record<string, number>>
): Promise<T> {
  const { history, environment } = run.ports;
  const database = await openAsItIs(environment.indexedDB, history.database, environment.lockTimeout);
  if (!database || database.version !== version.native) {
    database?.close();
    throw new MigrationError('incompatibleVersion', `the data is no longer at ${version.version}`);
  }
  try {
    return await use(databaseSource(database, version, environment.IDBKeyRange, known, run.signal));
  } finally {
    database.close();
  }
}
