/** The way back from a line: values from JSON become what they were, and what must not be there is refused. */
import { fromBase64 } from './base64';
import { isForbiddenKey, SnapshotProblem } from './problem';

const DOLLAR = 36;
const MOST_DIGITS = 1_000_000;
const hole: unique symbol = Symbol('hole');

/**
 * Rebuilds a value that `JSON.parse` has just made (it is changed in place where it holds tags).
 * Throws a {@link SnapshotProblem} for forbidden keys, unknown or malformed tags, and nesting beyond `levels`.
 */
export function revive(value: unknown, levels: number): unknown {
  const revived = reviveValue(value, levels);
  if (revived === hole) throw new SnapshotProblem('A line holds an empty place outside a list.');
  return revived;
}

function reviveValue(value: unknown, levels: number): unknown {
  if (typeof value === 'number') expectFinite(value);
  if (typeof value !== 'object' || value === null) return value;
  if (levels <= 0) throw new SnapshotProblem('A record is nested too deeply.');
  if (Array.isArray(value)) return reviveList(value, levels);
  const record = value as Record<string, unknown>;
  let keys = 0;
  let first = '';
  for (const key in record) {
    if (keys++ === 0) first = key;
    if (isForbiddenKey(key)) throw new SnapshotProblem(`A record has the forbidden key "${key}".`);
    const part = record[key];
    if (typeof part === 'number') expectFinite(part);
    else if (typeof part === 'object' && part !== null) {
      // A tag is read whole, so its own content is left to it.
      if (keys === 1 && first.charCodeAt(0) === DOLLAR && isAlone(record)) break;
      const revived = reviveValue(part, levels - 1);
      if (revived === hole) throw new SnapshotProblem('A record has an empty place outside a list.');
      if (revived !== part) record[key] = revived;
    }
  }
  return keys === 1 && first.charCodeAt(0) === DOLLAR ? reviveTag(first, record[first], levels) : record;
}

/** `JSON.parse` makes infinity of a number that is too large; a snapshot has a tag for what is infinite. */
function expectFinite(value: number): void {
  if (!Number.isFinite(value)) throw new SnapshotProblem('A record holds a number that is too large.');
}

function isAlone(record: Record<string, unknown>): boolean {
  return Object.keys(record).length === 1;
}

function reviveList(list: unknown[], levels: number): unknown[] {
  for (let at = 0; at < list.length; at++) {
    const part = list[at];
    if (typeof part === 'number') expectFinite(part);
    if (typeof part !== 'object' || part === null) continue;
    const revived = reviveValue(part, levels - 1);
    if (revived === hole) delete list[at];
    else if (revived !== part) list[at] = revived;
  }
  return list;
}

function reviveTag(tag: string, content: unknown, levels: number): unknown {
  const inner = (part: unknown) => revive(part, levels - 1);
  switch (tag) {
    case '$date':
      if (content === null) return new Date(Number.NaN);
      if (isDate(content)) return new Date(content);
      break;
    case '$number':
      if (content === '-0') return -0;
      if (content === 'NaN' || content === 'Infinity' || content === '-Infinity') return Number(content);
      break;
    case '$bigint':
      if (typeof content === 'string' && isInteger(content)) return BigInt(content);
      break;
    case '$undefined':
      if (content === true) return undefined;
      break;
    case '$hole':
      if (content === true) return hole;
      break;
    case '$bytes':
      if (Array.isArray(content) && content.length === 2) return reviveBytes(content[0], content[1]);
      break;
    case '$map':
      if (isPairs(content)) return new Map(content.map(([key, part]) => [inner(key), inner(part)]));
      break;
    case '$set':
      if (Array.isArray(content)) return new Set(content.map(inner));
      break;
    case '$blob':
      if (typeof content === 'object' && content !== null) return reviveBlob(content as Record<string, unknown>);
      break;
    case '$object':
      if (isPairs(content)) return reviveObject(content, inner);
      break;
  }
  throw new SnapshotProblem(`A record holds "${tag.slice(0, 40)}" in a form that is not known.`);
}

/** In the one form in which dates are written: `Date.parse` takes much more. */
function isDate(content: unknown): content is string {
  if (typeof content !== 'string') return false;
  const time = Date.parse(content);
  return !Number.isNaN(time) && new Date(time).toISOString() === content;
}

/** The time that `BigInt` takes grows faster than the digits. */
function isInteger(content: string): boolean {
  return content.length <= MOST_DIGITS && /^(0|-?[1-9]\d*)$/.test(content);
}

function isPairs(content: unknown): content is [unknown, unknown][] {
  return Array.isArray(content) && content.every((pair) => Array.isArray(pair) && pair.length === 2);
}

/** Own properties by definition, never by assignment: `__proto__` stays a field and reaches no prototype. */
function reviveObject(pairs: readonly [unknown, unknown][], inner: (part: unknown) => unknown): unknown {
  const record = {};
  for (const [key, part] of pairs) {
    if (typeof key !== 'string') throw new SnapshotProblem('A record has a key that is not a text.');
    Object.defineProperty(record, key, { value: inner(part), enumerable: true, configurable: true, writable: true });
  }
  return record;
}

const views: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView
};

function reviveBytes(kind: unknown, data: unknown): unknown {
  const buffer = bytesOf(data).buffer;
  if (kind === 'ArrayBuffer') return buffer;
  const View = typeof kind === 'string' && Object.hasOwn(views, kind) ? views[kind] : undefined;
  if (!View) throw new SnapshotProblem('A record holds bytes of a kind that is not known.');
  try {
    return new View(buffer);
  } catch {
    throw new SnapshotProblem(`A record holds bytes that are not a whole ${String(kind)}.`);
  }
}

function reviveBlob(content: Record<string, unknown>): Blob {
  const { type, name, lastModified, data } = content;
  const bytes = bytesOf(data);
  const options = { type: typeof type === 'string' ? type : '' };
  if (typeof name !== 'string') return new Blob([bytes], options);
  return new File([bytes], name, typeof lastModified === 'number' ? { ...options, lastModified } : options);
}

function bytesOf(data: unknown): Uint8Array<ArrayBuffer> {
  try {
    if (typeof data === 'string') return fromBase64(data);
  } catch {
    // Falls through to the one sentence for both.
  }
  throw new SnapshotProblem('A record holds bytes that are not base64.');
}
