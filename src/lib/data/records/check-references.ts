/** Before a step is written: what its records name is there, and nothing that stays names what it deletes. */
import type { Row } from '../../migration';
import type { Dataset } from '../dataset';
import { entriesOf } from './diff';
import { namingRows } from './naming-rows';
import { RefusedWritesError, type WriteProblem } from './outcome';
import { countedWords, labelOf, nounOf } from './record-labels';
import { named, referencesTo, type Reference } from './references';
import { keyOf } from './row-key';
import type { StagedRows } from './staged-rows';

/** A record of the step names another one. */
export interface Link {
  readonly write: number;
  readonly store: string;
  readonly field: string;
  readonly to: string;
  readonly id: string;
}

/** To be called inside the transaction, once everything is staged. @throws RefusedWritesError */
export async function checkReferences(dataset: Dataset, staged: StagedRows, links: readonly Link[]): Promise<void> {
  const problems = [...(await dangling(dataset, staged, links)), ...(await stillNamed(dataset, staged))];
  if (problems.length > 0) throw new RefusedWritesError(problems);
}

async function dangling(dataset: Dataset, staged: StagedRows, links: readonly Link[]): Promise<WriteProblem[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { to, id } of links) {
    if (!(to in dataset.installed.stores)) continue;
    const ids = wanted.get(to);
    if (ids === undefined) wanted.set(to, new Set([id]));
    else ids.add(id);
  }
  for (const [store, ids] of wanted) await staged.load(store, ids);
  return links.flatMap(({ write, field, to, id }) =>
    wanted.has(to) && staged.find(to, id)?.after === null
      ? [{ write, field, message: `The ${nounOf(to)} is not there. Choose another one.` }]
      : []
  );
}

async function stillNamed(dataset: Dataset, staged: StagedRows): Promise<WriteProblem[]> {
  const removed = new Map<string, Map<string, Row>>();
  for (const { store, key, before, after } of staged.changed()) {
    if (after !== null || before === null || typeof key !== 'string' || referencesTo(store).length === 0) continue;
    const rows = removed.get(store);
    if (rows === undefined) removed.set(store, new Map([[key, before]]));
    else rows.set(key, before);
  }
  const problems: WriteProblem[] = [];
  for (const [store, rows] of removed) {
    const counts = new Map<string, Record<string, number>>();
    for (const reference of referencesTo(store)) {
      for (const row of await namingRows(dataset, reference, new Set(rows.keys())))
        for (const id of namesLeft(dataset, staged, reference, row))
          if (rows.has(id)) {
            const own = counts.get(id) ?? {};
            own[reference.from] = (own[reference.from] ?? 0) + 1;
            counts.set(id, own);
          }
    }
    for (const [id, own] of counts) {
      const label = labelOf(store, rows.get(id) ?? null);
      problems.push({
        write: 0,
        field: '',
        message: `‘${label}’ cannot go alone: ${countedWords(own)} still belong to it.`
      });
    }
  }
  return problems;
}

/** The ids that a row names once the step is done, one for each record that does. */
function namesLeft(
  { installed }: Dataset,
  staged: StagedRows,
  { from, field }: Reference,
  row: Row
): readonly string[] {
  const definition = installed.stores[from];
  if (definition === undefined) return [];
  const left = staged.find(from, keyOf(definition, row));
  const now = left === null ? row : left.after;
  if (now === null) return [];
  const records = definition.packed ? entriesOf(now, definition.packed.entries) : [now];
  return records.flatMap((record) => named(record, field));
}
