/**
 * Every message that crosses a thread or a window: page and worker, window and window, page and service worker.
 * One tagged union each way, and a guard at each receiving end; nothing else sends messages.
 */

/** The one broadcast channel of all windows. */
export const channelName = 'wealthwise';

/** The Web Locks of all windows. The page and the service worker know them from here, without loading the engine. */
export const lockNames = { migrate: 'ww:migrate', database: 'ww:db', backup: 'ww:backup' } as const;

/** Where a transaction is packed away. */
export interface RecordPlace {
  readonly accountId: string;
  readonly date: string;
}

/** A record by its store and id. */
export interface RecordName {
  readonly store: string;
  readonly id: string;
  /** Of transactions: spares a search. */
  readonly at?: RecordPlace;
}

/** One write of a record in the shape of the newest version; refused where the record is not as it was `seen`. */
export type RecordWriting =
  | { readonly op: 'put'; readonly store: string; readonly record: Readonly<Record<string, unknown>> }
  | ({
      readonly op: 'patch';
      readonly fields: Readonly<Record<string, unknown>>;
      readonly seen?: string;
    } & RecordName)
  | ({ readonly op: 'remove'; readonly seen?: string } & RecordName)
  /** Many prices of one asset, or rates of one pair; values stand beside their days, null takes one out. */
  | ({
      readonly op: 'series';
      readonly days: readonly string[];
      readonly values: readonly (string | null)[];
      readonly source?: string;
    } & (
      | { readonly store: 'prices'; readonly assetId: string }
      | { readonly store: 'fxRates'; readonly base: string; readonly quote: string }
    ));

/** Where the data stood when this window last passed the gate; work on anything else is refused. */
export interface Standing {
  readonly version: string;
  readonly epoch: number;
}

/** A question about the portfolio, `day` being today. Which ones there are, `FigureQuestion` of the domain says. */
export interface AskedFigures {
  readonly ask: string;
  readonly day: string;
}

/**
 * A file that is imported. What was said of it and decided on its rows, the import layer knows; null before anything was
 * said, so that what was said of the last file of its shape counts.
 */
export interface ImportAsked {
  /** Names one choosing of a file, so that it is read once. */
  readonly session: string;
  readonly name: string;
  readonly file: Blob;
  readonly said: object | null;
  readonly decisions: readonly object[];
  /** Today, `YYYY-MM-DD`. */
  readonly day: string;
}

/** A backup by its id, a file, or a copy by its name in the owner's folder; with the passphrase where it is encrypted. */
export interface RestoreSource {
  readonly source: string | Blob | { readonly copy: string };
  readonly passphrase?: string;
}

