/** One store on its way back: each present record laid over the older one that it came from, and written once. */
import type { BatchWriter } from './batch-writer';
import type { Row, StoreDefinition } from './definition-types';
import { keyAt } from './requests';
import { recordsOf } from './rows';

/** Rows of the present database that are read at a time. */
export const LAID_AT_A_TIME = 2000;

export interface LayingJob {
  /** Its name in the older version, and there its definition. */
  readonly store: string;
  readonly definition: StoreDefinition;
  readonly KeyRange: typeof IDBKeyRange;
  readonly writer: BatchWriter;
  /** Older records that the present lacks must be taken away; otherwise they are not there. */
  readonly filled: boolean;
  readonly older: (row: Row, stored: Row | undefined) => Row;
  /** The present records in a range, {@link LAID_AT_A_TIME} of them at most. */
  readonly read: (range: IDBKeyRange | null) => Promise<Row[]>;
}

interface Stretch {
  readonly rows: Promise<Row[]>;
  readonly range: IDBKeyRange | null;
  readonly stored: Map<string, Row>;
}

/** Both sides lie in key order: an older record that the present lacks between two of its own was deleted since. */
export class Laying {
  readonly #job: LayingJob;
  #after: IDBValidKey | null = null;
  /** Being read, while the one before it is laid. */
  #next: Stretch | null = null;

  constructor(job: LayingJob) {
    this.#job = job;
  }

  get store(): string {
    return this.#job.store;
  }

  /** The next older records. */
  async take(rows: readonly Row[]): Promise<void> {
    const last = rows.at(-1);
    if (!last) return;
    const { KeyRange, read } = this.#job;
    const end = this.#key(last);
    const range = this.#after === null ? KeyRange.upperBound(end) : KeyRange.bound(this.#after, end, true);
    this.#after = end;
    const before = this.#next;
    const reading = read(range);
    reading.catch(() => undefined);
    this.#next = { rows: reading, range, stored: new Map(rows.map((row) => [JSON.stringify(this.#key(row)), row])) };
    if (before) await this.#lay(before);
  }

  /** No older record comes any more: what the present has beyond them is new. */
  async finish(): Promise<void> {
    if (this.#next) await this.#lay(this.#next);
    const range = this.#after === null ? null : this.#job.KeyRange.lowerBound(this.#after, true);
    await this.#lay({ rows: this.#job.read(range), range, stored: new Map() });
  }

  async #lay({ rows, range, stored }: Stretch): Promise<void> {
    const { store, definition, KeyRange, writer, filled, older, read } = this.#job;
    for (let batch = await rows; ;) {
      const written = batch.map((row) => {
        const key = JSON.stringify(this.#key(row));
        const before = stored.get(key);
        stored.delete(key);
        return definition.packed ? packedOlder(definition, row, before, older) : older(row, before);
      });
      const last = batch.at(-1);
      const complete = batch.length < LAID_AT_A_TIME || !last;
      const gone = complete && filled ? [...stored.values()].map((row) => this.#key(row)) : [];
      if (written.length + gone.length > 0)
        await writer.write(store, (objects) => {
          for (const row of written) objects.put(row);
          for (const key of gone) objects.delete(key);
        });
      if (complete) return;
      const key = this.#key(last);
      batch = await read(
        range?.upper === undefined
          ? KeyRange.lowerBound(key, true)
          : KeyRange.bound(key, range.upper, true, range.upperOpen)
      );
    }
  }

  #key(row: Row): IDBValidKey {
    return keyAt(this.#job.definition.keyPath, row);
  }
}

function packedOlder(
  definition: StoreDefinition,
  row: Row,
  before: Row | undefined,
  older: (row: Row, stored: Row | undefined) => Row
): Row {
  const packed = definition.packed;
  if (!packed) return row;
  const stored = new Map((before ? recordsOf(definition, before) : []).map((entry) => [entry[packed.entryKey], entry]));
  const entries = recordsOf(definition, row).map((entry) => older(entry, stored.get(entry[packed.entryKey])));
  return entries.length > 0 ? { ...row, ...packed.pack(entries) } : row;
}
