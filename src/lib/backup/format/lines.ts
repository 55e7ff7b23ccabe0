/** The bytes of a snapshot as whole lines: inflated while they stream, and counted against the limits. */
import type { SnapshotLimits } from './limits';
import { SnapshotProblem } from './problem';

/** Bytes that are gathered before they are handed on. */
const PIECE = 2 ** 18;
const NEWLINE = 10;

export class LineStream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #limits: SnapshotLimits;
  /** One for all pieces, and as long as the longest needs: buffers of the past would pile up until they are collected. */
  #buffer = new Uint8Array(2 * PIECE);
  #filled = 0;
  /** Bytes at its beginning that were handed on. */
  #taken = 0;
  /** Bytes of the last line so far. */
  #open = 0;
  #inflated = 0;
  #ended = false;
  /** What gzip says at its end that it holds, modulo 2^32; null for plain text. */
  readonly #stated: number | null;

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>, limits: SnapshotLimits, stated: number | null) {
    this.#reader = reader;
    this.#limits = limits;
    this.#stated = stated;
  }

  /** Opens plain JSON or gzip, told apart by the first two bytes. */
  static async open(file: Blob, limits: SnapshotLimits): Promise<LineStream> {
    if (file.size === 0) throw new SnapshotProblem('Backup file is empty');
    if (file.size > limits.fileBytes) throw new SnapshotProblem('The backup file is larger than this app reads.');
    const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const zipped = magic[0] === 0x1f && magic[1] === 0x8b;
    const stream = zipped ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    const stated = zipped ? await sizeAtEnd(file) : null;
    return new LineStream(stream.getReader(), limits, stated);
  }

  /** Some whole lines, the last newline included, to be used before the next call; null at the end. */
  async next(): Promise<Uint8Array | null> {
    this.#buffer.copyWithin(0, this.#taken, this.#filled);
    this.#filled -= this.#taken;
    this.#taken = 0;
    while (!this.#ended) {
      const { done, value } = await this.#read();
      if (done) break;
      this.#inflated += value.length;
      if (this.#inflated > this.#limits.inflatedBytes) {
        throw new SnapshotProblem('The backup is larger than this app reads.');
      }
      this.#measure(value);
      this.#keep(value);
      if (this.#open < value.length && this.#filled >= PIECE) return this.#take(this.#filled - this.#open);
    }
    if (!this.#ended) this.#expectSize();
    this.#ended = true;
    if (this.#filled === 0) return null;
    if (this.#buffer[this.#filled - 1] !== NEWLINE) this.#keep(Uint8Array.of(NEWLINE));
    return this.#take(this.#filled);
  }

  async cancel(): Promise<void> {
    this.#ended = true;
    await this.#reader.cancel().catch(() => {});
  }

  /** Some engines read past, and leave out, what follows a gzip member; its size then stands elsewhere. */
  #expectSize(): void {
    if (this.#stated === null || this.#stated === this.#inflated % 2 ** 32) return;
    throw new SnapshotProblem('Something follows after the end of the compressed backup.');
  }

  async #read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    try {
      return await this.#reader.read();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new SnapshotProblem(`The backup file is cut off or damaged: it cannot be decompressed (${reason}).`);
    }
  }

  /** Follows where lines end, and refuses one that is too long. */
  #measure(bytes: Uint8Array): void {
    for (let from = 0; from <= bytes.length;) {
      const found = bytes.indexOf(NEWLINE, from);
      const end = found === -1 ? bytes.length : found;
      this.#open += end - from;
      if (this.#open > this.#limits.lineBytes) throw new SnapshotProblem('A line of the backup is too long.');
      if (found === -1) return;
      this.#open = 0;
      from = end + 1;
    }
  }

  #keep(bytes: Uint8Array): void {
    const filled = this.#filled + bytes.length;
    if (filled > this.#buffer.length) {
      const longer = new Uint8Array(Math.max(filled, 2 * this.#buffer.length));
      longer.set(this.#buffer.subarray(0, this.#filled));
      this.#buffer = longer;
    }
    this.#buffer.set(bytes, this.#filled);
    this.#filled = filled;
  }

  #take(length: number): Uint8Array {
    this.#taken = length;
    return this.#buffer.subarray(0, length);
  }
}

async function sizeAtEnd(file: Blob): Promise<number> {
  const end = await file.slice(-4).arrayBuffer();
  return end.byteLength === 4 ? new DataView(end).getUint32(0, true) : 0;
}
