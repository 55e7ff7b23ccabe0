/** The present value of cash flows and its slope, many times over. */

/**
 * f(x) = Σ c·e^(−x·t) and f′, for any number of x. Exponentials cost most of a solution, and flows lie the same few
 * numbers of days apart again and again: one exponential for each different gap, and products of them, will do until
 * the rate is nearly found.
 */
export class PresentValue {
  /** Of the last x; both scaled by the same positive number. */
  value = 0;
  slope = 0;
  /** Sum of the absolute parts of `value`: rounding is a tiny share of it. */
  size = 0;
  readonly #times: Float64Array;
  readonly #flows: Float64Array;
  readonly #gaps: Float64Array;
  readonly #gapOf: Int32Array;

  /** @param times years, ascending from 0. */
  constructor(times: Float64Array, flows: Float64Array) {
    this.#times = times;
    this.#flows = flows;
    const places = new Map<number, number>();
    this.#gapOf = new Int32Array(times.length);
    for (let at = 1; at < times.length; at++) {
      // Whole days, though they are counted in years here.
      const gap = Math.round(((times[at] as number) - (times[at - 1] as number)) * 365 * 1024) / 1024;
      let place = places.get(gap);
      if (place === undefined) places.set(gap, (place = places.size));
      this.#gapOf[at] = place;
    }
    this.#gaps = Float64Array.from(places.keys(), (gap) => gap / 365);
  }

  /** Right to about twelve digits of `size`. */
  near(x: number): void {
    const factors = this.#gaps.map((gap) => Math.exp(-Math.abs(x) * gap));
    const count = this.#times.length;
    const end = this.#times[count - 1] ?? 0;
    // Discounting to the far end keeps every exponential within 0 … 1 for negative x too.
    const forwards = x >= 0;
    let discount = 1;
    this.#clear();
    for (let step = 0; step < count; step++) {
      const at = forwards ? step : count - 1 - step;
      if (step > 0) discount *= factors[this.#gapOf[forwards ? at : at + 1] as number] as number;
      this.#add((this.#flows[at] as number) * discount, (this.#times[at] as number) - (forwards ? 0 : end));
    }
  }

  /** As exactly as numbers allow. */
  at(x: number): void {
    const origin = x < 0 ? (this.#times[this.#times.length - 1] ?? 0) : 0;
    this.#clear();
    for (let at = 0; at < this.#times.length; at++) {
      const time = (this.#times[at] as number) - origin;
      this.#add((this.#flows[at] as number) * Math.exp(-x * time), time);
    }
  }

  #clear(): void {
    this.value = this.slope = this.size = 0;
  }

  #add(part: number, time: number): void {
    this.value += part;
    this.slope -= part * time;
    this.size += Math.abs(part);
  }
}
