/** What an asset is worth on a day: units held times the last price on or before it, else what was stated last. */
import { factsOf, type PriceYear, type Transaction } from '../v1.0.0';
import { movesUnits, positionAfter, type UnitMove } from '../v1.0.0/bookings';
import { Decimal } from '../v1.0.0/decimal';
import type { Asset } from '../v1.1.0';
import { lastOnOrBefore } from './days';

export interface Value {
  /** In the asset's own currency; of what is owed negative. */
  readonly amount: Decimal;
  readonly basis: 'holding' | 'stated';
  /** The day of the price; null for a stated value. */
  readonly pricedOn: string | null;
}

export class Valuation {
  readonly #day: string;
  readonly #moves = new Map<string, UnitMove[]>();
  readonly #prices = new Map<string, { on: string; close: string }>();

  /** @param day `YYYY-MM-DD`; later bookings and prices are left aside. */
  constructor(day: string) {
    this.#day = day;
  }

  observeTransaction({ id, assetId, date, type, quantity, createdAt }: Transaction): void {
    if (assetId === undefined || quantity === undefined || date > this.#day || !movesUnits(type)) return;
    const move: UnitMove = { id, date, type, quantity, createdAt, cost: null };
    const moves = this.#moves.get(assetId);
    if (moves) moves.push(move);
    else this.#moves.set(assetId, [move]);
  }

  observePrices({ assetId, days, closes }: PriceYear): void {
    const at = lastOnOrBefore(days, this.#day);
    const on = days[at];
    const close = closes[at];
    if (on === undefined || close === undefined) return;
    const known = this.#prices.get(assetId);
    if (!known || known.on < on) this.#prices.set(assetId, { on, close });
  }

  /** Never both figures: without bookings or without a price, what was stated counts. */
  valueOf({ id, assetType, currentValue }: Pick<Asset, 'id' | 'assetType' | 'currentValue'>): Value {
    const price = this.#prices.get(id);
    const moves = price && this.#moves.get(id);
    const worth = moves ? positionAfter(moves).quantity.times(Decimal(price.close)) : Decimal(currentValue);
    const amount = factsOf(assetType).category === 'liability' ? worth.abs().neg() : worth;
    return moves ? { amount, basis: 'holding', pricedOn: price.on } : { amount, basis: 'stated', pricedOn: null };
  }
}
