/** The steps of a plan, as the history declares them, in the form in which a plan shows and can run them. */
import type { Hop, ResolvedVersion } from './definition';
import type { RecordContext, RecordStep, Row, SetStep, StepDefinition } from './definition-types';
import { QUARANTINE } from './engine-stores';
import { MigrationError } from './errors';
import { quarantineRow } from './quarantine-row';
import { problemsOf } from './rows';
import type { MigrationPlan, MigrationStep, StepContext } from './types';

export const FINAL_VALIDATION = 'FinalValidation';

/** Steps that were derived here: the engine composes these instead of running them one after the other. */
const derived = new WeakSet<MigrationStep>();

/** A step that can be run by itself, with the same outcome as when it shares a pass. */
export function asMigrationStep(definition: StepDefinition): MigrationStep {
  if ('execute' in definition) {
    derived.add(definition);
    return definition;
  }
  const execute = 'records' in definition ? runRecords(definition) : runSets(definition);
  const step: MigrationStep = {
    name: definition.name,
    description: definition.description,
    execute,
    ...(definition.rollback ? { rollback: definition.rollback } : {}),
    ...(definition.effects ? { effects: definition.effects } : {})
  };
  derived.add(step);
  return step;
}

function runRecords(definition: RecordStep): MigrationStep['execute'] {
  return async (context) => {
    const emitted = new Map<string, Row[]>();
    const emit = (store: string, row: Row): void => void emitted.set(store, [...(emitted.get(store) ?? []), row]);
    const records: RecordContext = {
      fromVersion: context.fromVersion,
      toVersion: context.toVersion,
      instant: context.instant,
      id: (source, ordinal) => context.id(source, ordinal),
      emit,
      quarantine: (original, reason) => {
        const row = quarantineRow(original, reason, context.instant, context.fromVersion);
        emit(QUARANTINE, row);
        return row.id;
      }
    };
    for (const [store, change] of Object.entries(definition.records))
      await context.map<Row, Row>(store, (row) => change.up(row, records));
    for (const [store, rows] of emitted) await context.put(store, rows);
  };
}

function runSets(definition: SetStep): MigrationStep['execute'] {
  return async (context: StepContext) => {
    const work = definition.over(context);
    for (const [store, observe] of Object.entries(work.observe ?? {})) {
      await context.rows<Row>(store).each((rows) => {
        for (const row of rows) observe(row);
      });
    }
    work.finish?.();
    for (const [store, change] of Object.entries(work.map ?? {})) await context.map<Row, Row>(store, change);
    for (const [store, make] of Object.entries(work.create ?? {})) await context.put(store, [...make()]);
    work.validate?.();
  };
}

/** The last step of every plan over several hops: every record satisfies the schema of the version it ends at. */
export function finalValidation(target: ResolvedVersion): MigrationStep {
  const step: MigrationStep = {
    name: FINAL_VALIDATION,
    description: `Checking every record against version ${target.version}`,
    async execute(context) {
      for (const [store, definition] of Object.entries(target.stores)) {
        await context.rows<Row>(store).each((rows) => {
          for (const row of rows) {
            const problem = problemsOf(
              store,
              definition.packed
                ? { ...definition, keyPath: definition.packed.entryKey, packed: undefined as never }
                : definition,
              row
            )[0];
            if (problem)
              throw new Error(`${store} ${JSON.stringify(problem.key)}, field ${problem.field}: ${problem.reason}`);
          }
        });
      }
    }
  };
  derived.add(step);
  return step;
}

/**
 * What a plan asks for beyond the history: steps put in place of the history's own, and further ones.
 * @throws MigrationError `incompatibleVersion` when the plan lacks a step of the history.
 */
export function deviations(
  plan: MigrationPlan,
  hops: readonly Hop[]
): { replaced: Map<string, MigrationStep>; extra: MigrationStep[] } {
  const own = new Set(hops.flatMap((hop) => hop.steps.map((step) => step.name)));
  const planned = new Set(plan.customMigrationSteps.map((step) => step.name));
  for (const name of own) {
    if (!planned.has(name))
      throw new MigrationError(
        'incompatibleVersion',
        `the plan from ${plan.fromVersion} to ${plan.toVersion} lacks the step '${name}'`
      );
  }
  const replaced = new Map<string, MigrationStep>();
  const extra: MigrationStep[] = [];
  for (const step of plan.customMigrationSteps) {
    if (derived.has(step)) continue;
    if (own.has(step.name)) replaced.set(step.name, step);
    else extra.push(step);
  }
  return { replaced, extra };
}
