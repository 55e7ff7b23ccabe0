/**
 * Later edits on their way back to an older version: the present records, each through the inverses of the changes that
 * made it, laid over the records of the backup (whose fields they keep).
 */
import type { Aside, Built } from './build-aside';
import { hopsBetween, type History, type Hop, type ResolvedVersion } from './definition';
import type { Row, StoreDefinition } from './definition-types';
import { META, QUARANTINE } from './engine-stores';
import { MigrationError } from './errors';
import { isChangedBy, lensOf, storeNameAt, type Lens } from './lens';
import type { CheckedSnapshot, SnapshotSource } from './ports';
import { committed, done, keyAt } from './requests';
import { problemsOf, recordsOf, sortOut } from './rows';
import { databaseSource, watchedSource } from './source';
import { survey, watchRecords, type Survey } from './survey';
import type { ProgressHandler } from './types';
import { compareFigures } from './verify-after';

const none: ReadonlySet<unknown> = new Set();

type Related = (store: string) => readonly Row[];

/** Whether every step between can be undone record by record, or only made records that the older version has no store for. */
export function canCarryBack(history: History, to: ResolvedVersion, from: ResolvedVersion): boolean {
  return hopsBetween(history, to.version, from.version).every((hop) =>
    hop.steps.every((step) => {
      if ('records' in step) return true;
      if (!('over' in step)) return false;
      return [...(step.creates ?? []), ...(step.maps ?? [])].every((store) => !(store in to.stores));
    })
  );
}

/** Stores of the newer version that the older one does not have: their records stay behind. */
export function storesLost(history: History, to: ResolvedVersion, from: ResolvedVersion): string[] {
  const hops = hopsBetween(history, to.version, from.version);
  const continued = new Set(Object.keys(to.stores).map((store) => storeNameAt(hops, store)));
  return Object.keys(from.stores).filter((store) => !continued.has(store));
}

/** What is laid together: the older records as they were, and the present ones with what was edited since. */
export interface Carrying {
  readonly to: ResolvedVersion;
  readonly from: ResolvedVersion;
  /** A backup at the older version, if there is one. */
  readonly snapshot: CheckedSnapshot | null;
  /** The database that is being built holds the older records already, from a backup that had to be upgraded. */
  readonly filled: boolean;
  readonly present: SnapshotSource;
  /** The one that `present` reads. */
  readonly database: IDBDatabase;
}

/** The database that is being built is empty, or filled; afterwards it holds the present records, older. */
export async function carryBack(
  aside: Aside,
  { to, from, snapshot, filled, present: unseen, database: now }: Carrying,
  signal: AbortSignal,
  onProgress: ProgressHandler
): Promise<Built> {
  const { history, environment } = aside.ports;
  const hops = hopsBetween(history, to.version, from.version);
  const lens = lensOf(history, to.version, from.version);
  const watch = watchRecords(from);
  const see = (store: string, rows: readonly Row[]): void => {
    const definition = from.stores[store];
    if (definition) for (const row of rows) watch.see(store, sortOut(store, definition, row).valid);
  };
  const seen = new Set<string>();
  const present: SnapshotSource = watchedSource(unseen, (store, rows) => {
    seen.add(store);
    see(store, rows);
  });
  const belonging = await recordsByOwner(present, hops);
  const database = await aside.open();
  const writing = new Writing(database);
  try {
    const remade = new Set<unknown>();
    const known = new Set(present.stores.map(({ name }) => name));
    const changed = Object.entries(to.stores).flatMap(([store, definition]): Laying[] => {
      const presentStore = storeNameAt(hops, store);
      if (store === META || store === QUARANTINE || !isChangedBy(hops, store) || !known.has(presentStore)) return [];
      seen.add(presentStore);
      const read = async (range: IDBKeyRange | null): Promise<Row[]> => {
        signal.throwIfAborted();
        const objects = now.transaction(presentStore, 'readonly').objectStore(presentStore);
        const rows = (await done(objects.getAll(range, BATCH))) as Row[];
        see(presentStore, rows);
        return rows;
      };
      const older = olderBy(lens, store, definition, belonging, remade);
      return [new Laying({ store, definition, KeyRange: environment.IDBKeyRange, writing, filled, older, read })];
    });
    const total = Object.values(snapshot?.info.counts ?? {}).reduce((sum, count) => sum + count, 0);
    let laid = 0;
    const take = async (store: string, rows: readonly unknown[]): Promise<void> => {
      signal.throwIfAborted();
      await changed.find((laying) => laying.store === store)?.take(rows as readonly Row[]);
      onProgress(0.8 * Math.min(1, (laid += rows.length) / Math.max(1, total)), 'Bringing later changes along');
    };
    if (filled) {
      const source = databaseSource(database, to, environment.IDBKeyRange, undefined, signal);
      for (const { store } of changed) await source.read(store, (rows) => take(store, rows));
    } else await snapshot?.rows(take);
    for (const laying of changed) await laying.finish();
    // Quarantine last: what came back into its record is no longer set aside.
    for (const store of [...Object.keys(to.stores).filter((name) => name !== QUARANTINE), QUARANTINE]) {
      if (store === META || !(store in to.stores) || changed.some((laying) => laying.store === store)) continue;
      signal.throwIfAborted();
      if (filled) await writing.clear(store);
      const left = store === QUARANTINE ? remade : none;
      await present.read(storeNameAt(hops, store), (rows) =>
        writing.put(
          store,
          (rows as readonly Row[]).filter((row) => !left.has(row['id']))
        )
      );
    }
    await writing.ended();
    // The checks of the present version look at every store, also at those that stay behind.
    for (const { name } of present.stores) if (!seen.has(name)) await present.read(name, () => undefined);
    onProgress(0.85, 'Reading what was written again from disk');
    const built = await survey(databaseSource(database, to, environment.IDBKeyRange, undefined, signal), to);
    proveSame(built, watch);
    return { version: to, counts: built.counts };
  } finally {
    await writing.ended().catch(() => undefined);
    database.close();
  }
}

