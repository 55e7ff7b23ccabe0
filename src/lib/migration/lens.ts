/**
 * Data that stays at an older version, seen in the shape of a newer one: reading runs the hops' record changes upward,
 * writing runs their inverses downward. The same functions serve the migration itself.
 */
import { hopsBetween, type History, type Hop } from './definition';
import type { RecordChange, RecordContext, Row } from './definition-types';
import { deriveId } from './derive-id';
import { quarantineRow } from './quarantine-row';
import { compareVersions } from './versions';

export interface Lens {
  /** The record in the newer shape; `emit` gets the records of other stores that belong to it there. */
  read(store: string, row: Row, emit?: (store: string, row: Row) => void): Row;
  /**
   * The record in the older shape. `stored` is the older record that `edited` was read from, if there is one; `related`
   * gives the records of other stores that belong to `edited` as they are now, instead of as they were made from `stored`.
   */
  write(store: string, edited: Row, stored?: Row, related?: (store: string) => readonly Row[]): Row;
}

const identity: Lens = { read: (_store, row) => row, write: (_store, edited) => edited };

/** Sees data of version `installed` as if it were of version `shown`. */
export function lensOf(history: History, installed: string, shown: string): Lens {
  if (compareVersions(installed, shown) >= 0) return identity;
  const hops = hopsBetween(history, installed, shown);
  return {
    read(store, row, emit = () => undefined) {
      let name = store;
      let record = row;
      for (const hop of hops) [name, record] = up(hop, name, record, emit);
      return record;
    },
    write(store, edited, stored, related) {
      // The stored record as it was before each change on the way up, with what that change emitted.
      const path: { change: RecordChange; before: Row | undefined; emitted: Map<string, Row[]> }[] = [];
      let name = store;
      let record = stored;
      for (const hop of hops) {
        for (const { step, change } of changesOf(hop, name)) {
          const emitted = new Map<string, Row[]>();
          path.push({ change, before: record, emitted });
          const keep = (target: string, row: Row): void =>
            void emitted.set(target, [...(emitted.get(target) ?? []), row]);
          if (record) record = change.up(record, contextFor(hop, step, record, keep));
        }
        name = nameAfter(hop, name);
      }
      let older = edited;
      for (const { change, before, emitted } of path.toReversed()) {
        older = change.down(older, before, related ?? ((target) => emitted.get(target) ?? []));
      }
      return older;
    }
  };
}

function up(hop: Hop, store: string, row: Row, emit: (store: string, row: Row) => void): [string, Row] {
  let record = row;
  for (const { step, change } of changesOf(hop, store)) record = change.up(record, contextFor(hop, step, row, emit));
  return [nameAfter(hop, store), record];
}

/** The name that a store of the oldest version has after these hops. */
export function storeNameAt(hops: readonly Hop[], store: string): string {
  return hops.reduce((name, hop) => nameAfter(hop, name), store);
}

/** Whether any of these hops changes records of the store, by its name before them. */
export function isChangedBy(hops: readonly Hop[], store: string): boolean {
  let name = store;
  return hops.some((hop) => {
    const changed = changesOf(hop, name).length > 0;
    name = nameAfter(hop, name);
    return changed;
  });
}

function nameAfter(hop: Hop, store: string): string {
  return hop.mappings.find((mapping) => mapping.from === store)?.to ?? store;
}

/** The changes of records of a store (by its name before the hop) in the order in which the hop makes them. */
function changesOf(hop: Hop, store: string): { step: string; change: RecordChange }[] {
  const mapping = hop.mappings.find((candidate) => candidate.from === store);
  const changes: { step: string; change: RecordChange }[] = mapping?.change
    ? [{ step: `${hop.from}→${hop.to}`, change: mapping.change }]
    : [];
  for (const step of hop.steps) {
    const change = 'records' in step ? step.records[mapping?.to ?? store] : undefined;
    if (change) changes.push({ step: step.name, change });
  }
  return changes;
}

function contextFor(hop: Hop, step: string, row: Row, emit: (store: string, row: Row) => void): RecordContext {
  const instant = typeof row['updatedAt'] === 'string' ? row['updatedAt'] : '1970-01-01T00:00:00.000Z';
  return {
    fromVersion: hop.from,
    toVersion: hop.to,
    instant,
    id: (source, ordinal) => deriveId(step, source, ordinal),
    emit,
    quarantine(original, reason) {
      const kept = quarantineRow(original, reason, instant, hop.from);
      emit('quarantine', kept);
      return kept.id;
    }
  };
}
