/** Stores that held records when they were last seen, and hold none now. */
import { openPresent, type Witness } from '../../migration';
import type { WorkerServices } from './services';

/** Looks at one key per store, so that it costs the same at any size. */
export async function emptiedStores({ history, environment }: WorkerServices, witness: Witness): Promise<string[]> {
  const database = await openPresent(history, environment);
  if (database === null) return [];
  database.onversionchange = () => database.close();
  try {
    const expected = Object.keys(witness.counts).filter(
      (store) => (witness.counts[store] ?? 0) > 0 && database.objectStoreNames.contains(store)
    );
    if (expected.length === 0) return [];
    const transaction = database.transaction(expected, 'readonly');
    const empty = await Promise.all(expected.map((store) => isEmpty(transaction.objectStore(store))));
    return expected.filter((_, index) => empty[index]);
  } finally {
    database.close();
  }
}

function isEmpty(store: IDBObjectStore): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = store.getAllKeys(null, 1);
    request.onsuccess = () => resolve(request.result.length === 0);
    request.onerror = () => reject(request.error ?? new Error('The store could not be read.'));
  });
}
