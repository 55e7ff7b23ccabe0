/** Everything that touches Dexie: declaring versions, running upgrade hooks, and the fence around every write. */
import Dexie, { type DBCore, type DBCoreTransaction, type Middleware } from 'dexie';
import type { History, ResolvedVersion } from './definition';
import { META, type EpochRow, type SequenceRow } from './engine-stores';
import { MigrationError } from './errors';
import { guardIndexedDB, heldElsewhere } from './guarded-indexeddb';
import { indexName } from './inference';

export interface DatabasePorts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** The open database as the data layer gets it. */
export type Dataset = Dexie;

/** Opens the database at exactly the installed version; every read-write transaction is fenced by the epoch. */
export async function openDataset(
  history: History,
  ports: DatabasePorts,
  installed: ResolvedVersion,
  epoch: number
): Promise<Dexie> {
  const database = declare(history, ports, guardIndexedDB(ports.indexedDB));
  database.version(installed.number).stores(dexieStores(installed));
  database.use(fence(epoch));
  await database.open();
  return database;
}

export type UpgradeHook = (transaction: IDBTransaction) => Promise<void>;

/**
 * One version-change transaction from `from` to the last of `through`. Every version is declared and has its hook; the
 * hook of each but the last leaves its work to the last one, which does all of it in a single pass.
 * @throws what the hook threw; the transaction is then undone and the database is as it was. MigrationError where another
 * connection is not closed within the time that other windows have; nothing is done then, and nothing later either.
 */
export async function runUpgrade(
  history: History,
  ports: DatabasePorts & { readonly lockTimeout: number },
  from: ResolvedVersion,
  through: readonly ResolvedVersion[],
  hook: UpgradeHook
): Promise<void> {
  const target = through.at(-1);
  if (!target) throw new Error('An upgrade needs a version to go to.');
  // Every window has let go, so this is rare: a tab that froze before it closed its connection, or one that a browser
  // lost track of (WebKit, when a page is left while it opens a database).
  const waiting = new AbortController();
  const permit = {
    from: from.native,
    to: target.native,
    wanted: waiting.signal,
    onBegun: () => clearTimeout(clock)
  };
  const database = declare(history, ports, guardIndexedDB(ports.indexedDB, permit));
  const clock = setTimeout(() => {
    const cause = heldElsewhere(history.database, ports.lockTimeout);
    const advice = 'Nothing was changed. Close the other windows of this app and try again';
    waiting.abort(new MigrationError('migrationFailed', `${cause.message} ${advice}`, { cause }));
    database.close({ disableAutoOpen: true });
  }, ports.lockTimeout);
  database.version(from.number).stores(dexieStores(from));
  let failure: { readonly error: unknown } | null = null;
  let ran = false;
  for (const version of through) {
    const before = history.versions[version.number - 2];
    const removed = before && version === target ? storesGone([from, ...through], version) : {};
    // Stores that go are kept until the last hook has read them.
    const kept = version === target ? {} : storesKept([from, ...through], version);
    database
      .version(version.number)
      .stores({ ...kept, ...dexieStores(version), ...removed })
      .upgrade((transaction) => {
        if (version !== target) return undefined;
        ran = true;
        const native = transaction.idbtrans;
        // Outside Dexie's zone: the hook speaks to the native transaction, and its promises are the platform's.
        return new Dexie.Promise<void>((resolve, reject) => {
          Dexie.ignoreTransaction(() => {
            hook(native).then(resolve, (error: unknown) => {
              failure = { error };
              reject(error);
            });
          });
        });
      });
  }
  try {
    await database.open();
  } catch (error) {
    waiting.signal.throwIfAborted();
    throw failure ? (failure as { error: unknown }).error : error;
  } finally {
    clearTimeout(clock);
    database.close({ disableAutoOpen: true });
  }
  if (!ran) throw new DOMException('Another window changed the database first.', 'VersionError');
}

