/** Records that could not stay where they were, and their way back. */
import type { History, ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { QUARANTINE, type QuarantineRow } from './engine-stores';
import type { Dataset } from './dexie-adapter';
import { lensOf } from './lens';
import { problemsOf, recordsOf } from './rows';

/** Puts back those of the rows (by their id or by the key of the record) that satisfy the schema now. @returns how many. */
export async function restoreRows(
  history: History,
  installed: ResolvedVersion,
  dataset: Dataset,
  keys: readonly unknown[]
): Promise<number> {
  const wanted = new Set(keys.map((key) => JSON.stringify(key)));
  const all = (await dataset.table(QUARANTINE).toArray()) as QuarantineRow[];
  let restored = 0;
  for (const kept of all) {
    if (!wanted.has(JSON.stringify(kept.id)) && !wanted.has(JSON.stringify(kept.key))) continue;
    if (await restoreRow(history, installed, dataset, kept)) restored++;
  }
  return restored;
}

async function restoreRow(
  history: History,
  installed: ResolvedVersion,
  dataset: Dataset,
  kept: QuarantineRow
): Promise<boolean> {
  const definition = installed.stores[kept.store];
  if (!definition || typeof kept.row !== 'object' || kept.row === null) return false;
  // What the record's way up makes beside it (documents out of an asset) comes with it.
  const made: { store: string; row: Row }[] = [];
  const lens = lensOf(history, kept.version, installed.version);
  const record = lens.read(kept.store, kept.row as Row, (store, row) => void made.push({ store, row }));
  const packed = definition.packed;
  const candidate = packed ? packed.pack([record]) : record;
  if (problemsOf(kept.store, definition, candidate).length > 0) return false;
  const stores = new Set([kept.store, QUARANTINE, ...made.map(({ store }) => store)]);
  return dataset.transaction('rw', [...stores], async () => {
    const table = dataset.table(kept.store);
    if (!packed) {
      const key =
        typeof definition.keyPath === 'string'
          ? record[definition.keyPath]
          : definition.keyPath.map((path) => record[path]);
      if ((await table.get(key as string)) !== undefined) return false;
      await table.add(record);
    } else {
      const row = (await table.get(packed.keyOf(record) as unknown as string)) as Row | undefined;
      const entries = row ? [...recordsOf(definition, row)] : [];
      if (entries.some((entry) => entry[packed.entryKey] === record[packed.entryKey])) return false;
      await table.put({ ...row, ...packed.pack([...entries, record]) });
    }
    for (const { store, row } of made) await dataset.table(store).put(row);
    await dataset.table(QUARANTINE).delete(kept.id);
    return true;
  });
}
