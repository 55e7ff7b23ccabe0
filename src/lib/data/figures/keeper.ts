/** The ledger of a worker, kept between jobs and reused while the data is as it was. */
import type { History, MigrationEnvironment } from '../../migration';
import type { Standing } from '../../protocol';
import { followLedger } from './follow-ledger';
import type { Ledger, Stamp } from './ledger';
import { changesBetween } from './noted-changes';
import { openRows, readLedger, type StoredRows } from './read-ledger';

export interface KeeperPorts {
  readonly history: History;
  readonly environment: MigrationEnvironment;
}

export class LedgerKeeper {
  readonly #ports: KeeperPorts;
  #ledger: Ledger | null = null;
  /** One reading at a time: whoever asks meanwhile gets what it read. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
  }

  /**
   * The data as it is now. The caller holds the database lock, shared.
   * @throws StaleStandingError when the data is not at `standing`.
   */
  ledger(standing: Standing): Promise<Ledger> {
    const turn = this.#turn.then(() => this.#present(standing));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #present(standing: Standing): Promise<Ledger> {
    const { rows, stamp } = await openRows(this.#ports.history, this.#ports.environment, standing);
    try {
      if (this.#ledger !== null && isSame(this.#ledger.stamp, stamp)) return this.#ledger;
      return (this.#ledger = (await this.#followed(rows, stamp)) ?? (await readLedger(rows, stamp)));
    } finally {
      rows.close();
    }
  }

  /** The known ledger brought up to date; null where there is none, or not all that changed is known. */
  async #followed(rows: StoredRows, stamp: Stamp): Promise<Ledger | null> {
    const known = this.#ledger;
    if (known === null || !isSame({ ...known.stamp, sequence: stamp.sequence }, stamp)) return null;
    const changes = changesBetween(this.#ports.environment, known.stamp.sequence, stamp.sequence);
    if (changes === null) return null;
    const ledger = await followLedger(known, rows, stamp, changes);
    // What another window wrote while these rows were read may be half in them.
    return (await rows.stamp()).sequence === stamp.sequence ? ledger : null;
  }
}

export function isSame(a: Stamp, b: Stamp): boolean {
  return a.database === b.database && a.version === b.version && a.epoch === b.epoch && a.sequence === b.sequence;
}
