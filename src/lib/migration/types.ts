/** The public types of the migration library. */
import type { BackupInfo, BackupVerification } from './backup-types';
import type { MigrationErrorCode } from './errors';

export type MigrationType = 'lightweight' | 'heavyweight' | 'dataTransformation' | 'storageEngine';

/** Something a step leaves outside the transaction, named before the transaction begins so that it can be undone. */
export interface OutsideEffect {
  /** `file`: a file in the origin's private file system. */
  readonly kind: 'file';
  readonly name: string;
}

/** What a step's `rollback` gets: the journal of its outside effects. No store is reachable from here. */
export interface OutsideEffects {
  readonly planned: readonly OutsideEffect[];
  /** Removes one planned effect; removing what is not there is fine. */
  remove(effect: OutsideEffect): Promise<void>;
}

/** The rows of a store, read in batches. The callback is synchronous: nothing can be awaited in it. */
export interface RowSource<T> {
  /** Calls back for every batch; resolves with the number of rows. */
  each(batch: (rows: readonly T[]) => undefined | void): Promise<number>;
  count(): Promise<number>;
}

/** `never` for promises: a transform is pure and synchronous. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** All that a step can reach: reads and writes of this transaction, and nothing else to await. */
export interface StepContext {
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly signal: AbortSignal;
  /** The one instant of this migration, ISO 8601 UTC. */
  readonly instant: string;
  /** A UUID v8 made from (step, source id, ordinal). */
  id(source: string, ordinal?: number): string;
  rows<T = Record<string, unknown>>(store: string): RowSource<T>;
  /** Replaces each row by what `transform` returns; `undefined` keeps it. Resolves with the number of rows changed. */
  map<A = Record<string, unknown>, B = A>(
    store: string,
    transform: (row: A) => Synchronous<B> | undefined
  ): Promise<number>;
  put(store: string, rows: readonly unknown[]): Promise<void>;
  quarantine(store: string, row: unknown, reason: string): Promise<void>;
  progress(done: number, total: number): void;
}

export interface MigrationStep {
  /** Named by intention: `PopulateCurrencyExposure`. */
  readonly name: string;
  /** What a person reads while it runs. */
  readonly description: string;
  /** Reads and writes of this transaction only. */
  execute(context: StepContext): Promise<void>;
  /** Right after `execute`, in the same transaction; throwing fails the step. */
  validate?(context: StepContext): Promise<void>;
  /** After the abort: no store access, idempotent, from the journal of outside effects. */
  rollback?(effects: OutsideEffects): Promise<void>;
  /** What the step will leave outside the transaction; journalled before the transaction begins. */
  readonly effects?: readonly OutsideEffect[];
}

export interface MigrationPlan {
  readonly fromVersion: string;
  readonly toVersion: string;
  /** Of one hop its own; of several the heaviest, custom work counting as `heavyweight`. */
  readonly migrationType: MigrationType;
  /** Nominal seconds. */
  readonly estimatedTime: number;
  readonly backupRequired: boolean;
  /** Of several hops: all of theirs, then `FinalValidation`. */
  readonly customMigrationSteps: readonly MigrationStep[];
  readonly description: string;
}

export interface MigrationStatus {
  readonly currentVersion: string;
  readonly latestVersion: string;
  readonly migrationNeeded: boolean;
  readonly isUpToDate: boolean;
  /** 0 for a version that is not supported. */
  readonly versionsBehind: number;
  readonly lastMigrationDate: Date | null;
}

export interface RowProblem {
  readonly store: string;
  readonly key: unknown;
  readonly field: string;
  readonly reason: string;
}

export interface RowCounts {
  readonly total: number;
  readonly touched: number;
  readonly created: number;
  readonly invalid: number;
}

export interface MigrationAnalysis {
  readonly rowsByStore: Readonly<Record<string, RowCounts>>;
  readonly invalidRows: readonly RowProblem[];
  readonly samples: readonly { store: string; before: unknown; after: unknown }[];
  /** Measured on this device from a sample of this data. */
  readonly estimatedSeconds: number;
  readonly backupBytes: number;
  readonly spaceNeeded: number;
  /** Bytes; null where this browser cannot say. */
  readonly spaceAvailable: number | null;
}

