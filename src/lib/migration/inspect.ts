/** What lies under the history's name, read from an opened handle; `databases()` is not to be trusted. */
import type { History, ResolvedVersion } from './definition';
import { META, type EpochRow, type Sentinel, type SequenceRow } from './engine-stores';
import { openAsItIs } from './guarded-indexeddb';
import { locate } from './generations';
import { indexName } from './inference';
import type { CopyPort } from './ports';
import { done } from './requests';

export type Inspection =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'supported';
      readonly version: string;
      readonly native: number;
      readonly epoch: number;
      readonly sequence: number;
      readonly sentinel: Sentinel | null;
    }
  | { readonly kind: 'newer'; readonly native: number; readonly version: string | null }
  | { readonly kind: 'foreign'; readonly problems: readonly string[] }
  | { readonly kind: 'drift'; readonly version: string; readonly problems: readonly string[] }
  | { readonly kind: 'unfinished'; readonly version: string; readonly problems: readonly string[] };

export interface InspectionPorts {
  readonly indexedDB: IDBFactory;
  readonly lockTimeout: number;
  readonly pointerCopy?: CopyPort;
}

/** Writes nothing and creates nothing. @throws DOMException when the browser cannot open the database at all. */
export async function inspectDatabase(history: History, ports: InspectionPorts): Promise<Inspection> {
  return inspectLocated(await locate(history, ports), ports);
}

/** The same for a history that is known to name the present database. */
export async function inspectLocated(history: History, ports: InspectionPorts): Promise<Inspection> {
  const database = await openAsItIs(ports.indexedDB, history.database, ports.lockTimeout);
  if (!database) return { kind: 'absent' };
  // A handle that would block another window's upgrade is let go at once.
  database.onversionchange = () => database.close();
  try {
    return await inspectHandle(history, database);
  } finally {
    database.close();
  }
}

async function inspectHandle(history: History, database: IDBDatabase): Promise<Inspection> {
  const native = database.version;
  const known = history.versions.find((candidate) => candidate.native === native);
  const newest = history.versions.at(-1)?.native ?? 0;
  const ours = database.objectStoreNames.contains(META);
  const meta = ours ? await readMeta(database) : null;
  if (!known) {
    if (native > newest && native % 10 === 0 && ours)
      return { kind: 'newer', native, version: meta?.sentinel?.version ?? null };
    return { kind: 'foreign', problems: [`The database is at version ${native}, which this app never wrote.`] };
  }
  const shared = Object.keys(known.stores).filter((name) => database.objectStoreNames.contains(name));
  if (shared.length === 0) return { kind: 'foreign', problems: ['None of the expected stores is in it.'] };
  const problems = describeDrift(known, database);
  if (problems.length > 0)
    return ours ? { kind: 'drift', version: known.version, problems } : { kind: 'foreign', problems };
  const sentinel = meta?.sentinel ?? null;
  if (!sentinel && known.number > 1) {
    return {
      kind: 'unfinished',
      version: known.version,
      problems: [`Version ${known.version} was never marked as completed.`]
    };
  }
  if (sentinel && (sentinel.version !== known.version || sentinel.native !== native)) {
    return {
      kind: 'unfinished',
      version: known.version,
      problems: [`The database is at ${known.version}, but its seal says ${String(sentinel.version)}.`]
    };
  }
  return {
    kind: 'supported',
    version: known.version,
    native,
    epoch: meta?.epoch ?? 0,
    sequence: meta?.sequence ?? 0,
    sentinel
  };
}

async function readMeta(
  database: IDBDatabase
): Promise<{ sentinel: Sentinel | null; epoch: number; sequence: number }> {
  const store = database.transaction(META, 'readonly').objectStore(META);
  if (store.keyPath !== 'key') return { sentinel: null, epoch: 0, sequence: 0 };
  const [sentinel, epoch, sequence] = await Promise.all([
    done(store.get('sentinel') as IDBRequest<Sentinel | undefined>),
    done(store.get('epoch') as IDBRequest<EpochRow | undefined>),
    done(store.get('sequence') as IDBRequest<SequenceRow | undefined>)
  ]);
  return { sentinel: sentinel ?? null, epoch: epoch?.value ?? 0, sequence: sequence?.value ?? 0 };
}

/** Every difference between the stores that a version declares and those that are there. */
export function describeDrift(version: ResolvedVersion, database: IDBDatabase): string[] {
  const problems: string[] = [];
  const present = [...database.objectStoreNames];
  for (const name of present) {
    if (!(name in version.stores)) problems.push(`Store '${name}' is not one of version ${version.version}.`);
  }
  const expected = Object.entries(version.stores).filter(([name]) => {
    if (present.includes(name)) return true;
    problems.push(`Store '${name}' is missing.`);
    return false;
  });
  if (expected.length === 0) return problems;
  const transaction = database.transaction(
    expected.map(([name]) => name),
    'readonly'
  );
  for (const [name, definition] of expected) {
    const store = transaction.objectStore(name);
    if (JSON.stringify(store.keyPath) !== JSON.stringify(definition.keyPath)) {
      problems.push(
        `Store '${name}' has the key ${JSON.stringify(store.keyPath)} instead of ${JSON.stringify(definition.keyPath)}.`
      );
    }
    const installed = [...store.indexNames].map((index) => store.index(index));
    for (const index of definition.indexes) {
      const same = installed.find((candidate) => JSON.stringify(candidate.keyPath) === JSON.stringify(index.keyPath));
      if (!same) problems.push(`Store '${name}' lacks the index ${indexName(index.keyPath)}.`);
      else if (same.unique !== Boolean(index.unique) || same.multiEntry !== Boolean(index.multiEntry)) {
        problems.push(`The index ${indexName(index.keyPath)} of store '${name}' is of another kind.`);
      }
    }
  }
  return problems;
}
