/** The ledger of a worker, kept between jobs and reused while the data is as it was. */
import type { History, MigrationEnvironment } from '../../migration';
import type { Standing } from '../../protocol';
import type { Ledger, Stamp } from './ledger';
import { openRows, readLedger } from './read-ledger';

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
      return (this.#ledger = await readLedger(rows, stamp));
    } finally {
      rows.close();
    }
  }
}

export function isSame(a: Stamp, b: Stamp): boolean {
  return a.database === b.database && a.version === b.version && a.epoch === b.epoch && a.sequence === b.sequence;
}
