/** Into base currency at table rates: the last one on or before the day. */
import { atRate, zero, type Decimal, type RateTable, type RateUsed } from '../../domain';
import { textOfDay } from './day-texts';

/** Days from 1970 to 2100, by number. */
const days = 47_500;

export class Conversion {
  readonly base: string;
  readonly #rates: RateTable;
  readonly #text: (currency: number) => string;
  /** By currency and day; zero where not yet asked for. */
  readonly #numbers = new Map<number, Float64Array>();
  readonly #lists = new WeakMap<Int32Array, Map<number, Float64Array>>();
  readonly #used = new Map<number, RateUsed | null>();

  /** `text`: the code of a currency's number. */
  constructor(base: string, rates: RateTable, text: (currency: number) => string) {
    this.base = base;
    this.#rates = rates;
    this.#text = text;
  }

  isBase(currency: number): boolean {
    return this.#text(currency) === this.base;
  }

  /** Null where no rate is known; nothing is nothing in any currency. */
  exact(amount: Decimal, currency: number, day: number): Decimal | null {
    if (amount.eq(zero) || this.#text(currency) === this.base) return amount;
    const used = this.rate(currency, day);
    return used && atRate(amount, used);
  }

  rate(currency: number, day: number): RateUsed | null {
    const key = currency * 100_000 + day;
    let used = this.#used.get(key);
    if (used === undefined) {
      used = this.#rates.rate(this.#text(currency), this.base, textOfDay(day));
      this.#used.set(key, used);
    }
    return used;
  }

  /** For ratios alone; `NaN` where no rate is known. */
  number(currency: number, day: number): number {
    if (day < 0 || day >= days) return this.#find(currency, day);
    let known = this.#numbers.get(currency);
    if (known === undefined) this.#numbers.set(currency, (known = new Float64Array(days)));
    const rate = known[day] as number;
    return rate === 0 ? (known[day] = this.#find(currency, day)) : rate;
  }

  /** The same on many days; not to be written to. Known for as long as the list of days is. */
  numbers(currency: number, points: Int32Array): Float64Array {
    let known = this.#lists.get(points);
    if (known === undefined) this.#lists.set(points, (known = new Map()));
    let numbers = known.get(currency);
    if (numbers === undefined) {
      numbers = Float64Array.from(points, (day) => this.number(currency, day));
      known.set(currency, numbers);
    }
    return numbers;
  }

  #find(currency: number, day: number): number {
    if (this.#text(currency) === this.base) return 1;
    const used = this.rate(currency, day);
    return used === null ? Number.NaN : Number(used.times.toString()) / Number(used.over.toString());
  }
}
