/** One thing a person starts with a button: whether it runs, how far it is, and the sentence when it went wrong. */
import { told } from './i18n';

export class Action {
  #running = $state(false);
  #fraction = $state<number | null>(null);
  #message = $state('');
  #failure = $state<string | null>(null);

  get running(): boolean {
    return this.#running;
  }

  /** 0 to 1; null while nothing was reported. */
  get fraction(): number | null {
    return this.#fraction;
  }

  get message(): string {
    return told(this.#message);
  }

  get failure(): string | null {
    return this.#failure === null ? null : told(this.#failure);
  }

  /** To be handed on as a progress handler. */
  readonly report = (fraction: number, message: string): void => {
    this.#fraction = fraction;
    this.#message = message;
  };

  readonly dismiss = (): void => {
    this.#failure = null;
  };

  /** Runs one at a time; true when it came to its end. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.#running) return false;
    this.#running = true;
    this.#fraction = null;
    this.#message = '';
    this.#failure = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      return false;
    } finally {
      this.#running = false;
    }
  }
}
