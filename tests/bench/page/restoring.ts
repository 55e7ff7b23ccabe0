/** Restore and rollback as the app does them, and the least that any restore must do: writing the rows. */
import { createMigrations, findVersion, indexName, openAsItIs, recordsOf, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { environmentOf } from './own';
import { allRows, historyNamed, remove, type Rows } from './prepare';

/** Makes a backup of the database and takes the database away; the id of the backup. */
export async function backUpAndRemove(name: string): Promise<string> {
  const { id } = await createMigrations(historyNamed(name), environmentOf(name)).createDataBackup();
  await removeAll(name);
  return id;
}

/** Milliseconds of a restore at the backup's own version, from the first byte of the file to the moved pointer. */
export async function measureRestore(name: string, id: string): Promise<number> {
  const migrations = createMigrations(historyNamed(name), environmentOf(name));
  const began = performance.now();
  await migrations.restoreFromBackup(id, undefined, { keepVersion: true });
  const milliseconds = performance.now() - began;
  await removeAll(name);
  return milliseconds;
}

/** Milliseconds of a rollback to 1.0.0: the backup of the present, the old one checked, later edits carried back. */
export async function measureRollback(name: string): Promise<number> {
  const migrations = createMigrations(historyNamed(name), environmentOf(name));
  const began = performance.now();
  await migrations.rollbackMigration('1.0.0');
  const milliseconds = performance.now() - began;
  for (const { id } of await migrations.listBackups()) await environmentOf(name).backups.remove(id, { force: true });
  await removeAll(name);
  return milliseconds;
}

/** The rows of a database, kept in this worker for {@link measureRawWrite}. */
let kept: Rows = {};

export async function keepRows(name: string, version: string): Promise<void> {
  kept = await allRows(name, version);
}

/** Milliseconds to write the kept rows into a fresh database in one raw transaction; `single`: packed ones one by one. */
export async function measureRawWrite(
  version: string,
  stores: readonly string[] | null,
  single: boolean
): Promise<number> {
  const name = 'RawWrite';
  const definitions = Object.entries(findVersion(history, version)?.stores ?? {}).filter(
    ([store]) => stores === null || stores.includes(store)
  );
  const rows = new Map(
    definitions.map(([store, definition]): [string, readonly Row[]] => {
      const all = kept[store] ?? [];
      return [store, single ? all.flatMap((row) => recordsOf(definition, row) as Row[]) : all];
    })
  );
  const began = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, indexes, packed }] of definitions) {
        const path = single && packed ? packed.entryKey : typeof keyPath === 'string' ? keyPath : [...keyPath];
        const objects = request.result.createObjectStore(store, { keyPath: path });
        for (const index of indexes) {
          const on = typeof index.keyPath === 'string' ? index.keyPath : [...index.keyPath];
          // A single transaction names one asset where a packed month lists several.
          const single1 = single && packed;
          objects.createIndex(indexName(index.keyPath), single1 ? 'assetId' : on, {
            multiEntry: !single1 && (index.multiEntry ?? false)
          });
        }
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction([...rows.keys()], 'readwrite', { durability: 'strict' });
    for (const [store, some] of rows) {
      if (some.length === 0 && store === 'assets') throw new Error('There are no rows to write.');
      const objects = transaction.objectStore(store);
      for (const row of some) objects.put(row);
    }
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const milliseconds = performance.now() - began;
  database.close();
  await remove(name);
  return milliseconds;
}

/** Milliseconds to read every row of the database once by batched `getAll`. */
export async function measureReadFloor(name: string): Promise<number> {
  const began = performance.now();
  const database = await openAsItIs(indexedDB, name, 10_000);
  if (database === null) throw new Error(`${name} is not there.`);
  for (const store of database.objectStoreNames) {
    let after: IDBKeyRange | null = null;
    for (;;) {
      const objects = database.transaction(store).objectStore(store);
      const rows = (await new Promise((resolve, reject) => {
        const request = objects.getAll(after, 2000);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      })) as Row[];
      const last = rows.at(-1);
      if (rows.length < 2000 || last === undefined) break;
      const path = objects.keyPath;
      after = IDBKeyRange.lowerBound(
        typeof path === 'string' ? last[path] : (path ?? []).map((part) => last[part]),
        true
      );
    }
  }
  database.close();
  return performance.now() - began;
}

/** The database, its successors and its pointer. */
async function removeAll(name: string): Promise<void> {
  for (const { name: other = '' } of await indexedDB.databases())
    if (other === name || other.startsWith(`${name}_G`) || other === `${name}_Pointer`) await remove(other);
}
