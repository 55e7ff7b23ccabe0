/** Text in, gzip out: pieces are joined to large ones, hashed where asked, compressed, and handed to a sink. */
import type { FileSink } from '../places/file-place';
import type { BlockDigest } from './digest';

/** Characters that make a piece worth encoding. */
const PIECE = 2 ** 18;
/** Bytes that may wait for compression before the source is held back. */
const BACKLOG = 8 * 2 ** 20;
/** Compressed bytes that make a write to the sink. */
const WRITE = 2 ** 20;

export class TextStream {
  readonly #encoder = new TextEncoder();
  readonly #writer: WritableStreamDefaultWriter<BufferSource> | null = null;
  readonly #written: Promise<void> = Promise.resolve();
  #pieces: string[] = [];
  #length = 0;
  #digest: BlockDigest | null = null;
  #backlog = 0;
  #last: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  /** Without a sink the text is only hashed. */
  constructor(sink: FileSink | null) {
    if (!sink) return;
    const gzip = new CompressionStream('gzip');
    this.#writer = gzip.writable.getWriter();
    this.#written = gzip.readable.pipeTo(inLargePieces(sink));
    // Both are awaited later; until then a failure must not count as unhandled, but must stop the next piece.
    this.#written.catch((error: unknown) => (this.#failure = { error }));
    this.#writer.closed.catch(() => {});
  }

  /** Text from here on goes into this digest, until another call; null: into none. */
  measure(digest: BlockDigest | null): void {
    this.#flush();
    this.#digest = digest;
  }

  /** Throws what the sink refused an earlier piece with. */
  text(text: string): void {
    if (this.#failure) throw this.#failure.error;
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) this.#flush();
  }

  /** Nothing to wait for while little is waiting; else a promise for the backlog. */
  drained(): void | Promise<void> {
    if (this.#backlog > BACKLOG) return this.#last;
  }

  /** Calls back once what has left for compression so far is through it. */
  whenCompressed(callback: () => void): void {
    this.#last.then(callback, () => {});
  }

  /** Resolves once every byte is with the sink, which stays open. */
  async close(): Promise<void> {
    this.#flush();
    await this.#writer?.close();
    await this.#written;
  }

  /** Ends both streams. Resolves with why writing failed: the sink's own reason, where that came first. */
  async abort(reason: unknown): Promise<unknown> {
    await this.#writer?.abort(reason).catch(() => {});
    return this.#written.then(
      () => reason,
      (error: unknown) => error
    );
  }

  #flush(): void {
    if (this.#length === 0) return;
    const bytes = this.#encoder.encode(this.#pieces.join(''));
    this.#pieces = [];
    this.#length = 0;
    this.#digest?.update(bytes);
    if (!this.#writer) return;
    this.#backlog += bytes.length;
    this.#last = this.#writer.write(bytes).then(() => {
      this.#backlog -= bytes.length;
    });
    this.#last.catch(() => {});
  }
}

/** Few large writes cost a file system less than many small ones. */
function inLargePieces(sink: FileSink): WritableStream<Uint8Array> {
  let piece = new Uint8Array(WRITE);
  let filled = 0;
  const flush = async () => {
    if (filled === 0) return;
    const full = piece.subarray(0, filled);
    piece = new Uint8Array(WRITE);
    filled = 0;
    await sink.write(full);
  };
  return new WritableStream({
    async write(bytes) {
      for (let at = 0; at < bytes.length;) {
        const part = bytes.subarray(at, at + WRITE - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === WRITE) await flush();
      }
    },
    close: flush
  });
}
