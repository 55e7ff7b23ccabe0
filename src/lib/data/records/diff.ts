/** What a transaction did, from its rows before and after. */
import type { Row, StoreDefinition } from '../../migration';
import type { Dataset } from '../dataset';
import { seriesFields } from './series';
import type { StagedRow } from './staged-rows';
import type { EntriesDelta, EntryDelta, RowDelta, SeriesDelta, StepBody } from './step-body';

export function bodyOf(dataset: Dataset, changed: Iterable<StagedRow>): StepBody {
  const rows: RowDelta[] = [];
  const packed: EntriesDelta[] = [];
  const series: SeriesDelta[] = [];
  for (const row of changed) {
    const definition = dataset.installed.stores[row.store];
    const values = seriesFields[row.store];
    if (values !== undefined) series.push(seriesDelta(row, values));
    else if (definition?.packed) packed.push(entriesDelta(row, definition.packed));
    else rows.push({ store: row.store, key: row.key, before: row.before, after: row.after });
  }
  return { rows, packed, series };
}

function entriesDelta(
  { store, key, before, after }: StagedRow,
  { entries: field, entryKey }: NonNullable<StoreDefinition['packed']>
): EntriesDelta {
  const old = entriesOf(before, field);
  const now = entriesOf(after, field);
  const places = new Map(old.map((entry, at) => [entry[entryKey], at]));
  const entries: EntryDelta[] = [];
  const kept = new Set<unknown>();
  now.forEach((entry, afterAt) => {
    const id = entry[entryKey];
    kept.add(id);
    const beforeAt = places.get(id);
    const known = beforeAt === undefined ? null : (old[beforeAt] ?? null);
    if (known !== entry)
      entries.push({ id: String(id), before: known, beforeAt: beforeAt ?? -1, after: entry, afterAt });
  });
  old.forEach((entry, beforeAt) => {
    if (!kept.has(entry[entryKey]))
      entries.push({ id: String(entry[entryKey]), before: entry, beforeAt, after: null, afterAt: -1 });
  });
  return { store, key, shell: { before: shellOf(before, [field]), after: shellOf(after, [field]) }, entries };
}

function seriesDelta({ store, key, before, after }: StagedRow, values: string): SeriesDelta {
  const old = valuesByDay(before, values);
  const now = valuesByDay(after, values);
  const days = [...new Set([...old.keys(), ...now.keys()])].filter((day) => old.get(day) !== now.get(day)).sort();
  return {
    store,
    key,
    shell: { before: shellOf(before, ['days', values]), after: shellOf(after, ['days', values]) },
    days,
    before: days.map((day) => old.get(day) ?? null),
    after: days.map((day) => now.get(day) ?? null)
  };
}

/** The row without its records; its fields keep their order. */
export function shellOf(row: Row | null, emptied: readonly string[]): Row | null {
  if (row === null) return null;
  const shell: Record<string, unknown> = { ...row };
  for (const field of emptied) shell[field] = [];
  return shell;
}

export function entriesOf(row: Row | null, field: string): readonly Row[] {
  const entries = row?.[field];
  return Array.isArray(entries) ? (entries as Row[]) : [];
}

export function valuesByDay(row: Row | null, field: string): Map<string, string> {
  const days = (row?.['days'] ?? []) as readonly string[];
  const values = (row?.[field] ?? []) as readonly string[];
  return new Map(days.map((day, at) => [day, values[at] ?? '']));
}
