/** One migration while it runs, and what is told of it afterwards. */
import type { ResolvedVersion } from './definition';
import type { MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { deviations } from './plan-steps';
import type { VerifiedBackup } from './ports';
import type { Survey } from './survey';
import { stageNames, type UpgradeOutcome } from './upgrade-transaction';
import type {
  ConservedComparison,
  ExecuteOptions,
  MigrationHistoryEntry,
  MigrationPlan,
  MigrationReport,
  ProgressHandler,
  StepTiming
} from './types';

/** What all phases know. */
export interface Run {
  readonly ports: ExecutionPorts;
  readonly plan: MigrationPlan;
  readonly options: ExecuteOptions;
  readonly signal: AbortSignal;
  readonly progress: ProgressHandler;
  readonly from: ResolvedVersion;
  readonly through: readonly ResolvedVersion[];
  readonly instant: string;
  readonly began: number;
}

export function report(
  run: Run,
  surveyed: Survey,
  outcome: UpgradeOutcome,
  conserved: readonly ConservedComparison[],
  backup: VerifiedBackup,
  steps: readonly StepTiming[]
): MigrationReport {
  return {
    outcome: 'completed',
    fromVersion: run.plan.fromVersion,
    toVersion: run.plan.toVersion,
    backup: backup.info,
    steps,
    countsBefore: surveyed.counts,
    countsAfter: Object.fromEntries(Object.entries(outcome.countsAfter).filter(([store]) => !store.startsWith('_'))),
    conserved,
    quarantined: outcome.quarantined,
    seconds: (run.ports.environment.elapsed() - run.began) / 1000
  };
}

export function entryOf(
  run: Run,
  id: string,
  outcome: MigrationHistoryEntry['outcome'],
  steps: readonly StepTiming[],
  backup: VerifiedBackup | null,
  error?: MigrationError
): MigrationHistoryEntry {
  return {
    id,
    at: run.instant,
    fromVersion: run.plan.fromVersion,
    toVersion: run.plan.toVersion,
    path: run.options.path ?? 'direct',
    outcome,
    steps,
    definitions: Object.fromEntries([run.from, ...run.through].map((version) => [version.version, version.checksum])),
    backupId: backup?.info.id ?? null,
    ...(error ? { error: { code: error.code, message: error.message } } : {}),
    appVersion: run.ports.environment.appVersion
  };
}

export function notRun(run: Run): StepTiming[] {
  const hops = run.through.flatMap((version) => (version.hop ? [version.hop] : []));
  return stageNames({ from: run.from, through: run.through, ...deviations(run.plan, hops) }).map((step) => ({
    step,
    state: 'notRun',
    seconds: 0,
    rows: 0
  }));
}

/** The failed step is named; in a transaction everything before it counts as done, and was undone with it. */
export function markFailed(steps: readonly StepTiming[], error: MigrationError): readonly StepTiming[] {
  const failed = steps.findIndex((step) => step.step === error.step);
  if (failed < 0) return steps;
  return steps.map((step, index) =>
    index === failed ? { ...step, state: 'failed' } : index < failed ? { ...step, state: 'done' } : step
  );
}
