/**
 * What a step did to the stored rows, so that it can be taken back to the byte and done again: what was there before
 * and after, for each record that it touched. Records next to them in a packed row are not in it, so that they may
 * change meanwhile.
 */
import type { Row } from '../../migration';

interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** A row that is one record. */
export interface RowDelta extends Change<Row> {
  readonly store: string;
  readonly key: IDBValidKey;
}

/** A packed row: `shell` is the row without its records, null where there was or is none. */
interface PackedDelta {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly shell: Change<Row>;
}

/** A record of a packed row, and its place among the others before and after. */
export interface EntryDelta extends Change<Row> {
  readonly id: string;
  readonly beforeAt: number;
  readonly afterAt: number;
}

export interface EntriesDelta extends PackedDelta {
  readonly entries: readonly EntryDelta[];
}

/** Values of days: null where there was or is none. */
export interface SeriesDelta extends PackedDelta {
  readonly days: readonly string[];
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
}

export interface StepBody {
  readonly rows: readonly RowDelta[];
  readonly packed: readonly EntriesDelta[];
  readonly series: readonly SeriesDelta[];
}

/** The step that takes this one back. */
export function inverseOf({ rows, packed, series }: StepBody): StepBody {
  return {
    rows: rows.map(({ before, after, ...delta }) => ({ ...delta, before: after, after: before })),
    packed: packed.map(({ shell, entries, ...delta }) => ({
      ...delta,
      shell: swapped(shell),
      entries: entries.map(({ before, after, beforeAt, afterAt, id }) => ({
        id,
        before: after,
        after: before,
        beforeAt: afterAt,
        afterAt: beforeAt
      }))
    })),
    series: series.map(({ shell, before, after, ...delta }) => ({
      ...delta,
      shell: swapped(shell),
      before: after,
      after: before
    }))
  };
}

/** Records that it touched; one that moved to another packed row counts once. */
export function recordsIn({ rows, packed, series }: StepBody): number {
  const entries = new Set(packed.flatMap((delta) => delta.entries.map(({ id }) => `${delta.store} ${id}`)));
  return rows.length + entries.size + series.reduce((sum, { days }) => sum + days.length, 0);
}

export function isEmptyBody(body: StepBody): boolean {
  return body.rows.length + body.packed.length + body.series.length === 0;
}

/** Items of a list that are weighed. */
const weighed = 50;

/** Bytes that it takes, nearly. */
export function weightOf(body: StepBody): number {
  let weight = 0;
  const weigh = (value: unknown): void => {
    if (typeof value === 'string') weight += value.length + 4;
    else if (Array.isArray(value)) weighList(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        weight += name.length + 4;
        weigh(item);
      }
    } else weight += 8;
  };
  /** Of a long list the first items stand for all. */
  const weighList = (list: readonly unknown[]): void => {
    const begun = weight;
    for (let at = 0; at < Math.min(list.length, weighed); at++) weigh(list[at]);
    if (list.length > weighed) weight = begun + Math.round(((weight - begun) / weighed) * list.length);
  };
  weigh(body);
  return weight;
}

function swapped<T>({ before, after }: Change<T>): Change<T> {
  return { before: after, after: before };
}
