/** Backups of a database: written, read back whole, and only then listed. */
import {
  MigrationError,
  type BackupInfo,
  type BackupPort,
  type BackupRequest,
  type BackupVerification,
  type LockPort,
  type SnapshotSource,
  type VerifiedBackup
} from '../migration';
import { checkFile } from './check';
import { asMigrationError } from './failure';
import { FORMAT, FORMAT_VERSION, MIN_READER_VERSION, type SnapshotFooter, type SnapshotHeader } from './format/header';
import { SnapshotProblem } from './format/problem';
import { verifySnapshot, type SchemaOf } from './format/verify';
import { digestStores, writeSnapshot } from './format/writer';
import { estimateBytes } from './lazy-backups';
import { infoOf, isBackupFile, readBackups, writeManifest } from './manifest';
import { meteredSink } from './metered-sink';
import { backupName } from './names';
import { findPlace, type FilePlace, type PlaceSource } from './places';
import { pruneBackups } from './prune';
import { planRetention } from './retention';

const LOCK = 'ww:backup';
const TRIES = 3;
/** Share of the progress that is writing; reading back is the quicker part. */
const WRITING = 0.6;

export interface BackupOptions {
  /** Outside IndexedDB: `() => choosePlace('backups')`. */
  readonly place: PlaceSource;
  /** The stores of a data version; null for one this app does not know (then only the structure is verified). */
  readonly schemaOf: SchemaOf;
  readonly now: () => Date;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly randomId: () => string;
  readonly appVersion: string;
  /** Held exclusively (`ww:backup`) while backups are written or removed. */
  readonly locks?: LockPort;
  /** Begins the file names: `WealthWise`. */
  readonly prefix: string;
}

/** Makes the port. Touches nothing until it is used. */
export function createBackups(options: BackupOptions): BackupPort {
  const { schemaOf, elapsed, prefix } = options;
  const findIt = findPlace(options.place);

  const exclusively = <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    options.locks ? options.locks.request(LOCK, { mode: 'exclusive', ...(signal && { signal }) }, work) : work();

  const find = async (place: FilePlace, id: string): Promise<{ info: BackupInfo; file: Blob }> => {
    const info = (await readBackups(place, prefix)).find((backup) => backup.id === id);
    const file = info ? await place.read(info.name) : null;
    if (!info || !file) throw new MigrationError('backupFailed', 'Backup file not found');
    return { info, file };
  };

  /**
   * One attempt, from the first byte to the verified file; whatever ends it early removes the file. Records are checked
   * when they are read back. Only when some are found invalid are they checked at the source too, in another attempt:
   * what was invalid there may be in a backup, what became invalid on the way may not.
   */
  const attempt = async (
    place: FilePlace,
    source: SnapshotSource,
    request: BackupRequest,
    checkRecords: boolean
  ): Promise<VerifiedBackup | 'changed' | 'invalid'> => {
    const { signal, onProgress } = request;
    const listed = await readBackups(place, prefix);
    const created = options.now();
    const name = backupName(prefix, created, new Set(listed.map((backup) => backup.name)));
    const sequence = await source.sequence();
    let total = 0;
    let needed = 0;
    const headerOf = (counts: Readonly<Record<string, number>>): SnapshotHeader => ({
      format: FORMAT,
      formatVersion: FORMAT_VERSION,
      minReaderVersion: MIN_READER_VERSION,
      id: options.randomId(),
      appVersion: options.appVersion,
      dataVersion: source.dataVersion,
      createdAt: created.toISOString(),
      reason: request.reason,
      ...(request.occasion && { occasion: request.occasion }),
      sequence,
      counts
    });
    const progress = (verb: string, from: number, share: number) => (records: number) => {
      // Of packed stores it shows while they are read how many records there are.
      const all = Math.max(total, records);
      onProgress?.(from + share * (all === 0 ? 1 : records / all), `${verb}: ${records} of ${all} records`);
    };

    let written = 0;
    try {
      const sink = meteredSink(await place.write(name), (bytes) => (written += bytes));
      let header: SnapshotHeader;
      let footer: SnapshotFooter;
      try {
        ({ header, footer } = await writeSnapshot(source, headerOf, sink, {
          checkRecords,
          onTotal: (records) => (total = records),
          onRecords: progress('Writing the backup', 0, WRITING),
          onCompressed: (records, bytes) =>
            (needed = Math.ceil((bytes / Math.max(1, records)) * Math.max(total, records))),
          ...(signal && { signal })
        }));
      } catch (error) {
        await sink.abort();
        throw error;
      }
      onProgress?.(WRITING, 'The backup is written');
      if ((await source.sequence()) !== sequence) {
        await place.remove(name);
        return 'changed';
      }
      expectCounts(header.counts, footer.counts);
      const file = await place.read(name);
      if (!file) throw new SnapshotProblem('Backup file not found');
      const onRecords = progress('Checking the backup', WRITING, 1 - WRITING);
      const read = await verifySnapshot(file, { schemaOf, elapsed, onRecords, ...(signal && { signal }) });
      if (!checkRecords && Object.keys(read.invalid).length > 0) {
        await place.remove(name);
        return 'invalid';
      }
      if (!read.verification.ok) throw new SnapshotProblem(read.verification.problems.join(' '));
      if (read.footer?.digest !== footer.digest)
        throw new SnapshotProblem('What was read back is not what was written.');
      signal?.throwIfAborted();
      const info: BackupInfo = {
        ...infoOf(place, name, file.size, header),
        digest: footer.digest,
        verifiedAt: options.now().toISOString()
      };
      await writeManifest(place, [info, ...listed]);
      onProgress?.(1, 'The backup is verified');
      return { info, digests: footer.digests };
    } catch (error) {
      await place.remove(name).catch(() => {});
      throw asMigrationError(error, { signal, space: { needed: Math.max(needed, written + 1), available: written } });
    }
  };

  return {
    async create(source, request) {
      const { signal } = request;
      try {
        signal?.throwIfAborted();
        return await exclusively(async () => {
          const place = await findIt();
          await place.sweep(isBackupFile(prefix));
          const onProgress = neverBackwards(request.onProgress);
          onProgress(0, 'Preparing the backup');
          let checkRecords = false;
          for (let changes = 0; changes < TRIES;) {
            const backup = await attempt(place, source, { ...request, onProgress }, checkRecords);
            if (backup === 'changed') changes++;
            else if (backup === 'invalid') checkRecords = true;
            else return backup;
          }
          throw new MigrationError(
            'backupFailed',
            `The data was changed while it was copied, ${TRIES} times in a row. Close other windows of the app, or stop editing, and try again.`
          );
        }, signal);
      } catch (error) {
        throw asMigrationError(error, { signal, space: { needed: 0, available: 0 } });
      }
    },

    async list() {
      return readBackups(await findIt(), prefix);
    },

    async verify(id) {
      const started = elapsed();
      try {
        const place = await findIt();
        const { info, file } = await find(place, id);
        const { verification, footer } = await verifySnapshot(file, { schemaOf, elapsed });
        const result =
          info.digest !== '' && footer && footer.digest !== info.digest ? isAnother(verification) : verification;
        await exclusively(() => relist(place, prefix, info, result.ok ? options.now().toISOString() : null, footer));
        return result;
      } catch (error) {
        const problem = error instanceof MigrationError ? error.message.replace(/^Backup failed: /, '') : String(error);
        return { ok: false, problems: [problem], rows: 0, seconds: (elapsed() - started) / 1000, depth: 'structural' };
      }
    },

    async remove(id, { force = false } = {}) {
      await exclusively(async () => {
        const place = await findIt();
        const { info } = await find(place, id);
        if (!force) refuseLast(info, await readBackups(place, prefix));
        await place.remove(info.name);
        await writeManifest(place, await readBackups(place, prefix));
      });
    },

    async setPinned(id, pinned) {
      await exclusively(async () => {
        const place = await findIt();
        const { info } = await find(place, id);
        const backups = await readBackups(place, prefix);
        await writeManifest(
          place,
          backups.map((backup) => (backup.id === info.id ? { ...backup, pinned } : backup))
        );
      });
    },

    retention: async (presentVersion) =>
      planRetention(await readBackups(await findIt(), prefix), { presentVersion, now: options.now() }),

    prune: (presentVersion) =>
      exclusively(async () => pruneBackups(await findIt(), prefix, { presentVersion, now: options.now() })),

    async open(id) {
      return (await find(await findIt(), id)).file;
    },

    check: async (file, request) => {
      const infoFor = (of: Blob, header: SnapshotHeader) => ({
        ...infoOf({ kind: 'download' }, of instanceof File ? of.name : header.id, of.size, header)
      });
      const { decrypt } = await import('./decrypt');
      const { now } = options;
      return checkFile(file, { schemaOf, elapsed, now, decrypt, infoOf: infoFor }, request);
    },

    digests: (source, stores) => digestStores(source, stores),

    estimateBytes
  };
}