/** Creates the database directly at a version; `fill` runs in the creating transaction. */
export async function createDatabase(
  history: History,
  ports: DatabasePorts,
  version: ResolvedVersion,
  fill: UpgradeHook
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = guardIndexedDB(ports.indexedDB, { from: 0, to: version.native }).open(
      history.database,
      version.native
    );
    let failure: unknown = null;
    let created = false;
    request.onupgradeneeded = () => {
      const transaction = request.transaction;
      if (!transaction) return;
      created = true;
      for (const [name, definition] of Object.entries(version.stores)) {
        const store = request.result.createObjectStore(name, { keyPath: definition.keyPath as string | string[] });
        for (const index of definition.indexes) {
          store.createIndex(indexName(index.keyPath), index.keyPath as string | string[], {
            unique: index.unique ?? false,
            multiEntry: index.multiEntry ?? false
          });
        }
      }
      fill(transaction).catch((error: unknown) => {
        failure = error;
        transaction.abort();
      });
    };
    request.onsuccess = () => {
      request.result.close();
      if (created) resolve();
      else reject(new DOMException(`'${history.database}' exists already.`, 'ConstraintError'));
    };
    request.onerror = () =>
      reject(failure ?? request.error ?? new DOMException('The database could not be created.', 'UnknownError'));
  });
}

function declare(history: History, ports: DatabasePorts, guarded: IDBFactory): Dexie {
  const database = new Dexie(history.database, {
    indexedDB: guarded,
    IDBKeyRange: ports.IDBKeyRange,
    autoOpen: false,
    chromeTransactionDurability: 'strict'
  });
  // Another window wants to upgrade: let go, and never come back by itself.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    return false;
  });
  return database;
}

/** Dexie's own notation of the stores of a version. */
export function dexieStores(version: ResolvedVersion): Record<string, string> {
  const stores: Record<string, string> = {};
  for (const [name, definition] of Object.entries(version.stores)) {
    const indexes = definition.indexes.map(
      (index) => `${index.unique ? '&' : ''}${index.multiEntry ? '*' : ''}${indexName(index.keyPath)}`
    );
    stores[name] = [indexName(definition.keyPath), ...indexes].join(',');
  }
  return stores;
}

function storesGone(all: readonly ResolvedVersion[], target: ResolvedVersion): Record<string, null> {
  const gone: Record<string, null> = {};
  for (const version of all)
    for (const name of Object.keys(version.stores)) if (!(name in target.stores)) gone[name] = null;
  return gone;
}

function storesKept(all: readonly ResolvedVersion[], version: ResolvedVersion): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const earlier of all) {
    if (earlier.number < version.number) Object.assign(kept, dexieStores(earlier));
  }
  return kept;
}

/** Thrown by any write of a window whose data has since been migrated, restored or rolled back elsewhere. */
export class StaleWriterError extends Error {
  constructor() {
    super('This window still shows an older state of your data, so nothing was written. Reload it to go on.');
    this.name = 'StaleWriterError';
  }
}

/**
 * Adds `_meta` to every read-write transaction, checks the epoch before its first change, and counts the transaction in
 * the sequence. Even a window that missed every message cannot write past a migration.
 */
function fence(epoch: number): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'epoch-fence',
    create(core) {
      const checked = new WeakMap<DBCoreTransaction, Promise<void>>();
      const meta = core.table(META);
      const check = async (transaction: DBCoreTransaction): Promise<void> => {
        const [now, sequence] = (await meta.getMany({ trans: transaction, keys: ['epoch', 'sequence'] })) as [
          EpochRow | undefined,
          SequenceRow | undefined
        ];
        if ((now?.value ?? 0) !== epoch) {
          transaction.abort();
          throw new StaleWriterError();
        }
        const row: SequenceRow = { key: 'sequence', value: (sequence?.value ?? 0) + 1 };
        await meta.mutate({ trans: transaction, type: 'put', values: [row] });
      };
      return {
        ...core,
        transaction(stores, mode, options) {
          return core.transaction(
            mode === 'readwrite' && !stores.includes(META) ? [...stores, META] : stores,
            mode,
            options
          );
        },
        table(name) {
          const table = core.table(name);
          return {
            ...table,
            mutate(request) {
              let checking = checked.get(request.trans);
              if (!checking) {
                checking = check(request.trans);
                checked.set(request.trans, checking);
              }
              return checking.then(() => table.mutate(request));
            }
          };
        }
      };
    }
  };
}
