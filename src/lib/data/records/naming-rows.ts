/** Rows that name certain records, by the quickest way that the store offers. */
import type { Row } from '../../migration';
import type { Dataset } from '../dataset';
import { named, type Reference } from './references';

/** Ids asked for at once. */
const together = 500;

/** Stored rows that name one of the ids (of a packed store: rows with entries that do). Empty where the store is not there yet. */
export async function namingRows(
  { database, installed }: Dataset,
  { from, field, found }: Reference,
  ids: ReadonlySet<string>
): Promise<Row[]> {
  const definition = installed.stores[from];
  if (definition === undefined || ids.size === 0) return [];
  const table = database.table(from);
  if (found === 'scan')
    return table.filter((row: Row) => named(row, field).some((id) => ids.has(id))).toArray() as PromiseLike<
      Row[]
    > as Promise<Row[]>;
  const all = [...ids];
  const rows: Row[] = [];
  if (found === 'key') {
    // The key begins with the id; an array sorts after everything that may follow it.
    for (const id of all) rows.push(...((await table.where(':id').between([id], [id, []]).toArray()) as Row[]));
    return rows;
  }
  const index = definition.packed ? `${field}s` : field;
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    rows.push(...((await table.where(index).anyOf(some).distinct().toArray()) as Row[]));
  }
  return rows;
}
