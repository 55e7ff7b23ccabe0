/**
 * Digests taken as a stream. WebCrypto cannot hash a stream, so a text is cut into blocks:
 *
 *     digest(text) = hex(SHA-256(SHA-256(block 1) ‖ SHA-256(block 2) ‖ …))
 *
 * where the blocks are the UTF-8 bytes of the text in pieces of exactly {@link BLOCK_BYTES}, the last one shorter, and
 * an empty text has no block. Blocks are hashed off the thread while the next one fills.
 */
export const BLOCK_BYTES = 2 ** 20;

export class BlockDigest {
  /** One for all blocks: WebCrypto takes a copy, and buffers of the past would pile up until they are collected. */
  #block: Uint8Array<ArrayBuffer> | null = null;
  #filled = 0;
  readonly #hashes: Promise<ArrayBuffer>[] = [];

  /** Takes over a copy of the bytes. */
  update(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      const block = (this.#block ??= new Uint8Array(BLOCK_BYTES));
      const piece = bytes.subarray(at, at + BLOCK_BYTES - this.#filled);
      block.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === BLOCK_BYTES) this.#hash(block);
    }
  }

  /** Lower-case hexadecimal, 64 digits. */
  async finish(): Promise<string> {
    if (this.#block && this.#filled > 0) this.#hash(this.#block);
    const hashes = await Promise.all(this.#hashes);
    const joined = new Uint8Array(hashes.length * 32);
    hashes.forEach((hash, at) => joined.set(new Uint8Array(hash), at * 32));
    return hex(await crypto.subtle.digest('SHA-256', joined));
  }

  #hash(block: Uint8Array<ArrayBuffer>): void {
    this.#hashes.push(crypto.subtle.digest('SHA-256', block.subarray(0, this.#filled)));
    this.#filled = 0;
  }
}

/** The digest of a text that fits in one piece. */
export async function digestOf(text: string): Promise<string> {
  const digest = new BlockDigest();
  digest.update(new TextEncoder().encode(text));
  return digest.finish();
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
