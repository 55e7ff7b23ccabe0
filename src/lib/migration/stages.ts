/**
 * A migration over several hops as one list of stages that each record runs through, so that it is read once and
 * written once however many versions lie between. Store names are those of the database as it is after all hops:
 * Dexie has made every new store and index before the work begins.
 */
import type { Hop } from './definition';
import type { HopContext, RecordChange, RecordStep, SetStep, SetWork } from './definition-types';
import { deriveId } from './derive-id';
import type { MigrationStep } from './types';

interface StageBase {
  readonly hop: Hop;
  /** The step it belongs to; null for what was inferred. */
  readonly step: string | null;
  readonly context: HopContext;
}

/** Changes records one by one. */
export interface RecordStage extends StageBase {
  readonly kind: 'records';
  readonly changes: Readonly<Record<string, RecordChange>>;
  /** Stores that its changes may emit records into. */
  readonly mayEmit: readonly string[];
}

/** Lets a step see records. */
export interface ObserveStage extends StageBase {
  readonly kind: 'observe';
  readonly stores: readonly string[];
  readonly work: SharedWork;
}

/** Changes and makes records with what the step has seen. */
export interface ApplyStage extends StageBase {
  readonly kind: 'apply';
  readonly maps: readonly string[];
  readonly creates: readonly string[];
  readonly work: SharedWork;
}

/** A step that speaks to the transaction itself: everything before it is written first, everything after reads again. */
export interface FreeStage extends StageBase {
  readonly kind: 'free';
  readonly definition: MigrationStep;
  /** Store name in this hop's version → name in the database. */
  readonly physical: (store: string) => string;
  readonly known: ReadonlySet<string>;
}

export type PassStage = RecordStage | ObserveStage | ApplyStage;
export type Stage = PassStage | FreeStage;

/** The work of a set step, begun on first use, with store names of the database. */
export interface SharedWork {
  readonly step: SetStep;
  get(): SetWork;
}

export interface StageOptions {
  readonly instant: string;
  /** Steps given instead of the history's own, by name, and steps to run after the last hop. */
  readonly replaced: ReadonlyMap<string, MigrationStep>;
  readonly extra: readonly MigrationStep[];
  /** Stores of the version a hop leads to. */
  readonly storesOf: (version: string) => readonly string[];
}

/** The stages of the hops, in order. */
export function stagesOf(hops: readonly Hop[], options: StageOptions): Stage[] {
  const stages: Stage[] = [];
  hops.forEach((hop, index) => {
    const physical = namesAfter(hops.slice(index + 1));
    const contextOf = (step: string): HopContext => ({
      fromVersion: hop.from,
      toVersion: hop.to,
      instant: options.instant,
      id: (source, ordinal) => deriveId(step, source, ordinal)
    });
    const free = (definition: MigrationStep): FreeStage => ({
      kind: 'free',
      hop,
      step: definition.name,
      context: contextOf(definition.name),
      definition,
      physical,
      known: new Set(options.storesOf(hop.to))
    });
    const inferred = Object.fromEntries(
      hop.mappings.flatMap((mapping) => (mapping.change ? [[physical(mapping.to), mapping.change] as const] : []))
    );
    if (Object.keys(inferred).length > 0) {
      stages.push({
        kind: 'records',
        hop,
        step: null,
        context: contextOf(`${hop.from}→${hop.to}`),
        changes: inferred,
        mayEmit: []
      });
    }
    for (const step of hop.steps) {
      const replacement = options.replaced.get(step.name);
      if (replacement) stages.push(free(replacement));
      else if ('records' in step)
        stages.push(recordStage(step, hop, contextOf(step.name), physical, options.storesOf(hop.to)));
      else if ('over' in step) stages.push(...setStages(step, hop, contextOf(step.name), physical));
      else stages.push(free(step));
    }
    if (index === hops.length - 1) for (const step of options.extra) stages.push(free(step));
  });
  return stages;
}

function recordStage(
  step: RecordStep,
  hop: Hop,
  context: HopContext,
  physical: (store: string) => string,
  stores: readonly string[]
): RecordStage {
  const changes = Object.fromEntries(Object.entries(step.records).map(([store, change]) => [physical(store), change]));
  return {
    kind: 'records',
    hop,
    step: step.name,
    context,
    changes,
    mayEmit: (step.emits ?? stores).map(physical).filter((store) => !(store in changes))
  };
}

function setStages(
  step: SetStep,
  hop: Hop,
  context: HopContext,
  physical: (store: string) => string
): [ObserveStage, ApplyStage] {
  let begun: SetWork | null = null;
  const work: SharedWork = {
    step,
    get() {
      begun ??= withPhysicalNames(step.over(context), physical);
      return begun;
    }
  };
  return [
    { kind: 'observe', hop, step: step.name, context, stores: step.observes.map(physical), work },
    {
      kind: 'apply',
      hop,
      step: step.name,
      context,
      maps: (step.maps ?? []).map(physical),
      creates: (step.creates ?? []).map(physical),
      work
    }
  ];
}

function withPhysicalNames(work: SetWork, physical: (store: string) => string): SetWork {
  const renamed = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(record ?? {}).map(([store, value]) => [physical(store), value]));
  return {
    observe: renamed(work.observe),
    create: renamed(work.create),
    map: renamed(work.map),
    finish: () => work.finish?.(),
    validate: () => work.validate?.()
  };
}

/** Follows the renamings of the later hops. */
function namesAfter(later: readonly Hop[]): (store: string) => string {
  return (store) =>
    later.reduce((name, hop) => hop.mappings.find((mapping) => mapping.from === name)?.to ?? name, store);
}
