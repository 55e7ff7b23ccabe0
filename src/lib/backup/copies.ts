/**
 * Copies of backups in another place, as a folder of the owner's choosing. A copy counts once it was read back from
 * there. Files of others may lie beside them; what is not in our own list is never touched.
 */
import type { BackupInfo, PruneResult } from '../migration';
import { asMigrationError } from './failure';
import { BlockDigest } from './format/digest';
import { SnapshotProblem } from './format/problem';
import { verifySnapshot, type SchemaOf } from './format/verify';
import { readBackups, readManifest, writeManifest } from './manifest';
import { freeName } from './names';
import type { FilePlace } from './places';
import { removeAll } from './prune';
import { planRetention, type RetentionContext } from './retention';

export interface CopyOptions {
  /** Names this browser in its list. Another one that copies there has a list of its own, and neither removes the other's. */
  readonly owner: string;
  readonly schemaOf: SchemaOf;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

/** The copies in this browser's list whose files are there, in the order of the list. */
export async function readCopies(place: FilePlace, owner: string): Promise<readonly BackupInfo[]> {
  const names = new Set(await place.list());
  return (await readManifest(place, listName(owner))).filter(({ name }) => names.has(name));
}

/** Every backup that lies there, whoever put it there, newest first: as a list of copies says, else as it says itself. */
export function findCopies(place: FilePlace, prefix: string): Promise<readonly BackupInfo[]> {
  return readBackups(place, prefix, (name) => name.startsWith(LIST) && name.endsWith('.json'));
}

/**
 * Copies the bytes of a backup and reads them back from there; a copy that is there and whole is not written again.
 * A file of that name which is not ours stays: the copy gets another name. The caller holds the backup lock.
 * @throws MigrationError, leaving no half copy: `backupFailed`, `insufficientStorage`, `migrationCancelled`, or what the
 * place says (`cloudFolderNotAvailable`).
 */
export async function copyBackup(
  info: BackupInfo,
  file: Blob,
  to: FilePlace,
  options: CopyOptions
): Promise<BackupInfo> {
  const { owner, now, signal } = options;
  let written = 0;
  let unproven: string | null = null;
  try {
    signal?.throwIfAborted();
    const copies = await readCopies(to, owner);
    const listed = copies.find(
      ({ id, digest, bytes }) => id === info.id && digest === info.digest && bytes === file.size
    );
    const name = listed?.name ?? freeName(info.name, new Set(await to.list()));
    if (!listed || (await problemOf(info, file, await to.read(name), options)) !== null) {
      await write(file, to, name, (bytes) => (written += bytes), signal);
      unproven = name;
      const problem = await problemOf(info, file, await to.read(name), options);
      if (problem !== null) throw new SnapshotProblem(problem);
    }
    const copy = { ...info, name, place: to.kind, bytes: file.size, verifiedAt: now().toISOString() };
    await writeManifest(to, [copy, ...copies.filter((other) => other.name !== name)], listName(owner));
    return copy;
  } catch (error) {
    if (unproven !== null) await to.remove(unproven).catch(() => {});
    throw asMigrationError(error, { signal, space: { needed: file.size, available: written } });
  }
}

/**
 * Removes the copies that retention lets go, judged among the copies alone; `backups` tell which are pinned now. A file
 * that has another size than the one we wrote is not ours any more, and stays. The caller holds the backup lock.
 */
export async function pruneCopies(
  place: FilePlace,
  owner: string,
  backups: readonly BackupInfo[],
  context: RetentionContext
): Promise<PruneResult> {
  const pinned = new Map(backups.map((backup) => [backup.id, backup.pinned]));
  const copies = (await readCopies(place, owner)).map((copy) => ({
    ...copy,
    pinned: pinned.get(copy.id) ?? copy.pinned
  }));
  const { leaving, suspended } = planRetention(copies, context);
  const ours: BackupInfo[] = [];
  for (const copy of leaving) if ((await place.read(copy.name))?.size === copy.bytes) ours.push(copy);
  const removed = await removeAll(place, ours);
  if (removed.length > 0) {
    const gone = new Set(removed.map(({ name }) => name));
    await writeManifest(
      place,
      copies.filter(({ name }) => !gone.has(name)),
      listName(owner)
    );
  }
  return { removed, freed: removed.reduce((sum, { bytes }) => sum + bytes, 0), suspended };
}

const LIST = 'manifest-';

function listName(owner: string): string {
  return `${LIST}${owner}.json`;
}

async function write(
  file: Blob,
  to: FilePlace,
  name: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal | undefined
): Promise<void> {
  const sink = await to.write(name);
  try {
    await eachPiece(file, async (bytes) => {
      signal?.throwIfAborted();
      await sink.write(bytes);
      onBytes(bytes.length);
    });
    await sink.close();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

/** What keeps the copy from being this backup; null when nothing does. An encrypted one is compared byte by byte. */
async function problemOf(
  info: BackupInfo,
  file: Blob,
  copy: Blob | null,
  { schemaOf, elapsed, signal }: CopyOptions
): Promise<string | null> {
  const again = 'The backup in the app is as it was. Try again, and choose another place if it fails again.';
  if (copy === null) return `The copy is not where it was written to. ${again}`;
  if (info.encrypted)
    return (await digestOf(copy)) === (await digestOf(file)) ? null : `The copy is not what was written. ${again}`;
  const { verification, footer } = await verifySnapshot(copy, { schemaOf, elapsed, ...(signal && { signal }) });
  if (!verification.ok) return `The copy cannot be read back: ${verification.problems.join(' ')} ${again}`;
  if (footer?.digest !== info.digest) return `The copy is a whole backup, but another one than was meant. ${again}`;
  return null;
}

async function digestOf(file: Blob): Promise<string> {
  const digest = new BlockDigest();
  await eachPiece(file, async (bytes) => digest.update(bytes));
  return digest.finish();
}

const PIECE = 2 ** 20;

/** By reading slices: what iterates streams is not in every engine. */
async function eachPiece(file: Blob, take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
  for (let at = 0; at < file.size; at += PIECE)
    await take(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
}
