/**
 * What the screens know of the rest: three state objects, each with a tagged state and the verbs a person has.
 * Implemented in this folder; screens import nothing deeper.
 */
import type {
  BackupInfo,
  BackupVerification,
  MigrationAnalysis,
  MigrationHistoryEntry,
  MigrationPlan,
  MigrationReport,
  MigrationStatus,
  RowProblem
} from '../migration';
import type { AnswerTo, FigureQuestion } from '../domain';
import type { KeptAttachments, Retention } from './recovery-contract';

export type * from './import-contract';
export type * from './records-contract';
export type * from './recovery-contract';
export type * from './release-contract';
export type { AssetLine, TotalLine } from '../domain';
export type * from '../domain/figures';

/** Where the app stands with the data. Every state but `ready` is a full screen. */
export type BootState =
  | { readonly kind: 'checking'; readonly sentence: string }
  /** Another window holds the data or is migrating it. */
  | {
      readonly kind: 'waiting';
      readonly reason: 'migrating' | 'busy';
      readonly fraction: number | null;
      readonly sentence: string;
      readonly windows: number;
    }
  | { readonly kind: 'firstRun' }
  /** Data is open at `status.currentVersion`. `offer`: a newer version exists and was not yet declined. */
  | { readonly kind: 'ready'; readonly status: MigrationStatus; readonly offer: boolean }
  /** A migration was cut off; data is whole at `status.currentVersion`. */
  | { readonly kind: 'interrupted'; readonly status: MigrationStatus; readonly entry: MigrationHistoryEntry }
  /** Data newer than this app: left alone. */
  | { readonly kind: 'newer'; readonly dataVersion: string; readonly appVersion: string }
  /** A database under our name that is not ours, or lacks stores or indexes. */
  | { readonly kind: 'foreign' | 'drift'; readonly problems: readonly string[] }
  /** This browser has seen data that is not there now. */
  | {
      readonly kind: 'missing';
      /** Null where only backups tell that there was data. */
      readonly lastSeen: { readonly version: string; readonly at: string; readonly records: number } | null;
      /** What was found: nothing at all, less than before, something damaged, or no database opens and none can be made. */
      readonly found: 'nothing' | 'less' | 'damaged' | 'closed';
      /** Every backup in every place that can be looked at, best first. */
      readonly backups: readonly BackupInfo[];
    }
  /** Verification after a migration failed: writing is blocked, the verified backup is offered. */
  | { readonly kind: 'unverified'; readonly problems: readonly string[]; readonly backup: BackupInfo | null }
  | { readonly kind: 'broken'; readonly sentence: string; readonly detail: string };

export interface Failure {
  /** One of the codes of MigrationError, or `unexpected`. */
  readonly code: string;
  readonly message: string;
  readonly step: string | null;
  readonly details: readonly unknown[];
}

/** What a person reads of a plan: the steps without the functions that do them, which cannot cross a thread. */
export interface UpgradePlan extends Omit<MigrationPlan, 'customMigrationSteps'> {
  readonly customMigrationSteps: readonly { readonly name: string; readonly description: string }[];
}

export type UpgradeState =
  | { readonly kind: 'analysing'; readonly plan: UpgradePlan }
  | { readonly kind: 'offered'; readonly plan: UpgradePlan; readonly analysis: MigrationAnalysis }
  | { readonly kind: 'analysisFailed'; readonly plan: UpgradePlan; readonly failure: Failure }
  | {
      readonly kind: 'running';
      readonly plan: UpgradePlan;
      readonly fraction: number;
      readonly message: string;
      readonly elapsedSeconds: number;
      readonly remainingSeconds: number | null;
      readonly canCancel: boolean;
      readonly cancelling: boolean;
    }
  | { readonly kind: 'succeeded'; readonly report: MigrationReport }
  | {
      readonly kind: 'failed';
      readonly plan: UpgradePlan;
      readonly failure: Failure;
      readonly backup: BackupInfo | null;
    };

/** A version's own words about what it changes. */
export interface VersionNews {
  readonly version: string;
  readonly description: string;
  readonly changes: readonly string[];
}

export interface SampleRequest {
  /** A supported data version. */
  readonly version: string;
  readonly assets: number;
  readonly transactions: number;
  readonly seed: number;
}

/** The boot gate: `boot.svelte.ts`. Also starts everything. */
export interface Boot {
  readonly state: BootState;
  /** There was a portfolio when the app was last open. */
  readonly expectsData: boolean;
  /** `showsFigures`: the page that is opened asks for figures first of all. */
  start(showsFigures?: boolean): Promise<void>;
  /** Creates an empty portfolio at the newest version. */
  startEmpty(baseCurrency: string, homeCountry: string): Promise<void>;
  /** Creates the sample portfolio; progress 0 to 1. */
  startWithSample(request: SampleRequest, onProgress: (fraction: number, message: string) => void): Promise<void>;
  /** "Not now": go on at the present version; not asked again until the person opens the upgrade page. */
  decline(): void;
}

/** The upgrade: `upgrade.svelte.ts`. */
export interface Upgrade {
  readonly state: UpgradeState;
  readonly news: readonly VersionNews[];
  analyse(): Promise<void>;
  run(options: { invalidRows: 'stop' | 'quarantine' }): Promise<void>;
  cancel(): void;
  /** Diagnostic report without amounts or names, as text for a file. */
  diagnosticReport(): Promise<string>;
}

/** The answer to a question as it stands now. The last one stays while a newer one is on its way. */
export interface WatchedFigures<Q extends FigureQuestion> {
  readonly value: AnswerTo<Q> | null;
  readonly loading: boolean;
  readonly failure: Failure | null;
  reload(): void;
}

/** What the portfolio comes to: `figures.svelte.ts`. */
export interface Figures {
  /** Today as the page's clock has it, for the `day` of a question. */
  readonly today: string;
  /**
   * Asks, and asks again when the question changes or the data does, here or in another window. Nothing is asked while
   * the question is null. To be called while a component is made, like an effect.
   */
  watch<Q extends FigureQuestion>(question: () => Q | null): WatchedFigures<Q>;
  /** Asks once. @throws Error with a sentence. */
  ask<Q extends FigureQuestion>(question: Q, signal?: AbortSignal): Promise<AnswerTo<Q>>;
}

/** Version, history, log and backups: `archive.svelte.ts`. */
export interface Archive {
  readonly status: MigrationStatus | null;
  readonly versions: readonly VersionNews[];
  /** Oldest first. */
  readonly history: readonly MigrationHistoryEntry[];
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
  readonly log: string;
  readonly quarantine: readonly (RowProblem & { row: unknown })[];
  readonly loading: boolean;
  load(): Promise<void>;
  backUpNow(note: string, onProgress: (fraction: number, message: string) => void): Promise<BackupInfo>;
  verify(id: string): Promise<BackupVerification>;
  remove(id: string): Promise<void>;
  /** Files of documents: what a backup names and does not hold. */
  readonly attachments: KeptAttachments;
  /** Null until it is loaded. `keptBecause` and `leavesOn` of each backup say the rest. */
  readonly retention: Retention | null;
  /** A pinned backup is never removed by itself. */
  setPinned(id: string, pinned: boolean): Promise<void>;
  /** Removes what retention lets go. @returns how many, and the bytes freed. */
  clean(): Promise<{ removed: number; freed: number }>;
  /** Hands the file to the browser's downloads. */
  download(id: string): Promise<void>;
  downloadLog(): void;
  restoreFromQuarantine(keys: readonly unknown[]): Promise<number>;
}
