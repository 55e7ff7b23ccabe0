/** Reads a ledger from the stored rows, all of it or what has changed. */
import {
  databaseSource,
  findVersion,
  latestVersion,
  lensOf,
  META,
  openPresent,
  recordsOf,
  type History,
  type Lens,
  type MigrationEnvironment,
  type ResolvedVersion,
  type Row,
  type Sentinel
} from '../../migration';
import type { Standing } from '../../protocol';
import { StaleStandingError } from '../dataset';
import type { Opened } from '../kept-open';
import type { Ledger, Stamp } from './ledger';
import { figureStores, LedgerBuilder } from './ledger-builder';

/** The stored rows, opened to be read. */
export class StoredRows implements Opened {
  readonly #database: IDBDatabase;
  readonly #environment: Pick<MigrationEnvironment, 'IDBKeyRange'>;
  readonly #lens: Lens;
  readonly version: ResolvedVersion;

  constructor(history: History, environment: MigrationEnvironment, database: IDBDatabase, version: ResolvedVersion) {
    this.#database = database;
    this.#environment = environment;
    this.version = version;
    this.#lens = lensOf(history, version.version, latestVersion(history).version);
  }

  async isAt({ epoch }: Standing): Promise<boolean> {
    return (await this.stamp()).epoch === epoch;
  }

  close(): void {
    this.#database.close();
  }

  async stamp(): Promise<Stamp> {
    const store = this.#database.transaction(META, 'readonly').objectStore(META);
    const [epoch, sequence, sentinel] = await Promise.all([
      valueAt(store, 'epoch'),
      valueAt(store, 'sequence'),
      settled(store.get('sentinel') as IDBRequest<Partial<Sentinel> | undefined>)
    ]);
    return {
      database: this.#database.name,
      version: this.version.version,
      epoch,
      sequence,
      sealedAt: sentinel?.completedAt ?? ''
    };
  }

  /** Every record of a store in today's shape; none where the installed version lacks the store. */
  async each(store: string, see: (record: Row) => void): Promise<void> {
    const definition = this.version.stores[store];
    if (definition === undefined) return;
    const source = databaseSource(this.#database, this.version, this.#environment.IDBKeyRange);
    const seen = this.#seen(store);
    await source.read(store, (rows) => {
      for (const row of rows) {
        for (const record of recordsOf(definition, row as Row)) {
          if (typeof record === 'object' && record !== null) see(seen(record));
        }
      }
    });
  }

  /** The records in some rows of a store. */
  async within(store: string, keys: readonly (IDBValidKey | IDBKeyRange)[], see: (record: Row) => void): Promise<void> {
    const definition = this.version.stores[store];
    if (definition === undefined || keys.length === 0) return;
    const seen = this.#seen(store);
    const stored = this.#database.transaction(store, 'readonly').objectStore(store);
    const all = await Promise.all(keys.map((key) => settled(stored.getAll(key) as IDBRequest<Row[]>)));
    for (const row of all.flat()) {
      for (const record of recordsOf(definition, row))
        if (typeof record === 'object' && record !== null) see(seen(record));
    }
  }

  /** Keys that begin with these values. */
  beginningWith(...values: readonly string[]): IDBKeyRange {
    return this.#environment.IDBKeyRange.bound([...values], [...values, []]);
  }

  /** What makes today's record of a stored one. Most stores are as they always were: there is nothing to be done. */
  #seen(store: string): (record: Row) => Row {
    const lens = this.#lens;
    const unchanged = attempt(() => {
      const probe = {};
      return lens.read(store, probe) === probe;
    });
    if (unchanged === true) return (record) => record;
    // A record that does not satisfy its own version may not survive the lens; it is shown as it lies there.
    return (record) => attempt(() => lens.read(store, record)) ?? record;
  }
}

/**
 * Opens the rows. The caller holds the database lock, shared, and closes them.
 * @throws StaleStandingError when the data is not at the version of `standing`; its epoch is in each {@link Stamp}.
 */
export async function openRows(
  history: History,
  environment: MigrationEnvironment,
  standing: Standing
): Promise<StoredRows> {
  const database = await openPresent(history, environment);
  const version = findVersion(history, standing.version);
  if (database === null || version === undefined || database.version !== version.native) {
    database?.close();
    throw new StaleStandingError();
  }
  // A handle that would block another window's upgrade is let go at once.
  database.onversionchange = () => database.close();
  return new StoredRows(history, environment, database, version);
}

/** One state of everything: what another window changed while it was read is read again. */
export async function readLedger(rows: StoredRows, stamp: Stamp): Promise<Ledger> {
  for (let now = stamp; ;) {
    const builder = new LedgerBuilder();
    for (const store of figureStores) await rows.each(store, builder.see[store]);
    const after = await rows.stamp();
    if (after.epoch !== stamp.epoch) throw new StaleStandingError();
    if (after.sequence === now.sequence) return builder.finish(now);
    now = after;
  }
}

async function valueAt(store: IDBObjectStore, key: string): Promise<number> {
  const row = (await settled(store.get(key))) as { value?: number } | undefined;
  return row?.value ?? 0;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
  });
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
