/** Backups as they are listed, kept, compared and restored. */

export type BackupPlaceName = 'opfs' | 'cache' | 'folder' | 'download';

/** What led to a backup. */
export type BackupOccasion = 'manual' | 'migration' | 'restore' | 'rollback' | 'import' | 'delete' | 'daily';

export interface BackupInfo {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly dataVersion: string;
  readonly reason: string;
  /** Absent in files of format 1. */
  readonly occasion?: BackupOccasion;
  /** Number of writes that the database had seen; absent in files of format 1. */
  readonly sequence?: number;
  readonly place: BackupPlaceName;
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly digest: string;
  readonly verifiedAt: string | null;
  readonly pinned: boolean;
  readonly encrypted: boolean;
  readonly keptBecause: readonly string[];
  readonly leavesOn: string | null;
}

export interface RetentionPlan {
  /** The same backups in the same order, with `keptBecause` and `leavesOn` filled in. */
  readonly backups: readonly BackupInfo[];
  /** Those that go when cleaning runs, in the same order; none while it is suspended. */
  readonly leaving: readonly BackupInfo[];
  /** Bytes that cleaning would free. */
  readonly freeable: number;
  /** Why nothing is removed at present; null when cleaning is as usual. */
  readonly suspended: string | null;
}

export interface PruneResult {
  readonly removed: readonly BackupInfo[];
  /** Bytes. */
  readonly freed: number;
  /** Why nothing was removed; null when cleaning is as usual. */
  readonly suspended: string | null;
}

export interface BackupVerification {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly rows: number;
  readonly seconds: number;
  /** `structural` for data newer than this app. */
  readonly depth: 'full' | 'structural';
}

/** How records of one store differ, by their keys and in the shape of the newer version. */
export interface StoreDifference {
  /** In the backup, and not in the present data. */
  readonly onlyInBackup: number;
  /** In the present data, and not in the backup. */
  readonly onlyInPresent: number;
  readonly changed: number;
  readonly same: number;
}

/** What a backup holds and what restoring it would change; nothing was touched to find out. */
export interface RestorePreview {
  readonly backup: BackupInfo;
  readonly verification: BackupVerification;
  /** Version that the data has after the restore, unless it is kept at its own. */
  readonly targetVersion: string;
  readonly records: number;
  /** Null where there is no present data that can be read. */
  readonly present: { readonly version: string; readonly records: number } | null;
  /** By store; empty where there is nothing to compare with. */
  readonly differences: Readonly<Record<string, StoreDifference>>;
}

/** What a rollback would do and what would be lost by it. */
export interface RollbackPreview {
  readonly fromVersion: string;
  readonly toVersion: string;
  /** Where the older records come from; null: made from the present ones alone. */
  readonly backup: BackupInfo | null;
  /** Later edits are brought along: every step between can be undone record by record. */
  readonly carriesEdits: boolean;
  /** Records of stores that the older version does not have, by store. They stay in the backup made before. */
  readonly lost: Readonly<Record<string, number>>;
  /** Against the backup; empty without one. */
  readonly differences: Readonly<Record<string, StoreDifference>>;
}
