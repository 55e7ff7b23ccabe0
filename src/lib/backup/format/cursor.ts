import type { BlockDigest } from './digest';
import type { LineStream } from './lines';
import { SnapshotProblem } from './problem';

const CUT_OFF = 'The backup file is cut off: it ends in the middle.';

/** Walks the pieces of a line stream by line, and by stretches of records. */
export class Cursor {
  readonly #lines: LineStream;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #encoder = new TextEncoder();
  #bytes: Uint8Array = new Uint8Array();
  #byteAt = 0;
  #text = '';
  #at = 0;
  /** A comma ended the last stretch of records, so that another one must follow. */
  #comma = false;

  constructor(lines: LineStream) {
    this.#lines = lines;
  }

  async line(): Promise<string> {
    if (!(await this.#more())) throw new SnapshotProblem(CUT_OFF);
    return this.#advance(this.#text.indexOf('\n', this.#at) + 1).text.slice(0, -1);
  }

  async expect(line: string): Promise<void> {
    const found = await this.line();
    if (found === line) return;
    throw new SnapshotProblem(
      `The backup is not in order: "${line}" was expected, and "${found.slice(0, 40)}" stands there.`
    );
  }

  async expectEnd(): Promise<void> {
    if (await this.#more()) throw new SnapshotProblem('Something follows after the end of the backup.');
  }

  /** Lines of records as one JSON list, without its brackets; null where the store ends. Takes them into the digest. */
  async records(digest: BlockDigest): Promise<string | null> {
    if (!(await this.#more())) throw new SnapshotProblem(CUT_OFF);
    if (this.#text.startsWith(']', this.#at)) {
      if (this.#comma) throw new SnapshotProblem('The backup is not in order: no record follows a comma.');
      return null;
    }
    // No line of a record begins with a bracket that closes, and no text within JSON holds a bare newline.
    const end = this.#text.indexOf('\n]', this.#at);
    const { text, bytes } = this.#advance(end === -1 ? this.#text.length : end + 1);
    digest.update(bytes);
    this.#comma = end === -1 && text.endsWith(',\n');
    if (end !== -1) return text;
    return this.#comma ? text.slice(0, -2) : this.#lastRecords(text);
  }

  cancel(): Promise<void> {
    return this.#lines.cancel();
  }

  /** Without a comma at the end of a piece the store must end with the next one. */
  async #lastRecords(text: string): Promise<string> {
    if (!(await this.#more())) throw new SnapshotProblem(CUT_OFF);
    if (this.#text.startsWith(']', this.#at)) return text;
    throw new SnapshotProblem('The backup is not in order: a comma is missing between two records.');
  }

  async #more(): Promise<boolean> {
    if (this.#at < this.#text.length) return true;
    const bytes = await this.#lines.next();
    if (bytes === null) return false;
    try {
      this.#text = this.#decoder.decode(bytes);
    } catch {
      throw new SnapshotProblem('The backup holds bytes that are not text.');
    }
    this.#bytes = bytes;
    this.#byteAt = 0;
    this.#at = 0;
    return true;
  }

  #advance(end: number): { text: string; bytes: Uint8Array } {
    const text = this.#text.slice(this.#at, end);
    const ascii = this.#text.length === this.#bytes.length;
    const whole = this.#at === 0 && end === this.#text.length;
    const length = ascii ? text.length : whole ? this.#bytes.length : this.#encoder.encode(text).length;
    const bytes = this.#bytes.subarray(this.#byteAt, this.#byteAt + length);
    this.#at = end;
    this.#byteAt += length;
    return { text, bytes };
  }
}
