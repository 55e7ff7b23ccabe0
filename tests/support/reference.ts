/**
 * A naive interpreter of version definitions: arrays in memory, hop by hop, step by step, nothing composed, nothing
 * clever, its own reading of what can be inferred. The oracle for the engine, which does the same in one pass.
 */
import type {
  HopContext,
  RecordContext,
  Row,
  StepDefinition,
  StoreDefinition,
  VersionDefinition
} from '../../src/lib/migration';
import { deriveId } from '../../src/lib/migration';

/** Rows as they lie in the database, by store. */
export type Database = Record<string, Row[]>;

export interface ReferenceRun {
  readonly stores: Database;
  /** Steps that created or changed at least one record. */
  readonly stepsThatDid: readonly string[];
}

/** Brings rows from one version to a later one. The rows given are not changed. */
export function migrateByReference(
  versions: readonly VersionDefinition[],
  from: string,
  to: string,
  rows: Database,
  instant: string
): ReferenceRun {
  const stepsThatDid = new Set<string>();
  let stores: Database = structuredClone(rows);
  stores['quarantine'] ??= [];
  let schema: Record<string, StoreDefinition> = {};
  let active = false;
  let previous = '';
  for (const version of versions) {
    const next = { ...schema };
    for (const [name, store] of Object.entries(version.stores)) {
      if (store) next[name] = store;
      if (store?.renamingId !== undefined) delete next[store.renamingId];
    }
    if (active) {
      stores = applyHop(previous, version, schema, next, stores, instant, stepsThatDid);
      for (const name of Object.keys(next)) stores[name] ??= [];
    }
    schema = next;
    if (version.version === from) {
      active = true;
      for (const name of Object.keys(next)) stores[name] ??= [];
    }
    previous = version.version;
    if (version.version === to) break;
  }
  for (const [name, list] of Object.entries(stores)) stores[name] = inKeyOrder(list, schema[name]);
  return { stores, stepsThatDid: [...stepsThatDid] };
}

function applyHop(
  from: string,
  version: VersionDefinition,
  before: Record<string, StoreDefinition>,
  after: Record<string, StoreDefinition>,
  stores: Database,
  instant: string,
  did: Set<string>
): Database {
  const result: Database = { quarantine: [...(stores['quarantine'] ?? [])] };
  for (const [name, definition] of Object.entries(after)) {
    const source = definition === before[name] ? name : (definition.renamingId ?? name);
    const old = before[source];
    const rows = stores[source] ?? [];
    if (definition === old || !old) result[name] = rows;
    else
      result[name] = rows.map((row) =>
        onRecords(definition, row, (record) => inferredUp(old, definition, record, from, version.version))
      );
  }
  for (const step of version.steps ?? []) runStep(step, from, version.version, after, result, instant, did);
  return result;
}

/** Renamed fields, numbers that become decimal text, defaults; unknown fields in the way of new ones move aside. */
function inferredUp(old: StoreDefinition, next: StoreDefinition, record: Row, from: string, to: string): Row {
  const renamed = new Map(Object.entries(next.renamingIds ?? {}).map(([target, source]) => [source, target]));
  const known = (field: string): boolean => field in old.row.entries;
  const isNew = (field: string): boolean => field in next.row.entries && !known(next.renamingIds?.[field] ?? field);
  const row: Row = {};
  for (const [field, value] of Object.entries(record)) {
    if (known(field)) {
      const target = renamed.get(field) ?? field;
      if (value === undefined) continue;
      const becomesText =
        typeof value === 'number' &&
        JSON.stringify(next.row.entries[target]?.expects) !== JSON.stringify(old.row.entries[field]?.expects);
      row[target] = becomesText ? plain(value) : value;
    } else if (isNew(field) || renamedTarget(next, field, old)) row[`${field}@${from}`] = value;
    else if (field.endsWith(`@${to}`) && isNew(field.slice(0, -to.length - 1)))
      row[field.slice(0, -to.length - 1)] = value;
    else row[field] = value;
  }
  for (const [field, schema] of Object.entries(next.row.entries)) {
    const fallback = (schema as { default?: unknown }).default;
    if (isNew(field) && row[field] === undefined && fallback !== undefined) row[field] = fallback;
  }
  return row;
}

function renamedTarget(next: StoreDefinition, field: string, old: StoreDefinition): boolean {
  return field in (next.renamingIds ?? {}) && !(field in old.row.entries);
}

/** By trying: the shortest of the fixed notations that reads back as the same number. */
function plain(value: number): string {
  if (Object.is(value, -0)) return '0';
  if (!/e/.test(String(value))) return String(value);
  if (Math.abs(value) >= 1) return BigInt(value).toString();
  for (let digits = 1; digits <= 100; digits++)
    if (Number(value.toFixed(digits)) === value) return value.toFixed(digits);
  const [mantissa = '', exponent = ''] = String(value).split('e-');
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('-', '').replace('.', '')}`;
}

function runStep(
  step: StepDefinition,
  from: string,
  to: string,
  schema: Record<string, StoreDefinition>,
  stores: Database,
  instant: string,
  did: Set<string>
): void {
  const hop: HopContext = {
    fromVersion: from,
    toVersion: to,
    instant,
    id: (source, ordinal) => deriveId(step.name, source, ordinal)
  };
  const definitionOf = (store: string): StoreDefinition => {
    const definition = schema[store];
    if (!definition) throw new Error(`${to} has no store ${store}`);
    return definition;
  };
  if ('records' in step) {
    const context: RecordContext = {
      ...hop,
      emit: (store, row) => {
        (stores[store] ??= []).push(row);
        did.add(step.name);
      },
      quarantine({ store, key, field, row }, reason) {
        const id = deriveId('quarantine', JSON.stringify([store, key, field, row]));
        stores['quarantine']?.push({ id, store, key, field, reason, row, at: instant, version: from });
        return id;
      }
    };
    for (const [store, change] of Object.entries(step.records)) {
      stores[store] = (stores[store] ?? []).map((row) =>
        onRecords(definitionOf(store), row, (record) => change.up(record, context))
      );
    }
  } else if ('over' in step) {
    const work = step.over(hop);
    for (const [store, observe] of Object.entries(work.observe ?? {})) {
      for (const row of stores[store] ?? []) for (const record of recordsIn(definitionOf(store), row)) observe(record);
    }
    work.finish?.();
    for (const [store, map] of Object.entries(work.map ?? {})) {
      stores[store] = (stores[store] ?? []).map((row) => onRecords(definitionOf(store), row, map));
      if (stores[store].length > 0) did.add(step.name);
    }
    for (const [store, make] of Object.entries(work.create ?? {})) {
      for (const row of make()) {
        (stores[store] ??= []).push(row);
        did.add(step.name);
      }
    }
    work.validate?.();
  } else throw new Error(`the reference cannot run '${step.name}'`);
}

function recordsIn(definition: StoreDefinition, row: Row): readonly Row[] {
  return definition.packed ? (row[definition.packed.entries] as Row[]) : [row];
}

function onRecords(definition: StoreDefinition, row: Row, change: (record: Row) => Row): Row {
  if (!definition.packed) return change(row);
  return { ...row, ...definition.packed.pack(recordsIn(definition, row).map(change)) };
}

/** As IndexedDB gives rows back: by primary key. Keys here are texts and numbers, alone or in lists. */
function inKeyOrder(rows: readonly Row[], definition: StoreDefinition | undefined): Row[] {
  const paths = [definition?.keyPath ?? 'id'].flat();
  return [...rows].sort((a, b) => {
    for (const path of paths) {
      const [left, right] = [a[path] as string | number, b[path] as string | number];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}
