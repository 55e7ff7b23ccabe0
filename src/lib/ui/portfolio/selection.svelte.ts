/** Which lines are chosen for work on all of them at once. */
export class Selection {
  #ids = $state.raw<ReadonlySet<string>>(new Set());
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
    const ids = new Set(this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#ids = ids;
    this.#last = id;
  }

  /** From the one chosen last to this one, as the lines stand now. */
  extendTo(id: string, order: readonly string[]): void {
    const to = order.indexOf(id);
    const from = this.#last === null ? to : order.indexOf(this.#last);
    if (from < 0 || to < 0) return this.toggle(id);
    this.#ids = new Set([...this.#ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    this.#last = id;
  }

  choose(ids: readonly string[]): void {
    this.#ids = new Set(ids);
  }

  /** What is there no more is chosen no more. */
  keepOnly(ids: ReadonlySet<string>): void {
    const kept = [...this.#ids].filter((id) => ids.has(id));
    if (kept.length !== this.#ids.size) this.#ids = new Set(kept);
  }

  clear(): void {
    if (this.#ids.size > 0) this.#ids = new Set();
    this.#last = null;
  }
}
