/**
 * Which stages can share one pass, and in what order a pass reads and makes records, so that the outcome is the same
 * as running one step after the other: a step has seen everything before it changes or makes anything.
 */
import type { ApplyStage, FreeStage, ObserveStage, PassStage, Stage } from './stages';

/** One thing a pass does. Stage numbers count within the segment. */
export type Task =
  /** Reads a store and sends its records through all stages. */
  | { readonly kind: 'stream'; readonly store: string }
  /** Tells a step that it has seen everything. */
  | { readonly kind: 'finish'; readonly stage: number }
  /** Makes new records of a store and sends them through the later stages. */
  | { readonly kind: 'create'; readonly stage: number; readonly store: string };

export type Segment =
  | { readonly kind: 'pass'; readonly stages: readonly PassStage[]; readonly tasks: readonly Task[] }
  | { readonly kind: 'free'; readonly stage: FreeStage };

/**
 * Cuts the stages into as few passes as possible.
 * @param populated the stores that hold records before the first stage.
 */
export function segmentsOf(stages: readonly Stage[], populated: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  const filled = new Set(populated);
  let open: PassStage[] = [];
  const close = (): void => {
    if (open.length === 0) return;
    const tasks = order(open, filled);
    if (!tasks) throw new Error('The stages of a pass wait for one another.');
    segments.push({ kind: 'pass', stages: open, tasks });
    for (const stage of open) {
      if (stage.kind === 'apply') for (const store of stage.creates) filled.add(store);
      if (stage.kind === 'records') for (const store of stage.mayEmit) filled.add(store);
    }
    open = [];
  };
  for (const stage of stages) {
    if (stage.kind === 'free') {
      close();
      segments.push({ kind: 'free', stage });
      for (const store of stage.known) filled.add(stage.physical(store));
      continue;
    }
    if (!order([...open, stage], filled)) close();
    open.push(stage);
  }
  close();
  return segments;
}

/** The tasks in an order that respects every dependency, or null where they wait for one another. */
function order(stages: readonly PassStage[], populated: ReadonlySet<string>): Task[] | null {
  const tasks = tasksOf(stages, populated);
  const pending = new Set(tasks);
  const ordered: Task[] = [];
  while (pending.size > 0) {
    const ready = [...pending].find(
      (task) => ![...pending].some((other) => other !== task && mustPrecede(other, task, stages))
    );
    if (!ready || mustPrecede(ready, ready, stages)) return null;
    pending.delete(ready);
    ordered.push(ready);
  }
  return ordered;
}

function tasksOf(stages: readonly PassStage[], populated: ReadonlySet<string>): Task[] {
  const streamed = new Set<string>();
  for (const stage of stages) {
    for (const store of storesSeen(stage)) if (populated.has(store)) streamed.add(store);
  }
  const tasks: Task[] = [...streamed].map((store) => ({ kind: 'stream', store }));
  stages.forEach((stage, index) => {
    if (stage.kind !== 'apply') return;
    tasks.push({ kind: 'finish', stage: index });
    for (const store of stage.creates) tasks.push({ kind: 'create', stage: index, store });
  });
  return tasks;
}

function storesSeen(stage: PassStage): readonly string[] {
  if (stage.kind === 'records') return Object.keys(stage.changes);
  return stage.kind === 'observe' ? stage.stores : stage.maps;
}

function mustPrecede(first: Task, second: Task, stages: readonly PassStage[]): boolean {
  if (first.kind === 'finish' && second.kind === 'create' && first.stage === second.stage) return true;
  if (first.kind === 'finish' && second.kind !== 'finish')
    return flowsInto(
      second,
      stages,
      (stage, index, store) => index === first.stage && (stage as ApplyStage).maps.includes(store)
    );
  if (first.kind !== 'finish' && second.kind === 'finish') {
    const step = stages[second.stage]?.step;
    return flowsInto(
      first,
      stages,
      (stage, index, store) =>
        index < second.stage &&
        stage.kind === 'observe' &&
        stage.step === step &&
        (stage as ObserveStage).stores.includes(store)
    );
  }
  return false;
}

/** Whether records that a task sets in motion reach a stage, directly or by being emitted on the way. */
function flowsInto(
  task: Task,
  stages: readonly PassStage[],
  reaches: (stage: PassStage, index: number, store: string) => boolean
): boolean {
  if (task.kind === 'finish') return false;
  const start = task.kind === 'create' ? task.stage + 1 : 0;
  const follow = (store: string, from: number): boolean => {
    for (let index = from; index < stages.length; index++) {
      const stage = stages[index];
      if (!stage) continue;
      if (reaches(stage, index, store)) return true;
      if (
        stage.kind === 'records' &&
        store in stage.changes &&
        stage.mayEmit.some((target) => follow(target, index + 1))
      )
        return true;
    }
    return false;
  };
  return follow(task.store, start);
}
