/** Seeded randomness: the same seed makes the same portfolio, in every browser. */

/** Numbers from a seed (mulberry32). Only integer arithmetic, so every engine agrees. */
export class Random {
  #state: number;

  constructor(seed: number, stream = 0) {
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) >>> 0;
  }

  /** 0 up to, not including, 2³². */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** 0 up to, not including, 1. */
  fraction(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<const A extends readonly [unknown, ...unknown[]]>(items: A): A[number] {
    return items[Math.floor(this.fraction() * items.length)] as A[number];
  }

  /** A UUID v7 of that moment: ids sort by the time they were made. */
  uuid(milliseconds: number): string {
    const time = hex(Math.floor(milliseconds / 65_536), 8) + hex(milliseconds % 65_536, 4);
    const a = hex(0x7000 | (this.bits() & 0xfff), 4);
    const b = hex(0x8000 | (this.bits() & 0x3fff), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${hex(this.bits() & 0xffff, 4)}${hex(this.bits(), 8)}`;
  }
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
