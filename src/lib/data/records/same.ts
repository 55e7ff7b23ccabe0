/** Whether two states of a record are one, and a short text that tells a state from every other. */

/** By value, to the last field; fields in another order are the same record. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => isSame(item, b[at]));
  }
  if (isRecord(a) && isRecord(b)) {
    const names = Object.keys(a);
    if (names.length !== Object.keys(b).length) return false;
    return names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]));
  }
  return shown(a) === shown(b);
}

/** The same for equal states, different for others: good for telling a change, not for keeping secrets. */
export function seenOf(record: unknown): string {
  const text = shown(record);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}.${text.length.toString(36)}`;
}

function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Any value that a row may hold, with names in one order. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    if (!isRecord(value)) return outlandish(value);
    const fields = Object.keys(value).sort();
    return `{${fields.map((name) => `${JSON.stringify(name)}:${shown(value[name])}`).join(',')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Nothing the app writes: dates and bytes that somebody else has put there. */
function outlandish(value: object): string {
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (ArrayBuffer.isView(value))
    return `bytes ${String(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  if (value instanceof ArrayBuffer) return `bytes ${String(new Uint8Array(value))}`;
  if (value instanceof Map) return `map ${shown([...value])}`;
  if (value instanceof Set) return `set ${shown([...value])}`;
  if (value instanceof Blob) return `file ${value.size} ${value.type}`;
  return String(value);
}