/** The only verified backup that holds anything is removed on the person's repeated word alone. */
function refuseLast(info: BackupInfo, listed: readonly BackupInfo[]): void {
  const holds = ({ verifiedAt, counts }: BackupInfo): boolean =>
    verifiedAt !== null && Object.values(counts).some((count) => count > 0);
  if (!holds(info) || listed.some((other) => other.id !== info.id && holds(other))) return;
  throw new MigrationError(
    'backupFailed',
    'this is the only verified backup with your records in it. Make another one first, or confirm that you want to be without',
    { details: [{ lastBackup: true }] }
  );
}

/** A second attempt stays where the first one was, until it has come further. */
function neverBackwards(handler: BackupRequest['onProgress']): NonNullable<BackupRequest['onProgress']> {
  let reached = 0;
  return (fraction, message) => handler?.((reached = Math.max(reached, fraction)), message);
}

/** A database that counts more records than it gives has lost some: no backup may hide that. */
function expectCounts(counted: Readonly<Record<string, number>>, read: Readonly<Record<string, number>>): void {
  for (const [store, count] of Object.entries(counted)) {
    if (read[store] !== count) {
      throw new SnapshotProblem(`${store}: the database counts ${count} records, and ${read[store]} could be read.`);
    }
  }
}

function isAnother(verification: BackupVerification): BackupVerification {
  return { ...verification, ok: false, problems: ['The file is whole, but it is another one than was listed.'] };
}

/** Puts down when a backup was last found whole. */
async function relist(
  place: FilePlace,
  prefix: string,
  info: BackupInfo,
  verifiedAt: string | null,
  footer: SnapshotFooter | null
): Promise<void> {
  const digest = info.digest === '' ? (footer?.digest ?? '') : info.digest;
  const backups = await readBackups(place, prefix);
  const changed = backups.map((backup) => (backup.id === info.id ? { ...backup, verifiedAt, digest } : backup));
  await writeManifest(place, changed);
}
