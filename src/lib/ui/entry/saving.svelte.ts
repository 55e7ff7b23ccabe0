/** Saving a form: once at a time, refused where the record was changed elsewhere, told where it was refused. */
import type { FieldNote, SaveResult } from '../../app/contract';
import { Action } from '../action.svelte';
import { told } from '../i18n';

type Saved = Extract<SaveResult, { kind: 'saved' }>;

export class Saving {
  readonly #action = new Action();
  #elsewhere = $state(false);
  #problems = $state.raw<readonly FieldNote[]>([]);
  #refusal = $state<string | null>(null);

  get running(): boolean {
    return this.#action.running;
  }

  /** The record was changed in another window since it was seen. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  set elsewhere(elsewhere) {
    this.#elsewhere = elsewhere;
  }

  /** What the data itself would not take, by field. */
  get problems(): readonly FieldNote[] {
    return this.#problems;
  }

  /** A sentence; null where nothing was refused. */
  get refusal(): string | null {
    return this.#action.failure ?? (this.#refusal === null ? null : told(this.#refusal));
  }

  clear(): void {
    this.#action.dismiss();
    this.#elsewhere = false;
    this.#problems = [];
    this.#refusal = null;
  }

  /** Null where nothing was written. */
  async run(save: () => Promise<SaveResult>): Promise<Saved | null> {
    this.clear();
    let result: SaveResult | null = null;
    await this.#action.run(async () => (result = await save()));
    return this.#heed(result);
  }

  #heed(result: SaveResult | null): Saved | null {
    if (result === null || result.kind === 'saved') return result;
    if (result.kind === 'changedElsewhere') this.#elsewhere = true;
    else this.#refusal = result.message;
    if (result.kind === 'refused') this.#problems = result.problems;
    return null;
  }
}

/** Brings the keyboard to the first field that stands in the way. */
export function goToProblem(form: HTMLElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
