/** What assets are worth on a day: the holding × the latest price on or before it, else what was last stated. Never both. */
import type { Row } from '../../migration';
import { factsOf } from '../v1.0.0/asset-types';
import { movesUnits, positionAfter, type UnitMove } from '../v1.0.0/bookings';
import { Decimal } from '../v1.0.0/decimal';
import type { PriceYear } from '../v1.0.0/series';
import type { Transaction } from '../v1.0.0/transactions';

export interface Value {
  /** In the asset's own currency; what is owed is negative, whichever sign it was stated with. */
  readonly amount: Decimal;
  readonly basis: 'holding × price' | 'stated';
  /** Of the price. */
  readonly day: string | null;
}

/** Collects transactions and prices in any order; answers for one day. */
export class Values {
  readonly #day: string;
  readonly #moves = new Map<string, UnitMove[]>();
  readonly #prices = new Map<string, { readonly day: string; readonly close: string }>();

  /** @param day `YYYY-MM-DD`; what is later is not looked at. */
  constructor(day: string) {
    this.#day = day;
  }

  readonly seeTransaction = (row: Row): void => {
    const { id, assetId, date, type, quantity, createdAt } = row as Transaction;
    if (assetId === undefined || quantity === undefined || date > this.#day || !movesUnits(type)) return;
    const move: UnitMove = { id, date, type, quantity, createdAt, cost: null };
    const moves = this.#moves.get(assetId);
    if (moves) moves.push(move);
    else this.#moves.set(assetId, [move]);
  };

  readonly seePrices = (row: Row): void => {
    const { assetId, days, closes } = row as PriceYear;
    const known = this.#prices.get(assetId);
    for (let at = days.length - 1; at >= 0; at--) {
      const day = days[at] as string;
      if (known && day <= known.day) return;
      if (day > this.#day) continue;
      this.#prices.set(assetId, { day, close: closes[at] as string });
      return;
    }
  };

  of(assetId: string, assetType: string, currentValue: string): Value {
    const isOwed = factsOf(assetType).category === 'liability';
    const signed = (amount: Decimal): Decimal => (isOwed ? amount.abs().neg() : amount);
    const price = this.#prices.get(assetId);
    const moves = this.#moves.get(assetId);
    if (!price || !moves) return { amount: signed(Decimal(currentValue)), basis: 'stated', day: null };
    const { quantity } = positionAfter(moves);
    return { amount: signed(quantity.times(Decimal(price.close))), basis: 'holding × price', day: price.day };
  }
}
