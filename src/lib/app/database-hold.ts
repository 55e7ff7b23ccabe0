/** This window's shared hold on the data: while it lasts, no window migrates. */
import type { LockPort } from '../migration';
import { lockNames } from '../protocol';

export class DatabaseHold {
  readonly #locks: LockPort;
  #letGo: (() => void) | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(locks: LockPort) {
    this.#locks = locks;
  }

  get isHeld(): boolean {
    return this.#letGo !== null;
  }

  /** Resolves once it is held. Rejects with the signal's reason when given up first. */
  async take(signal: AbortSignal): Promise<void> {
    if (this.#letGo !== null) return;
    await new Promise<void>((granted, refused) => {
      const request = this.#locks.request(lockNames.database, { mode: 'shared', signal }, async () => {
        if (signal.aborted) return refused(signal.reason);
        const ended = new Promise<void>((resolve) => (this.#letGo = resolve));
        granted();
        await ended;
      });
      this.#ended = request.then(
        () => undefined,
        (error: unknown) => refused(error)
      );
    });
    signal.throwIfAborted();
  }

  /** Resolves once the lock is free. At once where it is not held. */
  async release(): Promise<void> {
    const letGo = this.#letGo;
    if (letGo === null) return;
    this.#letGo = null;
    letGo();
    await this.#ended;
  }

  /** Whether a window (this one included) migrates, restores or rolls back. */
  async isMigrating(): Promise<boolean> {
    const { held } = await this.#locks.query();
    return held?.some((lock) => lock.name === lockNames.migrate) ?? false;
  }

  /** How many windows hold the data or wait for it. */
  async windows(): Promise<number> {
    const { held = [], pending = [] } = await this.#locks.query();
    const clients = [...held, ...pending]
      .filter((lock) => lock.name === lockNames.database)
      .map((lock) => lock.clientId);
    return new Set(clients).size;
  }
}
