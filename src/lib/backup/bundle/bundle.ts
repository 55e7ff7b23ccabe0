/**
 * A backup with the files that its records name: one zip of the verified backup as it is, `attachments/<digest>.<ext>`,
 * and `manifest.json`. Described in `FORMAT.md`.
 */
import { MigrationError } from '../../migration';
import { crc32 } from '../format/crc32';
import { SnapshotProblem } from '../format/problem';
import { sha256 } from '../format/sha256';
import { entryName, FORMAT, FORMAT_VERSION, readManifest, type BundleManifest } from './manifest';
import { isZip, readZip, shown } from './read-zip';
import { writeZip, type StoredFile } from './write-zip';

const MANIFEST = 'manifest.json';

/**
 * Bounds on what a hostile file can make us read at once, or keep: entries are stored, so none is larger than the file,
 * but one of them may be named many times.
 */
export const bundleLimits = {
  manifestBytes: 16 * 2 ** 20,
  attachmentBytes: 64 * 2 ** 20,
  attachmentsBytes: 4 * 2 ** 30
} as const;

/** A file that documents name by its id. */
export interface AttachmentName {
  readonly id: string;
  readonly name: string;
}

export interface BundledAttachment extends AttachmentName {
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
  readonly content: Blob;
}

export interface Bundle {
  /** The backup as it was before, to be checked like any other. */
  readonly backup: File;
  /** Each read whole, and right by its digest. */
  readonly attachments: readonly BundledAttachment[];
  readonly missing: readonly AttachmentName[];
}

/** Follows long work and ends it. */
export interface BundleOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, message: string) => void;
}

/** `backup`: verified by the caller. Attachments whose digest is not (any more) what it says do not come here. */
export async function writeBundle(
  backup: File,
  attachments: readonly BundledAttachment[],
  missing: readonly AttachmentName[],
  made: Date,
  { signal, onProgress }: BundleOptions = {}
): Promise<Blob> {
  const manifest: BundleManifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    minReaderVersion: 1,
    backup: backup.name,
    attachments: attachments.map(({ id, name, digest, content }) => ({
      id,
      name,
      digest,
      bytes: content.size,
      file: entryName({ name, digest })
    })),
    missing: [...missing]
  };
  const contents = new Map<string, Blob>([
    [backup.name, backup],
    [MANIFEST, new Blob([`${JSON.stringify(manifest, null, 2)}\n`])]
  ]);
  for (const attachment of attachments) contents.set(entryName(attachment), attachment.content);
  const files: StoredFile[] = [];
  for (const [name, content] of contents) {
    onProgress?.(files.length / contents.size, `Packing: ${files.length} of ${contents.size} files`);
    files.push({ name, bytes: content.size, crc: await crcOf(content, signal), content });
  }
  return writeZip(files, made);
}

/**
 * What is in a backup with attachments, all of it read and found right; null where the file is no zip.
 * @throws MigrationError `backupFailed` with the reason.
 */
export async function readBundle(file: Blob, options: BundleOptions = {}): Promise<Bundle | null> {
  if (!(await isZip(file))) return null;
  try {
    return await bundleIn(file, options);
  } catch (cause) {
    if (!(cause instanceof SnapshotProblem)) throw cause;
    throw new MigrationError('backupFailed', cause.message, { cause });
  }
}

async function bundleIn(file: Blob, { signal, onProgress }: BundleOptions): Promise<Bundle> {
  const entries = await readZip(file);
  const list = entries.get(MANIFEST);
  if (list === undefined) throw nothingOfOurs([...entries.keys()]);
  if (list.bytes > bundleLimits.manifestBytes || (await crcOf(list.content)) !== list.crc)
    throw new SnapshotProblem('The list of attachments in this file (manifest.json) is damaged.');
  const manifest = readManifest(await list.content.text());
  const backup = entries.get(manifest.backup);
  if (backup === undefined)
    throw new SnapshotProblem(`The backup ‘${shown(manifest.backup)}’ is missing in this file.`);
  const known = new Set([
    MANIFEST,
    manifest.backup,
    ...manifest.attachments.map((attachment) => entryName(attachment))
  ]);
  for (const name of entries.keys())
    if (!known.has(name)) throw new SnapshotProblem(`This file holds ‘${shown(name)}’, which its list does not name.`);
  if (manifest.attachments.reduce((sum, { bytes }) => sum + bytes, 0) > bundleLimits.attachmentsBytes)
    throw new SnapshotProblem('The attachments that this file names are more than 4 GB.');
  const ids = new Set<string>();
  const read = new Set<string>();
  const attachments: BundledAttachment[] = [];
  for (const { id, name, digest, bytes, file: at } of manifest.attachments) {
    signal?.throwIfAborted();
    onProgress?.(
      attachments.length / manifest.attachments.length,
      `Checking the attachments: ${attachments.length} of ${manifest.attachments.length}`
    );
    if (ids.has(id)) throw new SnapshotProblem(`The list in this file names the attachment ‘${name}’ twice.`);
    ids.add(id);
    const entry = at === entryName({ name, digest }) ? entries.get(at) : undefined;
    if (entry === undefined) throw new SnapshotProblem(`The attachment ‘${name}’ is missing in this file.`);
    if (entry.bytes !== bytes || entry.bytes > bundleLimits.attachmentBytes)
      throw new SnapshotProblem(`The attachment ‘${name}’ has not the size that the list in this file says.`);
    if (!read.has(at) && (await sha256(entry.content)) !== digest)
      throw new SnapshotProblem(`The attachment ‘${name}’ is damaged: its content is not what was put in.`);
    read.add(at);
    attachments.push({ id, name, digest, content: entry.content });
  }
  return { backup: new File([backup.content], manifest.backup), attachments, missing: manifest.missing };
}

function nothingOfOurs(names: readonly string[]): SnapshotProblem {
  if (names.length === 0) return new SnapshotProblem('This zip file is empty.');
  const some = names.slice(0, 3).map((name) => `‘${shown(name)}’`);
  return new SnapshotProblem(
    `This zip file is no backup of this app: it holds ${some.join(', ')}${names.length > 3 ? ', …' : ''}.`
  );
}

/** Bytes read at a time. */
const PIECE = 2 ** 20;

async function crcOf(content: Blob, signal?: AbortSignal): Promise<number> {
  let crc = 0;
  for (let at = 0; at < content.size; at += PIECE) {
    signal?.throwIfAborted();
    crc = crc32(new Uint8Array(await content.slice(at, at + PIECE).arrayBuffer()), crc);
  }
  return crc;
}
