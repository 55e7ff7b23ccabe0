/** The pipe on this very thread: encodes, hashes (WebCrypto does that elsewhere) and compresses. */
import type { FileSink } from '../places/file-place';
import { BlockDigest } from './digest';
import { BACKLOG, type TextPipe } from './text-pipe';
import { TextPieces } from './text-pieces';

/** Compressed bytes that make a write to the sink: few large writes cost a file system less than many small ones. */
const WRITE = 2 ** 20;

export class LocalPipe implements TextPipe {
  readonly #text = new TextPieces();
  readonly #writer: WritableStreamDefaultWriter<BufferSource> | null = null;
  readonly #written: Promise<void> = Promise.resolve();
  #digest: BlockDigest | null = null;
  #backlog = 0;
  #produced = 0;
  #length = 0;
  #last: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  /** Without a sink the text is only measured. */
  constructor(sink: FileSink | null) {
    if (!sink) return;
    const gzip = new CompressionStream('gzip');
    this.#writer = gzip.writable.getWriter();
    this.#written = gzip.readable.pipeTo(inLargePieces(sink, (bytes) => (this.#produced += bytes)));
    // Both are awaited later; until then a failure must not count as unhandled, but must stop the next piece.
    this.#written.catch((error: unknown) => (this.#failure = { error }));
    this.#writer.closed.catch(() => {});
  }

  text(text: string): void {
    if (this.#failure) throw this.#failure.error;
    const bytes = this.#text.add(text);
    if (bytes !== null) this.bytes(bytes);
  }

  /** Text that is encoded already; nobody else may change it afterwards. */
  bytes(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#failure) throw this.#failure.error;
    this.#digest?.update(bytes);
    this.#length += bytes.length;
    if (!this.#writer) return;
    this.#backlog += bytes.length;
    this.#last = this.#writer.write(bytes).then(() => {
      this.#backlog -= bytes.length;
    });
    this.#last.catch(() => {});
  }

  begin(): void {
    this.#flush();
    this.#digest = new BlockDigest();
  }

  async end(): Promise<string> {
    this.#flush();
    const digest = this.#digest ?? new BlockDigest();
    this.#digest = null;
    return digest.finish();
  }

  drained(): void | Promise<void> {
    if (this.#backlog > BACKLOG) return this.#last;
  }

  whenCompressed(callback: (bytes: number) => void): void {
    this.#last.then(
      () => callback(this.#produced),
      () => {}
    );
  }

  async close(): Promise<number> {
    this.#flush();
    await this.#writer?.close();
    await this.#written;
    return this.#length;
  }

  async abort(reason: unknown): Promise<unknown> {
    await this.#writer?.abort(reason).catch(() => {});
    return this.#written.then(
      () => reason,
      (error: unknown) => error
    );
  }

  #flush(): void {
    const bytes = this.#text.rest();
    if (bytes !== null) this.bytes(bytes);
  }
}

function inLargePieces(sink: FileSink, onBytes: (bytes: number) => void): WritableStream<Uint8Array> {
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
      onBytes(bytes.length);
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
