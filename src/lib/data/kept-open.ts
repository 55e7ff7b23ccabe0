/** What is open at a standing, kept from one piece of work to the next. */
import type { Standing } from '../protocol';

export interface Opened {
  /** Whether it can still be read, and the data is where it was. */
  isAt(standing: Standing): Promise<boolean>;
  close(): void;
}

interface Keeping<T> {
  readonly standing: Standing;
  readonly opened: Promise<T>;
  /** Pieces of work that are under way. */
  users: number;
  /** Called when it was closed after it was forgotten. */
  readonly onClosed: (() => void)[];
}

/**
 * Opening costs more than most pieces of work, and a page that is left in the middle of it leaves its connection behind
 * in WebKit, for good: so it is done once. Another window's upgrade closes what is open, as ever; whoever gives up the
 * lock calls {@link release}.
 */
export class KeptOpen<T extends Opened> {
  readonly #open: (standing: Standing) => Promise<T>;
  #kept: Keeping<T> | null = null;

  /** `open` throws where the data is not at the standing. */
  constructor(open: (standing: Standing) => Promise<T>) {
    this.#open = open;
  }

  /** The caller holds the database lock, shared. Throws what opening and the work throw. */
  async use<R>(standing: Standing, work: (opened: T) => Promise<R>): Promise<R> {
    const keeping = await this.#present(standing);
    try {
      return await work(await keeping.opened);
    } finally {
      this.#leave(keeping);
    }
  }

  /** Closes it. Resolves once the work that uses it is done. */
  async release(): Promise<void> {
    const keeping = this.#kept;
    if (keeping === null) return;
    await new Promise<void>((resolve) => {
      keeping.onClosed.push(resolve);
      this.#forget(keeping);
    });
  }

  /** With one user more, the caller. */
  async #present(standing: Standing): Promise<Keeping<T>> {
    const known = this.#kept;
    if (known !== null) {
      known.users++;
      if (isSame(known.standing, standing) && (await isStillAt(known))) return known;
      this.#forget(known);
      this.#leave(known);
    }
    // Whoever came meanwhile may have opened it already.
    if (this.#kept !== null && isSame(this.#kept.standing, standing)) {
      this.#kept.users++;
      return this.#kept;
    }
    const fresh: Keeping<T> = { standing, opened: this.#open(standing), users: 1, onClosed: [] };
    if (this.#kept !== null) this.#forget(this.#kept);
    return (this.#kept = fresh);
  }

  #forget(keeping: Keeping<T>): void {
    if (this.#kept === keeping) this.#kept = null;
    if (keeping.users === 0) close(keeping);
  }

  #leave(keeping: Keeping<T>): void {
    keeping.users--;
    if (keeping.users === 0 && this.#kept !== keeping) close(keeping);
  }
}

function close({ opened, onClosed }: Keeping<Opened>): void {
  const closed = opened.then(
    (it) => it.close(),
    () => undefined
  );
  for (const call of onClosed) void closed.then(call);
}

function isStillAt({ opened, standing }: Keeping<Opened>): Promise<boolean> {
  return opened.then((it) => it.isAt(standing)).catch(() => false);
}

const isSame = (a: Standing, b: Standing): boolean => a.version === b.version && a.epoch === b.epoch;
