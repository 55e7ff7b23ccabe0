/**
 * The same three versions as anyone would write them with Dexie alone: one `upgrade` per version, `modify` for each
 * change of records, no backup, no checks. The maths of each step is the same code as ours.
 */
import Dexie, { type Transaction } from 'dexie';
import {
  deriveId,
  findVersion,
  indexName,
  recordsOf,
  type Hop,
  type HopContext,
  type RecordContext,
  type ResolvedVersion,
  type Row
} from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { instant } from './own';

/** Milliseconds to open the database at the newest version. */
export async function migrateWithDexieModify(name: string): Promise<number> {
  const database = new Dexie(name);
  for (const version of history.versions) {
    const declared = database.version(version.number).stores(declarations(version));
    const { hop } = version;
    if (hop !== null) declared.upgrade((transaction) => upgrade(transaction, hop, version, instant));
  }
  const began = performance.now();
  await database.open();
  const milliseconds = performance.now() - began;
  database.close();
  return milliseconds;
}

function declarations(version: ResolvedVersion): Record<string, string> {
  return Object.fromEntries(
    Object.entries(version.stores).map(([store, { keyPath, indexes }]) => [
      store,
      [
        indexName(keyPath),
        ...indexes.map(
          (index) =>
            `${index.unique === true ? '&' : ''}${index.multiEntry === true ? '*' : ''}${indexName(index.keyPath)}`
        )
      ].join(', ')
    ])
  );
}

async function upgrade(transaction: Transaction, hop: Hop, version: ResolvedVersion, instant: string): Promise<void> {
  for (const { to, change } of hop.mappings) {
    if (change === null) continue;
    const context = contextOf(hop, 'inferred', instant);
    await transaction
      .table(to)
      .toCollection()
      .modify((row: Row, reference: { value: Row }) => {
        reference.value = change.up(row, { ...context, emit: noEmission, quarantine: noEmission });
      });
  }
  for (const step of hop.steps) {
    const context = contextOf(hop, step.name, instant);
    if ('records' in step) {
      for (const [store, change] of Object.entries(step.records)) {
        const emitted: Record<string, Row[]> = {};
        const recording: RecordContext = {
          ...context,
          emit: (target, row) => void (emitted[target] ??= []).push(row),
          quarantine: (original, reason) => {
            const id = context.id(JSON.stringify([original.store, original.key]), emitted['quarantine']?.length ?? 0);
            (emitted['quarantine'] ??= []).push({ id, ...original, reason, at: instant, version: hop.from });
            return id;
          }
        };
        await transaction
          .table(store)
          .toCollection()
          .modify((row: Row, reference: { value: Row }) => {
            reference.value = change.up(row, recording);
          });
        for (const [target, rows] of Object.entries(emitted)) await transaction.table(target).bulkPut(rows);
      }
    } else if ('over' in step) {
      const work = step.over(context);
      for (const [store, observe] of Object.entries(work.observe ?? {})) {
        const definition = version.stores[store];
        if (definition === undefined) continue;
        for (const row of (await transaction.table(store).toArray()) as Row[])
          recordsOf(definition, row).forEach(observe);
      }
      work.finish?.();
      for (const [store, map] of Object.entries(work.map ?? {})) {
        await transaction
          .table(store)
          .toCollection()
          .modify((row: Row, reference: { value: Row }) => {
            reference.value = map(row);
          });
      }
      for (const [store, create] of Object.entries(work.create ?? {}))
        await transaction.table(store).bulkAdd([...create()]);
      work.validate?.();
    }
  }
}

function contextOf(hop: Hop, step: string, instant: string): HopContext {
  return {
    fromVersion: hop.from,
    toVersion: hop.to,
    instant,
    id: (source, ordinal) => deriveId(step, source, ordinal)
  };
}

function noEmission(): never {
  throw new Error('An inferred change emits nothing.');
}

/** Rows of every store, to show that the peer did the same work. */
export async function countsOf(name: string): Promise<Record<string, number>> {
  const version = findVersion(history, history.versions.at(-1)?.version ?? '');
  const database = new Dexie(name);
  await database.open();
  const counts: Record<string, number> = {};
  for (const store of Object.keys(version?.stores ?? {})) counts[store] = await database.table(store).count();
  database.close();
  return counts;
}
