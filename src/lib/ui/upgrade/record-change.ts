/** What differs between a record before and after, field by field. */
import { t, tn } from '../i18n';

export type FieldChange =
  /** The same text, kept as text from now on, so that no digit can be rounded. */
  | { readonly kind: 'exact'; readonly field: string; readonly before: string; readonly after: string }
  | { readonly kind: 'changed'; readonly field: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'renamed';
      readonly field: string;
      readonly to: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'added'; readonly field: string; readonly after: string }
  | { readonly kind: 'removed'; readonly field: string; readonly before: string };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A stored value as a person can compare it: texts as they are, references counted, all else as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? t('(empty)') : value;
  if (Array.isArray(value)) {
    if (value.length === 0) return t('(none)');
    const references = value.every((entry) => typeof entry === 'string' && id.test(entry));
    return references ? tn('{count} record', '{count} records', value.length) : value.map(valueText).join('; ');
  }
  return JSON.stringify(value) ?? String(value);
}

function fieldsOf(record: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof record === 'object' && record !== null ? Object.entries(record) : []);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The differences, and how many fields are the same. A field that goes while another comes with the same value is
 * taken as renamed.
 */
export function recordChange(before: unknown, after: unknown): { changes: readonly FieldChange[]; unchanged: number } {
  const old = fieldsOf(before);
  const fresh = fieldsOf(after);
  const gone = [...old.keys()].filter((field) => !fresh.has(field));
  const come = new Set([...fresh.keys()].filter((field) => !old.has(field)));
  const changes: FieldChange[] = [];
  let unchanged = 0;
  for (const [field, value] of old) {
    if (!fresh.has(field)) continue;
    const next = fresh.get(field);
    if (same(value, next)) unchanged++;
    else if (valueText(value) === valueText(next))
      changes.push({ kind: 'exact', field, before: valueText(value), after: valueText(next) });
    else changes.push({ kind: 'changed', field, before: valueText(value), after: valueText(next) });
  }
  for (const field of gone) {
    const value = old.get(field);
    const to = [...come].find((candidate) => same(fresh.get(candidate), value));
    if (to === undefined) changes.push({ kind: 'removed', field, before: valueText(value) });
    else {
      come.delete(to);
      changes.push({ kind: 'renamed', field, to, before: valueText(value), after: valueText(fresh.get(to)) });
    }
  }
  for (const field of come) changes.push({ kind: 'added', field, after: valueText(fresh.get(field)) });
  return { changes, unchanged };
}

/** What to call the record. */
export function recordName(record: unknown): string {
  const name = fieldsOf(record).get('name') ?? fieldsOf(record).get('id');
  return typeof name === 'string' ? name : t('Record');
}
