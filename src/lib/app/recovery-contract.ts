/** What the screens know of getting data back, keeping it safe, and taking it elsewhere. */
import type { BackupInfo, MigrationReport, RestorePreview as DataPreview, RollbackPreview } from '../migration';
import type { Failure } from './contract';

export type { RollbackPreview, StoreDifference } from '../migration';

/** The preview of the data, and what only this app can say of it. */
export interface RestorePreview extends DataPreview {
  /** In the base currency of the backup; null where it cannot be worked out. */
  readonly netWorth: { readonly amount: string; readonly currency: string } | null;
  /** The file's name, or the backup's. */
  readonly name: string;
  /** Null where no record of it names a file, or that cannot be told. */
  readonly attachments: AttachmentsPreview | null;
}

/** Where the files are that the records of a backup name. */
export interface AttachmentsPreview {
  /** Where those lie that come with the backup. */
  readonly from: 'file' | 'folder';
  /** Those in the file that was opened, or beside it in the folder: they are put back with the records. */
  readonly inFile: readonly { readonly id: string; readonly name: string }[];
  /** Of those, together. */
  readonly bytes: number;
  /** How many are in this browser already, and do not come with the backup. */
  readonly here: number;
  /** Names of those that are in neither. */
  readonly missing: readonly string[];
}

/** What came of a restore; with `attachments` where files were to be put back. */
export interface RestoreReport extends MigrationReport {
  readonly attachments?: {
    /** How many are here and right by their digest. */
    readonly restored: number;
    /** Names of those that could not be kept, for want of space or because it was cancelled. */
    readonly failed: readonly string[];
  };
}

/** Files that the app keeps for documents, all together. */
export interface KeptAttachments {
  readonly count: number;
  readonly bytes: number;
}

/** What a copy of a backup took along; all zero without attachments. */
export interface CopyTaken extends KeptAttachments {
  /** Names of files that its records name, and that are not in this browser, or damaged. */
  readonly missing: readonly string[];
}

export interface Progress {
  readonly fraction: number;
  readonly message: string;
}

export type RestoreState =
  | { readonly kind: 'idle' }
  /** The file is read whole; nothing is touched. */
  | ({ readonly kind: 'checking'; readonly name: string } & Progress)
  /** Encrypted: needs its passphrase. `wrong`: the last one did not open it. */
  | { readonly kind: 'locked'; readonly name: string; readonly wrong: boolean }
  /** Not a backup, damaged, or newer than this app. Nothing was changed. */
  | { readonly kind: 'refused'; readonly name: string; readonly failure: Failure }
  | { readonly kind: 'preview'; readonly preview: RestorePreview }
  | ({ readonly kind: 'running'; readonly preview: RestorePreview; readonly cancelling: boolean } & Progress)
  | { readonly kind: 'failed'; readonly preview: RestorePreview; readonly failure: Failure }
  /** `undo`: the backup of what was replaced. */
  | { readonly kind: 'succeeded'; readonly report: RestoreReport; readonly undo: BackupInfo | null };

export interface RestoreChoice {
  /** `merge`: only what is missing is added. */
  readonly mode: 'replace' | 'merge';
  /** Leaves the data at the backup's own version. */
  readonly keepVersion: boolean;
}

/** `lost`: the browser has closed it again, or it is gone. `open`: with what lies in it, whoever put it there. */
export type FolderBackups =
  | { readonly kind: 'unsupported' | 'none' }
  | { readonly kind: 'lost'; readonly name: string }
  | { readonly kind: 'open'; readonly name: string; readonly backups: readonly BackupInfo[] };

/** Getting data back from a backup: `restore.svelte.ts`. */
export interface Restore {
  readonly state: RestoreState;
  /** The owner's folder; null until it was looked into. */
  readonly folder: FolderBackups | null;
  lookIntoFolder(): Promise<void>;
  /** Lets the person pick a folder; only from a click. */
  chooseFolder(): Promise<void>;
  /** Asks for access to the known folder again; only from a click. Throws a sentence for people. */
  reconnectFolder(): Promise<void>;
  chooseBackup(id: string): Promise<void>;
  /** By its name in the folder. */
  chooseCopy(name: string): Promise<void>;
  chooseFile(file: File): Promise<void>;
  unlock(passphrase: string): Promise<void>;
  run(choice: RestoreChoice): Promise<void>;
  /** Stops checking or restoring; the data stays as it was. */
  cancel(): void;
  /** Back to `idle`. */
  leave(): void;
}

