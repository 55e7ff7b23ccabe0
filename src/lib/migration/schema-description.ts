/** A valibot schema as plain data, so that two frozen versions can be compared and fingerprinted. */
import type { BaseIssue, BaseSchema } from 'valibot';

export type AnySchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
type Description = string | number | boolean | null | Description[] | { [key: string]: Description };

/** Properties of a schema or pipe action that say what it accepts. Functions are told apart by their message. */
const telling = [
  'type',
  'entries',
  'item',
  'items',
  'options',
  'literal',
  'wrapped',
  'default',
  'requirement',
  'message',
  'pipe',
  'key',
  'value',
  'rest'
];

/** Everything about the schema that decides which values it accepts; equal descriptions accept the same values. */
export function describeSchema(schema: AnySchema): Description {
  return describe(schema);
}

function describe(value: unknown): Description {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return value.map(describe);
  if (typeof value !== 'object') return typeof value;
  const source = value as Record<string, unknown>;
  const isSchemaPart = 'kind' in source && 'type' in source;
  const described: { [key: string]: Description } = {};
  for (const key of isSchemaPart ? telling : Object.keys(source)) {
    const part = source[key];
    // The first element of a pipe is the piped schema itself; everything else about it stands beside the pipe.
    if (key === 'pipe' && Array.isArray(part)) described[key] = part.slice(1).map(describe);
    else if (part !== undefined && typeof part !== 'function') described[key] = describe(part);
  }
  return described;
}

/** What is inside `optional`, `nullable` and the like, with whether the field may be absent and its default. */
export function unwrap(schema: AnySchema): { inner: AnySchema; mayBeAbsent: boolean; fallback: unknown } {
  let inner = schema;
  let mayBeAbsent = false;
  let fallback: unknown;
  while (inner.type === 'optional' || inner.type === 'nullish' || inner.type === 'exact_optional') {
    const wrapper = inner as AnySchema & { wrapped: AnySchema; default?: unknown };
    mayBeAbsent = true;
    if (fallback === undefined && typeof wrapper.default !== 'function') fallback = wrapper.default;
    inner = wrapper.wrapped;
  }
  return { inner, mayBeAbsent, fallback };
}
