/**
 * Reads a snapshot as a stream and believes nothing: the order of lines is fixed, every key is looked at, and counts
 * and digests must come out as header and footer say. Throws a `SnapshotProblem` with a sentence at the first thing wrong.
 */
import type { Row } from '../../migration';
import { Cursor } from './cursor';
import { BlockDigest } from './digest';
import { asFooter, asHeader, wholeDigest, type SnapshotFooter, type SnapshotHeader } from './header';
import { LineStream } from './lines';
import { snapshotLimits, type SnapshotLimits } from './limits';
import { CONTAINER, type Container } from './packing';
import { SnapshotProblem } from './problem';
import { revive } from './revive';
import { weigh } from './weigh';

/** Some lines of one store, in order. Records of a packed store are its entries. */
export interface SnapshotBatch {
  readonly store: string;
  readonly records: readonly unknown[];
  /** Containers, each with the number of this batch's records that stand before it. */
  readonly containers: readonly { readonly before: number; readonly container: Container }[];
}

export class SnapshotReader {
  readonly header: SnapshotHeader;
  readonly #headerLine: string;
  readonly #cursor: Cursor;
  readonly #limits: SnapshotLimits;
  #footer: SnapshotFooter | null = null;

  private constructor(header: SnapshotHeader, headerLine: string, cursor: Cursor, limits: SnapshotLimits) {
    this.header = header;
    this.#headerLine = headerLine;
    this.#cursor = cursor;
    this.#limits = limits;
  }

  /** Opens a file and reads its header. */
  static async open(file: Blob, limits: SnapshotLimits = snapshotLimits): Promise<SnapshotReader> {
    const cursor = new Cursor(await LineStream.open(file, limits));
    try {
      const begins = (await cursor.line()) === '{';
      const match = begins ? /^"header":(.*),$/.exec(await cursor.line()) : null;
      if (match?.[1] === undefined) throw new SnapshotProblem('This file is not a backup of this app.');
      return new SnapshotReader(asHeader(parse(match[1], limits)), match[1], cursor, limits);
    } catch (problem) {
      await cursor.cancel();
      throw problem;
    }
  }

