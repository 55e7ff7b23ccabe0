/**
 * What assets are worth on a day, and were before it.
 *
 * On the day itself: units held × the last price on or before it; without both, what was stated last, and never both.
 *
 * Before it: units × price as well. Before the first known price the first one counts, so that no gain is made up
 * where a history begins. An asset that is worth what was stated counts at the same worth per unit all the time that it
 * was held, or from its acquisition on where no units are booked. One that was sold out without any price counts at
 * the prices it was traded at. An archived asset counts until its last transaction or price, and leaves at its worth.
 */
import {
  atRate,
  dayNumber,
  decimal,
  divide,
  staleAfterDays,
  zero,
  type Decimal,
  type HoldingLine,
  type RateUsed
} from '../../domain';
import type { Conversion } from './conversion';
import { absent, decimalAt } from './decimals';
import type { AssetFacts } from './facts';
import type { Ledger } from './ledger';
import { closeAt, priceOn, type PriceSeries } from './prices';
import { unitsAt, unitsOf, unitsOn, type AssetUnits, type UnitTrack } from './units';

export interface PriceFound {
  readonly close: Decimal;
  readonly day: number;
  readonly stale: boolean;
}

/** An asset on the day. Amounts have the sign they count with: what is owed is below zero. */
export interface AssetWorth {
  readonly basis: HoldingLine['valueBasis'];
  /** From transactions; null where none moved any until the day. */
  readonly units: Decimal | null;
  readonly price: PriceFound | null;
  /** In the asset's currency. */
  readonly amount: Decimal;
  /** In base currency; null where no rate is known. */
  readonly base: Decimal | null;
  readonly rate: RateUsed | null;
  /** Whether it is part of the portfolio's totals. */
  readonly counts: boolean;
}

/** How an asset's worth before the day is found. */
export type WorthPath =
  | { readonly kind: 'priced'; readonly units: AssetUnits; readonly prices: PriceSeries }
  /** `each` for a unit. */
  | { readonly kind: 'perUnit'; readonly units: AssetUnits; readonly stated: Decimal; readonly heldAtEnd: Decimal }
  | {
      readonly kind: 'traded';
      readonly units: AssetUnits;
      readonly days: Int32Array;
      readonly prices: readonly Decimal[];
    }
  /** From a day on; null for ever. */
  | { readonly kind: 'stated'; readonly amount: Decimal; readonly from: number | null; readonly paid: Decimal }
  | { readonly kind: 'none' };

export type PathOf<K extends WorthPath['kind']> = Extract<WorthPath, { kind: K }>;

export class Valuation {
  readonly ledger: Ledger;
  /** Its number. */
  readonly day: number;
  readonly dayText: string;
  readonly conversion: Conversion;
  readonly #worths = new Map<number, AssetWorth>();
  readonly #paths = new Map<number, WorthPath>();
  readonly #worthKey: string;
  readonly #pathKey: string;

  private constructor(ledger: Ledger, day: string) {
    this.ledger = ledger;
    this.dayText = day;
    this.day = dayNumber(day);
    this.conversion = ledger.conversion;
    this.#worthKey = `worth ${ledger.conversion.base} ${day}`;
    this.#pathKey = `path ${ledger.conversion.base} ${day}`;
  }

  /** Of one day; kept with the ledger. */
  static on(ledger: Ledger, day: string): Valuation {
    return ledger.once(`valuation ${day}`, () => new Valuation(ledger, day));
  }

  get baseCurrency(): string {
    return this.conversion.base;
  }

  facts(asset: number): AssetFacts {
    const facts = this.ledger.assets[asset];
    if (facts === null || facts === undefined) throw new RangeError(`There is no asset ${asset}.`);
    return facts;
  }

  sign(asset: number): 1 | -1 {
    return this.facts(asset).category === 'liability' ? -1 : 1;
  }

