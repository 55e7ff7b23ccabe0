/** Reads a snapshot whole and says what is wrong with it, if anything; never throws for what a file can hold. */
import type { BackupVerification, StoreDefinition } from '../../migration';
import type { SnapshotFooter, SnapshotHeader } from './header';
import { snapshotLimits, type SnapshotLimits } from './limits';
import { SnapshotProblem } from './problem';
import { SnapshotReader, type SnapshotBatch } from './reader';
import { isValid } from './record-lines';

/** The stores of a data version; null for one this app does not know. */
export type SchemaOf = (dataVersion: string) => Readonly<Record<string, StoreDefinition>> | null;

export interface VerifyOptions {
  readonly schemaOf: SchemaOf;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly limits?: SnapshotLimits;
  readonly signal?: AbortSignal;
  readonly onRecords?: (records: number) => void;
  /** Gets every batch once it was looked at; nothing is certain before the whole file was. */
  readonly onBatch?: (batch: SnapshotBatch, header: SnapshotHeader) => void;
}

export interface VerifiedSnapshot {
  readonly verification: BackupVerification;
  /** Null where the file could not be read so far. */
  readonly header: SnapshotHeader | null;
  readonly footer: SnapshotFooter | null;
  /** Records per store that fail their schema, as far as it was read; none where absent. */
  readonly invalid: Readonly<Record<string, number>>;
}

/** Rejects only with the reason of the signal. */
export async function verifySnapshot(file: Blob, options: VerifyOptions): Promise<VerifiedSnapshot> {
  const started = options.elapsed();
  const problems: string[] = [];
  let header: SnapshotHeader | null = null;
  let footer: SnapshotFooter | null = null;
  const invalid: Record<string, number> = {};
  let rows = 0;
  let known = true;
  try {
    const reader = await SnapshotReader.open(file, options.limits ?? snapshotLimits);
    header = reader.header;
    const stores = options.schemaOf(header.dataVersion);
    known = stores !== null;
    const order = new KeyOrder();
    for await (const batch of reader.batches()) {
      const { store, records, containers } = batch;
      options.signal?.throwIfAborted();
      const definition = stores?.[store];
      if (stores && !definition) throw new SnapshotProblem(`Data version ${header.dataVersion} has no store ${store}.`);
      if (definition && !definition.packed) order.follow(store, definition, records);
      if (definition) {
        const failing = records.reduce<number>((sum, record) => (isValid(definition, record) ? sum : sum + 1), 0);
        const broken = containers.filter(({ container }) => container.entries === null).length;
        if (failing + broken > 0) invalid[store] = (invalid[store] ?? 0) + failing + broken;
      }
      rows += records.length;
      options.onRecords?.(rows);
      options.onBatch?.(batch, reader.header);
    }
    footer = reader.footer;
    if (known) problems.push(...comparedInvalid(header, footer, invalid));
  } catch (error) {
    options.signal?.throwIfAborted();
    problems.push(
      error instanceof SnapshotProblem ? error.message : `The backup file cannot be read: ${String(error)}`
    );
  }
  const seconds = (options.elapsed() - started) / 1000;
  const depth = known ? 'full' : 'structural';
  return { verification: { ok: problems.length === 0, problems, rows, seconds, depth }, header, footer, invalid };
}

/** Records come in key order, so that none can be there twice. */
class KeyOrder {
  #store = '';
  #last: unknown = undefined;

  follow(store: string, { keyPath }: StoreDefinition, records: readonly unknown[]): void {
    if (store !== this.#store) this.#last = undefined;
    this.#store = store;
    for (const record of records) {
      const row = (record ?? {}) as Record<string, unknown>;
      const key = typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path]);
      if (this.#last !== undefined && compareKeys(this.#last, key) >= 0)
        throw new SnapshotProblem(`${store}: a record comes twice, or not in the order of its key.`);
      this.#last = key;
    }
  }
}

/** As IndexedDB compares them; whatever is no key comes first. */
function compareKeys(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
      const order = compareKeys(a[at], b[at]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  const kinds = [kindOf(a), kindOf(b)] as const;
  if (kinds[0] !== kinds[1]) return kinds[0] - kinds[1];
  return (a as string) < (b as string) ? -1 : (a as string) > (b as string) ? 1 : 0;
}

function kindOf(key: unknown): number {
  if (Array.isArray(key)) return 4;
  if (typeof key === 'string') return 3;
  if (key instanceof Date) return 2;
  return typeof key === 'number' ? 1 : 0;
}

/** Records that were invalid where they came from may be so here; others may not. */
function comparedInvalid(
  header: SnapshotHeader,
  footer: SnapshotFooter,
  invalid: Readonly<Record<string, number>>
): string[] {
  return Object.keys(header.counts).flatMap((store) => {
    const stated = footer.invalid[store] ?? 0;
    const found = invalid[store] ?? 0;
    if (stated === found) return [];
    return [`${store}: ${found} records do not satisfy the schema of ${header.dataVersion}, ${stated} are stated.`];
  });
}
