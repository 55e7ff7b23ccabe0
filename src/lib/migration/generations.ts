/**
 * Which physical database holds the data. A restore or rollback builds a new database aside and then moves this
 * pointer; without one it is the database of the history's own name. The pointer is a record in a small database of its
 * own, with a copy outside IndexedDB; if both are lost it is found again from what the databases say of themselves.
 */
import type { History } from './definition';
import { isDamage, isDamaged, withReadable, withRemakeable } from './damage';
import { META, type EpochRow, type RetiredRow, type Sentinel } from './engine-stores';
import { openAsItIs } from './guarded-indexeddb';
import type { MigrationEnvironment } from './ports';
import { committed, done } from './requests';

export interface Pointer {
  /** Name of the database that holds the data. */
  readonly current: string;
  /** Those that were replaced, kept until the next good start. */
  readonly replaced: readonly Replaced[];
  /** The one that is being built, to replace the current one; null when nothing is under way. */
  readonly next: Replaced | null;
}

export interface Replaced {
  readonly name: string;
  /** The verified backup of what is replaced. Without one the replaced database is never removed by itself. */
  readonly backup: string | null;
}

type Ports = Pick<MigrationEnvironment, 'indexedDB' | 'lockTimeout' | 'pointerCopy' | 'home'>;

const STORE = 'pointer';
const KEY = 'pointer';

/** The history with the database that holds the data at present. The caller holds `ww:db`, or is about to look again. */
export async function locate(history: History, ports: Ports): Promise<History> {
  const pointer = await readPointer(history, ports);
  const current = pointer?.current ?? (await findCurrent(history, ports)) ?? history.name;
  return current === history.database ? history : { ...history, database: current };
}

/** The database that holds the data, as it is; null where there is none. */
export async function openPresent(history: History, ports: Ports): Promise<IDBDatabase | null> {
  const { database } = await locate(history, ports);
  return openAsItIs(ports.indexedDB, database, ports.lockTimeout);
}

export async function readPointer(history: History, ports: Ports): Promise<Pointer | null> {
  const kept = await withReadable(pointerName(history), (name) => readRecord(name, ports));
  if (isPointer(kept)) return kept;
  const copy = await ports.pointerCopy?.read().catch(() => null);
  return isPointer(copy) ? copy : null;
}

async function readRecord(name: string, ports: Ports): Promise<unknown> {
  const database = await openAsItIs(ports.indexedDB, name, ports.lockTimeout);
  if (!database) return null;
  try {
    return await done(database.transaction(STORE, 'readonly').objectStore(STORE).get(KEY));
  } finally {
    database.close();
  }
}

/** Whether a switch was cut off, or something replaced can go. */
export async function isUnsettled(history: History, ports: Ports): Promise<boolean> {
  const pointer = await readPointer(history, ports);
  return pointer !== null && (pointer.next !== null || pointer.replaced.some(({ backup }) => backup !== null));
}

/** Durable when it resolves; the copy follows it, and may be missing. */
export async function writePointer(history: History, ports: Ports, pointer: Pointer): Promise<void> {
  await withRemakeable(ports.indexedDB, pointerName(history), async (name) => {
    const database = await openPointer(name, ports);
    try {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.objectStore(STORE).put(pointer, KEY);
      await committed(transaction);
    } finally {
      database.close();
    }
  });
  // A place that is not taken yet is named nowhere: until the restored data is whole, the next start looks where it did.
  if (ports.home?.moving) return;
  await ports.pointerCopy?.write(ports.home?.inCopy(pointer) ?? pointer).catch(() => undefined);
}

/** A name that no generation has had. */
export async function nextName(history: History, ports: Ports, pointer: Pointer | null): Promise<string> {
  const known = [...(pointer?.replaced ?? []), pointer?.next].map((database) => database?.name);
  const names = [pointer?.current, ...known, ...(await databaseNames(history, ports))];
  const ordinals = names.map((name) => ordinalOf(history, name ?? '') ?? 0);
  return `${history.name}_G${Math.max(1, ...ordinals) + 1}`;
}

/**
 * Takes a database out of use: whoever still has it open cannot write it any more, because its epoch has grown. One that
 * has no place to say so, or is damaged, is left as it is.
 */
