/**
 * The floor: the least that any migration of these records must do. One raw version-change transaction that reads the
 * assets with batched `getAll`, puts each once in its place, and puts the new rows; nothing is computed or checked.
 */
import { findVersion, indexName } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { rowsAfterMigration } from './own';
import type { Rows } from './prepare';

const BATCH = 1000;

/** Milliseconds from `open` to `success`. The rows to write are those that a migration left in database `source`. */
export async function measureFloor(name: string, source: string, to: string): Promise<number> {
  const version = findVersion(history, to);
  if (version === undefined) throw new Error(`There is no version ${to}.`);
  const { changed, made } = await rowsAfterMigration(source, to);
  const assets = new Map((changed['assets'] ?? []).map((row) => [row['id'], row]));
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = indexedDB.open(name, version.native);
    request.onupgradeneeded = () => {
      const { result: database, transaction } = request;
      if (transaction === null) return;
      for (const [storeName, definition] of Object.entries(version.stores)) {
        const store = database.objectStoreNames.contains(storeName)
          ? transaction.objectStore(storeName)
          : database.createObjectStore(storeName, { keyPath: copyPath(definition.keyPath) });
        for (const { keyPath, unique = false, multiEntry = false } of definition.indexes) {
          const index = indexName(keyPath);
          if (!store.indexNames.contains(index)) store.createIndex(index, copyPath(keyPath), { unique, multiEntry });
        }
      }
      const store = transaction.objectStore('assets');
      const nextBatch = (range: IDBKeyRange | null): void => {
        const reading = store.getAll(range, BATCH);
        reading.onsuccess = () => {
          const rows = reading.result as { id: string }[];
          let last: IDBRequest | null = null;
          for (const row of rows) last = store.put(assets.get(row.id) ?? row);
          const end = rows.at(-1);
          if (rows.length < BATCH || end === undefined || last === null) putNew(transaction, made);
          else last.onsuccess = () => nextBatch(IDBKeyRange.lowerBound(end.id, true));
        };
      };
      nextBatch(null);
    };
    request.onsuccess = () => {
      const milliseconds = performance.now() - began;
      request.result.close();
      resolve(milliseconds);
    };
    request.onerror = () => reject(request.error);
  });
}

function putNew(transaction: IDBTransaction, made: Rows): void {
  const pending = Object.entries(made).flatMap(([store, rows]) => rows.map((row) => [store, row] as const));
  let at = 0;
  const more = (): void => {
    let last: IDBRequest | null = null;
    for (const [store, row] of pending.slice(at, at + BATCH)) last = transaction.objectStore(store).put(row);
    at += BATCH;
    if (last !== null && at < pending.length) last.onsuccess = more;
  };
  more();
}

function copyPath(keyPath: string | readonly string[]): string | string[] {
  return typeof keyPath === 'string' ? keyPath : [...keyPath];
}
