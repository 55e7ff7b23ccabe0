/** The records of one store in today's shape, read at whatever version is installed. */
import { recordsOf, type Row, type StoreDefinition } from '../migration';
import { NeedsVersionError, versionWith, type Dataset } from './dataset';

/** Rows read at a time: large enough to be quick, small enough to be let go again. */
const batchSize = 1_000;

export class Repository {
  readonly #dataset: Dataset;
  readonly #store: string;

  /** `store`: the name in today's version. */
  constructor(dataset: Dataset, store: string) {
    this.#dataset = dataset;
    this.#store = store;
  }

  /** Whether the installed version has this store. */
  get exists(): boolean {
    return this.#store in this.#dataset.installed.stores;
  }

  /** @throws NeedsVersionError where the installed version lacks the store. */
  async get(key: IDBValidKey): Promise<Row | null> {
    const definition = this.#definition();
    if (definition.packed) throw new TypeError(`'${this.#store}' is packed: read it in batches.`);
    const stored = (await this.#table().get(key as string)) as Row | undefined;
    return stored === undefined ? null : this.#seen(stored);
  }

  /** Number of physical rows; 0 where the installed version lacks the store. */
  async countRows(): Promise<number> {
    return this.exists ? this.#table().count() : 0;
  }

  /**
   * Calls back with every record (of a packed store with every entry), in key order, batch by batch.
   * Resolves with the number of records; 0 where the installed version lacks the store.
   */
  async each(onBatch: (records: readonly Row[]) => void, signal?: AbortSignal): Promise<number> {
    if (!this.exists) return 0;
    const definition = this.#definition();
    let count = 0;
    let after: IDBValidKey | null = null;
    for (;;) {
      signal?.throwIfAborted();
      const rows: Row[] = await this.#batch(after);
      const records = rows
        .flatMap((row) => recordsOf(definition, row) as Row[])
        .filter((record) => typeof record === 'object' && record !== null)
        .map((record) => this.#seen(record));
      count += records.length;
      if (records.length > 0) onBatch(records);
      const last = rows.at(-1);
      if (rows.length < batchSize || last === undefined) return count;
      after = keyOf(definition, last);
    }
  }

  /** The records whose key begins with this; none where the installed version lacks the store. */
  async under(first: string): Promise<readonly Row[]> {
    if (!this.exists) return [];
    const definition = this.#definition();
    const rows = (await this.#table().where(':id').between([first], [first, []]).toArray()) as Row[];
    return rows.flatMap((row) => recordsOf(definition, row) as Row[]).map((record) => this.#seen(record));
  }

  /** Keys of the physical rows that an index finds by this value; none where the installed version lacks the store. */
  async rowsNaming(index: string, value: string): Promise<readonly IDBValidKey[]> {
    if (!this.exists) return [];
    return (await this.#table().where(index).equals(value).primaryKeys()) as IDBValidKey[];
  }

  /** Calls back with every record of the physical rows with these keys, some rows at a time. */
  async within(keys: readonly IDBValidKey[], onRecord: (record: Row) => void): Promise<void> {
    const definition = this.#definition();
    for (let from = 0; from < keys.length; from += batchSize) {
      const rows = await this.#table().bulkGet(keys.slice(from, from + batchSize) as string[]);
      for (const row of rows)
        if (row !== undefined)
          for (const record of recordsOf(definition, row as Row) as Row[]) onRecord(this.#seen(record));
    }
  }

  /** A record that does not satisfy its own version may not survive the lens; it is shown as it lies there. */
  #seen(record: Row): Row {
    try {
      return this.#dataset.lens.read(this.#store, record);
    } catch {
      return record;
    }
  }

  #definition(): StoreDefinition {
    const definition = this.#dataset.installed.stores[this.#store];
    if (definition === undefined) {
      throw new NeedsVersionError(this.#store, versionWith(this.#dataset.history, this.#store));
    }
    return definition;
  }

  #table(): ReturnType<Dataset['database']['table']> {
    return this.#dataset.database.table(this.#store);
  }

  #batch(after: IDBValidKey | null): Promise<Row[]> {
    const table = this.#table();
    const rows = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    return rows.limit(batchSize).toArray() as PromiseLike<Row[]> as Promise<Row[]>;
  }
}

function keyOf(definition: StoreDefinition, row: Row): IDBValidKey {
  const { keyPath } = definition;
  return (typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path])) as IDBValidKey;
}
