/** The browser's own surroundings of the engine. Nothing is touched before it is used. */
import { createStore, del, get, set, update } from 'idb-keyval';
import type {
  BackupPort,
  CopyPort,
  LockPort,
  MigrationAnnouncement,
  MigrationEnvironment,
  RecordPort,
  SpacePort,
  WitnessPort
} from './ports';
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
  return {
    get indexedDB() {
      return present(globalThis.indexedDB, 'IndexedDB');
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
    records: keyvalRecords(parts.recordsName),
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

/** Records in an idb-keyval store of their own, opened on first use. */
export function keyvalRecords(name: string): RecordPort {
  let store: ReturnType<typeof createStore> | undefined;
  const open = (): ReturnType<typeof createStore> => {
    present(globalThis.indexedDB, 'IndexedDB');
    return (store ??= createStore(name, 'records'));
  };
  return {
    get: async (key) => get(key, open()),
    set: async (key, value) => set(key, value, open()),
    update: async (key, change) => update(key, change, open()),
    remove: async (key) => del(key, open())
  };
}

async function removeFile(effect: OutsideEffect): Promise<void> {
  const root = await present(globalThis.navigator?.storage, 'Private file storage').getDirectory();
  await root.removeEntry(effect.name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
}
