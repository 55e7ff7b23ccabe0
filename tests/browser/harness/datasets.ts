import { createDataset, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { environmentWith } from './runs';
import { sampleRows, type SampleOptions } from '../../../src/lib/data/sample';

/** Rows as they lie in the database, by store. */
export type PhysicalRows = Readonly<Record<string, readonly Row[]>>;

/** Creates the app's database at a version with these rows. */
export async function createFrom(version: string, rows: PhysicalRows): Promise<void> {
  await createDataset(history, environmentWith({}), version, async (write) => {
    for (const [store, physical] of Object.entries(rows)) await write(store, physical);
  });
}

/** Creates the app's database at 1.0.0 with a sample portfolio. */
export async function createSample(size: SampleOptions): Promise<void> {
  await createDataset(history, environmentWith({}), '1.0.0', async (write) => {
    for (const { store, rows } of sampleRows(size)) await write(store, rows);
  });
}

/** Removes everything that the app keeps in this browser: databases, files, and small values. */
export async function clearEverything(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    // A page that has used its records keeps them open, so they are emptied and not deleted.
    await (name.endsWith('_Records') ? empty(name) : remove(name));
  }
  const files = await navigator.storage.getDirectory();
  for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
  localStorage.clear();
}

function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error(`${name} is still open.`));
  });
}

function empty(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
      for (const store of database.objectStoreNames) transaction.objectStore(store).clear();
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