export type RollbackState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly to: string }
  | { readonly kind: 'preview'; readonly preview: RollbackPreview }
  | ({ readonly kind: 'running'; readonly preview: RollbackPreview; readonly cancelling: boolean } & Progress)
  | { readonly kind: 'failed'; readonly to: string; readonly failure: Failure }
  | { readonly kind: 'succeeded'; readonly report: MigrationReport };

/** Going back to an older data version: `rollback.svelte.ts`. */
export interface Rollback {
  readonly state: RollbackState;
  /** Supported versions older than the present one, newest first. */
  readonly targets: readonly string[];
  look(to: string): Promise<void>;
  run(): Promise<void>;
  cancel(): void;
  leave(): void;
}

export interface HealthFinding {
  readonly area: 'records' | 'references' | 'sums' | 'attachments' | 'backups' | 'copies' | 'space';
  readonly level: 'good' | 'note' | 'problem';
  /** What was found, for people. */
  readonly sentence: string;
  readonly details: readonly string[];
  /** What to do; null when nothing is to be done. */
  readonly remedy: string | null;
}

export interface HealthReport {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly dataVersion: string;
  readonly records: number;
  readonly findings: readonly HealthFinding[];
}

export type HealthState =
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'running' } & Progress)
  | { readonly kind: 'done'; readonly report: HealthReport }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** "Check my data": `health.svelte.ts`. */
export interface Health {
  readonly state: HealthState;
  check(): Promise<void>;
  cancel(): void;
  /** The report as text, without amounts or names, handed to the browser's downloads. */
  save(): void;
}

/** `lost`: the browser has closed it again, or it is gone. */
export type FolderState =
  | { readonly kind: 'unsupported' | 'none' }
  /** `lastCopy`: ISO 8601; null where none is known. */
  | { readonly kind: 'connected' | 'lost'; readonly name: string; readonly lastCopy: string | null };

/** Whether copies lie outside this browser, and whether the browser promises to keep what is inside. */
export interface Safekeeping {
  /** ISO 8601; null: never. */
  readonly lastCopyOutside: string | null;
  /** The last copy outside is older than 14 days, or was never made, and there is data. */
  readonly nudge: boolean;
  /** Null where the browser does not say. */
  readonly persisted: boolean | null;
  readonly folder: FolderState;
}

/** Taking data elsewhere: `copies.svelte.ts`. Each throws an Error with a sentence for people. */
export interface Copies {
  readonly safekeeping: Safekeeping;
  load(): Promise<void>;
  /** Asks the browser to keep the data even when space runs short. */
  persist(): Promise<boolean>;
  /** Lets the person pick a folder; only from a click. */
  chooseFolder(): Promise<void>;
  /** Asks for access to the known folder again; only from a click. */
  reconnectFolder(): Promise<void>;
  /** What lies there stays. */
  forgetFolder(): Promise<void>;
  /** Writes what is missing there, and reads every copy back from there. */
  copyToFolder(onProgress: (fraction: number, message: string) => void): Promise<void>;
  /** Downloads a backup as it is, encrypted with a passphrase, or in one zip with the files that its records name. */
  download(id: string, passphrase?: string, attachments?: boolean): Promise<CopyTaken | null>;
  readonly canShare: boolean;
  share(id: string): Promise<void>;
  /** One CSV file per store, in one zip. */
  exportCsv(): Promise<void>;
  /** The plain JSON of the backup format. */
  exportJson(): Promise<void>;
  strengthOf(passphrase: string): Promise<{ bits: number; level: 'weak' | 'fair' | 'strong'; hint: string }>;
}

/** Why each backup is kept, and what cleaning would do. */
export interface Retention {
  /** Bytes that cleaning would free now. */
  readonly freeable: number;
  /** Ids of backups that cleaning would remove. */
  readonly leaving: readonly string[];
  /** Why nothing is removed at present; null when cleaning is as usual. */
  readonly suspended: string | null;
}
