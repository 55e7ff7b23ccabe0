/** The browser's own surroundings of the engine. Nothing is touched before it is used. */
import { createStore, del, get, set, update, type UseStore } from 'idb-keyval';
import { withRemakeable } from './damage';
import { databaseHome, type DatabaseHome } from './database-home';
import type {
  BackupPort,
  BucketPort,
  CopyPort,
  LockPort,
  MigrationAnnouncement,
  MigrationEnvironment,
  RecordPort,
  SpacePort,
  WitnessPort
} from './ports';
import { done } from './requests';
import type { OutsideEffect } from './types';

export interface EnvironmentParts {
  readonly appVersion: string;
  readonly backups: BackupPort;
  readonly space: SpacePort;
  readonly witness: WitnessPort;
  readonly pointerCopy?: CopyPort;
  /** Name of the small database that holds records, history and log. */
  readonly recordsName: string;
  readonly announce?: (message: MigrationAnnouncement) => void;
  readonly removeEffect?: (effect: OutsideEffect) => Promise<void>;
  readonly lockTimeout?: number;
  readonly window?: string;
}

const LOCK_TIMEOUT = 10_000;

/** Works in a page and in a worker. What is missing is named when a verb needs it, not before. */
export function browserEnvironment(parts: EnvironmentParts): MigrationEnvironment {
  const home = homeOf(parts);
  return {
    ...(home && { home }),
    get indexedDB() {
      return home?.indexedDB ?? present(globalThis.indexedDB, 'IndexedDB');
    },
    get IDBKeyRange() {
      return present(globalThis.IDBKeyRange, 'IndexedDB');
    },
    get locks() {
      return present<LockPort | undefined>(
        globalThis.navigator?.locks as LockPort | undefined,
        'Web Locks (an https page or localhost)'
      );
    },
    records: keyvalRecords(parts.recordsName, home?.indexedDB),
    backups: parts.backups,
    space: parts.space,
    witness: parts.witness,
    ...(parts.pointerCopy && { pointerCopy: parts.pointerCopy }),
    removeEffect: parts.removeEffect ?? removeFile,
    now: () => new Date(),
    elapsed: () => performance.now(),
    randomId: () => crypto.randomUUID(),
    appVersion: parts.appVersion,
    window: parts.window ?? 'this window',
    announce: parts.announce ?? (() => undefined),
    lockTimeout: parts.lockTimeout ?? LOCK_TIMEOUT,
    debug: (line) => console.warn(line)
  };
}

function present<T>(value: T, name: string): NonNullable<T> {
  if (value === undefined || value === null)
    throw new Error(`${name} is not available here, and without it the data cannot be reached.`);
  return value;
}

/** In Chromium; in the types of none. */
interface StorageBuckets {
  keys(): Promise<string[]>;
  open(name: string, options: { durability: 'strict' }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

function homeOf({ pointerCopy, recordsName }: EnvironmentParts): DatabaseHome | null {
  const { storageBuckets } = (globalThis.navigator ?? {}) as { storageBuckets?: StorageBuckets };
  if (storageBuckets === undefined || pointerCopy === undefined) return null;
  const buckets: BucketPort = {
    names: () => storageBuckets.keys(),
    open: async (name) => (await storageBuckets.open(name, { durability: 'strict' })).indexedDB,
    remove: (name) => storageBuckets.delete(name)
  };
  const origin = (): IDBFactory => present(globalThis.indexedDB, 'IndexedDB');
  const prefix = (recordsName.split('_')[0] ?? '').toLowerCase();
  return databaseHome({ origin, buckets, pointerCopy, prefix });
}

/** Records in an idb-keyval store of their own, opened on first use. `home`: where the databases lie, if they ever move. */
export function keyvalRecords(name: string, home?: IDBFactory): RecordPort {
  let store: UseStore | undefined;
  // History and log can be given up; that they cannot be read must not stand between a person and a restore.
  const act = <T>(use: (store: UseStore) => Promise<T>): Promise<T> => {
    if (home !== undefined) return withRemakeable(home, name, (present) => use(storeIn(home, present)));
    present(globalThis.indexedDB, 'IndexedDB');
    return use((store ??= createStore(name, 'records')));
  };
  return {
    get: (key) => act((records) => get(key, records)),
    set: (key, value) => act((records) => set(key, value, records)),
    update: (key, change) => act((records) => update(key, change, records)),
    remove: (key) => act((records) => del(key, records))
  };
}

/** As idb-keyval's own, wherever the databases lie just now; open only while it is used. */
function storeIn(indexedDB: IDBFactory, name: string): UseStore {
  return async (mode, callback) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('records');
    const database = await done(request);
    try {
      return await callback(database.transaction('records', mode).objectStore('records'));
    } finally {
      database.close();
    }
  };
}

async function removeFile(effect: OutsideEffect): Promise<void> {
  const root = await present(globalThis.navigator?.storage, 'Private file storage').getDirectory();
  await root.removeEntry(effect.name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
}
