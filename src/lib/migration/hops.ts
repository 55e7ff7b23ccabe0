/** The work of a migration: its version-change transactions, one after the other. */
import type { ResolvedVersion } from './definition';
import { runUpgrade } from './dexie-adapter';
import { asMigrationError, MigrationError } from './errors';
import { rollBackEffects } from './outside-effects';
import { deviations } from './plan-steps';
import { notRun, type Run } from './run';
import type { Survey } from './survey';
import type { StepTiming } from './types';
import { upgradeInside, type UpgradeOutcome } from './upgrade-transaction';

export interface HopListener {
  /** Every step with its timing so far, those to come included. */
  onSteps(steps: readonly StepTiming[]): void;
  /** A transaction was undone: the last completed hop, where the data is, and whether effects outside are undone too. */
  onUndone(completed: UpgradeOutcome | null, at: ResolvedVersion, effectsUndone: boolean): Promise<void>;
}

/** The version-change transactions: one over all hops, or one per hop. What failed is undone, effects outside included. */
export async function runHops(run: Run, surveyed: Survey, listener: HopListener): Promise<UpgradeOutcome> {
  const { history, environment, log } = run.ports;
  const hops = run.through.flatMap((version) => (version.hop ? [version.hop] : []));
  const deviating = deviations(run.plan, hops);
  const groups = run.options.path === 'incremental' ? run.through.map((version) => [version]) : [run.through];
  let from = run.from;
  let counts: Readonly<Record<string, number>> = surveyed.counts;
  let outcome = null as UpgradeOutcome | null;
  const timings: StepTiming[] = [];
  for (const [index, through] of groups.entries()) {
    const target = through.at(-1) ?? from;
    const first: ResolvedVersion = from;
    const previous: UpgradeOutcome | null = outcome;
    let next = undefined as UpgradeOutcome | undefined;
    try {
      await runUpgrade(history, environment, first, through, async (transaction) => {
        next = await upgradeInside(transaction, {
          from: first,
          through,
          instant: run.instant,
          countsBefore: counts,
          invalidRows: index === 0 ? surveyed.invalidRows : [],
          replaced: deviating.replaced,
          extra: index === groups.length - 1 ? deviating.extra : [],
          definitions: Object.fromEntries([first, ...through].map((version) => [version.version, version.checksum])),
          touchedBefore: previous?.touched ?? [],
          tolerated: surveyed.problems,
          IDBKeyRange: environment.IDBKeyRange,
          signal: run.signal,
          elapsed: environment.elapsed,
          onProgress: (fraction, message) =>
            run.progress(0.2 + ((index + Math.min(1, fraction)) / groups.length) * 0.7, message)
        });
        run.signal.throwIfAborted();
      });
    } catch (cause) {
      const error = asMigrationError(cause, run.signal);
      log.add(`The transaction to ${target.version} was undone; the data is at ${first.version}.`);
      const complete = await rollBackEffects(run.plan, error.step, environment, log);
      // What cannot be written now (a full disk) is settled at the next start, from the journal.
      await listener.onUndone(previous, first, complete).catch(() => undefined);
      throw error;
    }
    if (!next) throw new MigrationError('migrationFailed', 'the upgrade ended without a result');
    outcome = { ...next, quarantined: next.quarantined + (previous?.quarantined ?? 0), steps: [] };
    timings.push(...next.steps.filter((step) => index === groups.length - 1 || step.step !== 'FinalValidation'));
    listener.onSteps([
      ...timings,
      ...notRun(run).filter((step) => !timings.some((timing) => timing.step === step.step))
    ]);
    counts = next.countsAfter;
    from = target;
    log.add(`Version ${target.version} committed.`);
    for (const timing of next.steps) log.debug(`${timing.step}: ${timing.rows} rows in ${timing.seconds.toFixed(3)} s`);
  }
  if (!outcome) throw new MigrationError('migrationFailed', 'there was nothing to run');
  return { ...outcome, steps: timings };
}
