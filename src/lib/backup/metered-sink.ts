import type { FileSink } from './places';

/** A sink that tells how many bytes it has taken. */
export function meteredSink(sink: FileSink, onBytes: (bytes: number) => void): FileSink {
  return {
    async write(bytes) {
      await sink.write(bytes);
      onBytes(bytes.length);
    },
    close: () => sink.close(),
    abort: () => sink.abort()
  };
}
