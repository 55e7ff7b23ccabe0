/** Undoes what steps left outside the transaction: in reverse order, without access to the stores, as often as needed. */
import { findVersion, hopsBetween, type History } from './definition';
import type { Logbook } from './logbook';
import { asMigrationStep } from './plan-steps';
import type { MigrationEnvironment } from './ports';
import type { Journal } from './records';
import type { MigrationPlan, MigrationStep, OutsideEffect } from './types';

/** Rolls back the failed step and every one before it; all of them where no step is to blame. False: some is left over. */
export async function rollBackEffects(
  plan: MigrationPlan,
  failedStep: string | undefined,
  environment: MigrationEnvironment,
  log: Logbook
): Promise<boolean> {
  const steps = plan.customMigrationSteps;
  const failed = steps.findIndex((step) => step.name === failedStep);
  const ran = failed < 0 ? steps : steps.slice(0, failed + 1);
  let complete = true;
  for (const step of ran.toReversed())
    complete = (await rollBackStep(step, step.effects ?? [], environment, log)) && complete;
  return complete;
}

/** What a kill left over: the journal names the steps, the history has their way back. */
export async function rollBackJournal(
  journal: Journal,
  history: History,
  environment: MigrationEnvironment,
  log: Logbook
): Promise<boolean> {
  let complete = true;
  const known = findVersion(history, journal.fromVersion)
    ? hopsBetween(history, journal.fromVersion, journal.toVersion).flatMap((hop) => hop.steps.map(asMigrationStep))
    : [];
  for (const { step: name, planned } of journal.effects.toReversed()) {
    const step = known.find((candidate) => candidate.name === name);
    if (step?.rollback) complete = (await rollBackStep(step, planned, environment, log)) && complete;
    // A step that the history does not have cannot be asked; its effects are named, and removed.
    else for (const effect of planned) await environment.removeEffect(effect);
  }
  return complete;
}

async function rollBackStep(
  step: MigrationStep,
  planned: readonly OutsideEffect[],
  environment: MigrationEnvironment,
  log: Logbook
): Promise<boolean> {
  if (!step.rollback) return true;
  try {
    await step.rollback({ planned, remove: (effect) => environment.removeEffect(effect) });
    log.add(`Rolled back what '${step.name}' left outside the database.`);
    return true;
  } catch (error) {
    log.add(
      `Could not roll back what '${step.name}' left outside the database, tried again at the next start: ${error instanceof Error ? error.message : String(error)}`
    );
    return false;
  }
}