  /** Stays known until something about the asset changes, as does its path: an edit touches no other's. */
  worth(asset: number): AssetWorth {
    let worth = this.#worths.get(asset);
    if (worth === undefined) {
      worth = this.ledger.remembered(asset, this.#worthKey, () => this.#find(asset));
      this.#worths.set(asset, worth);
    }
    return worth;
  }

  /** The price that counts at the end of a day, or the last before it. */
  price(asset: number, day: number): PriceFound | null {
    const series = this.ledger.prices.get(asset);
    const row = series === undefined ? -1 : priceOn(series, day);
    if (series === undefined || row < 0) return null;
    const on = series.days[row] as number;
    return { close: closeAt(series, row), day: on, stale: day - on > staleAfterDays };
  }

  path(asset: number): WorthPath {
    let path = this.#paths.get(asset);
    if (path === undefined) {
      path = this.ledger.remembered(asset, this.#pathKey, () => this.#findPath(asset));
      this.#paths.set(asset, path);
    }
    return path;
  }

  /** From this day on an archived asset counts no more; null where it always does. */
  leavesOn(asset: number): number | null {
    const facts = this.facts(asset);
    if (facts.isActive) return null;
    const { prices, transactions } = this.ledger;
    const [from, to] = this.ledger.rowsOf(asset);
    let last = Number.NEGATIVE_INFINITY;
    for (let row = to - 1; row >= from; row--) {
      if ((transactions.days[row] as number) > this.day) continue;
      last = transactions.days[row] as number;
      break;
    }
    const series = prices.get(asset);
    const row = series === undefined ? -1 : priceOn(series, this.day);
    if (series !== undefined && row >= 0) last = Math.max(last, series.days[row] as number);
    return last;
  }

  /** What one unit is worth at the end of a day, in the asset's currency, with its sign. Null where it cannot be told. */
  unitPrice(asset: number, day: number): Decimal | null {
    const price = this.#unsignedPrice(asset, day);
    return price === null || this.sign(asset) > 0 ? price : zero.minus(price.abs());
  }

  /** The same in base currency. */
  unitBase(asset: number, day: number): Decimal | null {
    const price = this.unitPrice(asset, day);
    return price && this.conversion.exact(price, this.currencyOf(asset), day);
  }

  currencyOf(asset: number): number {
    return this.ledger.names.currencies.number(this.facts(asset).currency);
  }

  /** An amount of an asset with the sign that it counts with. */
  signed(asset: number, amount: Decimal): Decimal {
    return this.sign(asset) > 0 ? amount : zero.minus(amount.abs());
  }

  /** What units are worth at each step of a track, unsigned. */
  stepAmounts(asset: number, path: PathOf<'perUnit'>, track: UnitTrack): readonly Decimal[] {
    const key = `steps ${track.account} ${path.heldAtEnd.toString()} ${path.stated.toString()}`;
    return this.ledger.remembered(asset, key, () =>
      Array.from({ length: track.days.length }, (_, step) => {
        const units = unitsAt(track, step);
        // All of it, without any division, where what is held is what is stated.
        return units.eq(path.heldAtEnd) ? path.stated : divide(path.stated.times(units), path.heldAtEnd);
      })
    );
  }

  #unsignedPrice(asset: number, day: number): Decimal | null {
    const path = this.path(asset);
    switch (path.kind) {
      case 'priced':
        return closeAt(path.prices, Math.max(0, priceOn(path.prices, day)));
      case 'perUnit':
        return divide(path.stated, path.heldAtEnd);
      case 'traded': {
        let at = path.days.length - 1;
        while (at > 0 && (path.days[at] as number) > day) at--;
        return path.prices[at] ?? null;
      }
      case 'stated':
      case 'none':
        return null;
    }
  }

  #find(asset: number): AssetWorth {
    const { ledger, day } = this;
    const facts = this.facts(asset);
    const units = unitsOn(unitsOf(ledger, asset), day);
    const price = this.price(asset, day);
    const stated = facts.currentValue === null ? null : decimal(facts.currentValue);
    const both = units !== null && price !== null;
    const amount = this.signed(asset, both ? units.times(price.close) : (stated ?? zero));
    const rate = ledger.rateTable.rate(facts.currency, this.baseCurrency, this.dayText);
    return {
      basis: both ? 'holding × price' : stated === null ? 'none' : 'stated',
      units,
      price,
      amount,
      base: amount.eq(zero) ? zero : rate && atRate(amount, rate),
      rate,
      counts: facts.isActive && facts.isIncluded
    };
  }

  #findPath(asset: number): WorthPath {
    const { ledger } = this;
    const units = unitsOf(ledger, asset);
    const { basis, units: held, amount } = this.worth(asset);
    const prices = ledger.prices.get(asset);
    if (basis === 'holding × price' && prices !== undefined) return { kind: 'priced', units, prices };
    if (held === null || basis === 'none') {
      if (basis === 'none') return held === null ? { kind: 'none' } : this.#traded(asset, units);
      const { acquiredOn, originalInvestment } = this.facts(asset);
      const paid = originalInvestment === null ? amount : this.signed(asset, decimal(originalInvestment));
      return { kind: 'stated', amount, from: acquiredOn === null ? null : dayOf(acquiredOn), paid };
    }
    if (held.gt(zero)) return { kind: 'perUnit', units, stated: amount.abs(), heldAtEnd: held };
    return this.#traded(asset, units);
  }

  #traded(asset: number, units: AssetUnits): WorthPath {
    const { quantity, price, gross, days } = this.ledger.transactions;
    const [from, to] = this.ledger.rowsOf(asset);
    const on: number[] = [];
    const prices: Decimal[] = [];
    for (let row = from; row < to; row++) {
      const count = decimalAt(quantity, row);
      if (count === null || !count.gt(zero)) continue;
      const each = price.places[row] === absent ? null : decimalAt(price, row);
      const paid = decimalAt(gross, row) ?? zero;
      if (each === null && paid.eq(zero)) continue;
      on.push(days[row] as number);
      prices.push(each ?? divide(paid, count));
    }
    if (prices.length === 0) return { kind: 'none' };
    return { kind: 'traded', units, days: Int32Array.from(on), prices };
  }
}

function dayOf(text: string): number | null {
  try {
    return dayNumber(text);
  } catch {
    return null;
  }
}
