/**
 * Values of many things on many days, added up by currency. Products of digits are exact while they are safe integers;
 * what is larger, or no such product, is added as a `Decimal`. Only the conversion into base currency divides.
 */
import { zero, type Decimal } from '../../domain';
import type { Conversion } from './conversion';
import { absent, isSafe, scaled } from './decimals';

/** Sums in one currency at one number of places. */
interface Level {
  readonly currency: number;
  readonly places: number;
  readonly sums: Float64Array;
}

export class ValueGrid {
  /** Day numbers, ascending. */
  readonly points: Int32Array;
  readonly #levels = new Map<number, Level>();
  /** Changes from a point on, to be added up over the points. */
  readonly #steps = new Map<number, Level>();
  readonly #exactSteps = new Map<number, (Decimal | undefined)[]>();
  readonly #loose = new Map<number, (Decimal | undefined)[]>();
  #settled = false;
  #currencies: readonly number[] | null = null;

  constructor(points: Int32Array) {
    this.points = points;
  }

  /** The sums to add products at `places` to, at points. Check each with {@link isSafe}; what is not goes to `addAt`. */
  sums(currency: number, places: number): Float64Array {
    return this.#level(this.#levels, currency, places).sums;
  }

  /** Counts at one point. */
  addAt(currency: number, point: number, amount: Decimal): void {
    add(this.#loose, currency, point, amount, this.points.length);
  }

  /** Counts from the first point on or after `day`. */
  stepDigits(currency: number, day: number, digits: number, places: number): void {
    const point = this.pointFrom(day);
    if (point === this.points.length || digits === 0) return;
    const { sums } = this.#level(this.#steps, currency, places);
    const sum = (sums[point] as number) + digits;
    if (isSafe(sum) && places < absent) sums[point] = sum;
    else this.step(currency, day, scaled(digits, places));
  }

  step(currency: number, day: number, amount: Decimal): void {
    const point = this.pointFrom(day);
    if (point < this.points.length) add(this.#exactSteps, currency, point, amount, this.points.length);
  }

  /** The first point on or after a day. */
  pointFrom(day: number): number {
    const { points } = this;
    let low = 0;
    let high = points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((points[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Currencies that anything was added in. */
  currencies(): readonly number[] {
    this.#settle();
    const all = [...this.#levels.values(), ...this.#steps.values()].map(({ currency }) => currency);
    return (this.#currencies ??= [...new Set([...all, ...this.#exactSteps.keys(), ...this.#loose.keys()])]);
  }

  /** The exact sum in one currency. */
  total(currency: number, point: number): Decimal {
    this.#settle();
    let total = this.#loose.get(currency)?.[point] ?? zero;
    const steps = this.#exactSteps.get(currency)?.[point];
    if (steps !== undefined) total = total.plus(steps);
    for (const levels of [this.#levels, this.#steps]) {
      for (const level of levels.values()) {
        const digits = level.currency === currency ? (level.sums[point] as number) : 0;
        if (digits !== 0) total = total.plus(scaled(digits, level.places));
      }
    }
    return total;
  }

  /** The sum in base currency; null where a rate is missing. */
  inBase(point: number, base: Conversion): Decimal | null {
    let total = zero;
    for (const currency of this.currencies()) {
      const amount = this.total(currency, point);
      if (amount.eq(zero)) continue;
      const converted = base.exact(amount, currency, this.points[point] as number);
      if (converted === null) return null;
      total = total.plus(converted);
    }
    return total;
  }

  /** The same at every point as plain numbers, for ratios alone; `NaN` where a rate is missing. */
  numbers(base: Conversion): Float64Array {
    this.#settle();
    const totals = new Float64Array(this.points.length);
    for (const currency of this.currencies()) {
      const own = new Float64Array(this.points.length);
      for (const levels of [this.#levels, this.#steps]) {
        for (const level of levels.values()) {
          if (level.currency !== currency) continue;
          const unit = 10 ** level.places;
          for (let at = 0; at < own.length; at++) (own[at] as number) += (level.sums[at] as number) / unit;
        }
      }
      for (const list of [this.#exactSteps.get(currency), this.#loose.get(currency)]) {
        list?.forEach((amount, at) => {
          if (amount !== undefined) (own[at] as number) += Number(amount.toString());
        });
      }
      const rates = base.numbers(currency, this.points);
      for (let at = 0; at < own.length; at++) {
        if (own[at] !== 0) (totals[at] as number) += (own[at] as number) * (rates[at] as number);
      }
    }
    return totals;
  }

  #level(levels: Map<number, Level>, currency: number, places: number): Level {
    const key = currency * 512 + places;
    let level = levels.get(key);
    if (level === undefined) {
      levels.set(key, (level = { currency, places, sums: new Float64Array(this.points.length) }));
    }
    return level;
  }

  /** Adds steps up over the points, once. */
  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    for (const { currency, places, sums } of [...this.#steps.values()]) {
      let sum = 0;
      for (let at = 0; at < sums.length; at++) {
        const next = sum + (sums[at] as number);
        if (isSafe(next)) sum = next;
        else {
          // From here on in decimals.
          add(
            this.#exactSteps,
            currency,
            at,
            scaled(sum, places).plus(scaled(sums[at] as number, places)),
            sums.length
          );
          sum = 0;
        }
        sums[at] = sum;
      }
    }
    for (const list of this.#exactSteps.values()) {
      let sum: Decimal | undefined;
      for (let at = 0; at < list.length; at++) {
        const change = list[at];
        if (change !== undefined) sum = sum === undefined ? change : sum.plus(change);
        list[at] = sum;
      }
    }
  }
}

function blank(size: number): (Decimal | undefined)[] {
  return Array.from({ length: size }, () => undefined);
}

function add(
  lists: Map<number, (Decimal | undefined)[]>,
  currency: number,
  point: number,
  amount: Decimal,
  size: number
): void {
  let list = lists.get(currency);
  if (list === undefined) lists.set(currency, (list = blank(size)));
  const known = list[point];
  list[point] = known === undefined ? amount : known.plus(amount);
}
