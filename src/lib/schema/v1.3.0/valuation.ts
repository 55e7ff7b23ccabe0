/** What an asset is worth on a day: units held times the last price on or before it, else what was stated last. */
import type { PriceYear, Transaction } from '../v1.0.0';
import { movesUnits, positionAfter, type UnitMove } from '../v1.0.0/bookings';
import { Decimal } from '../v1.0.0/decimal';

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
    let at = days.length - 1;
    while (at >= 0 && (days[at] ?? '') > this.#day) at--;
    const on = days[at];
    const close = closes[at];
    if (on === undefined || close === undefined) return;
    const known = this.#prices.get(assetId);
    if (!known || known.on < on) this.#prices.set(assetId, { on, close });
  }

  /** In the currency of the asset. Never both figures: without bookings or without a price, what was stated counts. */
  valueOf(assetId: string, statedValue: string): Decimal {
    const price = this.#prices.get(assetId);
    const moves = price && this.#moves.get(assetId);
    return moves ? positionAfter(moves).quantity.times(Decimal(price.close)) : Decimal(statedValue);
  }

  /** Some of it was sold in these days. */
  soldBetween(assetId: string, from: string, to: string): boolean {
    return this.#moves.get(assetId)?.some(({ type, date }) => type === 'sell' && date >= from && date <= to) ?? false;
  }

  /** The last day on which units came in or went out; null where that is not booked. */
  lastMoveOn(assetId: string): string | null {
    let last: string | null = null;
    for (const { date } of this.#moves.get(assetId) ?? []) if (last === null || date > last) last = date;
    return last;
  }
}
