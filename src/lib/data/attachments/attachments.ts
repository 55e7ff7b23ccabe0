/** Files that the app keeps itself, outside the portfolio database: documents name them by where they lie. */
import { findPlace, type FilePlace, type PlaceSource } from '../../backup/places/file-place';
import type { RecordPort } from '../../migration';
import { attachmentAt, locationOf } from './names';

/** Of one file. Scans of many pages stay below; films do not. */
export const mostBytes = 25_000_000;

/** Days that a file stays after nobody names it any more: longer than backups that may name it are kept by age. */
const daysOrphaned = 60;
const ORPHANS = 'attachments nobody names';
/** Bytes written at a time. */
const piece = 1_000_000;

/** A file that is not taken, with the reason in a sentence. Nothing was kept. */
export class AttachmentRefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AttachmentRefusedError';
  }
}

export class Attachments {
  readonly #place: () => Promise<FilePlace>;

  constructor(place: PlaceSource) {
    this.#place = findPlace(place);
  }

  /** Keeps a file under an id of its own. @returns the location for its document. @throws AttachmentRefusedError */
  async add(id: string, name: string, file: Blob): Promise<string> {
    if (file.size > mostBytes)
      throw new AttachmentRefusedError(
        `‘${name}’ has ${megabytes(file.size)} MB; this app keeps files of up to ${megabytes(mostBytes)} MB. Nothing was added. Make it smaller, or note where it lies instead.`
      );
    if (file.size === 0) throw new AttachmentRefusedError(`‘${name}’ is empty, so nothing was added.`);
    const sink = await (await this.#place()).write(id);
    try {
      for (let from = 0; from < file.size; from += piece)
        await sink.write(new Uint8Array(await file.slice(from, from + piece).arrayBuffer()));
      await sink.close();
    } catch (error) {
      await sink.abort();
      throw new AttachmentRefusedError(
        `‘${name}’ could not be kept: ${error instanceof Error ? error.message : String(error)} Nothing was added.`,
        { cause: error }
      );
    }
    return locationOf(id, plainName(name));
  }

  /** Null where the file is not kept here: on another device, or before a backup was brought over. */
  async open(location: string): Promise<File | null> {
    const named = attachmentAt(location);
    if (named === null) return null;
    const blob = await (await this.#place()).read(named.id);
    return blob && new File([blob], named.name, { type: typeOf(named.name) });
  }

  async list(): Promise<readonly string[]> {
    return (await this.#place()).list();
  }

  async remove(id: string): Promise<void> {
    await (await this.#place()).remove(id);
  }

  /**
   * Removes files that nothing has named for a long time. `named`: ids that a document or a step still names; those are
   * never removed, and a file that is named again starts anew.
   */
  async sweep(named: ReadonlySet<string>, records: RecordPort, now: Date): Promise<readonly string[]> {
    const files = await this.list();
    const oldest = now.getTime() - daysOrphaned * 86_400_000;
    const removed: string[] = [];
    let since: Record<string, string> = {};
    await records.update<Record<string, string>>(ORPHANS, (known = {}) => {
      since = Object.fromEntries(
        files.filter((id) => !named.has(id)).map((id) => [id, known[id] ?? now.toISOString()])
      );
      return since;
    });
    for (const [id, at] of Object.entries(since)) {
      if (Date.parse(at) > oldest) continue;
      await this.remove(id);
      removed.push(id);
    }
    return removed;
  }
}

/** Without what separates folders and parts of a location; never empty. */
function plainName(name: string): string {
  const plain = name.replace(/[/\\|\p{Cc}]+/gu, '_').trim();
  return plain === '' ? 'file' : plain;
}

/** Only what a browser shows without running anything in it; all else is a download. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv'
};

function typeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(types, extension) ? (types[extension] ?? '') : 'application/octet-stream';
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 });
}