/** Rows of the present database that are read at a time. */
const BATCH = 2000;
/** Transactions that may be under way while the next rows are read. */
const IN_FLIGHT = 4;

/** Writes rows, several transactions at a time. Durable only when the database is sealed. */
class Writing {
  readonly #database: IDBDatabase;
  readonly #running: Promise<void>[] = [];

  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  async put(store: string, rows: readonly Row[], gone: readonly IDBValidKey[] = []): Promise<void> {
    if (this.#running.length >= IN_FLIGHT) await this.#running.shift();
    this.#run(store, (objects) => {
      for (const row of rows) objects.put(row);
      for (const key of gone) objects.delete(key);
    });
  }

  async clear(store: string): Promise<void> {
    this.#run(store, (objects) => objects.clear());
    await this.ended();
  }

  /** Everything is written. @throws the first that was not. */
  async ended(): Promise<void> {
    await Promise.all(this.#running.splice(0));
  }

  #run(store: string, act: (objects: IDBObjectStore) => void): void {
    const transaction = this.#database.transaction(store, 'readwrite', { durability: 'relaxed' });
    const ended = committed(transaction);
    ended.catch(() => undefined);
    this.#running.push(ended);
    act(transaction.objectStore(store));
    transaction.commit();
  }
}

interface LayingJob {
  readonly store: string;
  readonly definition: StoreDefinition;
  readonly KeyRange: typeof IDBKeyRange;
  readonly writing: Writing;
  /** Older records that the present lacks must be taken away; otherwise they are not written. */
  readonly filled: boolean;
  readonly older: (row: Row, stored: Row | undefined) => Row;
  /** The present records in a range, {@link BATCH} at a time. */
  readonly read: (range: IDBKeyRange | null) => Promise<Row[]>;
}

/** Both sides lie in key order: an older record that the present lacks between two of its own was deleted since. */
class Laying {
  #after: IDBValidKey | null = null;
  /** Being read, while the one before it is laid. */
  #next: { readonly rows: Promise<Row[]>; readonly range: IDBKeyRange; readonly stored: Map<string, Row> } | null =
    null;

  readonly #job: LayingJob;

  constructor(job: LayingJob) {
    this.#job = job;
  }

  /** Its name in the older version. */
  get store(): string {
    return this.#job.store;
  }

  /** The next older records. */
  async take(rows: readonly Row[]): Promise<void> {
    const last = rows.at(-1);
    if (!last) return;
    const end = this.#key(last);
    const { KeyRange, read } = this.#job;
    const range = this.#after === null ? KeyRange.upperBound(end) : KeyRange.bound(this.#after, end, true);
    this.#after = end;
    const before = this.#next;
    const reading = read(range);
    reading.catch(() => undefined);
    this.#next = { rows: reading, range, stored: new Map(rows.map((row) => [JSON.stringify(this.#key(row)), row])) };
    if (before) await this.#lay(before);
  }

