/**
 * How many rates solve an internal rate of return: isolates the roots of f(x) = Σ c·e^(−x·t) by bounding f and its
 * slope on intervals, so that two roots close together are told from none and no root is overlooked.
 */

/** Bounds looked at before giving up: two roots that cannot be told apart by then are as good as one that is touched. */
const budget = 4000;

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
  if (straddles(boundsOfSlope(times, flows, -step, step))) return Number.POSITIVE_INFINITY;
  return 1 + isolate(times, flows, step) + isolate(backwards, mirrored, step);
}

function straddles([low, high]: [number, number]): boolean {
  return low <= 0 && high >= 0;
}

/** Roots with x > from ≥ 0. */
function isolate(times: Float64Array, flows: Float64Array, from: number): number {
  let roots = 0;
  let looked = 0;
  const open: [number, number][] = [[from, beyond(times, flows)]];
  for (let interval = open.pop(); interval !== undefined; interval = open.pop()) {
    const [a, b] = interval;
    if (++looked > budget || !(b > a)) return Number.POSITIVE_INFINITY;
    if (!straddles(boundsOfValue(times, flows, a, b))) continue;
    if (!straddles(boundsOfSlope(times, flows, a, b))) {
      // Monotone: a root exactly if the ends differ in sign.
      const [left] = boundsOfValue(times, flows, a, a);
      const [right] = boundsOfValue(times, flows, b, b);
      if (left > 0 !== right > 0) roots++;
      continue;
    }
    const middle = (a + b) / 2;
    open.push([a, middle], [middle, b]);
  }
  return roots;
}

/** An x from which on the first flow outweighs all others together. */
function beyond(times: Float64Array, flows: Float64Array): number {
  let x = 1;
  for (let round = 0; round < 40; round++, x *= 2) {
    let rest = 0;
    for (let at = 1; at < flows.length; at++) {
      rest += Math.abs(flows[at] as number) * Math.exp(-x * (times[at] as number));
    }
    if (rest < 0.5 * Math.abs(flows[0] as number)) return x;
  }
  return x;
}

/** Least and greatest value that f can have on [a, b]: each exponential falls, so each part is bounded by its ends. */
function boundsOfValue(times: Float64Array, flows: Float64Array, a: number, b: number): [number, number] {
  let low = 0;
  let high = 0;
  for (let at = 0; at < flows.length; at++) {
    const flow = flows[at] as number;
    const early = flow * Math.exp(-a * (times[at] as number));
    const late = a === b ? early : flow * Math.exp(-b * (times[at] as number));
    low += flow > 0 ? late : early;
    high += flow > 0 ? early : late;
  }
  return [low, high];
}

/** The same of f′ = Σ −t·c·e^(−x·t). */
function boundsOfSlope(times: Float64Array, flows: Float64Array, a: number, b: number): [number, number] {
  let low = 0;
  let high = 0;
  for (let at = 0; at < flows.length; at++) {
    const time = times[at] as number;
    const weight = -time * (flows[at] as number);
    const early = weight * Math.exp(-a * time);
    const late = weight * Math.exp(-b * time);
    low += weight > 0 ? late : early;
    high += weight > 0 ? early : late;
  }
  return [low, high];
}