/** What a page asks of its worker. */
export type Job =
  /** `expectsFigures`: the figures of a portfolio will be asked for next, if there still is one. */
  | { readonly verb: 'inspect'; readonly expectsFigures?: boolean }
  /** Closes what is kept open for the next job: this window is about to give up its lock on the data. */
  | { readonly verb: 'letGo' }
  | { readonly verb: 'analyse'; readonly from: string; readonly to: string }
  | {
      readonly verb: 'migrate';
      readonly from: string;
      readonly to: string;
      readonly invalidRows: 'stop' | 'quarantine';
    }
  | { readonly verb: 'createEmpty'; readonly baseCurrency: string; readonly homeCountry: string }
  | {
      readonly verb: 'createSample';
      readonly version: string;
      readonly assets: number;
      readonly transactions: number;
      readonly seed: number;
    }
  | { readonly verb: 'readFigures'; readonly standing: Standing; readonly question: AskedFigures }
  /** How many requirements are due by this day, or were. */
  | { readonly verb: 'countDue'; readonly standing: Standing; readonly until: string }
  | { readonly verb: 'readRecords'; readonly standing: Standing; readonly names: readonly RecordName[] }
  /** What choosers offer, and which steps can be taken back. */
  | { readonly verb: 'listRecords'; readonly standing: Standing }
  /** What newer data versions know of an asset: its currency risk, and what has to be reported of it. */
  | { readonly verb: 'backgroundOf'; readonly standing: Standing; readonly assetId: string }
  | { readonly verb: 'documentsOf'; readonly standing: Standing; readonly assetId: string }
  /** The other end of a transfer, as long as it names the same one. */
  | { readonly verb: 'otherEnd'; readonly standing: Standing; readonly name: RecordName }
  | {
      readonly verb: 'heldUnits';
      readonly standing: Standing;
      readonly assetId: string;
      readonly accountId: string;
      readonly day: string;
      /** A transaction that is left out of account. */
      readonly without?: string;
    }
  | {
      readonly verb: 'saveRecords';
      readonly standing: Standing;
      readonly label: string;
      readonly writes: readonly RecordWriting[];
    }
  | {
      readonly verb: 'planRemoval' | 'removeRecords';
      readonly standing: Standing;
      readonly names: readonly RecordName[];
    }
  | {
      readonly verb: 'takeStep';
      readonly standing: Standing;
      readonly direction: 'undo' | 'redo';
      /** Records that were changed since stay as they are, and the others go back. */
      readonly leaveChanged: boolean;
    }
  | {
      readonly verb: 'attachFile';
      readonly standing: Standing;
      readonly assetId: string;
      readonly documentId: string;
      readonly name: string;
      readonly file: Blob;
      readonly facts: Readonly<Record<string, string>>;
    }
  | { readonly verb: 'openAttachment'; readonly location: string }
  | { readonly verb: 'sweepAttachments'; readonly standing: Standing }
  /** Understands the file and answers with a window of its rows. Nothing is written. */
  | {
      readonly verb: 'previewImport';
      readonly standing: Standing;
      readonly asked: ImportAsked;
      readonly window: { readonly from: number; readonly count: number; readonly filter: string | null };
    }
  | { readonly verb: 'runImport'; readonly standing: Standing; readonly asked: ImportAsked }
  | { readonly verb: 'readArchive' }
  | { readonly verb: 'backUp'; readonly note: string }
  | { readonly verb: 'verifyBackup'; readonly id: string }
  | { readonly verb: 'removeBackup'; readonly id: string; readonly force?: boolean }
  | { readonly verb: 'openBackup'; readonly id: string }
  /** As a file to be taken elsewhere: encrypted, or with the attachments that its records name, or both. */
  | {
      readonly verb: 'copyBackup';
      readonly id: string;
      readonly passphrase?: string | undefined;
      readonly attachments: boolean;
    }
  | { readonly verb: 'pinBackup'; readonly id: string; readonly pinned: boolean }
  | { readonly verb: 'cleanBackups' }
  | { readonly verb: 'backUpDaily' }
  | ({ readonly verb: 'previewRestore'; readonly day: string } & RestoreSource)
  | ({
      readonly verb: 'restore';
      readonly keepVersion: boolean;
      readonly mode: 'replace' | 'merge';
      /** The attachments in the file, or beside it in the folder, that are put back. */
      readonly attachments?: readonly { readonly id: string; readonly name: string }[] | undefined;
    } & RestoreSource)
  | { readonly verb: 'previewRollback'; readonly to: string }
  | { readonly verb: 'rollBack'; readonly to: string }
  | { readonly verb: 'checkHealth' }
  | { readonly verb: 'exportData'; readonly format: 'csv' | 'json' }
  | { readonly verb: 'readFolder' }
  | { readonly verb: 'listFolder' }
  /** `again`: copies that are there already are read back too, and written anew where they are not whole. */
  | { readonly verb: 'copyToFolder'; readonly again: boolean }
  | { readonly verb: 'restoreFromQuarantine'; readonly keys: readonly unknown[] }
  | { readonly verb: 'diagnose' };

export type Verb = Job['verb'];

/** Page to worker. */
export type WorkerRequest =
  | { readonly type: 'request'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number };

/** An error as it crosses a thread. */
export interface FailureMessage {
  readonly code: string;
  readonly message: string;
  readonly step: string | null;
  readonly details: readonly unknown[];
}

/** Worker to page. Progress is thinned out and never waited for. */
export type WorkerReply =
  | { readonly type: 'progress'; readonly id: number; readonly fraction: number; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: FailureMessage };