  /** No older record comes any more: what the present has beyond them is new. */
  async finish(): Promise<void> {
    if (this.#next) await this.#lay(this.#next);
    const range = this.#after === null ? null : this.#job.KeyRange.lowerBound(this.#after, true);
    await this.#lay({ rows: this.#job.read(range), range, stored: new Map() });
  }

  async #lay({ rows, range, stored }: { rows: Promise<Row[]>; range: IDBKeyRange | null; stored: Map<string, Row> }) {
    const { store, definition, KeyRange, writing, filled, older, read } = this.#job;
    for (let batch = await rows; ;) {
      const written = batch.map((row) => {
        const key = JSON.stringify(this.#key(row));
        const before = stored.get(key);
        stored.delete(key);
        return definition.packed ? packedOlder(definition, row, before, older) : older(row, before);
      });
      const last = batch.at(-1);
      const complete = batch.length < BATCH || !last;
      const gone = complete && filled ? [...stored.values()].map((row) => this.#key(row)) : [];
      if (written.length + gone.length > 0) await writing.put(store, written, gone);
      if (complete) return;
      const key = this.#key(last);
      batch = await read(
        range?.upper === undefined
          ? KeyRange.lowerBound(key, true)
          : KeyRange.bound(key, range.upper, true, range.upperOpen)
      );
    }
  }

  #key(row: Row): IDBValidKey {
    return keyAt(this.#job.definition.keyPath, row);
  }
}

/** A record in its older form, checked. */
function olderBy(
  lens: Lens,
  store: string,
  definition: StoreDefinition,
  belonging: (store: string, owner: unknown) => readonly Row[],
  remade: Set<unknown>
): (row: Row, stored: Row | undefined) => Row {
  return (row, stored) => {
    const related: Related = (target) => belonging(target, keyAt(definition.keyPath, row));
    const written = lens.write(store, row, stored, related);
    const [problem] = definition.packed ? [] : problemsOf(store, definition, written);
    if (problem)
      throw new MigrationError(
        'rollbackFailed',
        `${store} ${JSON.stringify(problem.key)} cannot be brought back: ${problem.field} ${problem.reason}. Nothing was changed`,
        { details: [problem] }
      );
    // A later upgrade sets the same parts aside again, under the same ids.
    if (related(QUARANTINE).length > 0)
      lens.read(store, written, (target, made) => target === QUARANTINE && remade.add(made['id']));
    return written;
  };
}

function packedOlder(
  definition: StoreDefinition,
  row: Row,
  before: Row | undefined,
  older: (row: Row, stored: Row | undefined) => Row
): Row {
  const packed = definition.packed;
  if (!packed) return row;
  const stored = new Map((before ? recordsOf(definition, before) : []).map((entry) => [entry[packed.entryKey], entry]));
  const entries = recordsOf(definition, row).map((entry) => older(entry, stored.get(entry[packed.entryKey])));
  return entries.length > 0 ? { ...row, ...packed.pack(entries) } : row;
}

/** Records of stores that steps emit into, found by the record that one of their fields names. */
async function recordsByOwner(
  present: SnapshotSource,
  hops: readonly Hop[]
): Promise<(store: string, owner: unknown) => readonly Row[]> {
  const emitted = new Set(
    hops.flatMap((hop) => hop.steps.flatMap((step) => ('emits' in step ? (step.emits ?? []) : [])))
  );
  emitted.add(QUARANTINE);
  const index = new Map<string, Map<unknown, Row[]>>();
  for (const { name, definition } of present.stores) {
    if (!emitted.has(name) || definition.packed) continue;
    const owners = new Map<unknown, Row[]>();
    index.set(name, owners);
    await present.read(name, (rows) => {
      for (const row of rows as readonly Row[]) {
        for (const value of new Set(Object.values(row))) {
          if (typeof value !== 'string' || value === row['id']) continue;
          const known = owners.get(value);
          if (known) known.push(row);
          else owners.set(value, [row]);
        }
      }
    });
  }
  return (store, owner) => index.get(store)?.get(owner) ?? [];
}

/** The figures that no migration may change are the same on the way back. */
function proveSame(built: Survey, now: ReturnType<typeof watchRecords>): void {
  const differing = compareFigures(now.figures(), built.figures).filter((figure) => figure.before !== figure.after);
  const tolerated = now.problems();
  const problems = built.problems.filter((problem) => !tolerated.includes(problem));
  if (differing.length > 0 || problems.length > 0)
    throw new MigrationError(
      'rollbackFailed',
      `${problems[0] ?? `the ${differing[0]?.measure ?? ''} of an account would change`}. Nothing was changed`,
      { details: [...problems, ...differing] }
    );
}
