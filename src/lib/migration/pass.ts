/**
 * One pass over the data: every record is read once, runs through all stages of the segment in its own version's
 * shape, and is written once. Where the records come from and go to is the port's business, so the same pass serves
 * the migration (a version-change transaction) and the dry run (a read-only one).
 */
import { is } from 'valibot';
import type { Row, StoreDefinition } from './definition-types';
import { QUARANTINE } from './engine-stores';
import { MigrationError } from './errors';
import { RowFailure, stageName, stepFailed } from './failures';
import { quarantineRow } from './quarantine-row';
import { keyAt } from './requests';
import { countRecords, problemsOf, recordsOf } from './rows';
import type { Task } from './schedule';
import type { ApplyStage, PassStage } from './stages';

export interface PassPort {
  /** Sends all physical rows of a store; `rewrites` tells that every one of them will be written back. */
  stream(store: string, rewrites: boolean, onRows: (rows: Row[]) => void): Promise<void>;
  /** Writes rows of a store that is streamed and rewritten. */
  rewrite(store: string, rows: readonly Row[]): void;
  /** Adds new rows; an existing key is an error. */
  add(store: string, rows: readonly Row[]): void;
  /** Resolves when all but the latest of what was added is written: paces what makes many records. */
  settled(): Promise<void>;
}

export interface PassOptions {
  readonly stages: readonly PassStage[];
  readonly tasks: readonly Task[];
  readonly stores: Readonly<Record<string, StoreDefinition>>;
  /** False where a later pass or step completes the records: they are validated then. */
  readonly validate: boolean;
  /** Sees every record as it will stand at the end of the pass. */
  readonly onWritten?: (store: string, rows: readonly Row[]) => void;
  /** Sees pairs of a record before and after the pass. */
  readonly onPair?: (store: string, before: Row, after: Row) => void;
  readonly onRows: (store: string, records: number, made: boolean) => void;
  readonly elapsed: () => number;
  readonly version: string;
}

export interface StageTally {
  milliseconds: number;
  rows: number;
}

const CREATE_BATCH = 1000;

/** Runs the pass. @returns per stage, how many records it worked on and for how long. */
export async function runPass(port: PassPort, options: PassOptions): Promise<readonly StageTally[]> {
  const { stages, tasks, stores } = options;
  const tallies: StageTally[] = stages.map(() => ({ milliseconds: 0, rows: 0 }));
  const rewritten = new Set(
    stages.flatMap((stage) =>
      stage.kind === 'records' ? Object.keys(stage.changes) : stage.kind === 'apply' ? stage.maps : []
    )
  );
  const streamed = new Set(tasks.flatMap((task) => (task.kind === 'stream' ? [task.store] : [])));
  const definitionOf = (store: string): StoreDefinition => {
    const definition = stores[store];
    if (!definition) throw new Error(`version ${options.version} does not have a store '${store}'`);
    return definition;
  };

  /** The records after all stages from `start` on. What is emitted on the way takes its own way from there. */
  const flow = (store: string, records: Row[], start: number): Row[] => {
    let current = records;
    for (let index = start; index < stages.length; index++) {
      const stage = stages[index];
      const tally = tallies[index];
      if (!stage || !tally || !concerns(stage, store)) continue;
      const began = options.elapsed();
      const emitted = new Map<string, Row[]>();
      current = failingAs(stage, () => applyStage(stage, store, current, emitted, options));
      tally.milliseconds += options.elapsed() - began;
      tally.rows += current.length;
      for (const [target, rows] of emitted) {
        tally.rows += rows.length;
        deliver(target, flow(target, rows, index + 1), stage);
      }
    }
    return current;
  };

  const check = (store: string, rows: readonly Row[], made: PassStage | null): void => {
    if (options.validate) {
      const definition = definitionOf(store);
      for (const row of rows)
        if (!isValid(definition, row))
          throw invalid(store, definition, row, made ?? lastStageOf(stages, store), options.version);
    }
    options.onWritten?.(store, rows);
  };

  /** Writes new records. */
  const deliver = (store: string, rows: Row[], made: PassStage): void => {
    if (rows.length === 0) return;
    failingAs(made, () => definitionOf(store));
    check(store, rows, made);
    port.add(store, rows);
    options.onRows(store, rows.length, true);
  };

  const streamTask = async (store: string): Promise<void> => {
    const definition = definitionOf(store);
    const rewrites = rewritten.has(store);
    await port.stream(store, rewrites, (rows) => {
      const after = rows.map((row) => row);
      if (definition.packed) {
        const packed = definition.packed;
        rows.forEach((row, at) => {
          const records = recordsOf(definition, row);
          const next = flow(store, [...records], 0);
          if (rewrites) after[at] = repack(packed, row, next);
        });
      } else {
        const next = flow(store, rows, 0);
        next.forEach((row, at) => (after[at] = row));
      }
      if (rewrites) {
        rows.forEach((row, at) => {
          const next = after[at];
          if (next && !sameKey(keyAt(definition.keyPath, row), keyAt(definition.keyPath, next)))
            throw keyChanged(store, row, definition, lastStageOf(stages, store));
          if (next && options.onPair) options.onPair(store, row, next);
        });
        check(store, after, null);
        port.rewrite(store, after);
      } else options.onWritten?.(store, after);
      options.onRows(store, countRecords(definition, rows), false);
    });
  };

  const createTask = async (stage: ApplyStage, index: number, store: string): Promise<void> => {
    const make = stage.work.get().create?.[store];
    if (!make) return;
    const tally = tallies[index];
    const iterator = failingAs(stage, () => make()[Symbol.iterator]());
    for (;;) {
      const began = options.elapsed();
      const rows: Row[] = [];
      failingAs(stage, () => {
        while (rows.length < CREATE_BATCH) {
          const next = iterator.next();
          if (next.done) break;
          rows.push(next.value);
        }
      });
      if (tally) {
        tally.milliseconds += options.elapsed() - began;
        tally.rows += rows.length;
      }
      if (rows.length === 0) return;
      deliver(store, flow(store, rows, index + 1), stage);
      await port.settled();
    }
  };

  for (const task of tasks) {
    const stage = task.kind === 'stream' ? undefined : stages[task.stage];
    if (task.kind === 'stream') await streamTask(task.store);
    else if (stage?.kind === 'apply' && task.kind === 'finish') {
      const began = options.elapsed();
      failingAs(stage, () => stage.work.get().finish?.());
      const tally = tallies[task.stage];
      if (tally) tally.milliseconds += options.elapsed() - began;
    } else if (stage?.kind === 'apply' && task.kind === 'create') await createTask(stage, task.stage, task.store);
  }
  for (const stage of stages) if (stage.kind === 'apply') failingAs(stage, () => stage.work.get().validate?.());
  for (const store of rewritten) if (!streamed.has(store)) options.onRows(store, 0, false);
  return tallies;
}

