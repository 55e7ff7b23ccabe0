/**
 * Writes a snapshot as a stream. Reading the source, making lines, hashing and compressing overlap: a batch is turned
 * into text at once, the next one is asked for while the text is hashed (off the thread) and compressed.
 */
import type { SnapshotSource } from '../../migration';
import type { FileSink } from '../places/file-place';
import { wholeDigest, type SnapshotFooter, type SnapshotHeader, type StoreFigures } from './header';
import { snapshotLimits } from './limits';
import { SnapshotProblem } from './problem';
import { recordLines } from './record-lines';
import { LocalPipe } from './local-pipe';
import { openPipe } from './open-pipe';
import type { TextPipe } from './text-pipe';

export interface WriteOptions {
  /** Whether to count the records that fail their schema; otherwise the footer states none. */
  readonly checkRecords?: boolean;
  readonly signal?: AbortSignal;
  /** Called with the number of records written so far. */
  readonly onRecords?: (records: number) => void;
  /** Called with the number of records whose text has been compressed, and to how many bytes; it follows behind. */
  readonly onCompressed?: (records: number, bytes: number) => void;
}

/**
 * Writes everything and closes the sink. The caller aborts it when this rejects. Resolves with the footer, whose
 * figures were taken while the source was read.
 */
export async function writeSnapshot(
  source: SnapshotSource,
  header: SnapshotHeader,
  sink: FileSink,
  options: WriteOptions = {}
): Promise<SnapshotFooter> {
  const records = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
  const out = openPipe(sink, records);
  try {
    const headerLine = JSON.stringify(header);
    out.text(`{\n"header":${headerLine},\n"stores":{\n`);
    const figures = await writeStores(source, out, options);
    const footer: SnapshotFooter = { ...figures, digest: await wholeDigest(headerLine, figures) };
    out.text(`},\n"footer":${JSON.stringify(footer)}\n}\n`);
    await out.close();
    await sink.close();
    return footer;
  } catch (error) {
    throw await out.abort(error);
  }
}

/** The digests of some stores as they stand, taken as a snapshot takes them; nothing is written. */
export async function digestStores(
  source: SnapshotSource,
  stores: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const wanted = source.stores.filter(({ name }) => stores.includes(name));
  const missing = stores.find((name) => !wanted.some((store) => store.name === name));
  if (missing !== undefined) throw new SnapshotProblem(`There is no store ${missing} to take a digest of.`);
  const some: Readable = { stores: wanted, read: (store, onBatch) => source.read(store, onBatch) };
  const figures = await writeStores(some, new LocalPipe(null));
  return figures.digests;
}

type Readable = Pick<SnapshotSource, 'stores' | 'read'>;

async function writeStores(source: Readable, out: TextPipe, options: WriteOptions = {}): Promise<StoreFigures> {
  const counts: Record<string, number> = {};
  const invalid: Record<string, number> = {};
  const digests: Promise<readonly [string, string]>[] = [];
  let records = 0;
  for (const [position, { name, definition }] of source.stores.entries()) {
    options.signal?.throwIfAborted();
    out.text(`${JSON.stringify(name)}:[\n`);
    out.begin();
    let count = 0;
    let failing = 0;
    let separator = '';
    const add = (batch: { lines: readonly string[]; records: number; invalid: number }) => {
      const { lines } = batch;
      if (lines.length === 0) return;
      const longest = lines.find((line) => line.length > snapshotLimits.lineBytes / 3);
      if (longest !== undefined && new TextEncoder().encode(longest).length >= snapshotLimits.lineBytes) {
        throw new SnapshotProblem(`A record of ${name} is larger than a backup can hold in one line.`);
      }
      out.text(separator + lines.join(',\n'));
      separator = ',\n';
      count += batch.records;
      failing += batch.invalid;
      records += batch.records;
      options.onRecords?.(records);
      const upTo = records;
      out.whenCompressed((bytes) => options.onCompressed?.(upTo, bytes));
    };
    await source.read(name, (rows) => {
      options.signal?.throwIfAborted();
      const batch = recordLines(name, definition, rows, options.checkRecords ?? false);
      if (batch instanceof Promise) return batch.then(add).then(() => out.drained());
      add(batch);
      return out.drained();
    });
    if (separator !== '') out.text('\n');
    const digest = out.end();
    counts[name] = count;
    if (failing > 0) invalid[name] = failing;
    digests.push(digest.then((value) => [name, value] as const));
    out.text(position === source.stores.length - 1 ? ']\n' : '],\n');
  }
  return { counts, invalid, digests: Object.fromEntries(await Promise.all(digests)) };
}
