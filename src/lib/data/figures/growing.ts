/** A typed array that grows while rows are read. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

interface Kind<T extends Numbers> {
  new (length: number): T;
}

export class Growing<T extends Numbers> {
  readonly #kind: Kind<T>;
  #values: T;
  #length = 0;

  constructor(kind: Kind<T>) {
    this.#kind = kind;
    this.#values = new kind(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** What was pushed, in an array of its own size. */
  take(): T {
    return this.#values.slice(0, this.#length) as T;
  }

  #grow(): void {
    const larger = new this.#kind(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}
