/**
 * Later edits on their way back to an older version: the present records, each through the inverses of the changes that
 * made it, laid over the records of the backup (whose fields they keep).
 */
import { BatchWriter } from './batch-writer';
import type { Aside, Built } from './build-aside';
import { hopsBetween, type History, type Hop, type ResolvedVersion } from './definition';
import type { Row, StoreDefinition } from './definition-types';
import { META, QUARANTINE } from './engine-stores';
import { MigrationError } from './errors';
import { isChangedBy, lensOf, storeNameAt, type Lens } from './lens';
import { LAID_AT_A_TIME, Laying } from './lay-over';
import type { CheckedSnapshot, SnapshotSource } from './ports';
import { keyAt, taken } from './requests';
import { problemsOf, sortOut } from './rows';
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
  // Some stores are read twice; figures count what they are shown.
  const seen = new Set<string>();
  const present: SnapshotSource = {
    ...unseen,
    read(store, onBatch) {
      if (seen.has(store)) return unseen.read(store, onBatch);
      seen.add(store);
      return watchedSource(unseen, see).read(store, onBatch);
    }
  };
  const belonging = await recordsByOwner(present, hops);
  const database = await aside.open();
  const writer = new BatchWriter(database);
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
        const rows = await taken(objects.getAll(range, LAID_AT_A_TIME) as IDBRequest<Row[]>);
        see(presentStore, rows);
        return rows;
      };
      const older = olderBy(lens, store, definition, belonging, remade);
      return [new Laying({ store, definition, KeyRange: environment.IDBKeyRange, writer, filled, older, read })];
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
      if (filled) await writer.write(store, (objects) => void objects.clear());
      const left = store === QUARANTINE ? remade : none;
      await present.read(storeNameAt(hops, store), async (rows) => {
        await writer.write(store, (objects) => {
          for (const row of rows as readonly Row[]) if (!left.has(row['id'])) objects.put(row);
        });
      });
    }
    await writer.ended();
    // The checks of the present version look at every store, also at those that stay behind.
    for (const { name } of present.stores) if (!seen.has(name)) await present.read(name, () => undefined);
    onProgress(0.85, 'Reading what was written again from disk');
    const built = await survey(databaseSource(database, to, environment.IDBKeyRange, undefined, signal), to);
    proveSame(built, watch);
    return { version: to, counts: built.counts };
  } finally {
    await writer.settled();
    database.close();
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
