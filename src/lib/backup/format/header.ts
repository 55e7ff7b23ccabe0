/** The first and the last line of a snapshot: what it says it is, and what it must turn out to be. */
import { isVersion, type BackupOccasion } from '../../migration';
import { digestOf } from './digest';
import { SnapshotProblem } from './problem';

export const FORMAT = 'wealthwise-backup';
/** The version this app writes. */
export const FORMAT_VERSION = 2;
/** The oldest reader that understands what this app writes. */
export const MIN_READER_VERSION = 1;

export interface SnapshotHeader {
  readonly format: typeof FORMAT;
  readonly formatVersion: number;
  readonly minReaderVersion: number;
  readonly id: string;
  readonly appVersion: string;
  readonly dataVersion: string;
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  readonly reason: string;
  /** What led to it; since format 2. */
  readonly occasion?: BackupOccasion;
  /** Number of writes that the database had seen; since format 2. */
  readonly sequence?: number;
  /** Records per store, the stores in the order in which they follow. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface SnapshotFooter {
  readonly counts: Readonly<Record<string, number>>;
  /** Records per store that did not satisfy the schema of their version when they were copied; none where absent. */
  readonly invalid: Readonly<Record<string, number>>;
  /** Of each store; see `BlockDigest`. */
  readonly digests: Readonly<Record<string, string>>;
  /** Of the whole: over the header and every store's line in {@link wholeDigest}. */
  readonly digest: string;
}

/** What is known of each store once it has been written or read. */
export type StoreFigures = Omit<SnapshotFooter, 'digest'>;

/** The digest of a whole snapshot: over its header line and, per store, `name count invalid digest`, each with `\n`. */
export function wholeDigest(headerLine: string, stores: StoreFigures): Promise<string> {
  const lines = Object.keys(stores.counts).map((name) =>
    [JSON.stringify(name), stores.counts[name], stores.invalid[name] ?? 0, stores.digests[name]].join(' ')
  );
  return digestOf([headerLine, ...lines, ''].join('\n'));
}

/** A header of a snapshot this app can read. Throws a {@link SnapshotProblem} that says why it is none. */
export function asHeader(value: unknown): SnapshotHeader {
  const header = asRecord(value, 'header');
  if (header.format !== FORMAT) throw new SnapshotProblem('This file is not a backup of this app.');
  const minimum = header.minReaderVersion;
  if (!isCount(minimum) || !isCount(header.formatVersion)) {
    throw new SnapshotProblem('The backup does not say which version of the format it has.');
  }
  if (minimum > FORMAT_VERSION) {
    throw new SnapshotProblem(
      `The backup was written by a newer app (${typeof header.appVersion === 'string' ? header.appVersion : 'unnamed'}): it needs a reader of format ${minimum}, ` +
        `and this app reads format ${FORMAT_VERSION}. Update the app to read it.`
    );
  }
  for (const field of ['id', 'appVersion', 'dataVersion', 'createdAt', 'reason'] as const) {
    if (typeof header[field] !== 'string') throw new SnapshotProblem(`The header of the backup has no ${field}.`);
  }
  if (!isVersion(header.dataVersion as string)) throw new SnapshotProblem('The backup names no valid data version.');
  if (Number.isNaN(Date.parse(header.createdAt as string))) throw new SnapshotProblem('The backup has no valid date.');
  asFigures(header.counts, 'counts', isCount);
  return header as unknown as SnapshotHeader;
}

/** A well-formed footer; whether it is true is for the reader to find out. */
export function asFooter(value: unknown): SnapshotFooter {
  const footer = asRecord(value, 'footer');
  asFigures(footer.counts, 'counts', isCount);
  asFigures(footer.invalid, 'invalid', isCount);
  asFigures(footer.digests, 'digests', isDigest);
  if (!isDigest(footer.digest)) throw new SnapshotProblem('The footer of the backup has no digest.');
  return footer as unknown as SnapshotFooter;
}

function asRecord(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SnapshotProblem(`The backup has no ${name}.`);
}

function asFigures(value: unknown, name: string, holds: (figure: unknown) => boolean): void {
  if (!Object.values(asRecord(value, name)).every(holds)) throw new SnapshotProblem(`The backup has wrong ${name}.`);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
