/** Which lines are chosen for work on all of them at once. */
import { SvelteSet } from 'svelte/reactivity';

export class Selection {
  readonly #ids = new SvelteSet<string>();
  #last: string | null = null;

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#last = id;
  }

  /** From the one chosen last to this one, as the lines stand now. */
  extendTo(id: string, order: readonly string[]): void {
    const to = order.indexOf(id);
    const from = this.#last === null ? to : order.indexOf(this.#last);
    if (from < 0 || to < 0) return this.toggle(id);
    this.add(order.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.#last = id;
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  choose(ids: readonly string[]): void {
    this.#ids.clear();
    this.add(ids);
  }

  /** What is there no more is chosen no more. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#ids) if (!ids.has(id)) this.#ids.delete(id);
  }

  clear(): void {
    this.#ids.clear();
    this.#last = null;
  }
}
