/**
 * A single database whose file is damaged, beside others that open: SQLite as backing store keeps each database in a
 * file of its own. (A LevelDB is shared by all databases of the origin, and then none opens: see `database-home.ts`.)
 */
import { opensAny } from './database-home';
import { deleteDatabase } from './generations';

/** What browsers say where a file of theirs cannot be read. */
export function isDamage(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'UnknownError';
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
    // On a full disk nothing opens, for a while: that is no reason to give anything up.
    if (!isDamage(error) || !(await opensAny(indexedDB, `${name}_Probe`))) throw error;
    const removed = await deleteDatabase(indexedDB, name).then(
      () => true,
      () => false
    );
    if (removed) return act(name);
    const names = replaced.get(indexedDB) ?? new Map<string, string>();
    replaced.set(indexedDB, names.set(name, `${name}_2`));
    return act(`${name}_2`);
  }
}
