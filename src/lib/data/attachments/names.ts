/**
 * Where a file of this app's is said to lie: `attachments/<id>/<its name>`. Also readable in the old texts about
 * documents, which have no word for files that the app holds itself.
 */
import type { AttachmentName } from '../../backup/bundle';

const pattern = /^attachments\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/(.*)$/;

export function isAttachment(location: unknown): location is string {
  return typeof location === 'string' && pattern.test(location);
}

/** The id that the file is kept under, and the name it had; null for what lies elsewhere. */
export function attachmentAt(location: unknown): { readonly id: string; readonly name: string } | null {
  const parts = typeof location === 'string' ? pattern.exec(location) : null;
  return parts === null ? null : { id: parts[1] ?? '', name: parts[2] ?? '' };
}

export function locationOf(id: string, name: string): string {
  return `attachments/${id}/${name}`;
}

/** Files that a value names in any of its texts, with the name that each had. */
export function attachmentsIn(value: unknown): readonly AttachmentName[] {
  if (typeof value === 'string')
    return [...value.matchAll(inText)].map(([, id = '', name = '']) => ({ id, name: plainName(name) }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(attachmentsIn);
}

/** In an old text about a document a bar ends the name. */
const inText = /attachments\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/([^|]*)/g;

/** Without what separates folders and parts of a location; never empty. */
export function plainName(name: string): string {
  const plain = name.replace(/[/\\|\p{Cc}]+/gu, '_').trim();
  return plain === '' ? 'file' : plain.slice(0, 500);
}

/** Ids of all files that a text names, whatever it is: a record, a step, a list of either. */
export function attachmentsNamedIn(text: string): readonly string[] {
  return [...text.matchAll(/attachments\/([0-9a-f]{8}-[0-9a-f-]{27})\//g)].map(([, id]) => id ?? '');
}
