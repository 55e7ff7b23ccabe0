/**
 * How much can really be written: `estimate()` showed gigabytes on a full disk, so a ballast file is written and taken
 * away again. Incompressible, because a file system may compress. Connections to databases should be closed meanwhile:
 * a disk that is really full can destroy every IndexedDB database of the origin.
 */
import type { SpacePort } from '../migration';
import { isQuota } from './failure';
import { findPlace, type PlaceSource } from './places';

const NAME = 'ballast.bin';
const CHUNK = 8 * 2 ** 20;

export function ballastProbe(source: PlaceSource): SpacePort {
  const findIt = findPlace(source);
  return {
    async probe(bytes) {
      const place = await findIt();
      const isBallast = (name: string) => name === NAME;
      await place.sweep(isBallast);
      const chunk = noise(Math.min(bytes, CHUNK));
      let written = 0;
      try {
        const sink = await place.write(NAME);
        try {
          while (written < bytes) {
            const part = chunk.subarray(0, Math.min(CHUNK, bytes - written));
            await sink.write(part);
            written += part.length;
          }
        } finally {
          await sink.abort();
        }
      } catch (refusal) {
        // Engines name a full disk differently once bytes have been written; before that only a quota is a refusal.
        if (written === 0 && !isQuota(refusal)) throw refusal;
      }
      return { enough: written >= bytes, available: written };
    },
    async estimate() {
      const storage = typeof navigator === 'undefined' ? undefined : navigator.storage;
      if (!storage?.estimate) return null;
      const { quota, usage } = await storage.estimate();
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    }
  };
}

/** `getRandomValues` gives 64 KB at a time. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}
