/** A file of derived data that is kept between starts: rebuilt when in doubt, deleted freely, never backed up. */
import type { FilePlace } from '../../backup';

export class KeptFile {
  readonly #place: () => Promise<FilePlace>;
  readonly #name: string;
  readonly #mostBytes: number;
  /** Read before it is asked for, once. */
  #expected: Promise<Uint8Array<ArrayBuffer> | null> | null = null;

  /** `mostBytes`: a larger one would take room that backups need. */
  constructor(place: () => Promise<FilePlace>, name: string, mostBytes: number) {
    this.#place = place;
    this.#name = name;
    this.#mostBytes = mostBytes;
  }

  /** Begins to read it; of which state of the data it is shows when it is asked for. */
  expectReading(): void {
    this.#expected ??= this.#bytes();
  }

  /** Null where there is none, or none that can be read. */
  read(): Promise<Uint8Array<ArrayBuffer> | null> {
    const bytes = this.#expected ?? this.#bytes();
    this.#expected = null;
    return bytes;
  }

  /** Where it cannot be written there is none: the next start does without. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const place = await this.#place();
      if (bytes.length > this.#mostBytes) return await place.remove(this.#name);
      const sink = await place.write(this.#name);
      try {
        await sink.write(bytes);
        await sink.close();
      } catch {
        await sink.abort();
        await place.remove(this.#name);
      }
    } catch {
      // Without a place there is nothing to be kept.
    }
  }

  async remove(): Promise<void> {
    this.#expected = null;
    await this.#place()
      .then((place) => place.remove(this.#name))
      .catch(() => undefined);
  }

  async #bytes(): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const file = await (await this.#place()).read(this.#name);
      return file && new Uint8Array(await file.arrayBuffer());
    } catch {
      return null;
    }
  }
}
