/** Saves a change of the portfolio at once, says so, and offers to undo it. */
import type { Records, SaveResult } from '../../app/records-contract';
import { lastStep, toasts } from '../elements';
import { t, told } from '../i18n';

export class Saver {
  readonly #records: () => Pick<Records, 'undo'>;
  #saving = $state(false);
  #failure = $state<string | null>(null);

  constructor(records: () => Pick<Records, 'undo'>) {
    this.#records = records;
  }

  get saving(): boolean {
    return this.#saving;
  }

  /** Why the last change was not saved; null when it was. */
  get failure(): string | null {
    return this.#failure === null ? null : told(this.#failure);
  }

  /** `words`: what is so now, for the person. True when it was saved. */
  async save(words: string, work: () => Promise<SaveResult>): Promise<boolean> {
    if (this.#saving) return false;
    this.#saving = true;
    this.#failure = null;
    try {
      const result = await work();
      if (result.kind !== 'saved') {
        this.#failure = result.message;
        return false;
      }
      const undo = { label: t('Undo'), run: () => void this.#undo() };
      toasts.show({ topic: lastStep, text: words, ...(result.undoable && { action: undo }) });
      return true;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
      return false;
    } finally {
      this.#saving = false;
    }
  }

  async #undo(): Promise<void> {
    const result = await this.#records().undo();
    if (result.kind === 'saved') toasts.show({ topic: lastStep, text: t('It is as it was before.') });
    else this.#failure = result.message;
  }
}
