/**
 * Reads any database whole, with raw IndexedDB, into a canonical form: stores, key paths, indexes, and every row in key
 * order as one line of JSON with its fields sorted. Two databases are the same when their dumps are.
 */

/**
 * @typedef {{ name: string, keyPath: string | string[], unique: boolean, multiEntry: boolean }} RawIndex
 * @typedef {{ keyPath: string | string[] | null, indexes: RawIndex[], count: number, digest: string, rows: string[] }} RawStore
 * @typedef {{ native: number, stores: Record<string, RawStore> }} RawDatabase
 */

/** @param {unknown} value @returns {unknown} */
function canonicalValue(value) {
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { $number: Object.is(value, -0) ? '-0' : String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString() };
  if (value instanceof ArrayBuffer) return { $bytes: [...new Uint8Array(value)] };
  if (ArrayBuffer.isView(value)) {
    return {
      $bytes: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)],
      $kind: value.constructor.name
    };
  }
  if (Array.isArray(value)) return value.map(canonicalValue);
  if (value instanceof Map)
    return { $map: [...value].map(([key, entry]) => [canonicalValue(key), canonicalValue(entry)]) };
  if (value instanceof Set) return { $set: [...value].map(canonicalValue) };
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, entry]) => [key, canonicalValue(entry)])
  );
}

/** @param {unknown} row */
export function canonicalLine(row) {
  return JSON.stringify(canonicalValue(row));
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Opens a database as it is; null when there is none, which leaves none behind.
 * @param {string} name @returns {Promise<IDBDatabase | null>}
 */
export function openExisting(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(null);
      else reject(request.error);
    };
  });
}

/** @param {string} text */
async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The whole database, or null when there is none. `withRows` leaves the rows out when false: their digest tells enough.
 * @param {string} name @param {{ withRows?: boolean }} [options] @returns {Promise<RawDatabase | null>}
 */
export async function readDatabase(name, { withRows = true } = {}) {
  const database = await openExisting(name);
  if (database === null) return null;
  try {
    /** @type {Record<string, RawStore>} */
    const stores = {};
    for (const storeName of [...database.objectStoreNames].sort()) {
      const store = database.transaction(storeName).objectStore(storeName);
      const indexes = [...store.indexNames].sort().map((index) => {
        const { name: indexName, keyPath, unique, multiEntry } = store.index(index);
        return { name: indexName, keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath], unique, multiEntry };
      });
      const { keyPath } = store;
      /** @type {string[]} */
      const rows = (await settled(store.getAll())).map(canonicalLine);
      stores[storeName] = {
        keyPath: keyPath === null || typeof keyPath === 'string' ? keyPath : [...keyPath],
        indexes,
        count: rows.length,
        digest: await sha256(rows.join('\n')),
        rows: withRows ? rows : []
      };
    }
    return { native: database.version, stores };
  } finally {
    database.close();
  }
}