function concerns(stage: PassStage, store: string): boolean {
  if (stage.kind === 'records') return store in stage.changes;
  return stage.kind === 'observe' ? stage.stores.includes(store) : stage.maps.includes(store);
}

function applyStage(
  stage: PassStage,
  store: string,
  records: Row[],
  emitted: Map<string, Row[]>,
  options: PassOptions
): Row[] {
  if (stage.kind === 'observe') {
    const see = stage.work.get().observe?.[store];
    if (see) for (const record of records) see(record);
    return records;
  }
  if (stage.kind === 'apply') {
    const map = stage.work.get().map?.[store];
    return map ? records.map((record) => synchronous(map(record))) : records;
  }
  const change = stage.changes[store];
  if (!change) return records;
  const emit = (target: string, row: Row): void => {
    const rows = emitted.get(target);
    if (rows) rows.push(row);
    else emitted.set(target, [row]);
  };
  const context = {
    ...stage.context,
    emit,
    quarantine(original: { store: string; key: unknown; field: string; row: unknown }, reason: string): string {
      const row = quarantineRow(original, reason, stage.context.instant, stage.hop.from);
      emit(QUARANTINE, row);
      return row.id;
    }
  };
  return records.map((record) => {
    try {
      return synchronous(change.up(record, context));
    } catch (error) {
      throw new RowFailure(
        store,
        keyAt(options.stores[store]?.packed?.entryKey ?? options.stores[store]?.keyPath ?? 'id', record),
        error
      );
    }
  });
}

function failingAs<T>(stage: PassStage, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw stepFailed(stageName(stage), error);
  }
}

function synchronous(row: Row): Row {
  if (typeof (row as { then?: unknown }).then === 'function')
    throw new TypeError('a record change must be synchronous, but it returned a promise');
  return row;
}

function isValid(definition: StoreDefinition, row: Row): boolean {
  return definition.packed ? problemsOf('', definition, row).length === 0 : is(definition.row, row);
}

function invalid(
  store: string,
  definition: StoreDefinition,
  row: Row,
  stage: PassStage | undefined,
  version: string
): MigrationError {
  const problem = problemsOf(store, definition, row)[0];
  const where = problem
    ? `${store} ${JSON.stringify(problem.key)}, field ${problem.field || '(record)'}: ${problem.reason}`
    : store;
  const message = `it made a record that version ${version} does not allow: ${where}`;
  const name = stage ? stageName(stage) : 'FinalValidation';
  return new MigrationError('migrationFailed', `Step '${name}' failed: ${message}`, {
    step: name,
    ...(problem ? { details: [problem] } : {})
  });
}

function keyChanged(
  store: string,
  row: Row,
  definition: StoreDefinition,
  stage: PassStage | undefined
): MigrationError {
  const name = stage ? stageName(stage) : 'FinalValidation';
  return new MigrationError(
    'migrationFailed',
    `Step '${name}' failed: it changed the key of ${store} ${JSON.stringify(keyAt(definition.keyPath, row))}`,
    { step: name }
  );
}

function lastStageOf(stages: readonly PassStage[], store: string): PassStage | undefined {
  return stages.findLast((stage) => concerns(stage, store));
}

function sameKey(first: IDBValidKey, second: IDBValidKey): boolean {
  return first === second || JSON.stringify(first) === JSON.stringify(second);
}

function repack(packed: NonNullable<StoreDefinition['packed']>, row: Row, records: Row[]): Row {
  const next: Row = { ...row };
  for (const field of packed.containerFields) delete next[field];
  return { ...next, ...packed.pack(records) };
}
