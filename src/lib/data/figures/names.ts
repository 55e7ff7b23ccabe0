/** Texts that many rows share, each kept once; rows hold their numbers. */
export class Names {
  readonly #texts: string[];
  readonly #numbers = new Map<string, number>();

  constructor(texts: readonly string[] = []) {
    this.#texts = [...texts];
    this.#texts.forEach((text, number) => this.#numbers.set(text, number));
  }

  get all(): readonly string[] {
    return this.#texts;
  }

  /** The number of a text, which is new if it was not seen before. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** Undefined for a text that was never seen. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }
}
