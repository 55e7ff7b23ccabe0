/** Backups with attachments, made for tests, and files that only look like one. */
import { createHash } from 'node:crypto';
import type { BundledAttachment } from '../../src/lib/backup/bundle';
import { crc32 } from '../../src/lib/backup/format/crc32';
import { writeZip } from '../../src/lib/backup/bundle/write-zip';

export const made = new Date(2024, 5, 28, 12, 0, 0);
export const backupName = 'WealthWise_Backup_2024-06-28_12-00-00.json.gz';

type Bytes = Uint8Array;

export const bytesOf = async (blob: Blob | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));

export const digestOf = (bytes: Bytes): string => createHash('sha256').update(bytes).digest('hex');

export const backupFile = (content: Bytes): File => new File([new Uint8Array(content)], backupName);

export const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

export async function attachment(at: number, name: string, content: Bytes): Promise<BundledAttachment> {
  return Promise.resolve({
    id: idOf(at),
    name,
    digest: digestOf(content),
    content: new Blob([new Uint8Array(content)])
  });
}

export interface Entry {
  readonly name: string;
  readonly content: Bytes;
}

/** A zip with any entries, in their order. */
export async function zipOf(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const files = entries.map(({ name, content }) => ({
    name,
    bytes: content.length,
    crc: crc32(content),
    content: new Blob([new Uint8Array(content)])
  }));
  return bytesOf(writeZip(files, made));
}

const encoded = (value: unknown): Bytes => new TextEncoder().encode(JSON.stringify(value));

/** The entries of a sound one, with a manifest that a test may change. */
export function entriesOf(
  files: readonly { readonly name: string; readonly content: Bytes }[],
  change: (manifest: Record<string, unknown>) => unknown = (manifest) => manifest,
  backup: Bytes = new TextEncoder().encode('backup')
): Entry[] {
  const attachments = files.map(({ name, content }, at) => {
    const digest = digestOf(content);
    return { id: idOf(at), name, digest, bytes: content.length, file: `attachments/${digest}.pdf` };
  });
  const manifest = {
    format: 'wealthwise-backup-with-attachments',
    formatVersion: 1,
    minReaderVersion: 1,
    backup: backupName,
    attachments,
    missing: []
  };
  const contents = new Map(attachments.map(({ file }, at) => [file, files[at]?.content ?? new Uint8Array()]));
  return [
    { name: backupName, content: backup },
    { name: 'manifest.json', content: encoded(change(manifest)) },
    ...[...contents].map(([name, content]) => ({ name, content }))
  ];
}
