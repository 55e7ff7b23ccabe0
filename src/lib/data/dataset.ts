/**
 * The portfolio database, opened through the gate. Whatever version is installed, the rest of the app sees records of
 * the newest one: reading looks up through the lens, writing looks down.
 */
import type Dexie from 'dexie';
import {
  findVersion,
  inspectDatabase,
  latestVersion,
  lensOf,
  META,
  openDataset,
  type History,
  type Lens,
  type MigrationEnvironment,
  type ResolvedVersion
} from '../migration';
import type { Standing } from '../protocol';
import type { Opened } from './kept-open';

/** The data is not where this window last saw it. Nothing was read or written. */
export class StaleStandingError extends Error {
  constructor(cause?: unknown) {
    super(
      'This window still shows an older state of your data, so nothing was written. It is being brought up to date; please try again.',
      { cause }
    );
    this.name = 'StaleStandingError';
  }
}

/** A part of the portfolio that the installed version does not have yet. */
export class NeedsVersionError extends Error {
  /** The version that brings it; null when no version that this app knows does. */
  readonly version: string | null;

  constructor(store: string, version: string | null) {
    super(
      version === null
        ? `No data version that this app knows has '${store}'.`
        : `This needs your data at version ${version}, which brings '${store}'. You can upgrade it whenever you like.`
    );
    this.name = 'NeedsVersionError';
    this.version = version;
  }
}

export interface DatasetPorts {
  readonly history: History;
  readonly environment: MigrationEnvironment;
}

export interface Dataset extends Opened {
  readonly database: Dexie;
  readonly history: History;
  readonly installed: ResolvedVersion;
  readonly lens: Lens;
  /** Number of write transactions so far. */
  sequence(): Promise<number>;
}

/**
 * Opens the data for one piece of work. The caller holds the database lock, shared, for as long as it is open.
 * @throws StaleStandingError when the data is not at `standing`, before anything is touched.
 */
export async function openPortfolio({ history, environment }: DatasetPorts, standing: Standing): Promise<Dataset> {
  const installed = findVersion(history, standing.version);
  const found = await inspectDatabase(history, environment);
  if (
    installed === undefined ||
    found.kind !== 'supported' ||
    found.version !== standing.version ||
    found.epoch !== standing.epoch
  ) {
    throw new StaleStandingError();
  }
  const database = await openDataset(history, environment, installed.version);
  return {
    database,
    history,
    installed,
    lens: lensOf(history, installed.version, latestVersion(history).version),
    async sequence() {
      const row = (await database.table(META).get('sequence')) as { value?: number } | undefined;
      return row?.value ?? 0;
    },
    async isAt({ epoch }) {
      const row = (await database.table(META).get('epoch')) as { value?: number } | undefined;
      return (row?.value ?? 0) === epoch;
    },
    close: () => database.close({ disableAutoOpen: true })
  };
}

/** The first version that has the store; null when none has. */
export function versionWith(history: History, store: string): string | null {
  return history.versions.find((version) => store in version.stores)?.version ?? null;
}