/** Window to window, on the one broadcast channel. `window` names the sender, so that nobody answers himself. */
export type WindowMessage =
  /** A window has opened: which build it runs, and which data version it is open at. */
  | {
      readonly type: 'hello';
      readonly window: string;
      readonly appVersion: string;
      readonly dataVersion: string | null;
    }
  /** A migration is about to start: finish writing, close, release, answer `ack`. */
  | { readonly type: 'prepare'; readonly window: string; readonly from: string; readonly to: string }
  | { readonly type: 'ack'; readonly window: string; readonly to: string }
  | { readonly type: 'progress'; readonly window: string; readonly fraction: number; readonly message: string }
  | { readonly type: 'done'; readonly window: string; readonly version: string; readonly epoch: number }
  | { readonly type: 'aborted'; readonly window: string; readonly reason: string }
  /** Data was changed at the same version: read again. */
  | { readonly type: 'changed'; readonly window: string };

/** Where a file lies that another app shared with the installed app, until the page that it leads to takes it. */
export const sharedFile = { cache: 'ww-shared', key: '/shared', field: 'file' } as const;

/** The page that a shared file of this name is led to, below the app's root; no other window takes it. */
export const sharedFileLandsOn = (name: string): string => (isTable(name) ? 'import' : 'restore');

/** Whether a file from outside is a table, which is imported; anything else is taken for a backup. */
export const isTable = (name: string): boolean => /\.[ct]sv$/i.test(name);

/** What a build is and brings. */
export interface ReleaseNews {
  /** Tells it from every other build, also of the same app version. */
  readonly build: string;
  readonly appVersion: string;
  /** The newest data version that it knows. */
  readonly dataVersion: string;
  /** The changelog's entries of this app version. */
  readonly changes: readonly string[];
}

/** Page to service worker. */
export type ServiceWorkerRequest = { readonly type: 'SKIP_WAITING' } | { readonly type: 'DESCRIBE' };

/** Service worker to page. `BUSY`: a migration holds or awaits the lock, so no other build takes over now. */
export type ServiceWorkerReply =
  | { readonly type: 'BUSY' }
  | { readonly type: 'ACTIVATING' }
  | { readonly type: 'RELEASE'; readonly news: ReleaseNews };

type Fields = Readonly<Record<string, 'string' | 'number' | 'object' | 'text or null' | 'anything'>>;

const requests: Readonly<Record<WorkerRequest['type'], Fields>> = {
  request: { id: 'number', job: 'object' },
  cancel: { id: 'number' }
};

const replies: Readonly<Record<WorkerReply['type'], Fields>> = {
  progress: { id: 'number', fraction: 'number', message: 'string' },
  answer: { id: 'number', value: 'anything' },
  failure: { id: 'number', failure: 'object' }
};

const windowMessages: Readonly<Record<WindowMessage['type'], Fields>> = {
  hello: { window: 'string', appVersion: 'string', dataVersion: 'text or null' },
  prepare: { window: 'string', from: 'string', to: 'string' },
  ack: { window: 'string', to: 'string' },
  progress: { window: 'string', fraction: 'number', message: 'string' },
  done: { window: 'string', version: 'string', epoch: 'number' },
  aborted: { window: 'string', reason: 'string' },
  changed: { window: 'string' }
};

/** `performs`: whether the worker has such a verb. */
export function isWorkerRequest(message: unknown, performs: (verb: string) => boolean): message is WorkerRequest {
  if (!fits(message, requests)) return false;
  if (message.type !== 'request') return true;
  const { verb } = message.job as { verb?: unknown };
  return typeof verb === 'string' && performs(verb);
}

export function isWorkerReply(message: unknown): message is WorkerReply {
  return fits(message, replies);
}

export function isWindowMessage(message: unknown): message is WindowMessage {
  return fits(message, windowMessages);
}

export function isServiceWorkerRequest(message: unknown): message is ServiceWorkerRequest {
  return fits(message, { SKIP_WAITING: {}, DESCRIBE: {} });
}

export function isServiceWorkerReply(message: unknown): message is ServiceWorkerReply {
  return fits(message, { BUSY: {}, ACTIVATING: {}, RELEASE: { news: 'object' } });
}

function fits(
  message: unknown,
  union: Readonly<Record<string, Fields>>
): message is { type: string } & Record<string, unknown> {
  if (typeof message !== 'object' || message === null) return false;
  const { type } = message as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(union, type)) return false;
  return Object.entries(union[type] ?? {}).every(([field, kind]) => {
    const value = (message as Record<string, unknown>)[field];
    if (kind === 'anything') return true;
    if (kind === 'text or null') return value === null || typeof value === 'string';
    if (kind === 'object') return typeof value === 'object' && value !== null;
    return typeof value === kind;
  });
}
