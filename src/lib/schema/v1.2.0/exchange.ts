/** Exchange rates as of a day: the last one on or before it, straight, the other way round, or through a common base. */
import type { RateYear } from '../v1.0.0';
import { Decimal, divide, one } from '../v1.0.0/decimal';
import { daysBefore, daysBetween, lastOnOrBefore } from './days';

const STALE_AFTER_DAYS = 7;
const VOLATILITY_DAYS = 365;
const FEWEST_RETURNS = 20;
const TRADING_DAYS = 252;

export interface Rate {
  readonly rate: Decimal;
  /** Of a cross rate the earlier of both days; null where no rate is needed. */
  readonly on: string | null;
}

export interface Volatility {
  /** Sample standard deviation of daily log returns × √252. */
  readonly annual: number;
  readonly returns: number;
  readonly from: string;
  readonly to: string;
}

export class ExchangeRates {
  readonly #day: string;
  /** `EURINR` → day → rate, years one after the other. */
  readonly #series = new Map<string, RateYear[]>();
  readonly #bases = new Set<string>();
  readonly #rates = new Map<string, Rate | null>();
  readonly #volatilities = new Map<string, Volatility | null>();

  /** @param day `YYYY-MM-DD`; later rates are left aside. */
  constructor(day: string) {
    this.#day = day;
  }

  observe(year: RateYear): void {
    const series = this.#series.get(year.pair);
    if (series) series.push(year);
    else this.#series.set(year.pair, [year]);
    this.#bases.add(year.base);
  }

  /** What one `from` is worth in `to`. Null where there is no rate: it is never guessed. */
  rate(from: string, to: string): Rate | null {
    if (from === to) return { rate: one, on: null };
    return remembered(this.#rates, from + to, () => this.#find(from, to));
  }

  /** More than seven days older than the day itself. */
  isStale(on: string): boolean {
    return daysBetween(on, this.#day) > STALE_AFTER_DAYS;
  }

  /** Of what one `from` is worth in `to`, over the year before the day; null where there are too few rates. */
  volatility(from: string, to: string): Volatility | null {
    return remembered(this.#volatilities, from + to, () => this.#measure(from, to));
  }

  #find(from: string, to: string): Rate | null {
    const straight = this.#last(from, to);
    if (straight) return straight;
    const inverse = this.#last(to, from);
    if (inverse) return { rate: divide(one, inverse.rate), on: inverse.on };
    for (const base of [...this.#bases].sort()) {
      const low = this.#last(base, from);
      const high = this.#last(base, to);
      if (low?.on && high?.on) return { rate: divide(high.rate, low.rate), on: low.on < high.on ? low.on : high.on };
    }
    return null;
  }

  #last(base: string, quote: string): Rate | null {
    let found: { on: string; text: string } | null = null;
    for (const { days, rates } of this.#series.get(base + quote) ?? []) {
      const at = lastOnOrBefore(days, this.#day);
      const on = days[at];
      const text = rates[at];
      if (on !== undefined && text !== undefined && (!found || found.on < on)) found = { on, text };
    }
    return found && { rate: Decimal(found.text), on: found.on };
  }

  #measure(from: string, to: string): Volatility | null {
    if (from === to) return null;
    for (const base of [...this.#bases].sort()) {
      const low = base === from ? null : this.#recent(base, from);
      const high = base === to ? null : this.#recent(base, to);
      if (low?.size === 0 || high?.size === 0) continue;
      const days = [...(low ?? high ?? new Map<string, number>()).keys()]
        .filter((day) => (low?.has(day) ?? true) && (high?.has(day) ?? true))
        .sort();
      const returns: number[] = [];
      for (let at = 1; at < days.length; at++) {
        const now = ratio(low, high, days[at] ?? '');
        const before = ratio(low, high, days[at - 1] ?? '');
        returns.push(Math.log(now / before));
      }
      if (returns.length < FEWEST_RETURNS) continue;
      return {
        annual: deviation(returns) * Math.sqrt(TRADING_DAYS),
        returns: returns.length,
        from: days[0] ?? '',
        to: days.at(-1) ?? ''
      };
    }
    return null;
  }

  /** Rates of the last year by day, as ratios: good enough for statistics, never for money. */
  #recent(base: string, quote: string): Map<string, number> {
    const from = daysBefore(this.#day, VOLATILITY_DAYS);
    const recent = new Map<string, number>();
    for (const { days, rates } of this.#series.get(base + quote) ?? []) {
      days.forEach((day, at) => {
        if (day >= from && day <= this.#day) recent.set(day, Number(rates[at]));
      });
    }
    return recent;
  }
}

function ratio(low: Map<string, number> | null, high: Map<string, number> | null, day: string): number {
  return (high?.get(day) ?? 1) / (low?.get(day) ?? 1);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const value = known.get(key);
  if (value !== undefined) return value;
  const found = find();
  known.set(key, found);
  return found;
}
