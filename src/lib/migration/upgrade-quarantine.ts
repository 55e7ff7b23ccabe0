/** Moves records that fail their schema out of the way, whole, before anything else is done. */
import type { ResolvedVersion } from './definition';
import type { Row, StoreDefinition } from './definition-types';
import { QUARANTINE } from './engine-stores';
import { quarantineRow } from './quarantine-row';
import { done, keyAt, readInBatches, type BatchOptions } from './requests';
import { recordsOf } from './rows';
import type { RowProblem } from './types';

export interface QuarantineInput {
  readonly from: ResolvedVersion;
  readonly invalidRows: readonly RowProblem[];
  readonly instant: string;
  readonly batches: BatchOptions;
  /** The name that a store has now. */
  readonly nameNow: (store: string) => string;
}

/** @returns for every record moved the name of its store. */
export async function quarantineInvalid(transaction: IDBTransaction, input: QuarantineInput): Promise<string[]> {
  const quarantine = transaction.objectStore(QUARANTINE);
  const seen = new Set<string>();
  const moved: string[] = [];
  for (const { store, key, field, reason } of input.invalidRows) {
    const identity = JSON.stringify([store, key]);
    const definition = input.from.stores[store];
    if (seen.has(identity) || !definition) continue;
    seen.add(identity);
    const row = await take(transaction.objectStore(input.nameNow(store)), definition, key, input.batches);
    if (row === undefined) continue;
    await done(quarantine.put(quarantineRow({ store, key, field, row }, reason, input.instant, input.from.version)));
    moved.push(input.nameNow(store));
  }
  return moved;
}

/** Removes a record from its store and returns it. */
async function take(
  store: IDBObjectStore,
  definition: StoreDefinition,
  key: unknown,
  batches: BatchOptions
): Promise<unknown> {
  if (definition.packed) return takeEntry(store, definition, key, batches);
  const row: unknown = await done(store.get(key as IDBValidKey));
  if (row !== undefined) await done(store.delete(key as IDBValidKey));
  return row;
}

/** An entry of a packed row; the whole packed row where it is the row that is wrong. */
async function takeEntry(
  store: IDBObjectStore,
  definition: StoreDefinition,
  key: unknown,
  batches: BatchOptions
): Promise<unknown> {
  const packed = definition.packed;
  if (!packed) return undefined;
  let holder: Row | undefined;
  let entry: Row | undefined;
  await readInBatches(store, batches, (rows) => {
    for (const row of rows) {
      if (holder) return;
      entry = recordsOf(definition, row).find((candidate) => candidate?.[packed.entryKey] === key);
      if (entry || JSON.stringify(keyAt(definition.keyPath, row)) === JSON.stringify(key)) holder = row;
    }
  });
  if (!holder) return undefined;
  const left = entry ? recordsOf(definition, holder).filter((candidate) => candidate !== entry) : [];
  if (left.length > 0) await done(store.put({ ...holder, [packed.entries]: left }));
  else await done(store.delete(keyAt(definition.keyPath, holder)));
  return entry ?? holder;
}
