/** Stored rows inside one transaction: read together, changed in memory, written together at its end. */
import type { Row } from '../../migration';
import type { Dataset } from '../dataset';
import { isSame } from './same';

export interface StagedRow {
  readonly store: string;
  readonly key: IDBValidKey;
  /** As it lies in the database; null where there is none. */
  readonly before: Row | null;
  /** As it will lie there. */
  after: Row | null;
}

export class StagedRows {
  readonly #dataset: Dataset;
  readonly #rows = new Map<string, Map<string, StagedRow>>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Reads rows that are not staged yet. To be called inside the transaction. */
  async load(store: string, keys: Iterable<IDBValidKey>): Promise<void> {
    const staged = this.#of(store);
    const wanted = new Map<string, IDBValidKey>();
    for (const key of keys) {
      const text = keyText(key);
      if (!staged.has(text)) wanted.set(text, key);
    }
    if (wanted.size === 0) return;
    const found = (await this.#dataset.database.table(store).bulkGet([...wanted.values()] as string[])) as (
      Row | undefined
    )[];
    let at = 0;
    for (const [text, key] of wanted) {
      const row = found[at++] ?? null;
      staged.set(text, { store, key, before: row, after: row });
    }
  }

  /** Takes over a row that was read in this transaction. */
  take(store: string, key: IDBValidKey, row: Row): StagedRow {
    const staged = this.#of(store);
    const known = staged.get(keyText(key));
    if (known !== undefined) return known;
    const fresh: StagedRow = { store, key, before: row, after: row };
    staged.set(keyText(key), fresh);
    return fresh;
  }

  /** A row that was loaded. */
  at(store: string, key: IDBValidKey): StagedRow {
    const staged = this.#of(store).get(keyText(key));
    if (staged === undefined) throw new Error(`The row ${keyText(key)} of '${store}' was not read.`);
    return staged;
  }

  find(store: string, key: IDBValidKey): StagedRow | null {
    return this.#of(store).get(keyText(key)) ?? null;
  }

  in(store: string): Iterable<StagedRow> {
    return this.#of(store).values();
  }

  /** Rows that will not lie there as they do. What was written over with the same is left alone. */
  *changed(): Generator<StagedRow> {
    for (const rows of this.#rows.values()) {
      for (const row of rows.values()) {
        if (isSame(row.after, row.before)) row.after = row.before;
        else yield row;
      }
    }
  }

  /** Writes what has changed, store by store. */
  async write(): Promise<void> {
    for (const [store, rows] of this.#rows) {
      const puts: Row[] = [];
      const deletes: IDBValidKey[] = [];
      for (const { key, before, after } of rows.values()) {
        if (after === before) continue;
        if (after === null) deletes.push(key);
        else puts.push(after);
      }
      const table = this.#dataset.database.table(store);
      if (puts.length > 0) await table.bulkPut(puts);
      if (deletes.length > 0) await table.bulkDelete(deletes as string[]);
    }
  }

  #of(store: string): Map<string, StagedRow> {
    let rows = this.#rows.get(store);
    if (rows === undefined) this.#rows.set(store, (rows = new Map<string, StagedRow>()));
    return rows;
  }
}

export function keyText(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
