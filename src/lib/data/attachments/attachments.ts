/**
 * Files that the app keeps itself, outside the portfolio database: documents name them by where they lie. Each lies under
 * its id and the SHA-256 of its content, `<id>.<digest>`, so that it can be told later whether it is what was put in;
 * files from before that was noted lie under their id alone.
 */
import type { BundledAttachment } from '../../backup/bundle';
import { sha256 } from '../../backup/format/sha256';
import { findPlace, type FilePlace, type PlaceSource } from '../../backup/places/file-place';
import type { RecordPort } from '../../migration';
import { attachmentAt, locationOf, plainName } from './names';

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

/** How a kept file lies. `digest`: null where it was not noted. */
interface Kept {
  readonly file: string;
  readonly digest: string | null;
}

/** A file as it was read back. */
export type Read =
  | { readonly state: 'sound'; readonly content: Blob; readonly digest: string }
  | { readonly state: 'missing' | 'damaged' };

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
    try {
      await this.#write(`${id}.${await sha256(file)}`, file);
    } catch (error) {
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
    const kept = (await this.#kept()).get(named.id);
    const blob = kept && (await (await this.#place()).read(kept.file));
    return blob ? new File([blob], named.name, { type: typeOf(named.name) }) : null;
  }

  async list(): Promise<readonly string[]> {
    return [...(await this.#kept()).keys()];
  }

  /** Bytes of those of them that are here, by id. */
  async sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const kept = await this.#kept();
    const sizes = new Map<string, number>();
    for (const id of ids) {
      const file = kept.get(id)?.file;
      const content = file === undefined ? null : await (await this.#place()).read(file);
      if (content) sizes.set(id, content.size);
    }
    return sizes;
  }

  /** Reads files whole, one after the other. What was kept before digests were noted counts as sound once it can be read. */
  async *readBack(ids: Iterable<string>): AsyncGenerator<{ readonly id: string; readonly read: Read }> {
    const place = await this.#place();
    const all = await this.#kept();
    for (const id of ids) {
      const kept = all.get(id);
      if (kept === undefined) yield { id, read: { state: 'missing' } };
      else {
        const content = await place.read(kept.file).catch(() => null);
        const digest = content && (await sha256(content).catch(() => null));
        const sound = content !== null && digest !== null && (kept.digest ?? digest) === digest;
        yield { id, read: sound ? { state: 'sound', content, digest } : { state: 'damaged' } };
      }
    }
  }

  /** Puts a file back under the id that it had. One that is here and sound stays as it is. */
  async putBack({ id, digest, content }: BundledAttachment): Promise<'kept' | 'there'> {
    for await (const { read } of this.readBack([id])) if (read.state === 'sound') return 'there';
    const before = (await this.#kept()).get(id);
    await this.#write(`${id}.${digest}`, content);
    if (before !== undefined && before.file !== `${id}.${digest}`) await (await this.#place()).remove(before.file);
    return 'kept';
  }

  async remove(id: string): Promise<void> {
    const kept = (await this.#kept()).get(id);
    if (kept !== undefined) await (await this.#place()).remove(kept.file);
  }

  async #kept(): Promise<ReadonlyMap<string, Kept>> {
    const kept = new Map<string, Kept>();
    for (const file of await (await this.#place()).list()) {
      const [id = '', digest = null] = file.split('.');
      kept.set(id, { file, digest });
    }
    return kept;
  }

  /** Whole or not at all. */
  async #write(name: string, content: Blob): Promise<void> {
    const sink = await (await this.#place()).write(name);
    try {
      for (let from = 0; from < content.size; from += piece)
        await sink.write(new Uint8Array(await content.slice(from, from + piece).arrayBuffer()));
      await sink.close();
    } catch (error) {
      await sink.abort();
      throw error;
    }
  }

  /**
   * Removes files that nothing has named for a long time. `named`: ids that a document or a step still names; those are
   * never removed, and a file that is named again starts anew. So does one that a backup names: `inBackups` is asked only
   * when something is about to go, because all of them are read for it; when it fails, nothing goes.
   */
  async sweep(
    named: ReadonlySet<string>,
    inBackups: () => Promise<ReadonlySet<string>>,
    records: RecordPort,
    now: Date
  ): Promise<readonly string[]> {
    const files = await this.list();
    const oldest = now.getTime() - daysOrphaned * 86_400_000;
    let since: Record<string, string> = {};
    await records.update<Record<string, string>>(ORPHANS, (known = {}) => {
      since = Object.fromEntries(
        files.filter((id) => !named.has(id)).map((id) => [id, known[id] ?? now.toISOString()])
      );
      return since;
    });
    const leaving = Object.entries(since).flatMap(([id, at]) => (Date.parse(at) > oldest ? [] : [id]));
    if (leaving.length === 0) return [];
    const needed = await inBackups();
    await records.update<Record<string, string>>(ORPHANS, (known = {}) =>
      Object.fromEntries(Object.entries(known).map(([id, at]) => [id, needed.has(id) ? now.toISOString() : at]))
    );
    const removed = leaving.filter((id) => !needed.has(id));
    for (const id of removed) await this.remove(id);
    return removed;
  }
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
