/**
 * A gzip stream whose beginning is known last. The body is compressed as it comes; what is to stand before it goes in
 * front uncompressed, as stored blocks of the same stream, and the check sum of the whole is put together from both.
 * The result is one ordinary gzip member.
 */
import type { FileSink } from '../places/file-place';
import { crc32, joinedCrc32 } from './crc32';

/** The head that every engine writes: no name, no comment, no extra field. */
const HEAD = 10;
/** Check sum and length, four bytes each. */
const TAIL = 8;
/** The most that a stored block of deflate holds. */
const STORED = 65_535;

export class PrefacedGzip implements FileSink {
  readonly #sink: FileSink;
  #preface: Uint8Array | null = null;
  #held: Uint8Array<ArrayBuffer>[] = [];
  #heldBytes = 0;
  #headLeft = HEAD;
  #written: Promise<void> = Promise.resolve();
  /** The last bytes so far: they may be the tail. */
  #last: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  /** Compressed bytes that wait for the preface. */
  get held(): number {
    return this.#heldBytes;
  }

  /** What stands before the body; from here on bytes go to the sink. */
  async preface(text: string): Promise<void> {
    this.#preface = new TextEncoder().encode(text);
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    // All of it at once in the queue: bytes that come meanwhile belong behind it.
    await Promise.all([stored(this.#preface), ...held].map((bytes) => this.#put(bytes)));
  }

  /** Bytes of the body's own gzip stream. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const skipped = Math.min(this.#headLeft, bytes.length);
    if (this.#headLeft === HEAD && bytes.length >= 4 && (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[3] !== 0))
      throw new Error('This browser compresses in a form that is not known.');
    this.#headLeft -= skipped;
    const all = joined(this.#last, bytes.subarray(skipped));
    const body = all.subarray(0, Math.max(0, all.length - TAIL));
    this.#last = all.slice(body.length);
    if (body.length === 0) return;
    if (this.#preface !== null) return this.#put(body);
    this.#held.push(body);
    this.#heldBytes += body.length;
  }

  /** Ends the stream, after all its bytes; the sink stays open. `length`: bytes of the body before compression. */
  async finish(length: number): Promise<void> {
    const preface = this.#preface;
    if (preface === null || this.#last.length !== TAIL) throw new Error('The compressed stream is not whole.');
    const own = new DataView(this.#last.buffer, this.#last.byteOffset, TAIL);
    const tail = new DataView(new ArrayBuffer(TAIL));
    tail.setUint32(0, joinedCrc32(crc32(preface), own.getUint32(0, true), length), true);
    tail.setUint32(4, (preface.length + length) % 2 ** 32, true);
    await this.#put(new Uint8Array(tail.buffer));
  }

  /** One write after the other, in the order of the calls. */
  #put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const put = this.#written.then(() => this.#sink.write(bytes));
    this.#written = put;
    // Whoever wrote hears of it.
    put.catch(() => {});
    return put;
  }

  close(): Promise<void> {
    return this.#sink.close();
  }

  abort(): Promise<void> {
    return this.#sink.abort();
  }
}

/** The head of a gzip member, and the bytes in blocks that say they are not compressed and not the last ones. */
function stored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(bytes.length / STORED);
  const out = new Uint8Array(HEAD + bytes.length + 5 * blocks);
  out.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  let at = HEAD;
  for (let from = 0; from < bytes.length; from += STORED) {
    const block = bytes.subarray(from, from + STORED);
    const view = new DataView(out.buffer, at, 5);
    view.setUint16(1, block.length, true);
    view.setUint16(3, block.length ^ 0xffff, true);
    out.set(block, at + 5);
    at += 5 + block.length;
  }
  return out;
}

function joined(first: Uint8Array<ArrayBuffer>, second: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
