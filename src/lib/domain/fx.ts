/**
 * Foreign exchange from packed daily series: the last rate on or before a day, never a later one and never a guess.
 */
import { type Decimal, divide, one, parseDecimal, zero } from './decimal';
import { daysBetween, lastOnOrBefore } from './days';

/** Rates of one pair, days ascending: one `base` is worth `rates[i]` of `quote` on `days[i]`. */
export interface RateSeries {
  readonly base: string;
  readonly quote: string;
  readonly days: readonly string[];
  readonly rates: readonly string[];
}

/**
 * A rate, and the day it is from; of a cross rate the older of its two days. It is kept as the quotient of what was
 * quoted, so that 90,000 rupees at 90 to the euro are 1,000 euros and not 999.99….
 */
export interface RateUsed {
  readonly times: Decimal;
  readonly over: Decimal;
  readonly day: string;
  /** Older than {@link staleAfterDays} on the day it was asked for. */
  readonly stale: boolean;
  /** The currency a cross rate goes through; null for a quoted pair, either way round. */
  readonly through: string | null;
}

export const staleAfterDays = 7;

interface Quoted {
  readonly times: Decimal;
  readonly over: Decimal;
  readonly day: string;
}

/** What one unit is worth, to at least twenty significant digits. */
export function rateOf({ times, over }: Pick<RateUsed, 'times' | 'over'>): Decimal {
  return over.eq(one) ? times : divide(times, over);
}

/** An amount at a rate, with one division at the end and none where the pair is quoted this way round. */
export function atRate(amount: Decimal, { times, over }: Pick<RateUsed, 'times' | 'over'>): Decimal {
  const product = amount.times(times);
  return over.eq(one) ? product : divide(product, over);
}

/** All known rates. Answers `null` where there is none. */
export class RateTable {
  readonly #pairs = new Map<string, RateSeries[]>();
  readonly #bases: readonly string[];
  readonly #answers = new Map<string, RateUsed | null>();

  /** Any number of series per pair (one per year, say), in any order. */
  constructor(series: Iterable<RateSeries>) {
    const quotes = new Map<string, number>();
    for (const entry of series) {
      if (entry.days.length === 0) continue;
      const key = pairOf(entry.base, entry.quote);
      const known = this.#pairs.get(key);
      if (known === undefined) this.#pairs.set(key, [entry]);
      else known.push(entry);
      quotes.set(entry.base, (quotes.get(entry.base) ?? 0) + entry.days.length);
    }
    for (const list of this.#pairs.values()) list.sort((a, b) => ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1));
    this.#bases = [...quotes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([base]) => base);
  }

  /** The currency that most rates are quoted against: cross rates go through it. Null for an empty table. */
  get base(): string | null {
    return this.#bases[0] ?? null;
  }

  /** What one `from` is worth in `to` on `day` (`YYYY-MM-DD`). */
  rate(from: string, to: string, day: string): RateUsed | null {
    if (from === to) return { times: one, over: one, day, stale: false, through: null };
    const key = `${from} ${to} ${day}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const found = this.#find(from, to, day);
    this.#answers.set(key, found);
    return found;
  }

  #find(from: string, to: string, day: string): RateUsed | null {
    const quoted = this.#quoted(from, to, day);
    if (quoted !== null) return used(quoted, day, null);
    for (const base of this.#bases) {
      const first = this.#quoted(from, base, day);
      const second = this.#quoted(base, to, day);
      if (first === null || second === null) continue;
      const older = first.day < second.day ? first.day : second.day;
      const product = { times: first.times.times(second.times), over: first.over.times(second.over), day: older };
      return used(product, day, base);
    }
    return null;
  }

  /** A quoted pair, as it stands or turned round; of both the later one. */
  #quoted(from: string, to: string, day: string): Quoted | null {
    const straight = this.#last(from, to, day);
    const turned = this.#last(to, from, day);
    if (turned !== null && (straight === null || turned.day > straight.day)) {
      return { times: turned.over, over: turned.times, day: turned.day };
    }
    return straight;
  }

  #last(base: string, quote: string, day: string): Quoted | null {
    const list = this.#pairs.get(pairOf(base, quote)) ?? [];
    for (let index = list.length - 1; index >= 0; index--) {
      const series = list[index];
      if (series === undefined) continue;
      for (let at = lastOnOrBefore(series.days, day); at >= 0; at--) {
        const rate = parseDecimal(series.rates[at]);
        const from = series.days[at];
        if (rate !== null && rate.gt(zero) && from !== undefined) return { times: rate, over: one, day: from };
      }
    }
    return null;
  }
}

function pairOf(base: string, quote: string): string {
  return `${base}/${quote}`;
}

function used(quoted: Quoted, day: string, through: string | null): RateUsed {
  return { ...quoted, stale: daysBetween(quoted.day, day) > staleAfterDays, through };
}
