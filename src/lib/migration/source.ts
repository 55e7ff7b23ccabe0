/** A database as it stands, read whole: for a snapshot, a survey, or the verification after a migration. */
import type { ResolvedVersion } from './definition';
import type { Row, StoreDefinition } from './definition-types';
import { META, QUARANTINE, type SequenceRow } from './engine-stores';
import type { SnapshotSource } from './ports';
import { done, keyAt } from './requests';
import { countRecords } from './rows';

const MOST_ROWS = 2000;
const FIRST_ROWS = 64;
const MOST_BYTES = 4_000_000;
/** Bytes of packed rows that are kept from counting until they are read; beyond it they are read twice. */
const KEPT_BYTES = 8_000_000;

/**
 * Reads through an open handle; `known` counts spare a pass over packed stores. What `counts` had to read is given
 * once by the next `read`, as it was then: whoever needs one state of everything compares `sequence` around both.
 */
export function databaseSource(
  database: IDBDatabase,
  version: ResolvedVersion,
  KeyRange: typeof IDBKeyRange,
  known?: Readonly<Record<string, number>>,
  signal?: AbortSignal
): SnapshotSource {
  const stores = Object.entries(version.stores)
    .filter(([name]) => name !== META)
    .map(([name, definition]) => ({ name, definition }))
    .sort((first, second) => Number(first.name === QUARANTINE) - Number(second.name === QUARANTINE));

  const kept = new Map<string, readonly (readonly Row[])[]>();
  let room = KEPT_BYTES;

  const read: SnapshotSource['read'] = async (store, onBatch) => {
    const batches = kept.get(store);
    if (!batches) return readAnew(store, onBatch);
    kept.delete(store);
    for (const rows of batches) {
      signal?.throwIfAborted();
      await onBatch(rows);
    }
  };

  const countPacked = async (name: string, definition: StoreDefinition): Promise<number> => {
    let total = 0;
    const batches: (readonly Row[])[] = [];
    await readAnew(name, (rows, bytes) => {
      total += countRecords(definition, rows);
      room -= bytes;
      if (room >= 0) batches.push(rows);
      else batches.length = 0;
    });
    if (room >= 0) kept.set(name, batches);
    return total;
  };

  const readAnew = async (
    store: string,
    onBatch: (rows: readonly Row[], bytes: number) => void | Promise<void>
  ): Promise<void> => {
    const keyPath = version.stores[store]?.keyPath ?? 'id';
    const ask = (after: IDBValidKey | null, count: number): Promise<Row[]> =>
      done(
        database
          .transaction(store, 'readonly')
          .objectStore(store)
          .getAll(after === null ? null : KeyRange.lowerBound(after, true), count)
      ) as Promise<Row[]>;
    let size = FIRST_ROWS;
    let rows = await ask(null, size);
    while (rows.length > 0) {
      signal?.throwIfAborted();
      const last = rows.at(-1);
      const complete = rows.length < size || !last;
      const bytes = Math.max(
        1,
        JSON.stringify(last ?? null, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).length
      );
      size = Math.max(1, Math.min(MOST_ROWS, size * 8, Math.floor(MOST_BYTES / bytes)));
      const next = complete ? null : ask(keyAt(keyPath, last), size);
      next?.catch(() => undefined);
      await onBatch(rows, bytes * rows.length);
      rows = next ? await next : [];
    }
  };

  return {
    dataVersion: version.version,
    stores,
    read,
    async counts() {
      if (known) return known;
      kept.clear();
      room = KEPT_BYTES;
      const counts: Record<string, number> = {};
      for (const { name, definition } of stores) {
        if (!definition.packed)
          counts[name] = await done(database.transaction(name, 'readonly').objectStore(name).count());
        else counts[name] = await countPacked(name, definition);
      }
      return counts;
    },
    async sequence() {
      const row = (await done(database.transaction(META, 'readonly').objectStore(META).get('sequence'))) as
        SequenceRow | undefined;
      return row?.value ?? 0;
    }
  };
}

/** The same source, letting `onRows` see everything that is read. */
export function watchedSource(
  source: SnapshotSource,
  onRows: (store: string, rows: readonly Row[]) => void
): SnapshotSource {
  return {
    ...source,
    read: (store, onBatch) =>
      source.read(store, (rows) => {
        onRows(store, rows as readonly Row[]);
        return onBatch(rows);
      })
  };
}
