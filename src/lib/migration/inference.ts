/**
 * Lightweight migrations: what leads from one frozen schema to the next without custom code. A store or index may be
 * added, an index dropped, an optional field added (with or without a default), a store or field renamed by its
 * renaming id, and a type changed where every old value has exactly one new form. Anything else is refused.
 */
import { is } from 'valibot';
import { decimalText } from './decimal-text';
import type { RecordChange, Row, StoreDefinition } from './definition-types';
import { describeSchema, unwrap, type AnySchema } from './schema-description';

export type Stores = Readonly<Record<string, StoreDefinition>>;

export interface StoreMapping {
  /** The name of the store in the version before. */
  readonly from: string;
  readonly to: string;
  /** The change of each record; null where records stay as they are. */
  readonly change: RecordChange | null;
  /** What it does, one phrase each: `renames amount to currentValue`. */
  readonly phrases: readonly string[];
  /** Something in the store could not be inferred and is left to a step that changes its records. */
  readonly incomplete: boolean;
}

export type StoreInference =
  | { readonly kind: 'added'; readonly to: string }
  | { readonly kind: 'mapped'; readonly mapping: StoreMapping }
  | { readonly kind: 'refused'; readonly store: string; readonly reason: string };

interface FieldRule {
  readonly to: string;
  readonly convert?: (value: unknown) => unknown;
  readonly revert?: (value: unknown, stored: unknown) => unknown;
}

/**
 * What each store of `after` (and each store of `before` that is gone) needs.
 * @param changedBySteps stores whose records a step changes: what cannot be inferred there is left to it.
 */
export function inferStores(
  before: Stores,
  after: Stores,
  fromVersion: string,
  toVersion: string,
  changedBySteps: ReadonlySet<string> = new Set()
): StoreInference[] {
  const results: StoreInference[] = [];
  const continued = new Set<string>();
  for (const [name, definition] of Object.entries(after)) {
    const renamedFrom = definition.renamingId;
    const from = before[name] && renamedFrom === undefined ? name : renamedFrom;
    if (from === undefined) {
      results.push({ kind: 'added', to: name });
      continue;
    }
    const old = before[from];
    if (!old) {
      results.push({
        kind: 'refused',
        store: name,
        reason: `store '${name}' renames '${from}', which ${fromVersion} does not have`
      });
      continue;
    }
    continued.add(from);
    results.push(inferStore(from, old, name, definition, fromVersion, toVersion, changedBySteps.has(name)));
  }
  for (const name of Object.keys(before)) {
    if (!continued.has(name)) {
      results.push({ kind: 'refused', store: name, reason: `store '${name}' would be dropped with its records` });
    }
  }
  return results;
}

function inferStore(
  from: string,
  old: StoreDefinition,
  to: string,
  next: StoreDefinition,
  fromVersion: string,
  toVersion: string,
  changedByStep: boolean
): StoreInference {
  const refuse = (reason: string): StoreInference => ({ kind: 'refused', store: to, reason });
  let incomplete = false;
  if (JSON.stringify(old.keyPath) !== JSON.stringify(next.keyPath)) return refuse(`store '${to}' changes its key path`);
  if (Boolean(old.packed) !== Boolean(next.packed)) return refuse(`store '${to}' changes how its records are packed`);
  for (const index of next.indexes) {
    const known = old.indexes.find((candidate) => indexName(candidate.keyPath) === indexName(index.keyPath));
    if (index.unique && !known?.unique)
      return refuse(
        `store '${to}' adds a unique index on ${indexName(index.keyPath)}, which existing records may not satisfy`
      );
  }

  const phrases: string[] = from === to ? [] : [`renames store ${from} to ${to}`];
  const rules = new Map<string, FieldRule>();
  const added = new Map<string, unknown>();
  const mapped = new Set<string>();
  for (const [field, schema] of Object.entries(next.row.entries) as [string, AnySchema][]) {
    const source = next.renamingIds?.[field] ?? field;
    const oldSchema = old.row.entries[source] as AnySchema | undefined;
    if (!oldSchema) {
      if (next.renamingIds?.[field])
        return refuse(`field '${field}' of store '${to}' renames '${source}', which ${fromVersion} does not have`);
      const { mayBeAbsent, fallback } = unwrap(schema);
      if (!mayBeAbsent && !changedByStep)
        return refuse(`field '${field}' of store '${to}' is required and has no default`);
      incomplete ||= !mayBeAbsent;
      added.set(field, fallback);
      phrases.push(fallback === undefined ? `adds ${field}` : `adds ${field} with its default`);
      continue;
    }
    mapped.add(source);
    const conversion = convertible(oldSchema, schema);
    if (conversion === null && !changedByStep) {
      return refuse(`field '${field}' of store '${to}' changes its type in a way that has no single meaning`);
    }
    incomplete ||= conversion === null;
    if (source !== field) phrases.push(`renames ${source} to ${field}`);
    if (conversion?.convert) phrases.push(`keeps ${field} as decimal text instead of a number`);
    rules.set(source, { to: field, ...conversion });
  }
  for (const field of Object.keys(old.row.entries)) {
    if (mapped.has(field)) continue;
    if (!changedByStep) return refuse(`field '${field}' of store '${to}' would be dropped with its values`);
    incomplete = true;
    rules.set(field, { to: field });
  }

  const changesRecords = added.size > 0 || [...rules].some(([field, rule]) => rule.to !== field || rule.convert);
  const change = changesRecords ? recordChange(rules, added, fromVersion, toVersion) : null;
  return { kind: 'mapped', mapping: { from, to, change, phrases, incomplete } };
}

