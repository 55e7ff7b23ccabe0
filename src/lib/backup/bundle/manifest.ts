/** `manifest.json` of a backup with attachments: which file is which. */
import * as v from 'valibot';
import { SnapshotProblem } from '../format/problem';

export const FORMAT = 'wealthwise-backup-with-attachments';
export const FORMAT_VERSION = 1;

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
/** Never a way into another folder: it is shown, and offered as the name of a download. */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000), v.regex(/^[^/\\|\p{Cc}]+$/u));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const manifest = v.object({
  format: v.literal(FORMAT),
  formatVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  minReaderVersion: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The entry that is the backup. */
  backup: v.pipe(v.string(), v.regex(/^WealthWise_Backup_[\w-]+\.json\.gz$/)),
  attachments: v.array(v.object({ id, name, digest, bytes, file: v.string() })),
  /** Named by the backup's records, and not in the browser that wrote this. */
  missing: v.array(v.object({ id, name }))
});

export type BundleManifest = v.InferOutput<typeof manifest>;

/** @throws SnapshotProblem */
export function readManifest(text: string): BundleManifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new SnapshotProblem('The list of attachments in this file (manifest.json) cannot be read.');
  }
  const newer = v.safeParse(v.object({ format: v.literal(FORMAT), minReaderVersion: v.number() }), content);
  if (newer.success && newer.output.minReaderVersion > FORMAT_VERSION)
    throw new SnapshotProblem(
      'This file was written by a newer version of the app, in a form that this one does not know. Update the app, or unpack the file and choose the backup in it.'
    );
  const read = v.safeParse(manifest, content, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  const at = v.getDotPath(issue);
  throw new SnapshotProblem(
    `The list of attachments in this file (manifest.json) is not one that this app writes${at === null ? '' : `: look at ${at}`}.`
  );
}

/** `attachments/<digest>.<ext>`: the same content is there once, whatever it is called. */
export function entryName({ name: of, digest: sum }: { readonly name: string; readonly digest: string }): string {
  const [, extension = 'bin'] = /\.([a-z0-9]{1,8})$/.exec(of.toLowerCase()) ?? [];
  return `attachments/${sum}.${extension}`;
}
