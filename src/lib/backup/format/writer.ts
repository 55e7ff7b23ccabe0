/**
 * Writes a snapshot as a stream. Reading the source, making lines, hashing and compressing overlap: a batch is turned
 * into text at once, the next one is asked for while the text is hashed (off the thread) and compressed.
 */
import type { QuickCount, SnapshotSource } from '../../migration';
import type { FileSink } from '../places/file-place';
import { wholeDigest, type SnapshotFooter, type SnapshotHeader, type StoreFigures } from './header';
import { snapshotLimits } from './limits';
import { PrefacedGzip } from './prefaced-gzip';
import { SnapshotProblem } from './problem';
import { recordLines } from './record-lines';
import { LocalPipe } from './local-pipe';
import { openPipe } from './open-pipe';
import type { TextPipe } from './text-pipe';

/** Compressed bytes that may wait for the header; beyond it packed stores are counted by reading them. */
const MOST_HELD = 16 * 2 ** 20;

export interface WriteOptions {
  /** Whether to count the records that fail their schema; otherwise the footer states none. */
  readonly checkRecords?: boolean;
  readonly signal?: AbortSignal;
  /** Called with the number of records there are, at first at least so many. */
  readonly onTotal?: (records: number) => void;
  /** Called with the number of records written so far. */
  readonly onRecords?: (records: number) => void;
  /** Called with the number of records whose text has been compressed, and to how many bytes; it follows behind. */
  readonly onCompressed?: (records: number, bytes: number) => void;
}

/** The header for these counts, whose stores come in this order. */
export type HeaderOf = (counts: Readonly<Record<string, number>>) => SnapshotHeader;

/**
 * Writes everything and closes the sink. The caller aborts it when this rejects. Resolves with the header and with the
 * footer, whose figures were taken while the source was read.
 *
 * The header names all counts, and of a packed store nobody knows them before it is read. So those come first, are
 * compressed at once and held back until the header can be put before them: nothing is read only to be counted.
 */
export async function writeSnapshot(
  source: SnapshotSource,
  headerOf: HeaderOf,
  sink: FileSink,
  options: WriteOptions = {}
): Promise<{ readonly header: SnapshotHeader; readonly footer: SnapshotFooter }> {
  const quick = await source.quickCounts();
  const stores = packedFirst(source.stores);
  const rows = Object.values(quick).reduce((sum, { count }) => sum + count, 0);
  options.onTotal?.(rows);
  const gzip = new PrefacedGzip(sink);
  const head = new Head(gzip, headerOf, stores);
  const out = openPipe(gzip, rows);
  try {
    const figures = await writeStores({ stores, read: (store, onBatch) => source.read(store, onBatch) }, out, {
      ...options,
      async onStore(read) {
        const known = { ...exactOf(quick), ...read };
        if (!stores.every(({ name }) => name in known)) return;
        options.onTotal?.(Object.values(known).reduce((sum, count) => sum + count, 0));
        await head.write(known);
      },
      async onBatch() {
        if (gzip.held > MOST_HELD) await head.write(await source.counts());
      }
    });
    const { header, line } = await head.write(figures.counts);
    const footer: SnapshotFooter = { ...figures, digest: await wholeDigest(line, figures) };
    out.text(`},\n"footer":${JSON.stringify(footer)}\n}\n`);
    await gzip.finish(await out.close());
    await sink.close();
    return { header, footer };
  } catch (error) {
    throw await out.abort(error);
  }
}

/** The lines before the stores, written once: as soon as all counts are known. */
class Head {
  readonly #gzip: PrefacedGzip;
  readonly #headerOf: HeaderOf;
  readonly #stores: Readable['stores'];
  #written: { readonly header: SnapshotHeader; readonly line: string } | null = null;

  constructor(gzip: PrefacedGzip, headerOf: HeaderOf, stores: Readable['stores']) {
    this.#gzip = gzip;
    this.#headerOf = headerOf;
    this.#stores = stores;
  }

  async write(
    counts: Readonly<Record<string, number>>
  ): Promise<{ readonly header: SnapshotHeader; readonly line: string }> {
    if (this.#written !== null) return this.#written;
    const header = this.#headerOf(Object.fromEntries(this.#stores.map(({ name }) => [name, counts[name] ?? 0])));
    const line = JSON.stringify(header);
    this.#written = { header, line };
    await this.#gzip.preface(`{\n"header":${line},\n"stores":{\n`);
    return this.#written;
  }
}

/** Packed stores before the others; otherwise as they come. */
function packedFirst(stores: Readable['stores']): Readable['stores'] {
  return [
    ...stores.filter(({ definition }) => definition.packed),
    ...stores.filter(({ definition }) => !definition.packed)
  ];
}

function exactOf(counts: Readonly<Record<string, QuickCount>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, { count, exact }]) => (exact ? [[name, count] as const] : []))
  );
}

/** The digests of some stores as they stand, taken as a snapshot takes them; nothing is written. */
export async function digestStores(
  source: Readable,
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

interface StoreOptions extends WriteOptions {
  /** Before each store and after the last: the counts of those that are written. */
  readonly onStore?: (counts: Readonly<Record<string, number>>) => Promise<void>;
  readonly onBatch?: () => Promise<void>;
}

async function writeStores(source: Readable, out: TextPipe, options: StoreOptions = {}): Promise<StoreFigures> {
  const counts: Record<string, number> = {};
  const invalid: Record<string, number> = {};
  const digests: Promise<readonly [string, string]>[] = [];
  let records = 0;
  for (const [position, { name, definition }] of source.stores.entries()) {
    options.signal?.throwIfAborted();
    await options.onStore?.(counts);
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
    const settled = () => {
      const waiting = out.drained();
      return options.onBatch ? (waiting ?? Promise.resolve()).then(options.onBatch) : waiting;
    };
    await source.read(name, (rows) => {
      options.signal?.throwIfAborted();
      const batch = recordLines(name, definition, rows, options.checkRecords ?? false);
      if (batch instanceof Promise) return batch.then(add).then(settled);
      add(batch);
      return settled();
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
