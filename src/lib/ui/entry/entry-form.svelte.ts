/** A form while it is filled in: what was typed, kept as a draft, and which fields may complain already. */
import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Drafts, FieldNote } from '../../app/contract';
import { told } from '../i18n';

export type FormValues = Readonly<Record<string, string>>;

interface FormOptions<V extends FormValues> {
  readonly drafts: Drafts;
  readonly draftId: string;
  /** What the person calls the thing. */
  readonly label: () => string;
  /** What stands in the form at first. */
  readonly start: V;
}

/** Made while a component is made. */
export class EntryForm<V extends FormValues> {
  readonly #drafts: Drafts;
  readonly #draftId: string;
  #start: V = $state.raw() as V;
  #values: V = $state.raw() as V;
  #resumed = $state(false);
  readonly #touched = new SvelteSet<string>();
  #tried = $state(false);

  constructor({ drafts, draftId, label, start }: FormOptions<V>) {
    this.#drafts = drafts;
    this.#draftId = draftId;
    const kept = untrack(() => drafts.find(draftId));
    this.#start = start;
    this.#values = { ...start, ...kept?.values };
    this.#resumed = kept !== null;
    if (kept !== null) this.#tried = true;
    // Kept as it is typed: whatever ends this form, the input is not lost with it.
    $effect(() => {
      const values = this.#values;
      const keeping = this.changed;
      const name = label();
      untrack(() => (keeping ? drafts.keep({ id: draftId, label: name, values }) : drafts.drop(draftId)));
    });
    $effect(() => () => drafts.leave(draftId));
  }

  get values(): V {
    return this.#values;
  }

  /** Differs from what it began with. */
  get changed(): boolean {
    return Object.keys(this.#values).some((field) => this.#values[field] !== this.#start[field]);
  }

  /** It began with what was typed before and never saved. */
  get resumed(): boolean {
    return this.#resumed && this.changed;
  }

  /** Fields that differ from what the form began with. */
  get changedFields(): readonly string[] {
    return Object.keys(this.#values).filter((field) => this.#values[field] !== this.#start[field]);
  }

  set(change: Partial<V>): void {
    this.#values = { ...this.#values, ...change };
  }

  /** Someone was in this field: it may say what is wrong with it. */
  touch(field: string): void {
    this.#touched.add(field);
  }

  /** Someone wanted to save: every field may. */
  tryAll(): void {
    this.#tried = true;
  }

  /** What stands at a field, once it was looked at. */
  noteAt(field: string, notes: readonly FieldNote[]): string | null {
    if (!this.#tried && !this.#touched.has(field)) return null;
    const note = notes.find((found) => found.field === field);
    return note === undefined ? null : told(note.message);
  }

  /** Begins anew; what was typed is given up or saved. */
  restart(start: V): void {
    this.#start = start;
    this.#values = start;
    this.#resumed = false;
    this.#touched.clear();
    this.#tried = false;
    this.#drafts.drop(this.#draftId);
  }

  /** What is there now is another than what the form began with; what was typed stays on top of it. */
  rebase(start: V): void {
    const typed = Object.fromEntries(this.changedFields.map((field) => [field, this.#values[field]]));
    this.#start = start;
    this.#values = { ...start, ...typed };
  }
}
