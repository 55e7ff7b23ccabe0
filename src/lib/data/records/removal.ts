/** What goes when a record is deleted: itself, what belongs to it, and the names that others have for it. */
import type { Row } from '../../migration';
import type { RecordName, RecordWriting } from '../../protocol';
import type { Dataset } from '../dataset';
import { entriesOf } from './diff';
import { namingRows } from './naming-rows';
import { RefusedWritesError } from './outcome';
import { readRecords } from './read-records';
import { countedWords, labelOf, nounOf } from './record-labels';
import { named, referencesTo, type Reference } from './references';
import { idOfRow } from './row-key';
import { seriesFields } from './series';
import { endsOf } from './transfers';

export interface Removal {
  /** `Delete the account ‘Depot’ and what belongs to it`. */
  readonly label: string;
  /** What goes, in a sentence. */
  readonly sentence: string;
  /** Records by store, those that were named first. */
  readonly counts: Readonly<Record<string, number>>;
  readonly writes: readonly RecordWriting[];
}

/** @throws NeedsVersionError, RefusedWritesError for what cannot be deleted. */
export async function removalOf(dataset: Dataset, names: readonly RecordName[]): Promise<Removal> {
  if (names.some(({ store }) => store === 'settings'))
    throw new RefusedWritesError([{ write: 0, field: '', message: 'Settings cannot be deleted.' }]);
  const gathering = new Gathering(dataset);
  // Both ends of a transfer go together.
  await gathering.take([...names, ...(await endsOf(dataset, names))]);
  const { writes, counts } = gathering.result();
  const [first] = names;
  const [seen] = first === undefined ? [] : await readRecords(dataset, [first]);
  const store = first?.store ?? '';
  const alike = names.every((name) => name.store === store);
  const what =
    names.length === 1
      ? `the ${nounOf(store)}${quoted(store, seen?.record ?? null)}`
      : alike
        ? `${names.length.toLocaleString('en')} ${nounOf(store, names.length)}`
        : `${names.length.toLocaleString('en')} records`;
  const others = { ...counts };
  for (const name of names) others[name.store] = (others[name.store] ?? 0) - 1;
  const along = Object.values(others).some((count) => count > 0);
  return {
    label: `Delete ${what}`,
    sentence: `Deletes ${what}${along ? `, and with ${names.length === 1 ? 'it' : 'them'} ${countedWords(others)}` : ''}. You can undo this.`,
    counts,
    writes
  };
}

class Gathering {
  readonly #dataset: Dataset;
  /** By store and id, the named ones first. */
  readonly #going = new Map<string, Map<string, RecordWriting>>();
  readonly #letGo = new Map<string, RecordWriting>();
  readonly #counts: Record<string, number> = {};

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  async take(names: readonly RecordName[]): Promise<void> {
    let fresh = names.filter((name) => this.#add(name));
    while (fresh.length > 0) {
      const next: RecordName[] = [];
      for (const store of new Set(fresh.map((name) => name.store))) {
        const ids = new Set(fresh.filter((name) => name.store === store).map(({ id }) => id));
        for (const reference of referencesTo(store))
          for (const row of await namingRows(this.#dataset, reference, ids))
            next.push(...this.#follow(reference, row, ids));
      }
      fresh = next;
    }
  }

  result(): { writes: readonly RecordWriting[]; counts: Readonly<Record<string, number>> } {
    const writes = [...this.#going.values()].flatMap((records) => [...records.values()]);
    const letGo = [...this.#letGo].flatMap(([name, writing]) => (this.#isGoing(name) ? [] : [writing]));
    return { writes: [...writes, ...letGo], counts: this.#counts };
  }

  /** The records of a row that name what goes: taken, or changed to name it no longer. */
  #follow({ from, field, onRemoval }: Reference, row: Row, ids: ReadonlySet<string>): RecordName[] {
    const definition = this.#dataset.installed.stores[from];
    if (definition === undefined) return [];
    const values = seriesFields[from];
    if (values !== undefined) {
      this.#addSeries(from, row);
      return [];
    }
    const records = definition.packed ? entriesOf(row, definition.packed.entries) : [row];
    const taken: RecordName[] = [];
    for (const record of records) {
      if (!named(record, field).some((id) => ids.has(id))) continue;
      const id = definition.packed ? String(record[definition.packed.entryKey]) : idOfRow(definition, record);
      if (onRemoval === 'goes') {
        const at = { accountId: String(record['accountId']), date: String(record['date']) };
        const name: RecordName = { store: from, id, ...(definition.packed ? { at } : {}) };
        if (this.#add(name)) taken.push(name);
      } else this.#let(from, id, record, field, ids);
    }
    return taken;
  }

  #add(name: RecordName): boolean {
    const { store, id } = name;
    const records = this.#of(store);
    if (records.has(id)) return false;
    records.set(id, { op: 'remove', ...name });
    this.#counts[store] = (this.#counts[store] ?? 0) + 1;
    return true;
  }

  #addSeries(store: string, row: Row): void {
    const days = (row['days'] ?? []) as readonly string[];
    const assetId = String(row['assetId']);
    const id = `${assetId} ${String(row['year'])}`;
    const records = this.#of(store);
    if (records.has(id)) return;
    records.set(id, { op: 'series', store: 'prices', assetId, days, values: days.map(() => null) });
    this.#counts[store] = (this.#counts[store] ?? 0) + days.length;
  }

  #let(store: string, id: string, record: Row, field: string, ids: ReadonlySet<string>): void {
    const value = record[field];
    const left = Array.isArray(value) ? value.filter((item) => !ids.has(String(item))) : [];
    const known = this.#letGo.get(`${store} ${id}`);
    const fields = known?.op === 'patch' ? known.fields : {};
    this.#letGo.set(`${store} ${id}`, {
      op: 'patch',
      store,
      id,
      fields: { ...fields, [field]: left.length === 0 ? undefined : left }
    });
  }

  #isGoing(name: string): boolean {
    const [store = '', id = ''] = name.split(' ');
    return this.#going.get(store)?.has(id) ?? false;
  }

  #of(store: string): Map<string, RecordWriting> {
    let records = this.#going.get(store);
    if (records === undefined) this.#going.set(store, (records = new Map<string, RecordWriting>()));
    return records;
  }
}

function quoted(store: string, record: Row | null): string {
  const label = labelOf(store, record);
  return record === null || label === labelOf(store, {}) ? '' : ` ‘${label}’`;
}
