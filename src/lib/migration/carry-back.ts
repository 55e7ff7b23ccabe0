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
import type { SnapshotSource } from './ports';
import { committed, done, keyAt } from './requests';
import { countRecords, problemsOf, recordsOf } from './rows';
import { databaseSource } from './source';
import { survey } from './survey';
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

/** The database that is being built holds the older records, or nothing; afterwards it holds the present ones, older. */
export async function carryBack(
  aside: Aside,
  to: ResolvedVersion,
  present: SnapshotSource,
  from: ResolvedVersion,
  signal: AbortSignal
): Promise<Built> {
  const { history, environment } = aside.ports;
  const hops = hopsBetween(history, to.version, from.version);
  const lens = lensOf(history, to.version, from.version);
  const belonging = await recordsByOwner(present, hops);
  const database = await aside.open();
  try {
    const remade = new Set<unknown>();
    // Quarantine last: what came back into its record is no longer set aside.
    for (const store of [...Object.keys(to.stores).filter((name) => name !== QUARANTINE), QUARANTINE]) {
      const definition = to.stores[store];
      if (store === META || !definition) continue;
      signal.throwIfAborted();
      const job: StoreJob = { database, store, definition, presentStore: storeNameAt(hops, store), present };
      if (isChangedBy(hops, store)) await layOver(job, lens, belonging, remade, environment.IDBKeyRange);
      else await copy(job, store === QUARANTINE ? remade : none);
    }
    return { version: to, counts: await proveSame(database, to, present, from, aside, signal) };
  } finally {
    database.close();
  }
}

interface StoreJob {
  readonly database: IDBDatabase;
  /** Its name in the older version, and there its definition. */
  readonly store: string;
  readonly definition: StoreDefinition;
  readonly presentStore: string;
  readonly present: SnapshotSource;
}

/** No hop changes these records: they are taken as they lie. */
async function copy({ database, store, presentStore, present }: StoreJob, left: ReadonlySet<unknown>): Promise<void> {
  const clearing = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  clearing.objectStore(store).clear();
  await committed(clearing);
  await present.read(presentStore, (rows) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
    const objects = transaction.objectStore(store);
    for (const row of rows) if (!left.has(row['id'])) objects.put(row);
    return committed(transaction);
  });
}

/** Both sides lie in key order: what the present lacks between two of its records was deleted since. */
async function layOver(
  { database, store, definition, presentStore, present }: StoreJob,
  lens: Lens,
  belonging: (store: string, owner: unknown) => readonly Row[],
  remade: Set<unknown>,
  KeyRange: typeof IDBKeyRange
): Promise<void> {
  let after: IDBValidKey | null = null;
  const older = (row: Row, stored: Row | undefined): Row => {
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
    lens.read(store, written, (target, made) => target === QUARANTINE && remade.add(made['id']));
    return written;
  };
  await present.read(presentStore, async (batch) => {
    const rows = batch as readonly Row[];
    const last = keyAt(definition.keyPath, rows.at(-1) as Row);
    const range = after === null ? KeyRange.upperBound(last) : KeyRange.bound(after, last, true);
    after = last;
    const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
    const ended = committed(transaction);
    const objects = transaction.objectStore(store);
    const stored = new Map<string, Row>();
    for (const row of (await done(objects.getAll(range))) as Row[])
      stored.set(JSON.stringify(keyAt(definition.keyPath, row)), row);
    for (const row of rows) {
      const key = JSON.stringify(keyAt(definition.keyPath, row));
      const before = stored.get(key);
      stored.delete(key);
      objects.put(definition.packed ? packedOlder(definition, row, before, older) : older(row, before));
    }
    for (const row of stored.values()) objects.delete(keyAt(definition.keyPath, row));
    await ended;
  });
  const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
  const objects = transaction.objectStore(store);
  if (after === null) objects.clear();
  else objects.delete(KeyRange.lowerBound(after, true));
  await committed(transaction);
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

/** The figures that no migration may change are the same on the way back. @returns records per store. */
async function proveSame(
  database: IDBDatabase,
  to: ResolvedVersion,
  present: SnapshotSource,
  from: ResolvedVersion,
  aside: Aside,
  signal: AbortSignal
): Promise<Record<string, number>> {
  const built = await survey(databaseSource(database, to, aside.ports.environment.IDBKeyRange, undefined, signal), to);
  const now = await survey(present, from);
  const differing = compareFigures(now.figures, built.figures).filter((figure) => figure.before !== figure.after);
  const problems = built.problems.filter((problem) => !now.problems.includes(problem));
  if (differing.length > 0 || problems.length > 0)
    throw new MigrationError(
      'rollbackFailed',
      `${problems[0] ?? `the ${differing[0]?.measure ?? ''} of an account would change`}. Nothing was changed`,
      { details: [...problems, ...differing] }
    );
  const counts: Record<string, number> = {};
  for (const [name, definition] of Object.entries(to.stores)) {
    if (name === META) continue;
    counts[name] = built.counts[name] ?? countRecords(definition, []);
  }
  return counts;
}
