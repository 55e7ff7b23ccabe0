/** IndexedDB requests and transactions as promises; nothing else is ever awaited inside a transaction. */

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
  });
}

/**
 * The rows of a request, taken out of its result. Browsers keep a result for as long as its request, and a request until
 * the next full collection: rows left in there would outlive all short-lived garbage, a whole store of them at a time.
 */
export async function taken<T>(request: IDBRequest<T[]>): Promise<T[]> {
  return (await done(request)).splice(0);
}

/** A disk that runs full may take the whole database away: then its transactions hear nothing more, only it does. */
export function committed(transaction: IDBTransaction): Promise<void> {
  const { db } = transaction;
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => (): void => {
      db.removeEventListener('close', lost);
      end();
    };
    const lost = settle(() =>
      reject(
        new DOMException('the browser closed the database while it was written; often the disk is full', 'UnknownError')
      )
    );
    db.addEventListener('close', lost);
    transaction.oncomplete = settle(resolve);
    transaction.onabort = settle(() =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'))
    );
  });
}

/** The value at a key path of a record: the record's primary key. */
export function keyAt(keyPath: string | readonly string[], row: Readonly<Record<string, unknown>>): IDBValidKey {
  return (typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path])) as IDBValidKey;
}

export interface BatchOptions {
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly signal?: AbortSignal | undefined;
  /** Rows per batch at most. */
  readonly rows?: number;
  /** Bytes per batch, roughly, at most: one record of 1 MB × 500 took 734 MB of browser memory. */
  readonly bytes?: number;
}

const FIRST_BATCH = 32;

/**
 * Reads a store in key order by batched `getAll`, the cheapest way there is. The next batch is asked for before this
 * one is handed over, so that reading overlaps with work, and because requests of a transaction are answered in order
 * the writes of a batch are paced by the reading of the next but one. Batches start small and grow while rows are small.
 */
export async function readInBatches(
  store: IDBObjectStore,
  options: BatchOptions,
  onBatch: (rows: Record<string, unknown>[]) => void
): Promise<number> {
  const mostRows = options.rows ?? 1000;
  const mostBytes = options.bytes ?? 4_000_000;
  const keyPath = store.keyPath as string | string[];
  let total = 0;
  let size = Math.min(FIRST_BATCH, mostRows);
  let batch = await taken<Record<string, unknown>>(store.getAll(null, size));
  while (batch.length > 0) {
    options.signal?.throwIfAborted();
    const last = batch.at(-1);
    const asked = size;
    const more = batch.length === asked && last !== undefined;
    const perRow = roughBytes(batch[0]) / 2 + roughBytes(last) / 2;
    size = Math.max(1, Math.min(mostRows, size * 8, Math.floor(mostBytes / Math.max(1, perRow))));
    const next = more
      ? taken<Record<string, unknown>>(store.getAll(options.IDBKeyRange.lowerBound(keyAt(keyPath, last), true), size))
      : null;
    next?.catch(() => undefined);
    onBatch(batch);
    total += batch.length;
    batch = next ? await next : [];
  }
  return total;
}

function roughBytes(row: unknown): number {
  if (row === undefined) return 0;
  let bytes = 0;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value === 'string') bytes += value.length * 2;
    else if (value instanceof Blob || value instanceof ArrayBuffer)
      bytes += value instanceof Blob ? value.size : value.byteLength;
    else if (ArrayBuffer.isView(value)) bytes += value.byteLength;
    else if (typeof value === 'object' && value !== null && depth < 6) {
      for (const key in value) {
        bytes += 16;
        visit((value as Record<string, unknown>)[key], depth + 1);
      }
    } else bytes += 8;
  };
  visit(row, 0);
  return bytes;
}

/** Milliseconds after which a database that is not removed counts as held: WebKit does not always say that it is. */
const REMOVAL_PATIENCE = 10_000;

/**
 * Resolves when the database is gone.
 * @throws DOMException where something still holds it. It then goes once that is over; whoever opens it before comes after.
 */
export function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = (): void =>
      reject(new DOMException(`'${name}' is still open in another window.`, 'InvalidStateError'));
    const clock = setTimeout(held, REMOVAL_PATIENCE);
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      clearTimeout(clock);
      resolve();
    };
    request.onerror = () => {
      clearTimeout(clock);
      reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
    };
    request.onblocked = () => {
      clearTimeout(clock);
      held();
    };
  });
}
