/** A database as it stands, read whole: for a snapshot, a survey, or the verification after a migration. */
import type { ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { META, QUARANTINE, type SequenceRow } from './engine-stores';
import type { QuickCount, SnapshotSource } from './ports';
import { done, keyAt, taken } from './requests';
import { countRecords } from './rows';

const MOST_ROWS = 2000;
const FIRST_ROWS = 64;
const MOST_BYTES = 1_000_000;

/**
 * Reads through an open handle; `known` counts spare a pass over packed stores. Whoever needs one state of everything
 * compares `sequence` around it.
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

  const read: SnapshotSource['read'] = async (store, onBatch) => {
    const keyPath = version.stores[store]?.keyPath ?? 'id';
    const ask = (after: IDBValidKey | null, count: number): Promise<Row[]> =>
      taken(
        database
          .transaction(store, 'readonly')
          .objectStore(store)
          .getAll(after === null ? null : KeyRange.lowerBound(after, true), count) as IDBRequest<Row[]>
      );
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
      await onBatch(rows);
      rows = next ? await next : [];
    }
  };

  const countRows = (store: string): Promise<number> =>
    done(database.transaction(store, 'readonly').objectStore(store).count());

  return {
    dataVersion: version.version,
    stores,
    read,
    async counts() {
      if (known) return known;
      const counts: Record<string, number> = {};
      for (const { name, definition } of stores) {
        counts[name] = 0;
        if (!definition.packed) counts[name] = await countRows(name);
        else await read(name, (rows) => void (counts[name] = (counts[name] ?? 0) + countRecords(definition, rows)));
      }
      return counts;
    },
    async quickCounts() {
      const names = stores.map(({ name }) => name);
      // One transaction for all: each of its own would be asked for and granted by itself.
      const all = known === undefined && names.length > 0 ? database.transaction(names, 'readonly') : null;
      const counts = stores.map(async ({ name, definition }): Promise<[string, QuickCount]> => {
        const exact = known !== undefined || definition.packed === undefined;
        return [name, { count: known?.[name] ?? (all ? await done(all.objectStore(name).count()) : 0), exact }];
      });
      return Object.fromEntries(await Promise.all(counts));
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