export interface StepTiming {
  readonly step: string;
  readonly state: 'done' | 'failed' | 'notRun';
  readonly seconds: number;
  readonly rows: number;
}

export type * from './backup-types';

export interface ConservedComparison {
  readonly account: string;
  readonly currency: string;
  /** What is compared: `cash`, `cost basis`, `holding`, `stated value`. */
  readonly measure: string;
  readonly before: string;
  readonly after: string;
}

export interface MigrationReport {
  readonly outcome: 'completed' | 'rolledBack' | 'restored';
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly backup: BackupInfo | null;
  readonly steps: readonly StepTiming[];
  readonly countsBefore: Readonly<Record<string, number>>;
  readonly countsAfter: Readonly<Record<string, number>>;
  readonly conserved: readonly ConservedComparison[];
  readonly quarantined: number;
  readonly seconds: number;
}

export interface MigrationHistoryEntry {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly path: 'direct' | 'incremental' | 'restore' | 'rollback';
  readonly outcome: 'completed' | 'failed' | 'cancelled' | 'rolledBack' | 'interrupted';
  readonly steps: readonly StepTiming[];
  /** Data version → checksum of its definition. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly backupId: string | null;
  readonly error?: { readonly code: MigrationErrorCode; readonly message: string };
  readonly appVersion: string;
}

/** From 0 to 1, never backwards: 0, 0.1 backup made, 0.2–0.9 work, 0.9 validation, 1 done. */
export type ProgressHandler = (fraction: number, message: string) => void;

export interface ExecuteOptions {
  readonly signal?: AbortSignal;
  /** `direct` (default): one transaction over all hops. `incremental`: one per hop, ends at the last completed one. */
  readonly path?: 'direct' | 'incremental';
  /** What to do with rows that fail the schema of their own version: `stop` (default) or move them to `quarantine`. */
  readonly invalidRows?: 'stop' | 'quarantine';
}

export interface RestoreOptions {
  readonly keepVersion?: boolean;
  readonly mode?: 'replace' | 'merge';
  readonly passphrase?: string;
  readonly signal?: AbortSignal;
}

/** The verbs of the library, bound to one history and one environment. */
export interface DataModelMigrations {
  /** `'1.0.0'` when nothing is stored. */
  getCurrentDataVersion(): Promise<string>;
  /** Writes the published record and its date; never touches data. */
  setDataVersion(version: string): Promise<void>;
  migrationNeeded(): Promise<boolean>;
  getMigrationStatus(): Promise<MigrationStatus>;
  /** Every forward pair of supported versions; else throws `incompatibleVersion`. Pure. */
  getMigrationPlan(from: string, to: string): MigrationPlan;
  /** Every issue found, not the first. Pure. */
  validateMigrationPath(from: string, to: string): { isValid: boolean; issues: string[] };
  /** A dry run: writes nothing to the portfolio. */
  analyzeMigration(plan: MigrationPlan): Promise<MigrationAnalysis>;
  executeMigration(
    plan: MigrationPlan,
    onProgress?: ProgressHandler,
    options?: ExecuteOptions
  ): Promise<MigrationReport>;
  createDataBackup(reason?: string): Promise<BackupInfo>;
  listBackups(): Promise<readonly BackupInfo[]>;
  verifyBackup(id: string): Promise<BackupVerification>;
  /** `source`: the id of a backup, or a file. All or nothing: the present data is replaced by one switch at the end. */
  restoreFromBackup(
    source: string | Blob,
    onProgress?: ProgressHandler,
    options?: RestoreOptions
  ): Promise<MigrationReport>;
  /** Back to an older version; the present state is backed up first. @throws MigrationError `rollbackFailed`. */
  rollbackMigration(
    to: string,
    onProgress?: ProgressHandler,
    options?: { readonly signal?: AbortSignal }
  ): Promise<MigrationReport>;
  listQuarantine(): Promise<readonly (RowProblem & { row: unknown })[]>;
  /** Rows that now satisfy their schema go back to their store; resolves with how many. */
  restoreFromQuarantine(keys: readonly unknown[]): Promise<number>;
  getMigrationHistory(): Promise<readonly MigrationHistoryEntry[]>;
  /** `[ISO 8601 time] message` lines; `No logs available` when there are none. */
  getMigrationLogs(): Promise<string>;
  debugMode: boolean;
}
