/** Writes rows into a database that is being built, several transactions at a time. */
import { committed } from './requests';

/** Transactions that may be under way while the next rows are read. */
const IN_FLIGHT = 4;

export class BatchWriter {
  readonly #database: IDBDatabase;
  readonly #explain: (store: string, error: unknown) => unknown;
  readonly #running: Promise<void>[] = [];

  /** `explain`: what a transaction that failed is told as; as it is without. */
  constructor(database: IDBDatabase, explain: (store: string, error: unknown) => unknown = (_, error) => error) {
    this.#database = database;
    this.#explain = explain;
  }

  /**
   * Begins a transaction that `act` makes its requests in, once there is room for one more. `ended` resolves when it is
   * committed, and durable only when the database is sealed, which is a strict transaction after all of them.
   * @throws what an earlier one failed with.
   */
  async write(store: string, act: (objects: IDBObjectStore) => void): Promise<{ readonly ended: Promise<void> }> {
    if (this.#running.length >= IN_FLIGHT) await this.#running.shift();
    const transaction = this.#database.transaction(store, 'readwrite', { durability: 'relaxed' });
    const ended = committed(transaction).catch((error: unknown) => {
      throw this.#explain(store, error);
    });
    ended.catch(() => undefined);
    this.#running.push(ended);
    act(transaction.objectStore(store));
    transaction.commit();
    return { ended };
  }

  /** Everything is written. @throws the first failure. */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
    this.#running.length = 0;
  }

  /** Nothing is under way any more, whatever came of it. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running.splice(0));
  }
}