export function retire(name: string, by: string, ports: Ports): Promise<void> {
  return changeMeta(name, ports, async (meta) => {
    const epoch = (await done(meta.get('epoch') as IDBRequest<EpochRow | undefined>))?.value ?? 0;
    meta.put({ key: 'epoch', value: epoch + 1 } satisfies EpochRow);
    meta.put({ key: 'retired', by } satisfies RetiredRow);
  }).catch(async (error: unknown) => {
    if (!(await isDamaged(error, ports.indexedDB, name))) throw error;
  });
}

/** Takes a database into use again. */
export function unretire(name: string, ports: Ports): Promise<void> {
  return changeMeta(name, ports, async (meta) => void meta.delete('retired'));
}

async function changeMeta(name: string, ports: Ports, change: (meta: IDBObjectStore) => Promise<void>): Promise<void> {
  const database = await openAsItIs(ports.indexedDB, name, ports.lockTimeout);
  if (!database) return;
  try {
    if (!database.objectStoreNames.contains(META)) return;
    const transaction = database.transaction(META, 'readwrite', { durability: 'strict' });
    const ended = committed(transaction);
    await change(transaction.objectStore(META));
    await ended;
  } finally {
    database.close();
  }
}

/** What a database says of itself; null where there is none, or it says nothing, or cannot be read. */
export function generationOf(name: string, ports: Ports): Promise<Generation | null> {
  return readGeneration(name, ports).catch((error: unknown) => {
    if (isDamage(error)) return null;
    throw error;
  });
}

interface Generation {
  readonly sealed: boolean;
  readonly retiredBy: string | null;
}

async function readGeneration(name: string, ports: Ports): Promise<Generation | null> {
  const database = await openAsItIs(ports.indexedDB, name, ports.lockTimeout);
  if (!database) return null;
  database.onversionchange = () => database.close();
  try {
    if (!database.objectStoreNames.contains(META)) return null;
    const meta = database.transaction(META, 'readonly').objectStore(META);
    const [sentinel, retired] = await Promise.all([
      done(meta.get('sentinel') as IDBRequest<Sentinel | undefined>),
      done(meta.get('retired') as IDBRequest<RetiredRow | undefined>)
    ]);
    return { sealed: sentinel !== undefined, retiredBy: retired?.by ?? null };
  } finally {
    database.close();
  }
}

/**
 * Without a pointer: of the sealed databases that were not retired the oldest. A newer one beside it was built and
 * never put in its place.
 */
async function findCurrent(history: History, ports: Ports): Promise<string | null> {
  const later = await databaseNames(history, ports);
  if (later.length === 0) return null;
  const inOrder = later.toSorted((a, b) => (ordinalOf(history, a) ?? 0) - (ordinalOf(history, b) ?? 0));
  for (const name of [history.name, ...inOrder]) {
    const said = await generationOf(name, ports);
    if (said?.sealed && said.retiredBy === null) return name;
  }
  return null;
}

/** Names of generations after the first. The list may lack one after a crash; it never invents one. */
async function databaseNames(history: History, ports: Ports): Promise<string[]> {
  const all = await ports.indexedDB.databases().catch(() => []);
  return all.flatMap(({ name }) => (name !== undefined && ordinalOf(history, name) !== null ? [name] : []));
}

/** 2 and up; null for other names. */
export function ordinalOf(history: History, name: string): number | null {
  if (!name.startsWith(`${history.name}_G`)) return null;
  const ordinal = Number(name.slice(history.name.length + 2));
  return Number.isSafeInteger(ordinal) && ordinal > 1 ? ordinal : null;
}

function pointerName(history: History): string {
  return `${history.name}_Pointer`;
}

function openPointer(name: string, ports: Ports): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = ports.indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The pointer did not open.', 'UnknownError'));
  });
}

function isPointer(value: unknown): value is Pointer {
  if (typeof value !== 'object' || value === null) return false;
  const { current, replaced, next } = value as Record<string, unknown>;
  return (
    typeof current === 'string' &&
    Array.isArray(replaced) &&
    replaced.every(isReplaced) &&
    (next === null || isReplaced(next))
  );
}

function isReplaced(value: unknown): value is Replaced {
  if (typeof value !== 'object' || value === null) return false;
  const { name, backup } = value as Record<string, unknown>;
  return typeof name === 'string' && (backup === null || typeof backup === 'string');
}
