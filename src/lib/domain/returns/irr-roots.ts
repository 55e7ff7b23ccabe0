/**
 * How many rates solve an internal rate of return: isolates the roots of f(x) = Σ c·e^(−x·t) by what f can do on
 * intervals, so that two roots close together are told from none and no root is overlooked.
 */

/** Intervals looked at before giving up: two roots not told apart by then are as good as one that is touched. */
const budget = 4000;

/** Derivatives that are computed; the next one is bounded. */
const order = 4;

/**
 * The number of roots over all x; `Infinity` where they cannot be counted (a root that is only touched, or nearly).
 * @param times years, ascending from 0, each once. @param flows none of them zero, of at most 1.
 */
export function countRoots(times: Float64Array, flows: Float64Array): number {
  const end = times[times.length - 1] ?? 0;
  const backwards = times.map((_, at) => end - (times[times.length - 1 - at] as number));
  const mirrored = flows.slice().reverse();
  const total = flows.reduce((sum, flow) => sum + flow, 0);
  // x and −x apart: on either half-line the exponentials fall from 1, and none overflows.
  if (Math.abs(total) > 1e-14 * flows.length) return isolate(times, flows, 0) + isolate(backwards, mirrored, 0);
  // x = 0 is itself a root: a stretch round it on which f rises or falls throughout holds no other.
  const step = 1e-6 / Math.max(1e-3, end);
  if (!new Stretch(times, flows, 0, step).isMonotone) return Number.POSITIVE_INFINITY;
  return 1 + isolate(times, flows, step) + isolate(backwards, mirrored, step);
}

/** Roots with x > from ≥ 0. */
function isolate(times: Float64Array, flows: Float64Array, from: number): number {
  let roots = 0;
  let looked = 0;
  const open: [number, number][] = [[from, beyond(times, flows, from)]];
  for (let interval = open.pop(); interval !== undefined; interval = open.pop()) {
    const [a, b] = interval;
    const middle = (a + b) / 2;
    if (++looked > budget || !(middle > a && middle < b)) return Number.POSITIVE_INFINITY;
    const stretch = new Stretch(times, flows, middle, b - middle);
    if (stretch.isWithoutRoot) continue;
    if (stretch.isMonotone) {
      // A root exactly if the ends differ in sign.
      if (valueAt(times, flows, a) > 0 !== valueAt(times, flows, b) > 0) roots++;
      continue;
    }
    open.push([a, middle], [middle, b]);
  }
  return roots;
}

/**
 * f on an interval round a point, as a Taylor polynomial and what is left of it. Times are counted from their centre of
 * gravity: that multiplies f by an exponential, which has no root, and makes the derivatives small.
 */
class Stretch {
  readonly #reach: number;
  /** |g⁽ʲ⁾| · reachʲ / j! of f so shifted. */
  readonly #terms: readonly number[];
  /** More than all further terms, and rounding, can be. */
  readonly #rest: number;

  constructor(times: Float64Array, flows: Float64Array, point: number, reach: number) {
    const parts = flows.map((flow, at) => flow * Math.exp(-point * (times[at] as number)));
    let size = 0;
    let moment = 0;
    for (let at = 0; at < parts.length; at++) {
      size += Math.abs(parts[at] as number);
      moment += Math.abs(parts[at] as number) * (times[at] as number);
    }
    const centre = moment / size;
    const sums = new Float64Array(order + 1);
    let rest = 0;
    for (let at = 0; at < parts.length; at++) {
      // Each term of the series of c·e^(−y·t), y being `reach`.
      const y = reach * (centre - (times[at] as number));
      let term = parts[at] as number;
      for (let j = 0; j <= order; j++) {
        sums[j] = (sums[j] as number) + term;
        term *= y / (j + 1);
      }
      rest += Math.abs(term) * Math.exp(Math.abs(y));
    }
    this.#reach = reach;
    this.#terms = Array.from(sums, Math.abs);
    this.#rest = rest + 1e-13 * size;
  }

  get isWithoutRoot(): boolean {
    const [value = 0, ...others] = this.#terms;
    return value > others.reduce((sum, term) => sum + term, this.#rest);
  }

  /** The shifted f only rises or only falls: each root is a crossing, and there is at most one. */
  get isMonotone(): boolean {
    const [, slope = 0, ...others] = this.#terms;
    return this.#reach > 0 && slope > others.reduce((sum, term, at) => sum + (at + 2) * term, (order + 1) * this.#rest);
  }
}

function valueAt(times: Float64Array, flows: Float64Array, x: number): number {
  let value = 0;
  for (let at = 0; at < flows.length; at++) value += (flows[at] as number) * Math.exp(-x * (times[at] as number));
  return value;
}

/**
 * An x beyond which there is surely no root: one at which all sums of the first flows, discounted, have the sign of the
 * first. Beyond it f is a sum of these sums with positive weights (Abel's summation), so it has that sign too.
 */
function beyond(times: Float64Array, flows: Float64Array, from: number): number {
  let step = 1 / 64;
  while (!isQuiet(times, flows, from + step) && step < 2 ** 40) step *= 1.5;
  return from + step;
}

function isQuiet(times: Float64Array, flows: Float64Array, x: number): boolean {
  const positive = (flows[0] as number) > 0;
  let sum = 0;
  let size = 0;
  for (let at = 0; at < flows.length; at++) {
    const part = (flows[at] as number) * Math.exp(-x * (times[at] as number));
    sum += part;
    size += Math.abs(part);
    // What may be rounding counts as no.
    if (sum > 0 !== positive || Math.abs(sum) < 1e-13 * size) return false;
  }
  return true;
}
