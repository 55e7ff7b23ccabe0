/**
 * A single database whose file is damaged, beside others that open: SQLite as backing store keeps each database in a
 * file of its own. (A LevelDB is shared by all databases of the origin, and then none opens: see `database-home.ts`.)
 */
import { openAsItIs } from './guarded-indexeddb';
import { deleteDatabase, done } from './requests';

/** Milliseconds after which a database that does not open counts as one that never will. */
const PATIENCE = 5_000;

/** What browsers say where a file of theirs cannot be read; also, now and then, where it cannot be written. */
export function isDamage(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'UnknownError';
}

/** Whether that is what is wrong with this database: one that can be read to its end is not damaged. */
export async function isDamaged(error: unknown, indexedDB: IDBFactory, name: string): Promise<boolean> {
  return isDamage(error) && !(await canBeRead(indexedDB, name));
}

async function canBeRead(indexedDB: IDBFactory, name: string): Promise<boolean> {
  try {
    const database = await openAsItIs(indexedDB, name, PATIENCE);
    try {
      for (const store of database?.objectStoreNames ?? [])
        if (database) await done(database.transaction(store, 'readonly').objectStore(store).getAll());
      return true;
    } finally {
      database?.close();
    }
  } catch (error) {
    return !isDamage(error);
  }
}

/** Under which name a database goes on in this page, by its own name. */
const replaced = new WeakMap<IDBFactory, Map<string, string>>();

/**
 * Does something to a small database whose content can be given up. Where it fails for damage of this database alone,
 * the act makes it anew: under its own name, or under another where the browser cannot even remove what is damaged.
 */
export async function withRemakeable<T>(
  indexedDB: IDBFactory,
  name: string,
  act: (name: string) => Promise<T>
): Promise<T> {
  const known = replaced.get(indexedDB)?.get(name);
  if (known !== undefined) return act(known);
  try {
    return await act(name);
  } catch (error) {
    // On a full disk nothing can be written, and often nothing opens, for a while: no reason to give anything up.
    if (!(await isDamaged(error, indexedDB, name)) || !(await opensAny(indexedDB, `${name}_Probe`))) throw error;
    const removed = await deleteDatabase(indexedDB, name).then(
      () => true,
      () => false
    );
    if (removed) return act(name);
    const names = replaced.get(indexedDB) ?? new Map<string, string>();
    replaced.set(indexedDB, names.set(name, otherName(name)));
    return act(otherName(name));
  }
}

/** The name that a database goes on under where what is damaged cannot be removed. */
const otherName = (name: string): string => `${name}_2`;

/** Reads such a database, under whichever name it lies; null where it is damaged. Removes and makes nothing. */
export async function withReadable<T>(name: string, act: (name: string) => Promise<T>): Promise<T | null> {
  for (const present of [name, otherName(name)]) {
    try {
      return await act(present);
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return null;
}

/** Whether a database opens here at all: one of a name that nothing else has, which is gone again afterwards. */
export async function opensAny(indexedDB: IDBFactory, name: string): Promise<boolean> {
  const opened = await new Promise<boolean>((resolve) => {
    const clock = setTimeout(() => resolve(false), PATIENCE);
    const end = (is: boolean): void => {
      clearTimeout(clock);
      resolve(is);
    };
    try {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => {
        request.result.close();
        end(true);
      };
      request.onerror = (event) => {
        event.preventDefault();
        end(false);
      };
    } catch {
      end(false);
    }
  });
  if (opened) await deleteDatabase(indexedDB, name).catch(() => undefined);
  return opened;
}
