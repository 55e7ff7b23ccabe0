/** What the app needs of the page it runs in. Tests bring their own. */
import type { LockPort } from '../migration';
import type { ReleaseNews, WindowMessage } from '../protocol';

/** The page's end of a dedicated worker. */
export interface WorkerPort {
  post(message: unknown): void;
  onMessage(handler: (message: unknown) => void): void;
  /** The worker could not be loaded, or threw outside a job. */
  onError(handler: (detail: string) => void): void;
  /** Ends it at once, with every connection and lock it holds. */
  terminate(): void;
}

/** The other windows of this app. */
export interface ChannelPort {
  post(message: WindowMessage): void;
  /** Messages of other windows and of this window's own worker. */
  onMessage(handler: (message: unknown) => void): void;
}

/** A folder of the owner's choosing, on a disk or one that a cloud carries along. */
export interface FolderPort {
  /** Whether this browser lets a page write into a folder. */
  readonly supported: boolean;
  /** Lets the person pick one, and remembers it; only while a click is handled. False when none was picked. */
  choose(): Promise<boolean>;
  /** Asks for access again; only while a click is handled. False when it was refused. */
  reconnect(): Promise<boolean>;
  forget(): Promise<void>;
}

export interface ReleaseHandlers {
  /** This build is kept in the browser whole: it opens without a network. */
  onKept(): void;
  /** A newer build has arrived and waits. */
  onWaiting(news: ReleaseNews): void;
  /** A newer build has taken over, at the word of this window or of another. */
  onChangedOver(): void;
  /** A part of this build could not be loaded. */
  onPartMissing(): void;
}

/** The service worker, as the page knows it. */
export interface ReleasePort {
  watch(handlers: ReleaseHandlers): Promise<void>;
  /** Asks the server for a newer build; true when one waits then. */
  look(): Promise<boolean>;
  /** Lets the waiting build take over; `busy` while data is being worked on. */
  activate(): Promise<'activating' | 'busy'>;
  reload(): void;
  /** Unless it was done a moment ago: a page that does not mend by it must not go round in circles. */
  reloadOnce(): void;
}

export interface InstallPort {
  installed(): boolean;
  /** Calls back with the browser's own question, which answers whether the person said yes. */
  onOffer(handler: (prompt: () => Promise<boolean>) => void): void;
  onInstalled(handler: () => void): void;
}

export interface Surroundings {
  /** Names this window in messages; its worker has the same name. */
  readonly window: string;
  /** Names the tab: it stays the same when the page is loaded anew. */
  readonly tab: string;
  readonly releases: ReleasePort;
  readonly installing: InstallPort;
  /** Whether the person sees this window. */
  readonly document: { hidden(): boolean; onHidden(handler: () => void): void };
  readonly appVersion: string;
  readonly locks: LockPort;
  readonly channel: ChannelPort;
  startWorker(): WorkerPort;
  /** `leave`: the page is frozen, put into the back/forward cache or closed. `comeBack`: it runs again. */
  onLifecycle(handlers: { leave(): void; comeBack(): void }): void;
  /** Small choices of the person, outside the portfolio. Losing them loses no data. */
  readonly choices: { get(name: string): string | null; set(name: string, value: string): void };
  /** A file that was opened with the installed app. */
  onOpenedFile(handler: (file: File) => void): void;
  /** A file that another app shared with this one, once. */
  takeSharedFile(): Promise<File | null>;
  /** The browser streams a backup of this name by itself; false where it cannot. */
  downloadBackup(name: string): Promise<boolean>;
  /** The number on the app's icon; 0 takes it away. Nothing where there is no such number. */
  setBadge(count: number): void;
  /** Hands a file to the browser's downloads. */
  saveFile(name: string, content: Blob): void;
  readonly folder: FolderPort;
  /** Whether this device has a share sheet that takes files. */
  readonly canShare: boolean;
  /** False when the person closed the share sheet. */
  share(file: File): Promise<boolean>;
  /** Whether the browser keeps the data even when space runs short; null where it does not say. */
  persisted(): Promise<boolean | null>;
  persist(): Promise<boolean>;
  /** Today in the person's time zone, `YYYY-MM-DD`. */
  today(): string;
  /** Calls back with each day that begins while this window is open. */
  onNewDay(handler: (day: string) => void): void;
  /** Resolves once the person has not touched this window for that many milliseconds. */
  leftAlone(milliseconds: number): Promise<void>;
  now(): Date;
}
