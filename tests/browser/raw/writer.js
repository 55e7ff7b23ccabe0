/**
 * Writes a WealthWise database with raw IndexedDB and none of the app's code, from what src/lib/schema/README.md says of
 * its key paths and indexes: someone else's program, so to speak.
 */
import { openExisting, settled } from './reader.js';

/**
 * @typedef {{ keyPath: string | string[], indexes: { keyPath: string | string[], unique?: boolean, multiEntry?: boolean }[] }} StoreLayout
 */

/** Native version and stores of data version 1.0.0. @type {{ native: number, stores: Record<string, StoreLayout> }} */
export const layout = {
  native: 10,
  stores: {
    _meta: { keyPath: 'key', indexes: [] },
    quarantine: { keyPath: 'id', indexes: [] },
    settings: { keyPath: 'id', indexes: [] },
    persons: { keyPath: 'id', indexes: [] },
    accounts: { keyPath: 'id', indexes: [{ keyPath: 'country' }] },
    assets: { keyPath: 'id', indexes: [{ keyPath: 'accountId' }, { keyPath: 'assetType' }] },
    transactions: { keyPath: ['accountId', 'month'], indexes: [{ keyPath: 'assetIds', multiEntry: true }] },
    prices: { keyPath: ['assetId', 'year'], indexes: [] },
    fxRates: { keyPath: ['pair', 'year'], indexes: [] }
  }
};

/**
 * Creates a database with these rows, all in its first transaction or not at all.
 * @param {string} name
 * @param {{ native: number, stores: Record<string, StoreLayout> }} shape
 * @param {Readonly<Record<string, readonly unknown[]>>} rows by store, as they are to lie there
 * @returns {Promise<void>}
 */
export function createDatabase(name, shape, rows) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, shape.native);
    let created = false;
    request.onupgradeneeded = (event) => {
      if (event.oldVersion !== 0) return request.transaction?.abort();
      created = true;
      for (const [storeName, { keyPath, indexes }] of Object.entries(shape.stores)) {
        const store = request.result.createObjectStore(storeName, { keyPath });
        for (const { keyPath: path, unique = false, multiEntry = false } of indexes) {
          const indexName = typeof path === 'string' ? path : `[${path.join('+')}]`;
          store.createIndex(indexName, path, { unique, multiEntry });
        }
        for (const row of rows[storeName] ?? []) store.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      if (created) resolve();
      else reject(new Error(`${name} exists already.`));
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * Changes rows of an existing database at the version it has, past every rule of the app.
 * @param {string} name
 * @param {Record<string, { put?: unknown[], remove?: IDBValidKey[] }>} changes by store
 */
export async function editDatabase(name, changes) {
  const database = await openExisting(name);
  if (database === null) throw new Error(`${name} does not exist.`);
  const transaction = database.transaction(Object.keys(changes), 'readwrite');
  for (const [storeName, { put = [], remove = [] }] of Object.entries(changes)) {
    const store = transaction.objectStore(storeName);
    for (const row of put) store.put(row);
    for (const key of remove) store.delete(key);
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/**
 * Reads one row. @param {string} name @param {string} store @param {IDBValidKey} key @returns {Promise<unknown>}
 */
export async function readRow(name, store, key) {
  const database = await openExisting(name);
  if (database === null) return undefined;
  const row = await settled(database.transaction(store).objectStore(store).get(key));
  database.close();
  return row;
}
