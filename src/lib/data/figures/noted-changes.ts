/**
 * What this window wrote, so that the ledger can follow without being built anew. Whoever writes the portfolio notes
 * each write transaction here; what is not noted, or comes from another window, shows in the sequence, and then the
 * ledger is built anew.
 */
import type { MigrationEnvironment } from '../../migration';
import type { Dataset } from '../dataset';

/** A stored row that was written or removed. */
export interface ChangedRow {
  readonly store: string;
  readonly key: IDBValidKey;
}

interface Noted {
  /** The sequence that the write led to. */
  readonly sequence: number;
  readonly rows: readonly ChangedRow[];
}

const mostNotes = 100;
const noted = new WeakMap<MigrationEnvironment, Noted[]>();

/**
 * To be called after a write transaction was committed.
 * @param before `dataset.sequence()` before it. Another window's write in between is noticed: then nothing is noted.
 */
export async function noteChange(
  environment: MigrationEnvironment,
  dataset: Dataset,
  before: number,
  rows: readonly ChangedRow[]
): Promise<void> {
  const sequence = await dataset.sequence();
  if (sequence !== before + 1) return;
  const notes = noted.get(environment) ?? [];
  notes.push({ sequence, rows });
  noted.set(environment, notes.slice(-mostNotes));
}

/** The rows that changed between two sequences; null where not every change of that time was noted. */
export function changesBetween(
  environment: MigrationEnvironment,
  from: number,
  to: number
): readonly ChangedRow[] | null {
  const bySequence = new Map((noted.get(environment) ?? []).map(({ sequence, rows }) => [sequence, rows]));
  const changed: ChangedRow[] = [];
  for (let sequence = from + 1; sequence <= to; sequence++) {
    const rows = bySequence.get(sequence);
    if (rows === undefined) return null;
    changed.push(...rows);
  }
  return changed;
}
