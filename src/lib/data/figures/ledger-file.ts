/** The ledger kept in a file between starts: derived data, rebuilt when in doubt, deleted freely, never backed up. */
import type { FilePlace } from '../../backup';
import type { Ledger, Stamp } from './ledger';
import { decodeLedger, encodeLedger } from './stored-ledger';

const name = 'ledger';
/** A larger one would take room that backups need. */
const mostBytes = 256 * 2 ** 20;

export class LedgerFile {
  readonly #place: () => Promise<FilePlace>;

  constructor(place: () => Promise<FilePlace>) {
    this.#place = place;
  }

  /** Null where there is none of this state of the data that is whole. */
  async read(stamp: Stamp): Promise<Ledger | null> {
    // A database that was never sealed could not be told from another one of its name.
    if (stamp.sealedAt === '') return null;
    try {
      const file = await (await this.#place()).read(name);
      return file && (await decodeLedger(new Uint8Array(await file.arrayBuffer()), stamp));
    } catch {
      return null;
    }
  }

  /** Where it cannot be written there is none: the next start reads the rows. */
  async write(ledger: Ledger): Promise<void> {
    if (ledger.stamp.sealedAt === '') return;
    try {
      const place = await this.#place();
      const bytes = await encodeLedger(ledger);
      if (bytes.length > mostBytes) return await place.remove(name);
      const sink = await place.write(name);
      try {
        await sink.write(bytes);
        await sink.close();
      } catch {
        await sink.abort();
        await place.remove(name);
      }
    } catch {
      // Without a place there is nothing to be kept.
    }
  }

  async remove(): Promise<void> {
    await this.#place()
      .then((place) => place.remove(name))
      .catch(() => undefined);
  }
}
