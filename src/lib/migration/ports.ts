/**
 * What the engine needs of its surroundings. The browser's are the default (`environment.ts`); tests bring their own.
 */
import type { StoreDefinition } from './definition-types';
import type {
  BackupInfo,
  BackupOccasion,
  BackupVerification,
  OutsideEffect,
  PruneResult,
  RetentionPlan
} from './types';

/** The part of the Web Locks API that is used. */
export interface LockPort {
  request<T>(
    name: string,
    options: { mode?: 'exclusive' | 'shared'; ifAvailable?: boolean; signal?: AbortSignal },
    callback: (lock: { name: string } | null) => Promise<T>
  ): Promise<T>;
  query(): Promise<{
    held?: { name?: string; clientId?: string; mode?: string }[];
    pending?: { name?: string; clientId?: string; mode?: string }[];
  }>;
}

/** Small named values outside the portfolio database: the version record, history, log, journal. */
export interface RecordPort {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  update<T>(key: string, change: (value: T | undefined) => T): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A number of records, or where it is not exact, at least so many. */
export interface QuickCount {
  readonly count: number;
  readonly exact: boolean;
}

/** A database as it stands, to be read whole. Nobody writes it while it is read, or `sequence` changes. */
export interface SnapshotSource {
  readonly dataVersion: string;
  /** Every store in the order it is written, engine-owned `quarantine` included, `_meta` excluded. */
  readonly stores: readonly { readonly name: string; readonly definition: StoreDefinition }[];
  /** Number of records per store (entries, where a store is packed). */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** What can be said of that without reading: of some packed stores only how many rows hold the records. */
  quickCounts(): Promise<Readonly<Record<string, QuickCount>>>;
  /** Number of writes so far; a snapshot taken while it changed is taken again. */
  sequence(): Promise<number>;
  /** Physical rows in key order, in batches bounded by count and bytes; the next is read once the promise settles. */
  read(store: string, onBatch: (rows: readonly Record<string, unknown>[]) => void | Promise<void>): Promise<void>;
}

export interface BackupRequest {
  readonly reason: string;
  /** What led to it; decides how long it is kept. */
  readonly occasion?: BackupOccasion;
  readonly signal?: AbortSignal;
  /** Fraction 0 to 1 of writing and verifying, by records. */
  readonly onProgress?: (fraction: number, message: string) => void;
}

/** Digests of what a snapshot holds: of each store, over the canonical lines of its records. */
export interface VerifiedBackup {
  readonly info: BackupInfo;
  readonly digests: Readonly<Record<string, string>>;
}

export interface BackupPort {
  /** Writes a snapshot, reads it back whole, and only then lists it. Throws `backupFailed`, leaving nothing behind. */
  create(source: SnapshotSource, request: BackupRequest): Promise<VerifiedBackup>;
  list(): Promise<readonly BackupInfo[]>;
  verify(id: string): Promise<BackupVerification>;
  /** @throws MigrationError for the last verified backup that holds anything, unless `force`. */
  remove(id: string, how?: { readonly force?: boolean }): Promise<void>;
  /** A pinned backup is never removed by itself. Known to the list alone, not to the file. */
  setPinned(id: string, pinned: boolean): Promise<void>;
  /** What is kept, why, and what cleaning would free. */
  retention(presentVersion: string | null): Promise<RetentionPlan>;
  /** Removes what retention lets go. */
  prune(presentVersion: string | null): Promise<PruneResult>;
  /** The bytes of a backup, as they lie. */
  open(id: string): Promise<Blob>;
  /** Reads a backup file whole. @throws MigrationError with the reason when anything is wrong with it. */
  check(file: Blob, options?: CheckOptions): Promise<CheckedSnapshot>;
  /** The digest of each store as it stands, taken the way a snapshot takes it. */
  digests(
    source: Pick<SnapshotSource, 'stores' | 'read'>,
    stores: readonly string[]
  ): Promise<Readonly<Record<string, string>>>;
  /** Bytes that a snapshot of this many bytes of JSON text takes at most. */
  estimateBytes(jsonBytes: number): number;
}

export interface CheckOptions {
  readonly passphrase?: string;
  readonly signal?: AbortSignal;
  /** Fraction 0 to 1, by records. */
  readonly onProgress?: (fraction: number, message: string) => void;
}

/** A backup file that was read whole and found right. */
export interface CheckedSnapshot {
  readonly info: BackupInfo;
  readonly verification: BackupVerification;
  /** Digests per store, as the footer states and as they were found. */
  readonly digests: Readonly<Record<string, string>>;
  /** Physical rows in the order of the file; the next batch once the promise settles. Only of a known data version. */
  rows(onRows: (store: string, rows: readonly Record<string, unknown>[]) => void | Promise<void>): Promise<void>;
}

export interface SpacePort {
  /** Writes and removes a ballast of this many bytes. `available`: what could be written before a refusal, or `bytes`. */
  probe(bytes: number): Promise<{ enough: boolean; available: number }>;
  /** Bytes the browser says are free; a hint. Null where it cannot say. */
  estimate(): Promise<number | null>;
}

/** Remembers outside the database what was last seen in it, so that loss is noticed. */
export interface WitnessPort {
  read(): Promise<Witness | null>;
  write(witness: Witness): Promise<void>;
}

export interface Witness {
  readonly version: string;
  readonly sequence: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly at: string;
}

/** A copy of a small record, kept where an injury to IndexedDB does not reach. */
export interface CopyPort {
  read(): Promise<unknown>;
  write(value: unknown): Promise<void>;
}

/** Storage Buckets, as far as they are used. */
export interface BucketPort {
  names(): Promise<readonly string[]>;
  /** The IndexedDB of a bucket, which is made where it is not there. */
  open(name: string): Promise<IDBFactory>;
  remove(name: string): Promise<void>;
}

/** Where the databases lie: with the origin, or in a bucket once none of the origin's opens any more. */
export interface HomePort {
  /** Goes to where the copy of the pointer says: another window may have moved. */
  settle(): Promise<void>;
  /**
   * Moves into a fresh bucket where no database opens, not even one with the name `probe`. Nothing is told of it before
   * {@link keep}. False where something opens: then everything stays where it is.
   */
  moveOut(probe: string): Promise<boolean>;
  /** True between {@link moveOut} and {@link keep} or {@link stay}. */
  readonly moving: boolean;
  /** From now on the data is there. */
  keep(pointer: object): Promise<void>;
  /** Undoes {@link moveOut}. */
  stay(): Promise<void>;
  /** The copy of a pointer, which names the bucket. */
  inCopy(pointer: object): object;
}

export interface MigrationEnvironment {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly locks: LockPort;
  readonly records: RecordPort;
  readonly backups: BackupPort;
  readonly space: SpacePort;
  readonly witness: WitnessPort;
  /** Of the pointer to the present database; without one there is no copy. */
  readonly pointerCopy?: CopyPort;
  /** Without one the databases never leave the origin's own place. */
  readonly home?: HomePort;
  /** Removes an outside effect of a step. */
  removeEffect(effect: OutsideEffect): Promise<void>;
  now(): Date;
  /** Milliseconds that only go forward. */
  elapsed(): number;
  randomId(): string;
  readonly appVersion: string;
  /** Names this window in messages to others. */
  readonly window: string;
  /** Tells the other windows; never awaited. */
  announce(message: MigrationAnnouncement): void;
  /** Milliseconds to wait for the other windows to let go of the database. */
  readonly lockTimeout: number;
  /** Debug lines, when debug mode is on. */
  debug(line: string): void;
}

export type MigrationAnnouncement =
  | { readonly type: 'prepare'; readonly from: string; readonly to: string }
  | { readonly type: 'progress'; readonly fraction: number; readonly message: string }
  | { readonly type: 'done'; readonly version: string; readonly epoch: number }
  | { readonly type: 'aborted'; readonly reason: string };
