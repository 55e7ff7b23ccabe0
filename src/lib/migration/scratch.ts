/** Measures writing on this device, in a database of its own that is gone afterwards. */
import type { Row } from './definition-types';
import type { MigrationEnvironment } from './ports';
import { committed } from './requests';

/** Seconds per row, from writing these rows. The portfolio is not touched. */
export async function measureWrites(
  name: string,
  environment: Pick<MigrationEnvironment, 'indexedDB' | 'elapsed'>,
  rows: readonly Row[]
): Promise<number> {
  const scratch = `${name}_Scratch`;
  await removeDatabase(environment.indexedDB, scratch);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = environment.indexedDB.open(scratch, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(request.error ?? new DOMException('The scratch database did not open.', 'UnknownError'));
  });
  try {
    const began = environment.elapsed();
    const transaction = database.transaction('rows', 'readwrite');
    const store = transaction.objectStore('rows');
    for (const row of rows) store.add(row);
    await committed(transaction);
    return (environment.elapsed() - began) / 1000 / Math.max(1, rows.length);
  } finally {
    database.close();
    await removeDatabase(environment.indexedDB, scratch);
  }
}

function removeDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
