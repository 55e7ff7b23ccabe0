/** Short words about what was just done, with a way to undo it. They leave by themselves, errors do not. */

export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  /** A newer one of the same topic takes its place: what it offers would no longer be about what it tells. */
  readonly topic?: string;
  /** Mostly `Undo`. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ShownToast extends Toast {
  readonly key: number;
}

/** The topic of what offers to take the last step back: there is only one such. */
export const lastStep = 'last step';

/** Seconds that one is to be seen; longer where there is something to press. */
const seconds = { plain: 5, withAction: 10 };

class Toasts {
  #shown = $state.raw<readonly ShownToast[]>([]);
  #next = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** The newest last. */
  get shown(): readonly ShownToast[] {
    return this.#shown;
  }

  show(toast: Toast): void {
    const key = this.#next++;
    if (toast.topic !== undefined) this.drop(toast.topic);
    // Three are more than anybody reads.
    this.#shown = [...this.#shown.slice(-2), { ...toast, key }];
    this.#leaveLater({ ...toast, key });
  }

  /** Takes away what is shown of a topic. */
  drop(topic: string): void {
    for (const shown of this.#shown) if (shown.topic === topic) this.dismiss(shown.key);
  }

  dismiss(key: number): void {
    this.hold(key);
    this.#shown = this.#shown.filter((toast) => toast.key !== key);
  }

  /** Stays as long as somebody points at it or is in it. */
  hold(key: number): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  release(key: number): void {
    const toast = this.#shown.find((shown) => shown.key === key);
    if (toast !== undefined) this.#leaveLater(toast);
  }

  #leaveLater({ key, tone, action }: ShownToast): void {
    if (tone === 'bad') return;
    this.hold(key);
    const wait = action === undefined ? seconds.plain : seconds.withAction;
    this.#timers.set(
      key,
      setTimeout(() => this.dismiss(key), wait * 1000)
    );
  }
}

export const toasts = new Toasts();
