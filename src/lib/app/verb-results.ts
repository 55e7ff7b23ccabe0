/** What the worker answers to each verb of the protocol. All of it can be cloned from thread to thread. */
import type {
  BackupInfo,
  BackupVerification,
  MigrationAnalysis,
  MigrationHistoryEntry,
  MigrationReport,
  MigrationStatus,
  PruneResult,
  RollbackPreview,
  RowProblem,
  Witness
} from '../migration';
import type { FigureAnswer } from '../domain';
import type { Verb } from '../protocol';
import type {
  AssetBackground,
  ChangedRecord,
  CopyTaken,
  FolderBackups,
  FolderState,
  HealthReport,
  ImportColumns,
  ImportRows,
  ImportSummary,
  KeptAttachments,
  RecordLists,
  RecordProblem,
  RemovalPlan,
  RestorePreview,
  RestoreReport,
  Retention,
  UndoStep,
  UpgradePlan,
  VersionNews
} from './contract';

/** What was found under our name, as the gate needs to know it. */
export type Finding =
  | { readonly kind: 'absent' }
  /** Nothing, less, or older than what this browser has seen. */
  | {
      readonly kind: 'missing';
      readonly lastSeen: Witness | null;
      readonly found: 'nothing' | 'less' | 'damaged' | 'closed';
      /** Best first. */
      readonly backups: readonly BackupInfo[];
    }
  | { readonly kind: 'newer'; readonly dataVersion: string }
  | { readonly kind: 'foreign' | 'drift'; readonly problems: readonly string[] }
  /** Its verification failed, or it was never marked as completed: nothing may be written. */
  | { readonly kind: 'unverified'; readonly problems: readonly string[]; readonly backup: BackupInfo | null }
  | {
      readonly kind: 'supported';
      readonly status: MigrationStatus;
      readonly epoch: number;
      /** To the newest version; null when the data is there already. */
      readonly plan: UpgradePlan | null;
      /** The last attempt, when it was cut off and the data is still older than it was to become. */
      readonly interrupted: MigrationHistoryEntry | null;
    };

export interface ArchiveContent {
  /** Null where the data cannot be opened. */
  readonly status: MigrationStatus | null;
  readonly history: readonly MigrationHistoryEntry[];
  readonly log: string;
  readonly backups: readonly BackupInfo[];
  readonly retention: Retention;
  readonly quarantine: readonly (RowProblem & { row: unknown })[];
  readonly attachments: KeptAttachments;
}

export interface Diagnosis {
  readonly status: MigrationStatus | null;
  readonly history: readonly MigrationHistoryEntry[];
  readonly log: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Which steps can be taken back and done again. */
export interface StepsLeft {
  readonly undoable: UndoStep | null;
  readonly redoable: UndoStep | null;
  readonly note: string | null;
}

/** What came of writing records: either all of it was written or nothing. */
export type RecordOutcome =
  | {
      readonly kind: 'saved';
      readonly label: string;
      readonly made: readonly string[];
      /** Stores that it wrote to. */
      readonly stores: readonly string[];
      /** Why it cannot be taken back. */
      readonly undoNote: string | null;
      /** Null where it could not be read. */
      readonly steps: StepsLeft | null;
    }
  /** There was no step to take. */
  | { readonly kind: 'nothing'; readonly steps: StepsLeft | null }
  | { readonly kind: 'changedElsewhere'; readonly message: string; readonly records: readonly ChangedRecord[] }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly RecordProblem[] }
  | { readonly kind: 'needsVersion'; readonly message: string; readonly version: string | null };

interface SeenRow {
  readonly record: Readonly<Record<string, unknown>>;
  readonly seen: string;
}

interface Results {
  inspect: { readonly finding: Finding; readonly news: readonly VersionNews[] };
  letGo: null;
  analyse: MigrationAnalysis;
  migrate: MigrationReport;
  createEmpty: null;
  createSample: null;
  /** The answer to the question that was asked. */
  readFigures: FigureAnswer;
  countDue: number;
  readRecords: readonly (SeenRow | null)[];
  listRecords: { readonly lists: RecordLists; readonly steps: StepsLeft };
  documentsOf: readonly SeenRow[];
  backgroundOf: AssetBackground;
  otherEnd: SeenRow | null;
  heldUnits: string;
  saveRecords: RecordOutcome;
  planRemoval: RemovalPlan;
  removeRecords: RecordOutcome;
  takeStep: RecordOutcome;
  attachFile: RecordOutcome;
  openAttachment: File | null;
  /** How many files went. */
  sweepAttachments: number;
  /** `said`: what counts for it, from now or from the last file of its shape. */
  previewImport: { readonly said: object; readonly columns: ImportColumns; readonly rows: ImportRows };
  runImport: { readonly outcome: RecordOutcome; readonly summary: Omit<ImportSummary, 'name'> };
  readArchive: ArchiveContent;
  backUp: BackupInfo;
  verifyBackup: BackupVerification;
  removeBackup: null;
  openBackup: Blob;
  copyBackup: { readonly name: string; readonly content: Blob } & CopyTaken;
  pinBackup: null;
  cleanBackups: PruneResult;
  /** Null when none was due. */
  backUpDaily: BackupInfo | null;
  previewRestore: Omit<RestorePreview, 'name'>;
  restore: RestoreReport;
  previewRollback: RollbackPreview;
  rollBack: MigrationReport;
  checkHealth: HealthReport;
  exportData: { readonly name: string; readonly content: Blob };
  readFolder: FolderState;
  listFolder: FolderBackups;
  /** Null where no folder was chosen. */
  copyToFolder: { readonly copied: number } | null;
  restoreFromQuarantine: number;
  diagnose: Diagnosis;
}

/** A verb without its result does not compile. */
export type VerbResults = { readonly [V in Verb]: Results[V] };
