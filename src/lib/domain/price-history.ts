/** Closing prices from packed yearly series, in the asset's own currency. */
import { type Decimal, parseDecimal } from './decimal';
import { lastOnOrBefore } from './days';

/** Closes of one asset, days ascending. */
export interface PriceSeries {
  readonly assetId: string;
  readonly days: readonly string[];
  readonly closes: readonly string[];
}

export interface PriceUsed {
  readonly price: Decimal;
  readonly day: string;
}

/** The last usable close on or before a day, per asset; series may come in any order and any number. */
export class LatestPrices {
  readonly #day: string;
  readonly #latest = new Map<string, PriceUsed>();

  constructor(day: string) {
    this.#day = day;
  }

  add(series: PriceSeries): void {
    const known = this.#latest.get(series.assetId);
    for (let at = lastOnOrBefore(series.days, this.#day); at >= 0; at--) {
      const day = series.days[at];
      if (day === undefined || (known !== undefined && day <= known.day)) return;
      const price = parseDecimal(series.closes[at]);
      if (price === null) continue;
      this.#latest.set(series.assetId, { price, day });
      return;
    }
  }

  of(assetId: string): PriceUsed | null {
    return this.#latest.get(assetId) ?? null;
  }
}
