import { createDataset, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { environmentWith } from './runs';

/** Rows as they lie in the database, by store. */
export type PhysicalRows = Readonly<Record<string, readonly Row[]>>;

/** Creates the app's database at a version with these rows. */
export async function createFrom(version: string, rows: PhysicalRows): Promise<void> {
  await createDataset(history, environmentWith({}), version, async (write) => {
    for (const [store, physical] of Object.entries(rows)) await write(store, physical);
  });
}

/** Removes everything that the app keeps in this browser: databases, files, and small values. */
export async function clearEverything(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name !== undefined) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error(`${name} is still open.`));
      });
    }
  }
  const files = await navigator.storage.getDirectory();
  for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
  localStorage.clear();
}
