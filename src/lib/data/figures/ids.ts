/** Ids in sixteen bytes each, as UUIDs are; others, which only corrupt data has, as they are written. */

export interface Ids {
  readonly bytes: Uint8Array;
  readonly others: ReadonlyMap<number, string>;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Where the two digits of each byte stand in the text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

export class IdsBuilder {
  #bytes = new Uint8Array(16 * 1024);
  readonly #others = new Map<number, string>();
  #count = 0;

  push(id: string): void {
    if (16 * (this.#count + 1) > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (!writeId(id, this.#bytes, 16 * this.#count)) this.#others.set(this.#count, id);
    this.#count++;
  }

  finish(): Ids {
    return { bytes: this.#bytes.slice(0, 16 * this.#count), others: this.#others };
  }
}

export function idAt({ bytes, others }: Ids, row: number): string {
  const other = others.size === 0 ? undefined : others.get(row);
  if (other !== undefined) return other;
  let text = '';
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-';
    text += hex[bytes[16 * row + at] as number];
  }
  return text;
}

/** As their texts are ordered. */
export function compareIds(a: Ids, rowA: number, b: Ids, rowB: number): number {
  if (a.others.size > 0 || b.others.size > 0) {
    const [mine, theirs] = [idAt(a, rowA), idAt(b, rowB)];
    return mine < theirs ? -1 : mine > theirs ? 1 : 0;
  }
  for (let at = 0; at < 16; at++) {
    const difference = (a.bytes[16 * rowA + at] as number) - (b.bytes[16 * rowB + at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** False, and nothing written, for what is no UUID in lower case. */
function writeId(id: string, into: Uint8Array, from: number): boolean {
  if (id.length !== 36 || id[8] !== '-' || id[13] !== '-' || id[18] !== '-' || id[23] !== '-') return false;
  for (let at = 0; at < 16; at++) {
    const place = places[at] as number;
    const high = digitOf(id.charCodeAt(place));
    const low = digitOf(id.charCodeAt(place + 1));
    if (high < 0 || low < 0) {
      into.fill(0, from, from + at);
      return false;
    }
    into[from + at] = high * 16 + low;
  }
  return true;
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
