/** A price that wanders, the same on every asking. */
import type { PriceYear } from '../../schema/v1.0.0';
import { dayText, weekday } from './calendar';
import { fixed } from './fixed-point';
import type { Random } from './random';

const STEP_DAYS = 7;

/** One price per week, known for every day since the first. Whole numbers of the smallest unit. */
export class PriceWalk {
  readonly #firstDay: number;
  readonly #prices: number[];

  constructor(random: Random, latest: number, firstDay: number, lastDay: number) {
    this.#firstDay = firstDay;
    const steps = Math.ceil((lastDay - firstDay) / STEP_DAYS) + 1;
    this.#prices = new Array<number>(steps);
    let price = latest;
    // Backwards, so that the last price is the one that was asked for.
    for (let at = steps - 1; at >= 0; at--) {
      this.#prices[at] = Math.max(1, Math.round(price));
      price *= 1 + (random.fraction() - 0.513) * 0.05;
    }
  }

  on(day: number): number {
    const at = Math.min(this.#prices.length - 1, Math.max(0, Math.floor((day - this.#firstDay) / STEP_DAYS)));
    return this.#prices[at] ?? 1;
  }
}

/** Closes of every Friday, a row per year. */
export function priceYears(
  assetId: string,
  walk: PriceWalk,
  digits: number,
  firstDay: number,
  lastDay: number
): PriceYear[] {
  const years = new Map<number, { days: string[]; closes: string[] }>();
  const firstFriday = firstDay + ((5 - weekday(firstDay) + 7) % 7);
  for (let day = firstFriday; day <= lastDay; day += 7) {
    const text = dayText(day);
    const year = Number(text.slice(0, 4));
    let series = years.get(year);
    if (!series) years.set(year, (series = { days: [], closes: [] }));
    series.days.push(text);
    series.closes.push(fixed(walk.on(day), digits));
  }
  return [...years].map(([year, { days, closes }]) => ({ assetId, year, days, closes }));
}