  /** The true footer, once all batches have been read to the end. */
  get footer(): SnapshotFooter {
    if (!this.#footer) throw new SnapshotProblem('The backup was not read to its end.');
    return this.#footer;
  }

  /** All records. It completes only when everything after the last one was right too. */
  async *batches(): AsyncGenerator<SnapshotBatch> {
    const counts: Record<string, number> = {};
    const digests: Record<string, string> = {};
    const names = Object.keys(this.header.counts);
    let records = 0;
    try {
      await this.#cursor.expect('"stores":{');
      for (const [position, name] of names.entries()) {
        await this.#cursor.expect(`${JSON.stringify(name)}:[`);
        const digest = new BlockDigest();
        let count = 0;
        let owed = 0;
        for (;;) {
          const piece = await this.#cursor.records(digest);
          if (piece === null) break;
          const batch = this.#batch(name, piece);
          count += batch.records.length;
          records += batch.records.length;
          if (records > this.#limits.records)
            throw new SnapshotProblem('The backup has more records than this app reads.');
          owed = entriesOwed(batch, owed);
          yield batch;
          // A file without end would otherwise be read to the limits.
          if (count > (this.header.counts[name] ?? 0)) throw otherCount(name, count, this.header.counts[name]);
        }
        if (owed > 0) throw new SnapshotProblem(`In ${name} a packed row lacks ${owed} of its entries.`);
        await this.#cursor.expect(position === names.length - 1 ? ']' : '],');
        counts[name] = count;
        digests[name] = await digest.finish();
      }
      this.#footer = await this.#readFooter(counts, digests);
    } finally {
      await this.#cursor.cancel();
    }
  }

  async close(): Promise<void> {
    await this.#cursor.cancel();
  }

  #batch(store: string, text: string): SnapshotBatch {
    weigh(text, this.#limits);
    const values = parseList(store, text);
    const records: unknown[] = [];
    const containers: { before: number; container: Container }[] = [];
    for (const value of values) {
      const container = asContainer(value);
      if (container) {
        const row = revive(container.row, this.#limits.depth) as Row;
        containers.push({ before: records.length, container: { row, entries: container.entries } });
      } else {
        records.push(revive(value, this.#limits.depth));
      }
    }
    return { store, records, containers };
  }

  async #readFooter(counts: Record<string, number>, digests: Record<string, string>): Promise<SnapshotFooter> {
    await this.#cursor.expect('},');
    const match = /^"footer":(.*)$/.exec(await this.#cursor.line());
    if (match?.[1] === undefined) throw new SnapshotProblem('The backup has no footer.');
    const footer = asFooter(parse(match[1], this.#limits));
    await this.#cursor.expect('}');
    await this.#cursor.expectEnd();
    for (const [name, count] of Object.entries(counts)) {
      if (this.header.counts[name] !== count) throw otherCount(name, count, this.header.counts[name]);
      if (footer.counts[name] !== count)
        throw new SnapshotProblem(`${name}: ${count} records were read, and the footer says otherwise.`);
      if (footer.digests[name] !== digests[name])
        throw new SnapshotProblem(`${name}: the digest is not the one stated.`);
    }
    if (Object.keys(footer.counts).length !== Object.keys(counts).length) {
      throw new SnapshotProblem('The footer of the backup names other stores than its header.');
    }
    const stranger = Object.keys(footer.invalid).find((name) => !Object.hasOwn(counts, name));
    if (stranger !== undefined)
      throw new SnapshotProblem(`The footer counts invalid records of ${stranger}, which is not in the backup.`);
    const digest = await wholeDigest(this.#headerLine, { counts, digests, invalid: footer.invalid });
    if (footer.digest !== digest) throw new SnapshotProblem('The digest of the whole backup is not the one stated.');
    return footer;
  }
}

function otherCount(store: string, read: number, stated = 0): SnapshotProblem {
  return new SnapshotProblem(`${store}: ${read} records were read, and the header says ${stated}.`);
}

function parse(text: string, limits: SnapshotLimits): unknown {
  weigh(text, limits);
  try {
    return revive(JSON.parse(text), limits.depth);
  } catch (error) {
    if (error instanceof SnapshotProblem) throw error;
    throw new SnapshotProblem('A line of the backup is not JSON.');
  }
}

/** A stretch of lines is one list for `JSON.parse`, which is several times faster than line by line. */
function parseList(store: string, text: string): unknown[] {
  try {
    return JSON.parse(`[${text}]`) as unknown[];
  } catch {
    throw new SnapshotProblem(`A record of ${store} is not JSON.`);
  }
}

function asContainer(value: unknown): Container | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, CONTAINER)) return null;
  if (Object.keys(value).length !== 1) return null;
  const content = (value as Record<string, unknown>)[CONTAINER];
  if (!Array.isArray(content) || content.length !== 2) throw new SnapshotProblem('A packed row is malformed.');
  const [row, entries] = content as [unknown, unknown];
  const counts = entries === null || (Number.isSafeInteger(entries) && (entries as number) >= 0);
  if (typeof row !== 'object' || row === null || Array.isArray(row) || !counts) {
    throw new SnapshotProblem('A packed row is malformed.');
  }
  return { row: row as Row, entries: entries as number | null };
}

/** Entries that the last container still lacks after this batch, `owed` having been lacking before it. */
function entriesOwed(batch: SnapshotBatch, owed: number): number {
  let counted = 0;
  for (const { before, container } of batch.containers) {
    if (owed > before - counted) throw new SnapshotProblem(`In ${batch.store} a packed row lacks some of its entries.`);
    owed = container.entries ?? 0;
    counted = before;
  }
  return Math.max(0, owed - (batch.records.length - counted));
}