/** `{}` where values stay, a conversion where each old value has one new form, null where neither holds. */
function convertible(before: AnySchema, after: AnySchema): Omit<FieldRule, 'to'> | null {
  const old = unwrap(before);
  const next = unwrap(after);
  if (old.mayBeAbsent && !next.mayBeAbsent) return null;
  const oldText = JSON.stringify(describeSchema(old.inner));
  const nextText = JSON.stringify(describeSchema(next.inner));
  if (oldText === nextText) return {};
  if (widens(old.inner, next.inner)) return {};
  // Asked of the schemas themselves: numbers in, decimal text out, and never the other way round.
  const numbers = [0, 1, -2.5, 123456.789];
  const numeric = numbers.every((n) => is(before, n) === is(before, 1)) && is(before, 1) && !is(before, '1');
  const textual = ['0', '1', '123456.789'].every((text) => is(after, text)) && !is(after, 1);
  if (!numeric || !textual) return null;
  return {
    convert: (value) => (typeof value === 'number' ? decimalText(value) : value),
    revert: (value, stored) => {
      if (typeof value !== 'string') return value;
      return typeof stored === 'number' && decimalText(stored) === value ? stored : Number(value);
    }
  };
}

/** True where the new schema accepts every value of the old one unchanged: more choices, or null as well. */
function widens(before: AnySchema, after: AnySchema): boolean {
  if (after.type === 'nullable') {
    const { wrapped } = after as AnySchema & { wrapped: AnySchema };
    return JSON.stringify(describeSchema(wrapped)) === JSON.stringify(describeSchema(before));
  }
  if (before.type === 'picklist' && after.type === 'picklist') {
    const old = (before as AnySchema & { options: readonly unknown[] }).options;
    const next = new Set((after as AnySchema & { options: readonly unknown[] }).options);
    return old.every((option) => next.has(option));
  }
  return false;
}

/**
 * Unknown fields are kept: one that bears the name of a field that is new here moves aside to `name@fromVersion`, and a
 * new field that goes back to the older shape waits there as `name@toVersion`.
 */
function recordChange(
  rules: ReadonlyMap<string, FieldRule>,
  added: ReadonlyMap<string, unknown>,
  fromVersion: string,
  toVersion: string
): RecordChange {
  const newNames = new Set(added.keys());
  const sourceOf = new Map<string, [string, FieldRule]>();
  for (const [source, rule] of rules) {
    sourceOf.set(rule.to, [source, rule]);
    if (rule.to !== source && !rules.has(rule.to)) newNames.add(rule.to);
  }
  const waiting = `@${toVersion}`;
  const aside = `@${fromVersion}`;
  const defaults = [...added].filter(([, fallback]) => fallback !== undefined);

  return {
    up(record) {
      const next: Row = {};
      for (const field in record) {
        const value = record[field];
        const rule = rules.get(field);
        if (rule) {
          if (value !== undefined) next[rule.to] = rule.convert ? rule.convert(value) : value;
        } else if (newNames.has(field)) next[field + aside] = value;
        else if (field.endsWith(waiting) && added.has(field.slice(0, -waiting.length)))
          next[field.slice(0, -waiting.length)] = value;
        else next[field] = value;
      }
      for (const [field, fallback] of defaults) if (next[field] === undefined) next[field] = fallback;
      return next;
    },
    down(edited, stored) {
      const older: Row = {};
      for (const field in edited) {
        const value = edited[field];
        const source = sourceOf.get(field);
        if (source) {
          const [name, rule] = source;
          older[name] = rule.revert ? rule.revert(value, stored?.[name]) : value;
        } else if (added.has(field)) {
          if (value !== added.get(field)) older[field + waiting] = value;
        } else if (field.endsWith(aside) && newNames.has(field.slice(0, -aside.length)))
          older[field.slice(0, -aside.length)] = value;
        else older[field] = value;
      }
      return older;
    }
  };
}

/** The name Dexie gives an index: its key path, or `[a+b]`. */
export function indexName(keyPath: string | readonly string[]): string {
  return typeof keyPath === 'string' ? keyPath : `[${keyPath.join('+')}]`;
}
