/**
 * Packed rows are written entry by entry, one line each. Where a packed row is exactly what packing its entries gives,
 * the entries say everything. Where it holds more or something else (unknown fields, entries of another row), a
 * container line goes before them, so that the row can be rebuilt as it was.
 */
import type { PackedStore, Row } from '../../migration';
import { canonicalLine } from './canonical';

/** The one tag that stands only at the beginning of a line, and is no record. */
export const CONTAINER = '$packed';

/** A packed row that must be written down: with `entries` the next so many records belong to it, at that field. */
export interface Container {
  readonly row: Row;
  /** Null where the row has no list of entries: then it is whole as it stands. */
  readonly entries: number | null;
}

export interface UnpackedRow {
  readonly container: Container | null;
  readonly entries: readonly unknown[];
}

/** The entries of a packed row and, where they do not say everything, its container. */
export function unpackRow(packed: PackedStore, row: Row): UnpackedRow {
  const entries: unknown = row[packed.entries];
  if (!Array.isArray(entries)) return { container: { row, entries: null }, entries: [] };
  if (isWhatPackingGives(packed, row, entries)) return { container: null, entries };
  return { container: { row: { ...row, [packed.entries]: null }, entries: entries.length }, entries };
}

/** Puts packed rows together again from the lines of a snapshot, in their order. */
export class Repacker {
  readonly #packed: PackedStore;
  #container: Container | null = null;
  #key = '';
  #entries: Row[] = [];

  constructor(packed: PackedStore) {
    this.#packed = packed;
  }

  /** Takes a container line. Returns the rows that are complete now. */
  container(container: Container): Row[] {
    const complete = this.end();
    if (container.entries === null) return [...complete, container.row];
    this.#container = container;
    return container.entries === 0 ? [...complete, ...this.end()] : complete;
  }

  /** Takes one entry. Returns the rows that are complete now. */
  entry(entry: unknown): Row[] {
    let complete: Row[] = [];
    if (this.#container === null) {
      const key = JSON.stringify(this.#packed.keyOf(entry as Row));
      if (this.#entries.length > 0 && key !== this.#key) complete = this.end();
      this.#key = key;
    }
    this.#entries.push(entry as Row);
    if (this.#container?.entries === this.#entries.length) complete = [...complete, ...this.end()];
    return complete;
  }

  /** The row that was still open, if any. */
  end(): Row[] {
    const entries = this.#entries;
    const container = this.#container;
    this.#entries = [];
    this.#container = null;
    if (container) return [{ ...container.row, [this.#packed.entries]: entries }];
    return entries.length > 0 ? [this.#packed.pack(entries)] : [];
  }
}

function isWhatPackingGives(packed: PackedStore, row: Row, entries: readonly unknown[]): boolean {
  if (entries.length === 0) return false;
  try {
    if (!entries.every((entry) => typeof entry === 'object' && entry !== null)) return false;
    const records = entries as readonly Row[];
    const key = packed.keyOf(records[0] as Row);
    if (!records.every((record) => sameValue(packed.keyOf(record), key))) return false;
    const again = packed.pack(records);
    const fields = Object.keys(row);
    const fieldsAgain = Object.keys(again);
    return (
      fields.length === fieldsAgain.length &&
      fields.every((field, at) => field === fieldsAgain[at] && sameValue(row[field], again[field]))
    );
  } catch {
    // Packing is made for sound entries; what it cannot pack is kept as it stands.
    return false;
  }
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, at) => sameValue(part, b[at]));
  }
  return canonicalLine(a) === canonicalLine(b);
}
