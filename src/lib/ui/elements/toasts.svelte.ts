/** Short words about what was just done, with a way to undo it. They leave by themselves, errors do not. */

export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'bad';
  /** Mostly `Undo`. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ShownToast extends Toast {
  readonly key: number;
}

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
    // Three are more than anybody reads.
    this.#shown = [...this.#shown.slice(-2), { ...toast, key }];
    this.#leaveLater({ ...toast, key });
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
