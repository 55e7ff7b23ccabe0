/** Files in memory, for tests: with a capacity it refuses like a full disk. */
import type { FilePlace, FileSink } from './file-place';

export interface MemoryPlace extends FilePlace {
  /** The files as they lie; tests may alter them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Writes that were begun and neither closed nor aborted. */
  readonly unfinished: Set<FileSink>;
  /** Bytes that fit, whole and unfinished files together. */
  capacity: number;
}

export function memoryPlace(capacity = Number.POSITIVE_INFINITY): MemoryPlace {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const unfinished = new Set<FileSink>();
  let pending = 0;

  const used = () => [...files.values()].reduce((sum, file) => sum + file.length, pending);

  const place: MemoryPlace = {
    kind: 'opfs',
    files,
    unfinished,
    capacity,
    async write(name) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let length = 0;
      const end = () => {
        if (unfinished.delete(sink)) pending -= length;
      };
      const sink: FileSink = {
        async write(bytes) {
          if (!unfinished.has(sink)) throw new DOMException('The file is closed.', 'InvalidStateError');
          if (used() + bytes.length > place.capacity) {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          }
          pieces.push(bytes.slice());
          length += bytes.length;
          pending += bytes.length;
        },
        async close() {
          if (!unfinished.has(sink)) throw new DOMException('The file is closed.', 'InvalidStateError');
          end();
          const whole = new Uint8Array(length);
          let at = 0;
          for (const piece of pieces) {
            whole.set(piece, at);
            at += piece.length;
          }
          files.set(name, whole);
        },
        async abort() {
          end();
        }
      };
      unfinished.add(sink);
      return sink;
    },
    async read(name) {
      const file = files.get(name);
      return file ? new Blob([file]) : null;
    },
    async list() {
      return [...files.keys()];
    },
    async remove(name) {
      files.delete(name);
    },
    async sweep() {}
  };
  return place;
}
