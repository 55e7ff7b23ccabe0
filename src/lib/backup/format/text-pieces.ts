/** Text that comes in many small strings, encoded in pieces that are worth handing on. */

/** Characters of a piece, at least: large enough to be few, small enough to overlap with what is done to them. */
const PIECE = 2 ** 18;

export class TextPieces {
  readonly #encoder = new TextEncoder();
  #texts: string[] = [];
  #length = 0;

  /** Keeps the text. The bytes of all that was kept, once it is a piece; else null. */
  add(text: string): Uint8Array<ArrayBuffer> | null {
    this.#texts.push(text);
    this.#length += text.length;
    return this.#length < PIECE ? null : this.rest();
  }

  /** The bytes of what was kept since the last piece; null where that is nothing. */
  rest(): Uint8Array<ArrayBuffer> | null {
    if (this.#length === 0) return null;
    // As a whole: encoding into pieces of a fixed size would copy what is left of the text for each of them.
    const bytes = this.#encoder.encode(this.#texts.join(''));
    this.#texts = [];
    this.#length = 0;
    return bytes;
  }
}
