/** Transactions: packed by account and month, spoken of one by one. A change of date or account moves them. */
import type { Row, StoreDefinition } from '../../migration';
import type { RecordName, RecordPlace } from '../../protocol';
import { NeedsVersionError, versionWith, type Dataset } from '../dataset';
import { entriesOf } from './diff';
import type { StagedRow, StagedRows } from './staged-rows';

export type Packed = NonNullable<StoreDefinition['packed']>;

/** How a packed store is packed; null for a store that is not. */
export function packedOf(dataset: Dataset, store: string): Packed | null {
  const definition = dataset.installed.stores[store];
  if (definition === undefined) throw new NeedsVersionError(store, versionWith(dataset.history, store));
  return definition.packed ?? null;
}

/** Rows read at a time while transactions are looked for. */
const batch = 1_000;

/**
 * The keys of the packed rows that hold these records, by id. Where a place is given it is looked at first; all others
 * are found in one pass over the store.
 */
export async function locate(
  dataset: Dataset,
  store: string,
  names: readonly Pick<RecordName, 'id' | 'at'>[],
  signal?: AbortSignal
): Promise<Map<string, IDBValidKey>> {
  const packed = packedOf(dataset, store);
  const found = new Map<string, IDBValidKey>();
  if (packed === null || names.length === 0) return found;
  const table = dataset.database.table(store);
  const missing = new Set(names.map(({ id }) => id));
  const see = (row: Row): void => {
    for (const entry of entriesOf(row, packed.entries)) {
      const id = String(entry[packed.entryKey]);
      if (missing.delete(id)) found.set(id, [...packed.keyOf(entry)]);
    }
  };
  const hints = new Map(
    names.flatMap(({ at }) => (at === undefined ? [] : [[`${at.accountId} ${at.date.slice(0, 7)}`, at]]))
  );
  if (hints.size > 0) {
    const rows = (await table.bulkGet([...hints.values()].map(keyOfPlace) as unknown as string[])) as (
      Row | undefined
    )[];
    for (const row of rows) if (row !== undefined) see(row);
  }
  let after: IDBValidKey | null = null;
  while (missing.size > 0) {
    signal?.throwIfAborted();
    const rows: Row[] = await (after === null ? table.orderBy(':id') : table.where(':id').above(after))
      .limit(batch)
      .toArray();
    rows.forEach(see);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) break;
    after = [last['accountId'], last['month']] as string[];
  }
  return found;
}

export function keyOfPlace({ accountId, date }: RecordPlace): [string, string] {
  return [accountId, date.slice(0, 7)];
}

/** Changes of the entries of packed rows, gathered by row, so that each row is made anew once. */
export class EntryChanges {
  readonly #staged: StagedRows;
  readonly #store: string;
  readonly #packed: Packed;
  readonly #added = new Map<StagedRow, Row[]>();
  readonly #gone = new Map<StagedRow, Set<string>>();
  /** As they will be, by id: what a later write of the same step sees. */
  readonly #now = new Map<string, Row | null>();
  readonly #byId = new Map<StagedRow, Map<unknown, Row>>();

  constructor(staged: StagedRows, store: string, packed: Packed) {
    this.#staged = staged;
    this.#store = store;
    this.#packed = packed;
  }

  /** The entry as it is now within the step; `key`: where it lay before. */
  entry(id: string, key: IDBValidKey | undefined): Row | null {
    const changed = this.#now.get(id);
    if (changed !== undefined) return changed;
    if (key === undefined) return null;
    const row = this.#staged.at(this.#store, key);
    let entries = this.#byId.get(row);
    if (entries === undefined) {
      const { entries: field, entryKey } = this.#packed;
      entries = new Map(entriesOf(row.before, field).map((entry) => [entry[entryKey], entry]));
      this.#byId.set(row, entries);
    }
    return entries.get(id) ?? null;
  }

  /** Puts an entry in place of one of the same id, or beside the others. */
  set(before: Row | null, after: Row | null): void {
    const id = String((after ?? before)?.[this.#packed.entryKey]);
    if (before !== null) this.#take(id, before);
    if (after !== null) this.#add(after);
    this.#now.set(id, after);
  }

  /** Makes the rows anew: by date, what was there before keeps its order, and new ones come after those of their day. */
  finish(): void {
    for (const row of new Set([...this.#added.keys(), ...this.#gone.keys()])) {
      const gone = this.#gone.get(row);
      const old = entriesOf(row.after, this.#packed.entries);
      const kept = gone === undefined ? old : old.filter((entry) => !gone.has(String(entry[this.#packed.entryKey])));
      const entries = merged(kept, this.#added.get(row) ?? []);
      row.after = entries.length === 0 ? null : { ...row.after, ...this.#packed.pack(entries) };
    }
    this.#added.clear();
    this.#gone.clear();
  }

  #add(entry: Row): void {
    const row = this.#staged.at(this.#store, [...this.#packed.keyOf(entry)]);
    const added = this.#added.get(row);
    if (added === undefined) this.#added.set(row, [entry]);
    else added.push(entry);
  }

  #take(id: string, entry: Row): void {
    const row = this.#staged.at(this.#store, [...this.#packed.keyOf(entry)]);
    if (this.#now.has(id)) {
      const added = this.#added.get(row) ?? [];
      const at = added.findIndex((other) => other[this.#packed.entryKey] === id);
      if (at >= 0) added.splice(at, 1);
    }
    const gone = this.#gone.get(row);
    if (gone === undefined) this.#gone.set(row, new Set([id]));
    else gone.add(id);
  }
}

function merged(kept: readonly Row[], added: readonly Row[]): Row[] {
  if (added.length === 0) return [...kept];
  const incoming = [...added].sort((a, b) => compareDates(a, b));
  const all: Row[] = [];
  let old = kept.length - 1;
  let fresh = incoming.length - 1;
  while (old >= 0 || fresh >= 0) {
    const mine = kept[old];
    const theirs = incoming[fresh];
    if (theirs === undefined || (mine !== undefined && compareDates(mine, theirs) > 0)) {
      if (mine !== undefined) all.push(mine);
      old--;
    } else {
      all.push(theirs);
      fresh--;
    }
  }
  return all.reverse();
}

function compareDates(a: Row, b: Row): number {
  const [first, second] = [String(a['date']), String(b['date'])];
  return first < second ? -1 : first > second ? 1 : 0;
}
