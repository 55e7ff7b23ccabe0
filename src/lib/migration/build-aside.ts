/**
 * The one way in which data is replaced: a new database is built beside the present one, sealed, and put in its place
 * by moving the pointer. Until then nothing of the present data is touched; after it the next start finishes what a
 * kill left over.
 */
import type { History, ResolvedVersion } from './definition';
import { createDatabase } from './dexie-adapter';
import { META } from './engine-stores';
import { MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { generationOf, nextName, readPointer, retire, unretire, writePointer, type Pointer } from './generations';
import { openAsItIs } from './guarded-indexeddb';
import type { MigrationEnvironment } from './ports';
import { committed, deleteDatabase } from './requests';
import { putSeal } from './seal';

/** The database that is being built: its name in `history.database`. */
export interface Aside {
  readonly ports: ExecutionPorts;
  /** Creates it, empty, at a version. */
  create(version: ResolvedVersion): Promise<void>;
  /** Opens it as it is. The caller closes it. */
  open(): Promise<IDBDatabase>;
}

/** What the new database holds, when it is ready to be sealed. */
export interface Built {
  readonly version: ResolvedVersion;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Standing {
  readonly epoch: number;
  readonly sequence: number;
}

/**
 * Builds, seals and switches. The caller holds both locks; `present` is where epoch and sequence stand, `backup` the
 * verified backup of the present data, if there is any.
 * @throws what `build` throws; the new database is then removed and the present one is as it was.
 */
export async function replaceBy(
  ports: ExecutionPorts,
  present: Standing,
  backup: string | null,
  build: (aside: Aside) => Promise<Built>
): Promise<Standing> {
  const { environment, history } = ports;
  const before: Pointer = (await readPointer(history, environment)) ?? {
    current: history.database,
    replaced: [],
    next: null
  };
  const name = await nextName(history, environment, before);
  await writePointer(history, environment, { ...before, next: { name, backup } });
  const aside = asideAt(ports, { ...history, database: name });
  let sealed: Standing;
  try {
    const built = await build(aside);
    sealed = { epoch: present.epoch + 1, sequence: present.sequence + 1 };
    await seal(aside, built, sealed, environment.now().toISOString());
  } catch (error) {
    await abandon(history, environment, name, before);
    throw error;
  }
  await retire(before.current, name, environment);
  try {
    const pointer = switched(before, { name, backup });
    await writePointer(history, environment, pointer);
    if (environment.home?.moving) await environment.home.keep(pointer);
  } catch (error) {
    // The old data goes on; should even that not be written, the next start puts the new data in place.
    await unretire(before.current, environment);
    await abandon(history, environment, name, before);
    throw error;
  }
  return sealed;
}

/** At a start: finishes or undoes a switch that was cut off, and removes what was replaced and is safe in a backup. */
export async function settleGenerations(ports: ExecutionPorts): Promise<void> {
  const { history, environment, log } = ports;
  let pointer = await readPointer(history, environment);
  if (!pointer) return;
  if (pointer.next) {
    const { name } = pointer.next;
    const [built, current] = [await generationOf(name, environment), await generationOf(pointer.current, environment)];
    if (built?.sealed && current?.retiredBy === name) {
      pointer = switched(pointer, pointer.next);
      await writePointer(history, environment, pointer);
      log.add('The last start was cut off while the data was replaced; the new data is in place.');
    } else {
      await abandon(history, environment, name, pointer);
      pointer = { ...pointer, next: null };
      log.add('The last start was cut off while data was being replaced; your data is as it was before.');
    }
  }
  await removeReplaced(ports, pointer);
}

/** A replaced database goes once the present one is good and a verified backup holds what it held. */
async function removeReplaced({ history, environment, log }: ExecutionPorts, pointer: Pointer): Promise<void> {
  if (pointer.replaced.every(({ backup }) => backup === null)) return;
  const present = await generationOf(pointer.current, environment);
  if (!present?.sealed || present.retiredBy !== null) return;
  const verified = new Set(
    (await environment.backups.list()).filter(({ verifiedAt }) => verifiedAt !== null).map(({ id }) => id)
  );
  const gone = new Set<string>();
  for (const { name, backup } of pointer.replaced) {
    if (backup === null || !verified.has(backup)) continue;
    // Another window may still look at it; then it stays until the next start.
    const removed = await deleteDatabase(environment.indexedDB, name).then(
      () => true,
      () => false
    );
    if (removed) gone.add(name);
  }
  if (gone.size === 0) return;
  log.add('The database that was replaced is removed; a verified backup holds what it held.');
  await writePointer(history, environment, {
    ...pointer,
    replaced: pointer.replaced.filter(({ name }) => !gone.has(name))
  });
}

function switched(pointer: Pointer, next: NonNullable<Pointer['next']>): Pointer {
  const replaced = { name: pointer.current, backup: next.backup };
  return { current: next.name, replaced: [...pointer.replaced, replaced], next: null };
}

async function abandon(
  history: History,
  environment: MigrationEnvironment,
  name: string,
  pointer: Pointer
): Promise<void> {
  // What cannot be cleared away now (a full disk) is cleared away at the next start, from the pointer.
  await deleteDatabase(environment.indexedDB, name)
    .then(() => writePointer(history, environment, { ...pointer, next: null }))
    .catch(() => undefined);
}

function asideAt(ports: ExecutionPorts, history: History): Aside {
  const { environment } = ports;
  return {
    ports: { ...ports, history },
    create: (version) => createDatabase(history, environment, version, () => Promise.resolve()),
    async open() {
      const database = await openAsItIs(environment.indexedDB, history.database, environment.lockTimeout);
      if (!database) throw new MigrationError('migrationFailed', 'the database that was being built is gone');
      return database;
    }
  };
}

async function seal(aside: Aside, { version, counts }: Built, standing: Standing, at: string): Promise<void> {
  const database = await aside.open();
  try {
    const transaction = database.transaction(META, 'readwrite', { durability: 'strict' });
    const ended = committed(transaction);
    await putSeal(transaction.objectStore(META), {
      version,
      ...standing,
      counts,
      definitions: { [version.version]: version.checksum },
      completedAt: at,
      touched: []
    });
    await ended;
  } finally {
    database.close();
  }
}
