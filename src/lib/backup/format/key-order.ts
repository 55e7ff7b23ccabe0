/** Rows come in the order of their primary keys, so that none can be there twice and each can be put into its store. */
import type { PackedStore, Row, StoreDefinition } from '../../migration';
import { SnapshotProblem } from './problem';
import type { SnapshotBatch } from './reader';

/** What a batch holds of a store, and where its containers stand. */
type Batch = Pick<SnapshotBatch, 'store' | 'records' | 'containers'>;

/** Follows the batches of a snapshot. Only a row with a valid key greater than the one before it may come next. */
export class KeyOrder {
  #store = '';
  #last: unknown = undefined;
  /** Entries that the last container still takes. */
  #owed = 0;
  /** The key of the packed row that is being put together from entries alone. */
  #open: unknown = undefined;

  /** Throws a {@link SnapshotProblem} for a row that is no row, has no valid key, or is not next in order. */
  follow(definition: StoreDefinition, batch: Batch): void {
    if (batch.store !== this.#store) {
      this.#store = batch.store;
      this.#last = this.#open = undefined;
      this.#owed = 0;
    }
    if (definition.packed) return this.#followPacked(definition, definition.packed, batch);
    if (batch.containers.length > 0) {
      throw new SnapshotProblem(`${batch.store}: a packed row stands there, and this store has none.`);
    }
    for (const record of batch.records) this.#next(keyOf(definition, record));
  }

  /** The key of a packed row is its container's, or where it has none that of the entries that make it up. */
  #followPacked(definition: StoreDefinition, packed: PackedStore, { records, containers }: Batch): void {
    let at = 0;
    for (const { before, container } of containers) {
      for (; at < before; at++) this.#entry(packed, records[at]);
      this.#open = undefined;
      this.#owed = container.entries ?? 0;
      this.#next(keyOf(definition, container.row));
    }
    for (; at < records.length; at++) this.#entry(packed, records[at]);
  }

  #entry(packed: PackedStore, entry: unknown): void {
    if (this.#owed > 0) {
      this.#owed--;
      return;
    }
    const key = packedKeyOf(packed, entry);
    if (this.#open !== undefined && isKey(key) && compareKeys(this.#open, key) === 0) return;
    this.#next(key);
    this.#open = key;
  }

  #next(key: unknown): void {
    if (!isKey(key)) throw new SnapshotProblem(`${this.#store}: a record has no valid key.`);
    if (this.#last !== undefined && compareKeys(this.#last, key) >= 0) {
      throw new SnapshotProblem(`${this.#store}: a record comes twice, or not in the order of its key.`);
    }
    this.#last = key;
  }
}

function keyOf({ keyPath }: StoreDefinition, row: unknown): unknown {
  if (!isRow(row)) return undefined;
  return typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path]);
}

/** Undefined for an entry that gives none: what only looks like an entry stands in a container. */
function packedKeyOf(packed: PackedStore, entry: unknown): unknown {
  try {
    return isRow(entry) ? packed.keyOf(entry) : undefined;
  } catch {
    return undefined;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether IndexedDB takes it as a key: <https://w3c.github.io/IndexedDB/#key-construct>. */
export function isKey(value: unknown): boolean {
  switch (kindOf(value)) {
    case rank.list:
      // An empty place is no key, and `every` would pass over it.
      return Array.from(value as unknown[]).every(isKey);
    case rank.number:
    case rank.date:
      return !Number.isNaN(Number(value));
    default:
      return kindOf(value) !== rank.none;
  }
}

/** Below zero, zero or above it, as `indexedDB.cmp` orders two valid keys: <https://w3c.github.io/IndexedDB/#key-construct>. */
export function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return kind - kindOf(b);
  if (kind === rank.list) return compareLists(a as unknown[], b as unknown[], compareKeys);
  if (kind === rank.bytes) return compareLists(bytesOf(a), bytesOf(b), (one, other) => one - other);
  return Number(a) - Number(b) || 0;
}

function compareLists<T>(a: ArrayLike<T>, b: ArrayLike<T>, compare: (a: T, b: T) => number): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = compare(a[at] as T, b[at] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The kinds of keys in the order in which IndexedDB sorts them; what is none comes first. */
const rank = { none: 0, number: 1, date: 2, text: 3, bytes: 4, list: 5 } as const;

function kindOf(key: unknown): number {
  if (typeof key === 'string') return rank.text;
  if (typeof key === 'number') return rank.number;
  if (Array.isArray(key)) return rank.list;
  if (key instanceof Date) return rank.date;
  return key instanceof ArrayBuffer || ArrayBuffer.isView(key) ? rank.bytes : rank.none;
}

function bytesOf(key: unknown): Uint8Array {
  if (key instanceof ArrayBuffer) return new Uint8Array(key);
  const { buffer, byteOffset, byteLength } = key as ArrayBufferView;
  return new Uint8Array(buffer, byteOffset, byteLength);
}
