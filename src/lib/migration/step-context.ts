/**
 * What a free-form step gets, and the watch over it. Awaiting anything but this transaction inside a version-change
 * transaction commits a half-migration with the version bumped, so while a step is pending one request is always
 * outstanding, and a step that waits for something else is found out and aborted.
 */
import type { Row, StoreDefinition } from './definition-types';
import { QUARANTINE } from './engine-stores';
import { RowFailure } from './failures';
import { quarantineRow } from './quarantine-row';
import { done, keyAt, readInBatches } from './requests';
import { countRecords, recordsOf } from './rows';
import type { FreeStage } from './stages';
import type { MigrationStep, RowSource, StepContext, Synchronous } from './types';

export interface StepPorts {
  readonly transaction: IDBTransaction;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly stores: Readonly<Record<string, StoreDefinition>>;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  /** A store was written to by the step; its records are validated at the end. */
  readonly onDirty: (store: string) => void;
  readonly onRows: (rows: number) => void;
}

/** Runs `execute`, then `validate`, of a step inside the transaction. */
export async function runFreeStep(stage: FreeStage, ports: StepPorts): Promise<void> {
  const step: MigrationStep = stage.definition;
  await watched(step.name, ports, (track) => step.execute(contextFor(stage, ports, track)));
  if (step.validate)
    await watched(step.name, ports, (track) => step.validate?.(contextFor(stage, ports, track)) ?? Promise.resolve());
}

type Track = <T>(operation: () => Promise<T>) => Promise<T>;

async function watched(name: string, ports: StepPorts, run: (track: Track) => Promise<void>): Promise<void> {
  const anchor = ports.transaction.objectStore('_meta');
  let inFlight = 0;
  let over = false;
  let fail: (error: unknown) => void = () => undefined;
  const violation = new Promise<never>((_, reject) => (fail = reject));
  violation.catch(() => undefined);

  // By the time this request is answered every microtask has run: a step that still waits, waits for something else.
  const keepAlive = (): void => {
    if (over) return;
    try {
      anchor.get('sentinel').onsuccess = () => {
        if (!over && inFlight === 0)
          fail(
            new Error(
              `it awaited something other than this transaction; only the context's own reads and writes may be awaited in '${name}'`
            )
          );
      };
    } catch (error) {
      fail(error);
    }
  };
  const tracked: Track = async (operation) => {
    if (over) throw new Error(`'${name}' used its context after it had finished`);
    inFlight++;
    try {
      return await operation();
    } finally {
      inFlight--;
      if (inFlight === 0) keepAlive();
    }
  };
  const track: Track = (operation) => {
    const result = tracked(operation);
    // A step that forgets to await is found out below; its promise must not fail a second time on its own.
    result.catch(() => undefined);
    return result;
  };
  // What earlier work still has in the queue is answered first, so that the watch is not delayed behind it.
  await done(anchor.get('sentinel'));
  keepAlive();
  try {
    await Promise.race([violation, run(track)]);
    if (inFlight > 0)
      throw new Error(`it finished before its own reads and writes did; await each of them in '${name}'`);
  } finally {
    over = true;
  }
}

