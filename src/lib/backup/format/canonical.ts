/**
 * The canonical form of a record: one line of JSON, the fields in the order in which the record holds them.
 *
 * What JSON cannot hold is written as an object with one key that begins with `$` (the list is in `FORMAT.md`); an
 * object that looks like that by itself, or has a key no snapshot may have, is written as `{"$object":[[key, value], …]}`.
 */
import { toBase64 } from './base64';
import { snapshotLimits } from './limits';
import { isForbiddenKey, SnapshotProblem } from './problem';

/** The bytes of the blobs inside records, read beforehand because a line is made synchronously. */
export type BlobBytes = ReadonlyMap<Blob, Uint8Array>;

/** A record holds a blob whose bytes were not given. */
export class BlobUnread extends Error {}

const noBlobs: BlobBytes = new Map();
const DOLLAR = 36;
const MOST_HOLES = 1_000_000;

/**
 * The line of one record. Throws a {@link SnapshotProblem} for what no backup can hold (a key, a file
 * handle), and {@link BlobUnread} where the bytes of a blob are missing.
 */
export function canonicalLine(value: unknown, blobs: BlobBytes = noBlobs): string {
  return JSON.stringify(isPlain(value, 0) ? value : tagged(value, blobs, 0));
}

/** True when `JSON.stringify` loses nothing of it: nearly always, so this walk is kept cheap. */
export function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && (value !== 0 || 1 / value > 0);
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (depth >= snapshotLimits.depth) return false;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (!isPlain(value[at], depth + 1)) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let keys = 0;
  let dollar = false;
  for (const key in value) {
    keys++;
    if (key.charCodeAt(0) === DOLLAR) dollar = true;
    else if (isForbiddenKey(key)) return false;
    if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return !dollar || keys > 1;
}

/** The blobs in a record, to be read before its line is made. */
export function blobsIn(value: unknown, found: Blob[] = [], depth = 0): Blob[] {
  if (typeof value !== 'object' || value === null || depth > snapshotLimits.depth) return found;
  if (isBlob(value)) found.push(value);
  else if (value instanceof Map) for (const pair of value) pair.forEach((part) => blobsIn(part, found, depth + 1));
  else if (value instanceof Set || Array.isArray(value)) for (const part of value) blobsIn(part, found, depth + 1);
  else if (kindOf(value) === 'Object') for (const part of Object.values(value)) blobsIn(part, found, depth + 1);
  return found;
}

function tagged(value: unknown, blobs: BlobBytes, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return isPlain(value, 0) ? value : { $number: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { $bigint: String(value) };
    case 'undefined':
      return { $undefined: true };
    case 'object':
      break;
    default:
      throw new SnapshotProblem(`A backup cannot hold a ${typeof value}.`);
  }
  if (value === null) return null;
  if (depth >= snapshotLimits.depth) {
    throw new SnapshotProblem(`A backup cannot hold a record nested more than ${snapshotLimits.depth} levels deep.`);
  }
  const inner = (part: unknown) => tagged(part, blobs, depth + 1);
  if (Array.isArray(value)) return taggedList(value, inner);
  const kind = kindOf(value);
  switch (kind) {
    case 'Object':
      return taggedObject(value as Record<string, unknown>, inner);
    case 'Date': {
      const date = value as Date;
      return { $date: Number.isNaN(date.getTime()) ? null : date.toISOString() };
    }
    case 'Map':
      return { $map: Array.from(value as Map<unknown, unknown>, ([key, part]) => [inner(key), inner(part)]) };
    case 'Set':
      return { $set: Array.from(value as Set<unknown>, inner) };
    case 'ArrayBuffer':
      return { $bytes: [kind, toBase64(new Uint8Array(value as ArrayBuffer))] };
    case 'Blob':
    case 'File':
      return taggedBlob(value as Blob | File, blobs);
    default:
      if (!ArrayBuffer.isView(value)) throw new SnapshotProblem(`A backup cannot hold a value of the kind ${kind}.`);
      return { $bytes: [kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))] };
  }
}

function taggedObject(value: Record<string, unknown>, inner: (part: unknown) => unknown): unknown {
  const keys = Object.keys(value);
  const looksTagged = keys.length === 1 && keys[0]?.charCodeAt(0) === DOLLAR;
  if (looksTagged || keys.some(isForbiddenKey)) return { $object: keys.map((key) => [key, inner(value[key])]) };
  return Object.fromEntries(keys.map((key) => [key, inner(value[key])]));
}

function taggedList(value: readonly unknown[], inner: (part: unknown) => unknown): unknown[] {
  let holes = 0;
  return Array.from({ length: value.length }, (_, at) => {
    if (at in value) return inner(value[at]);
    if (++holes > MOST_HOLES) throw new SnapshotProblem('A backup cannot hold a list with so many empty places.');
    return { $hole: true };
  });
}

function taggedBlob(value: Blob | File, blobs: BlobBytes): unknown {
  const bytes = blobs.get(value);
  if (!bytes) throw new BlobUnread();
  const file = 'name' in value ? { name: value.name, lastModified: value.lastModified } : {};
  return { $blob: { type: value.type, ...file, data: toBase64(bytes) } };
}

function isBlob(value: object): value is Blob {
  return value instanceof Blob;
}

/** `Date`, `Map`, `Uint8Array`, `Object` …, also for values made in another realm. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
