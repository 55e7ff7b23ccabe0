/** dexie-export-import: the whole database as one JSON blob, without compression, digest, or reading back. */
import Dexie from 'dexie';
import { exportDB } from 'dexie-export-import';

/** Milliseconds, and the size of what was exported in bytes. */
export async function exportWithDexieExportImport(name: string): Promise<{ milliseconds: number; bytes: number }> {
  const database = new Dexie(name);
  await database.open();
  const began = performance.now();
  const blob = await exportDB(database);
  const milliseconds = performance.now() - began;
  database.close();
  return { milliseconds, bytes: blob.size };
}
