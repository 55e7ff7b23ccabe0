/** The real engine, backups and history over storage in memory: what a worker has, without a browser. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CopyFolder, WorkerServices } from '../../../src/lib/app/worker/services';
import { ballastProbe, fileWitness } from '../../../src/lib/backup';
import { createBackups } from '../../../src/lib/backup/backups';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/testing';
import {
  createDataset,
  createMigrations,
  findVersion,
  historyUpTo,
  type History,
  type MigrationAnnouncement,
  type MigrationEnvironment,
  type Row
} from '../../../src/lib/migration';
import { memoryLocks, memoryRecords } from '../../../src/lib/migration/testing';
import { history as wholeHistory } from '../../../src/lib/schema';

export interface MemoryServices extends WorkerServices {
  readonly place: MemoryPlace;
  /** Files of documents. */
  readonly files: MemoryPlace;
  readonly announced: MigrationAnnouncement[];
  chooseFolder(folder: CopyFolder | null): void;
  /** Moves the clock. */
  passDays(days: number): void;
  /** The same browser with an app that knows only versions up to this one. */
  olderBuild(version: string): WorkerServices;
}

export function memoryServices(history: History = wholeHistory): MemoryServices {
  const place = memoryPlace();
  const files = memoryPlace();
  const steps = memoryRecords();
  const announced: MigrationAnnouncement[] = [];
  let instant = Date.parse('2024-06-28T12:00:00.000Z');
  const now = (): Date => new Date(instant);
  const locks = memoryLocks();
  let ids = 0;
  const randomId = (): string => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const source = (): Promise<MemoryPlace> => Promise.resolve(place);
  const environment: MigrationEnvironment = {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    locks,
    records: memoryRecords(),
    backups: createBackups({
      place: source,
      schemaOf: (version) => findVersion(history, version)?.stores ?? null,
      now,
      elapsed: () => performance.now(),
      randomId,
      appVersion: '0.1.0',
      locks,
      prefix: 'WealthWise'
    }),
    space: {
      probe: (bytes) => Promise.resolve({ enough: true, available: bytes }),
      estimate: ballastProbe(source).estimate
    },
    witness: fileWitness(source),
    removeEffect: () => Promise.resolve(),
    now,
    elapsed: () => performance.now(),
    randomId,
    appVersion: '0.1.0',
    window: 'test',
    announce: (message) => void announced.push(message),
    lockTimeout: 2_000,
    debug: () => undefined
  };
  let folder: CopyFolder | null = null;
  const bind = (known: History): WorkerServices => ({
    history: known,
    environment,
    migrations: createMigrations(known, environment),
    steps,
    attachments: () => Promise.resolve(files),
    folder: () => Promise.resolve(folder),
    collect: () => {}
  });
  return {
    ...bind(history),
    place,
    files,
    announced,
    chooseFolder: (chosen) => void (folder = chosen),
    passDays: (days) => void (instant += days * 86_400_000),
    olderBuild: (version) => bind(historyUpTo(history, version))
  };
}

/** Creates the portfolio at a version, with rows by store. */
export async function portfolioAt(
  { history, environment }: WorkerServices,
  version: string,
  rows: Readonly<Record<string, readonly Row[]>>
): Promise<void> {
  await createDataset(history, environment, version, async (write) => {
    for (const [store, some] of Object.entries(rows)) await write(store, some);
  });
}

/** Every row of a store as it lies on disk. */
export async function stored({ environment, history }: WorkerServices, store: string): Promise<Row[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = environment.indexedDB.open(history.name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database could not be opened.'));
  });
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const request = database.transaction(store, 'readonly').objectStore(store).getAll() as IDBRequest<Row[]>;
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The store could not be read.'));
    });
  } finally {
    database.close();
  }
}
