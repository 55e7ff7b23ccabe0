/**
 * A database while it is being filled, as a source: of each store what has been committed is read again from disk, batch
 * by batch, while the next rows are on their way. So the proof of what was written costs little time of its own.
 */
import type { ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import type { SnapshotSource } from './ports';
import { keyAt, taken } from './requests';

export interface WrittenSource extends Pick<SnapshotSource, 'stores' | 'read'> {
  /** Rows of a store, in key order, that are committed once `writing` resolves. Stores come one after the other. */
  wrote(store: string, rows: readonly Row[], writing: Promise<void>): void;
  /** Nothing more comes; with the reason where writing failed. */
  end(failure?: unknown): void;
}

interface Batch {
  readonly store: string;
  readonly first: IDBValidKey;
  readonly last: IDBValidKey;
  readonly writing: Promise<void>;
}

/** `order`: the stores as they will be written. */
export function writtenSource(
  database: IDBDatabase,
  version: ResolvedVersion,
  order: readonly string[],
  KeyRange: typeof IDBKeyRange
): WrittenSource {
  const batches: Batch[] = [];
  let ended: { readonly failure: unknown } | null = null;
  let wake = () => {};

  /** The next batch of the store; null once another store has begun, or nothing more comes. */
  const nextOf = async (store: string): Promise<Batch | null> => {
    for (;;) {
      const [batch] = batches;
      if (batch) return batch.store === store ? batch : null;
      if (ended?.failure !== undefined) throw ended.failure;
      if (ended) return null;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };

  return {
    stores: order.flatMap((name) => {
      const definition = version.stores[name];
      return definition ? [{ name, definition }] : [];
    }),
    async read(store, onBatch) {
      for (let batch = await nextOf(store); batch; batch = await nextOf(store)) {
        batches.shift();
        await batch.writing;
        const range = KeyRange.bound(batch.first, batch.last);
        const objects = database.transaction(store, 'readonly').objectStore(store);
        await onBatch(await taken(objects.getAll(range) as IDBRequest<Row[]>));
      }
    },
    wrote(store, rows, writing) {
      const keyPath = version.stores[store]?.keyPath ?? 'id';
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first || !last) return;
      batches.push({ store, first: keyAt(keyPath, first), last: keyAt(keyPath, last), writing });
      wake();
    },
    end(failure) {
      ended = { failure };
      wake();
    }
  };
}
