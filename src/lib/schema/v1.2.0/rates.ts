/** Exchange rates: the last one on or before a day, never a later one, never a guess; and how much they move. */
import { Decimal, divide, one } from '../v1.0.0/decimal';
import type { RateYear } from '../v1.0.0/series';

const STALE_AFTER_DAYS = 7;
/** Trading days in a year. */
const YEAR = 252;
/** A return over more than a long week-end is not a daily one. */
const LONGEST_DAILY_GAP = 5;

export interface Rate {
  readonly rate: Decimal;
  /** Of a cross rate the older of its two days. */
  readonly day: string;
  readonly stale: boolean;
  /** The currency that a cross rate goes through; null for a quoted pair, either way round. */
  readonly through: string | null;
}

export interface Volatility {
  readonly annual: number;
  readonly from: string;
  readonly to: string;
  /** Number of daily returns. */
  readonly returns: number;
}

interface Quote {
  readonly rate: Decimal;
  readonly day: string;
}

/** Collects yearly series in any order; answers for one day. */
export class Rates {
  readonly #day: string;
  readonly #years = new Map<string, RateYear[]>();
  #bases: readonly string[] | null = null;
  readonly #rates = new Map<string, Rate | null>();
  readonly #volatilities = new Map<string, Volatility | null>();

  /** @param day `YYYY-MM-DD`; later rates are not looked at. */
  constructor(day: string) {
    this.#day = day;
  }

  add(series: RateYear): void {
    if (series.days.length === 0) return;
    const years = this.#years.get(series.pair);
    if (years) years.push(series);
    else this.#years.set(series.pair, [series]);
    this.#bases = null;
  }

  /** What one `from` is worth in `to`. */
  rate(from: string, to: string): Rate | null {
    if (from === to) return { rate: one, day: this.#day, stale: false, through: null };
    const key = from + to;
    let known = this.#rates.get(key);
    if (known === undefined) this.#rates.set(key, (known = this.#find(from, to)));
    return known;
  }

  /** Of one `of` in `against`, over the last year of rates. Null where there are fewer than two daily returns. */
  volatility(of: string, against: string): Volatility | null {
    const key = of + against;
    let known = this.#volatilities.get(key);
    if (known === undefined) this.#volatilities.set(key, (known = of === against ? null : this.#measure(of, against)));
    return known;
  }

  #find(from: string, to: string): Rate | null {
    const quoted = this.#quoted(from, to);
    if (quoted) return this.#dated(quoted, null);
    for (const base of this.#pivots()) {
      const first = this.#quoted(from, base);
      const second = this.#quoted(base, to);
      if (!first || !second) continue;
      const day = first.day < second.day ? first.day : second.day;
      return this.#dated({ rate: first.rate.times(second.rate).prec(20), day }, base);
    }
    return null;
  }

  #dated(quote: Quote, through: string | null): Rate {
    return { ...quote, stale: daysBetween(quote.day, this.#day) > STALE_AFTER_DAYS, through };
  }

  /** A quoted pair, as it stands or turned round; of both the later one. */
  #quoted(from: string, to: string): Quote | null {
    const straight = this.#last(from + to);
    const turned = this.#last(to + from);
    if (turned && (!straight || turned.day > straight.day)) return { rate: divide(one, turned.rate), day: turned.day };
    return straight;
  }

  #last(pair: string): Quote | null {
    for (const { days, rates } of this.#newestFirst(pair)) {
      for (let at = days.length - 1; at >= 0; at--) {
        const day = days[at] as string;
        if (day <= this.#day) return { rate: Decimal(rates[at] as string), day };
      }
    }
    return null;
  }

  #newestFirst(pair: string): readonly RateYear[] {
    return (this.#years.get(pair) ?? []).toSorted((a, b) => b.year - a.year);
  }

  /** Currencies that rates are quoted against, the one with most rates first. */
  #pivots(): readonly string[] {
    if (this.#bases) return this.#bases;
    const counts = new Map<string, number>();
    for (const years of this.#years.values()) {
      for (const { base, days } of years) counts.set(base, (counts.get(base) ?? 0) + days.length);
    }
    this.#bases = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([base]) => base);
    return this.#bases;
  }

  #measure(of: string, against: string): Volatility | null {
    const direct = this.#recent(of, against);
    if (direct.size >= 3) return volatilityOf(direct);
    for (const base of this.#pivots()) {
      const first = this.#recent(of, base);
      const second = this.#recent(base, against);
      const crossed = new Map<string, number>();
      for (const [day, rate] of first) {
        const other = second.get(day);
        if (other !== undefined) crossed.set(day, rate * other);
      }
      const found = crossed.size >= 3 ? volatilityOf(crossed) : null;
      if (found) return found;
    }
    return direct.size > 0 ? volatilityOf(direct) : null;
  }

  /** The last year's rates of a quoted pair, oldest first, as ratios: how much they move is no money. */
  #recent(from: string, to: string): ReadonlyMap<string, number> {
    const turned = this.#years.has(to + from) && !this.#years.has(from + to);
    const points: [string, number][] = [];
    for (const { days, rates } of this.#newestFirst(turned ? to + from : from + to)) {
      for (let at = days.length - 1; at >= 0 && points.length <= YEAR; at--) {
        const day = days[at] as string;
        const rate = Number(rates[at]);
        if (day <= this.#day) points.push([day, turned ? 1 / rate : rate]);
      }
    }
    return new Map(points.reverse());
  }
}

function volatilityOf(rates: ReadonlyMap<string, number>): Volatility | null {
  const returns: number[] = [];
  let from = '';
  let to = '';
  let previous: readonly [string, number] | null = null;
  for (const point of rates) {
    if (previous && daysBetween(previous[0], point[0]) <= LONGEST_DAILY_GAP) {
      returns.push(Math.log(point[1] / previous[1]));
      if (from === '') from = previous[0];
      to = point[0];
    }
    previous = point;
  }
  if (returns.length < 2) return null;
  const mean = returns.reduce((sum, value) => sum + value, 0) / returns.length;
  const squares = returns.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const annual = Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(YEAR);
  // Ten digits: what engines' logarithms may differ in is not kept.
  return { annual: Number(annual.toFixed(10)), from, to, returns: returns.length };
}

/** z of 95 %, for one trading day out of a year. */
const dailyLoss = Decimal('1.645')
  .div(Decimal(String(YEAR)).sqrt())
  .prec(20);

/** The part of an amount that one trading day takes with a probability of 5 % at most: 1.645 × volatility × √(1/252). */
export function dailyLossOf({ annual }: Volatility): Decimal {
  return dailyLoss.times(Decimal(annual.toFixed(10))).prec(12);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
