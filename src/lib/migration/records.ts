/** What is kept outside the portfolio database: the version record, the history, the log, and the journal. */
import type { History } from './definition';
import type { ConservedFigure } from './definition-types';
import type { RecordPort } from './ports';
import type { MigrationHistoryEntry, OutsideEffect } from './types';

const MOST_LOG_LINES = 5000;
const MOST_HISTORY = 500;

/** Written before a migration's transaction begins, removed when it was verified: what a killed run leaves behind. */
export interface Journal {
  readonly id: string;
  readonly at: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly path: 'direct' | 'incremental';
  readonly backupId: string | null;
  /** Digest of every store before, by name. */
  readonly digests: Readonly<Record<string, string>>;
  readonly countsBefore: Readonly<Record<string, number>>;
  readonly figures: readonly ConservedFigure[];
  /** Outside effects by step, in the order of the steps. */
  readonly effects: readonly { readonly step: string; readonly planned: readonly OutsideEffect[] }[];
  /** What the version's checks found before. */
  readonly tolerated: readonly string[];
  /** The migration itself is settled; only effects outside the database are still to be undone. */
  readonly onlyEffects?: boolean;
}

/** A migration that committed but whose result did not stand up to being read again. */
export interface Unverified {
  readonly at: string;
  readonly version: string;
  readonly problems: readonly string[];
  readonly backupId: string | null;
}

export interface MigrationRecords {
  publishedVersion(): Promise<string | undefined>;
  lastMigrationDate(): Promise<Date | null>;
  publish(version: string, at: Date): Promise<void>;
  history(): Promise<readonly MigrationHistoryEntry[]>;
  addHistory(entry: MigrationHistoryEntry): Promise<void>;
  logLines(): Promise<readonly string[]>;
  log(message: string, at: Date): Promise<void>;
  journal(): Promise<Journal | undefined>;
  writeJournal(journal: Journal): Promise<void>;
  clearJournal(): Promise<void>;
  unverified(): Promise<Unverified | undefined>;
  setUnverified(value: Unverified | null): Promise<void>;
  running(): Promise<{ since: string; window: string } | undefined>;
  setRunning(value: { since: string; window: string } | null): Promise<void>;
}

/** The records of one history, each key beginning with its name. */
export function migrationRecords(history: History, port: RecordPort): MigrationRecords {
  const key = (name: string): string => `${history.name}_${name}`;
  const setOrRemove = (name: string, value: unknown): Promise<void> =>
    value === null ? port.remove(key(name)) : port.set(key(name), value);
  return {
    publishedVersion: () => port.get<string>(key('DataVersion')),
    async lastMigrationDate() {
      const at = await port.get<string>(key('LastMigrationDate'));
      return at === undefined ? null : new Date(at);
    },
    async publish(version, at) {
      await port.set(key('DataVersion'), version);
      await port.set(key('LastMigrationDate'), at.toISOString());
    },
    history: async () => (await port.get<MigrationHistoryEntry[]>(key('History'))) ?? [],
    addHistory: (entry) =>
      port.update<MigrationHistoryEntry[]>(key('History'), (known = []) => [...known, entry].slice(-MOST_HISTORY)),
    logLines: async () => (await port.get<string[]>(key('Log'))) ?? [],
    log: (message, at) =>
      port.update<string[]>(key('Log'), (lines = []) =>
        [...lines, `[${at.toISOString()}] ${message}`].slice(-MOST_LOG_LINES)
      ),
    journal: () => port.get<Journal>(key('Journal')),
    writeJournal: (journal) => port.set(key('Journal'), journal),
    clearJournal: () => port.remove(key('Journal')),
    unverified: () => port.get<Unverified>(key('Unverified')),
    setUnverified: (value) => setOrRemove('Unverified', value),
    running: () => port.get(key('Running')),
    setRunning: (value) => setOrRemove('Running', value)
  };
}
