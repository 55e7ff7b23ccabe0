/** The stores of a version-change transaction: renamed, written anew, added to. */
import type { ResolvedVersion } from './definition';
import type { StoreDefinition } from './definition-types';
import { indexName } from './inference';
import type { PassPort } from './pass';
import { done, readInBatches, type BatchOptions } from './requests';

/** Renames stores as the hops say, one rename each whatever the number of hops. @returns old name → name now. */
export function renameStores(
  transaction: IDBTransaction,
  from: ResolvedVersion,
  through: readonly ResolvedVersion[],
  target: ResolvedVersion
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const database = transaction.db;
  for (const store of Object.keys(from.stores)) {
    let name = store;
    for (const version of through) name = version.hop?.mappings.find((mapping) => mapping.from === name)?.to ?? name;
    if (name === store) continue;
    names.set(store, name);
    if (database.objectStoreNames.contains(name)) database.deleteObjectStore(name);
    const renamed = transaction.objectStore(store);
    renamed.name = name;
    const definition = target.stores[name];
    if (definition) createIndexes(renamed, definition);
  }
  return names;
}

/** Creates a store with its indexes, before it has any rows. */
function createStore(database: IDBDatabase, name: string, definition: StoreDefinition): IDBObjectStore {
  const store = database.createObjectStore(name, { keyPath: definition.keyPath as string | string[] });
  createIndexes(store, definition);
  return store;
}

function createIndexes(store: IDBObjectStore, definition: StoreDefinition): void {
  for (const { keyPath, unique = false, multiEntry = false } of definition.indexes) {
    if (!store.indexNames.contains(indexName(keyPath))) {
      store.createIndex(indexName(keyPath), keyPath as string | string[], { unique, multiEntry });
    }
  }
}

/** Where a pass inside the transaction reads from and writes to. `onAdd` hears of every store that gets new rows. */
export function transactionPort(
  transaction: IDBTransaction,
  target: ResolvedVersion,
  batches: BatchOptions,
  onAdd: (store: string) => void
): PassPort {
  const writers = new Map<string, IDBObjectStore>();
  const writer = (store: string): IDBObjectStore => {
    const known = writers.get(store) ?? transaction.objectStore(store);
    writers.set(store, known);
    return known;
  };
  let last: IDBRequest | null = null;
  let before: IDBRequest | null = null;
  return {
    async stream(store, rewrites, onRows) {
      const old = transaction.objectStore(store);
      if (!rewrites) return void (await readInBatches(old, batches, onRows));
      const definition = target.stores[store];
      if (!definition) throw new Error(`version ${target.version} does not have a store '${store}'`);
      // Fresh puts into a new store are a quarter cheaper than overwriting, and the old one goes with one request.
      old.name = `${store}__before`;
      writers.set(store, createStore(transaction.db, store, definition));
      await readInBatches(old, batches, onRows);
      transaction.db.deleteObjectStore(old.name);
    },
    rewrite(store, rows) {
      const target = writer(store);
      for (const row of rows) last = target.put(row);
    },
    add(store, rows) {
      onAdd(store);
      const target = writer(store);
      for (const row of rows) last = target.add(row);
    },
    // The batch before the last one: the next is made while the last is still being written.
    async settled() {
      batches.signal?.throwIfAborted();
      const pending = before;
      before = last;
      if (pending?.readyState === 'pending') await done(pending);
    }
  };
}
