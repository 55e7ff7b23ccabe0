/** Records and the physical rows that hold them: the same thing, but where a store is packed. */
import { safeParse } from 'valibot';
import type { Row, StoreDefinition } from './definition-types';
import { keyAt } from './requests';
import type { RowProblem } from './types';

/** The records in a physical row: itself, or the entries of a packed one. */
export function recordsOf(definition: StoreDefinition, row: Row): readonly Row[] {
  if (!definition.packed) return [row];
  const entries = row[definition.packed.entries];
  return Array.isArray(entries) ? (entries as Row[]) : [];
}

export function countRecords(definition: StoreDefinition, rows: readonly Row[]): number {
  if (!definition.packed) return rows.length;
  let count = 0;
  for (const row of rows) count += recordsOf(definition, row).length;
  return count;
}

/** The records of a physical row that satisfy their schema, and what is wrong with the others. */
export function sortOut(
  store: string,
  definition: StoreDefinition,
  row: Row
): { valid: readonly Row[]; problems: readonly RowProblem[] } {
  const problems = problemsOf(store, definition, row);
  if (problems.length === 0) return { valid: recordsOf(definition, row), problems };
  const packed = definition.packed;
  if (!packed) return { valid: [], problems };
  const wrong = new Set(problems.map((problem) => problem.key));
  return {
    valid: recordsOf(definition, row).filter(
      (entry) => typeof entry === 'object' && entry !== null && !wrong.has(entry[packed.entryKey])
    ),
    problems
  };
}

/** What is wrong with the records of a physical row by the schema of their version; the usual answer is nothing. */
export function problemsOf(store: string, definition: StoreDefinition, row: Row): RowProblem[] {
  const packed = definition.packed;
  if (!packed) return problemsOfRecord(store, definition, row, keyAt(definition.keyPath, row));
  const problems: RowProblem[] = [];
  if (!Array.isArray(row[packed.entries])) {
    problems.push({
      store,
      key: keyAt(definition.keyPath, row),
      field: packed.entries,
      reason: 'is not a list of records'
    });
    return problems;
  }
  const container = JSON.stringify(keyAt(definition.keyPath, row));
  for (const entry of recordsOf(definition, row)) {
    if (typeof entry !== 'object' || entry === null) {
      problems.push({
        store,
        key: keyAt(definition.keyPath, row),
        field: packed.entries,
        reason: 'holds something that is not a record'
      });
      continue;
    }
    const key = entry[packed.entryKey];
    const own = problemsOfRecord(store, definition, entry, key);
    problems.push(...own);
    if (own.length === 0 && JSON.stringify(packed.keyOf(entry)) !== container) {
      problems.push({ store, key, field: packed.entries, reason: 'lies in a row that is not its own' });
    }
  }
  return problems;
}

function problemsOfRecord(store: string, definition: StoreDefinition, record: Row, key: unknown): RowProblem[] {
  const result = safeParse(definition.row, record, { abortPipeEarly: true });
  if (result.success) return [];
  return result.issues.slice(0, 5).map((issue) => ({
    store,
    key,
    field: issue.path?.map((item) => String(item.key)).join('.') ?? '',
    reason: issue.message
  }));
}