function contextFor(stage: FreeStage, ports: StepPorts, track: Track): StepContext {
  const { signal, transaction } = ports;
  const open = (store: string): { objects: IDBObjectStore; definition: StoreDefinition; physical: string } => {
    const physical = stage.physical(store);
    const definition = ports.stores[physical];
    if (!stage.known.has(store) || !definition)
      throw new Error(`it names store '${store}', which version ${stage.hop.to} does not have`);
    return { objects: transaction.objectStore(physical), definition, physical };
  };
  const forWriting = (store: string): ReturnType<typeof open> => {
    const opened = open(store);
    ports.onDirty(opened.physical);
    return opened;
  };
  const batches = { IDBKeyRange: ports.IDBKeyRange, signal };

  return {
    fromVersion: stage.hop.from,
    toVersion: stage.hop.to,
    instant: stage.context.instant,
    signal,
    id: (source, ordinal) => stage.context.id(source, ordinal),
    rows<T>(store: string): RowSource<T> {
      const { objects, definition } = open(store);
      return {
        each: (batch) =>
          track(async () => {
            let total = 0;
            await readInBatches(objects, batches, (rows) => {
              const records = definition.packed ? rows.flatMap((row) => recordsOf(definition, row)) : rows;
              refusePromise(batch(records as unknown as readonly T[]), 'a batch callback');
              total += records.length;
            });
            ports.onRows(total);
            return total;
          }),
        count: () =>
          track(async () => {
            if (!definition.packed) return done(objects.count());
            let total = 0;
            await readInBatches(objects, batches, (rows) => (total += countRecords(definition, rows)));
            return total;
          })
      };
    },
    map<A, B>(store: string, transform: (row: A) => Synchronous<B> | undefined): Promise<number> {
      const { objects, definition } = forWriting(store);
      return track(async () => {
        let changed = 0;
        const apply = (record: Row): Row => {
          try {
            const next = transform(record as A);
            refusePromise(next, 'a transform');
            if (next === undefined) return record;
            changed++;
            return next as unknown as Row;
          } catch (error) {
            throw new RowFailure(store, keyAt(definition.packed?.entryKey ?? definition.keyPath, record), error);
          }
        };
        await readInBatches(objects, batches, (rows) => {
          for (const row of rows) {
            const before = changed;
            if (definition.packed) {
              const entries = recordsOf(definition, row).map(apply);
              if (changed > before) objects.put({ ...row, ...definition.packed.pack(entries) });
            } else {
              const next = apply(row);
              if (changed > before) objects.put(next);
            }
          }
        });
        ports.onRows(changed);
        return changed;
      });
    },
    put(store, rows) {
      const { objects, definition } = forWriting(store);
      return track(async () => {
        ports.onRows(rows.length);
        if (definition.packed) return putPacked(objects, definition, rows as readonly Row[]);
        let last: IDBRequest | null = null;
        for (const row of rows) last = objects.put(row);
        if (last) await done(last);
      });
    },
    quarantine(store, row, reason) {
      const { objects, definition } = forWriting(store);
      ports.onDirty(QUARANTINE);
      return track(async () => {
        const record = row as Row;
        const key = keyAt(definition.packed?.entryKey ?? definition.keyPath, record);
        await done(
          transaction
            .objectStore(QUARANTINE)
            .put(quarantineRow({ store, key, field: '', row }, reason, stage.context.instant, stage.hop.to))
        );
        if (definition.packed) await removeEntry(objects, definition, record);
        else await done(objects.delete(key));
      });
    },
    progress: (amount, total) => ports.onProgress(amount, total)
  };
}

function refusePromise(value: unknown, what: string): void {
  if (typeof (value as { then?: unknown } | null | undefined)?.then === 'function') {
    throw new TypeError(`${what} must be synchronous, but it returned a promise`);
  }
}

async function putPacked(objects: IDBObjectStore, definition: StoreDefinition, records: readonly Row[]): Promise<void> {
  const packed = definition.packed;
  if (!packed) return;
  const groups = new Map<string, { key: IDBValidKey; records: Row[] }>();
  for (const record of records) {
    const key = packed.keyOf(record) as IDBValidKey;
    const name = JSON.stringify(key);
    const group = groups.get(name);
    if (group) group.records.push(record);
    else groups.set(name, { key, records: [record] });
  }
  for (const group of groups.values()) {
    const row = (await done(objects.get(group.key))) as Row | undefined;
    const entries = new Map(
      row ? recordsOf(definition, row).map((entry) => [entry[packed.entryKey], entry] as const) : []
    );
    for (const record of group.records) entries.set(record[packed.entryKey], record);
    await done(objects.put({ ...row, ...packed.pack([...entries.values()]) }));
  }
}

/** Takes one entry out of its packed row; a row without entries goes. */
export async function removeEntry(objects: IDBObjectStore, definition: StoreDefinition, entry: Row): Promise<void> {
  const packed = definition.packed;
  if (!packed) return;
  const key = packed.keyOf(entry) as IDBValidKey;
  const row = (await done(objects.get(key))) as Row | undefined;
  if (!row) return;
  const left = recordsOf(definition, row).filter((candidate) => candidate[packed.entryKey] !== entry[packed.entryKey]);
  if (left.length > 0) await done(objects.put({ ...row, ...packed.pack(left) }));
  else await done(objects.delete(key));
}
