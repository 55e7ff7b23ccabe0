/** "Only add what is missing": the present data laid over the backup's, so that of two records the present one stays. */
import type { Aside, Built } from './build-aside';
import type { PackedStore, Row, StoreDefinition } from './definition-types';
import { MigrationError } from './errors';
import type { SnapshotSource } from './ports';
import { committed, done, keyAt } from './requests';
import { countRecords, recordsOf } from './rows';
import { databaseSource } from './source';
import { watchRecords } from './survey';

/** The database that is being built holds the backup; afterwards it holds the present data and what that lacked. */
export async function addMissing(
  aside: Aside,
  { version }: Built,
  present: SnapshotSource,
  signal: AbortSignal
): Promise<Built> {
  const { environment } = aside.ports;
  const database = await aside.open();
  try {
    for (const { name, definition } of present.stores) {
      signal.throwIfAborted();
      if (definition.packed) await layPacked(database, name, definition, definition.packed, present);
      else await present.read(name, (rows) => putAll(database, name, rows));
    }
    const merged = databaseSource(database, version, environment.IDBKeyRange, undefined, signal);
    const counts: Record<string, number> = {};
    const watch = watchRecords(version);
    const before = watchRecords(version);
    for (const { name, definition } of merged.stores) {
      counts[name] = 0;
      await merged.read(name, (rows) => {
        counts[name] = (counts[name] ?? 0) + countRecords(definition, rows as readonly Row[]);
        watch.see(
          name,
          (rows as readonly Row[]).flatMap((row) => recordsOf(definition, row))
        );
      });
      await present.read(name, (rows) =>
        before.see(
          name,
          (rows as readonly Row[]).flatMap((row) => recordsOf(definition, row))
        )
      );
    }
    const tolerated = before.problems();
    const problems = watch.problems().filter((problem) => !tolerated.includes(problem));
    if (problems.length > 0)
      throw new MigrationError(
        'corruptData',
        `what the backup would add does not fit your data: ${problems[0] ?? ''} Your data is as it was before; replace it instead, or keep it`,
        { details: problems }
      );
    return { version, counts };
  } finally {
    database.close();
  }
}

function putAll(database: IDBDatabase, store: string, rows: readonly Row[]): Promise<void> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  const objects = transaction.objectStore(store);
  for (const row of rows) objects.put(row);
  return committed(transaction);
}

/** An entry may lie in another packed row than in the backup (its day was changed): it is known by its own key. */
async function layPacked(
  database: IDBDatabase,
  store: string,
  definition: StoreDefinition,
  packed: PackedStore,
  present: SnapshotSource
): Promise<void> {
  const known = new Set<unknown>();
  await present.read(store, (rows) => {
    for (const row of rows as readonly Row[])
      for (const entry of recordsOf(definition, row)) known.add(entry[packed.entryKey]);
  });
  const missing = await takeMissing(database, store, definition, packed, known);
  await present.read(store, (rows) =>
    putAll(
      database,
      store,
      (rows as readonly Row[]).map((row) => {
        const key = JSON.stringify(keyAt(definition.keyPath, row));
        const added = missing.get(key);
        missing.delete(key);
        return added ? { ...row, ...packed.pack([...recordsOf(definition, row), ...added]) } : row;
      })
    )
  );
  await putAll(
    database,
    store,
    [...missing.values()].map((entries) => packed.pack(entries))
  );
}

/** Empties the store; the entries that the present data lacks, by the key of their packed row. */
async function takeMissing(
  database: IDBDatabase,
  store: string,
  definition: StoreDefinition,
  packed: PackedStore,
  known: ReadonlySet<unknown>
): Promise<Map<string, Row[]>> {
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  const objects = transaction.objectStore(store);
  const rows = (await done(objects.getAll())) as Row[];
  objects.clear();
  await committed(transaction);
  const missing = new Map<string, Row[]>();
  for (const row of rows) {
    const entries = recordsOf(definition, row).filter((entry) => !known.has(entry[packed.entryKey]));
    if (entries.length > 0) missing.set(JSON.stringify(keyAt(definition.keyPath, row)), [...entries]);
  }
  return missing;
}
