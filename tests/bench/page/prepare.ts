import {
  createDataset,
  defineHistory,
  findVersion,
  openAsItIs,
  type History,
  type Row
} from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { sampleRows } from '../../../src/lib/data/sample';
import { environmentOf } from './own';

export type Rows = Readonly<Record<string, readonly Row[]>>;

export interface Size {
  readonly assets: number;
  readonly transactions: number;
  readonly seed: number;
}

/** The app's history over a database of another name: contenders must not meet. */
export function historyNamed(name: string): History {
  return defineHistory({ name, lockPrefix: name, versions: history.versions.map((version) => version.definition) });
}

/** Creates a database at 1.0.0 with a sample portfolio, sealed as ours are; not timed. */
export async function prepare(name: string, size: Size, version = '1.0.0'): Promise<void> {
  const own = historyNamed(name);
  await createDataset(own, environmentOf(name), version, async (write) => {
    if (version !== '1.0.0') return;
    for (const { store, rows } of sampleRows(size)) await write(store, rows);
  });
}

export function sampleAssets(size: Size): Row[] {
  return [...sampleRows(size)].flatMap(({ store, rows }) => (store === 'assets' ? rows : []));
}

export async function remove(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error(`${name} is still open.`));
  });
}

/** Physical rows per store, to show that contenders did the same work. */
export async function rowCounts(name: string): Promise<Record<string, number>> {
  const database = await openAsItIs(indexedDB, name, 10_000);
  if (database === null) return {};
  const counts: Record<string, number> = {};
  for (const store of database.objectStoreNames)
    counts[store] = await settled(database.transaction(store).objectStore(store).count());
  database.close();
  return counts;
}

/** Every row of every store of a version, as it lies. */
export async function allRows(name: string, version: string): Promise<Rows> {
  const database = await openAsItIs(indexedDB, name, 10_000);
  if (database === null) return {};
  const rows: Record<string, readonly Row[]> = {};
  for (const store of Object.keys(findVersion(history, version)?.stores ?? {})) {
    rows[store] = (await settled(database.transaction(store).objectStore(store).getAll())) as Row[];
  }
  database.close();
  return rows;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
