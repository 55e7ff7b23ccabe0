/** Exchange rates as of a day: the last one on or before it, straight, the other way round, or through a common base. */
import type { RateYear } from '../v1.0.0';
import { Decimal, divide, one } from '../v1.0.0/decimal';
import { daysBetween } from './tax-years';

const STALE_AFTER_DAYS = 7;

export interface Conversion {
  readonly amount: Decimal;
  /** The day of the rate, of a cross rate the earlier of both; null where no rate was needed. */
  readonly rateOn: string | null;
}

interface Rate {
  readonly on: string;
  /** A fraction, so that what divides evenly stays exact. */
  readonly times: Decimal;
  readonly over: Decimal;
}

export class ExchangeRates {
  readonly #day: string;
  /** Base → quote → latest rate. */
  readonly #latest = new Map<string, Map<string, { on: string; text: string }>>();
  readonly #known = new Map<string, Rate | null>();

  /** @param day `YYYY-MM-DD`; later rates are left aside. */
  constructor(day: string) {
    this.#day = day;
  }

  observe({ base, quote, days, rates }: RateYear): void {
    let at = days.length - 1;
    while (at >= 0 && (days[at] ?? '') > this.#day) at--;
    const on = days[at];
    const text = rates[at];
    if (on === undefined || text === undefined) return;
    let quotes = this.#latest.get(base);
    if (!quotes) this.#latest.set(base, (quotes = new Map()));
    const known = quotes.get(quote);
    if (!known || known.on < on) quotes.set(quote, { on, text });
  }

  /** Null where there is no rate: it is never guessed. */
  convert(amount: Decimal, from: string, to: string): Conversion | null {
    if (from === to) return { amount, rateOn: null };
    const pair = from + to;
    let rate = this.#known.get(pair);
    if (rate === undefined) this.#known.set(pair, (rate = this.#find(from, to)));
    return rate && { amount: divide(amount.times(rate.times), rate.over), rateOn: rate.on };
  }

  /** More than seven days older than the day itself. */
  isStale(rateOn: string): boolean {
    return daysBetween(rateOn, this.#day) > STALE_AFTER_DAYS;
  }

  #find(from: string, to: string): Rate | null {
    const straight = this.#stated(from, to);
    if (straight) return { on: straight.on, times: straight.rate, over: one };
    const inverse = this.#stated(to, from);
    if (inverse) return { on: inverse.on, times: one, over: inverse.rate };
    for (const base of [...this.#latest.keys()].sort()) {
      const low = this.#stated(base, from);
      const high = this.#stated(base, to);
      if (low && high) return { on: low.on < high.on ? low.on : high.on, times: high.rate, over: low.rate };
    }
    return null;
  }

  #stated(base: string, quote: string): { on: string; rate: Decimal } | null {
    const known = this.#latest.get(base)?.get(quote);
    return known ? { on: known.on, rate: Decimal(known.text) } : null;
  }
}
