/** The ledger kept in a file between starts. */
import type { FilePlace } from '../../backup';
import { KeptFile } from './kept-file';
import type { Ledger, Stamp } from './ledger';
import { decodeLedger, encodeLedger } from './stored-ledger';

export class LedgerFile {
  readonly #file: KeptFile;

  constructor(place: () => Promise<FilePlace>) {
    this.#file = new KeptFile(place, 'ledger', 256 * 2 ** 20);
  }

  expectReading(): void {
    this.#file.expectReading();
  }

  /** Null where there is none of this state of the data that is whole. */
  async read(stamp: Stamp): Promise<Ledger | null> {
    // A database that was never sealed could not be told from another one of its name.
    if (stamp.sealedAt === '') return null;
    const bytes = await this.#file.read();
    return bytes && decodeLedger(bytes, stamp).catch(() => null);
  }

  async write(ledger: Ledger): Promise<void> {
    if (ledger.stamp.sealedAt !== '') await this.#file.write(await encodeLedger(ledger));
  }

  remove(): Promise<void> {
    return this.#file.remove();
  }
}
