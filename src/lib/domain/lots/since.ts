/** Gains of a period: lots as they stand at its start, valued at the market and not at what they once cost. */
import { type Decimal, zero } from '../decimal';
import { addDays } from '../returns/day-numbers';
import { inOrder, type Booking } from './booking';
import { foldLots, type LotBook, type LotOptions } from './lot-book';
import type { Lot } from './open-lots';
import type { Position } from './position';
import { pairTransfers } from './transfers';

export interface SinceOptions extends LotOptions {
  /** The first day of the period. */
  readonly from: string;
  /** What one unit is worth, in the asset's currency, at the end of the day before; null where that is not known. */
  priceBefore(assetId: string): Decimal | null;
}

export interface LotsSince extends LotBook {
  /** Assets without a price at the start: their lots keep their cost, so that their gains are those since purchase. */
  readonly unpriced: readonly string[];
}

/**
 * The same as `foldLots`, but what was held in the evening before the period counts as acquired then, at its market
 * value and the rate of that evening. So realised gains of the answer are those of the period, and unrealised ones at a
 * later price (`unrealisedGain`) are what was won since its start. Lots keep their ids, days and order.
 */
export function foldLotsSince(bookings: readonly Booking[], options: SinceOptions): LotsSince {
  const evening = addDays(options.from, -1);
  const before = foldLots(bookings, { ...options, until: evening });
  const unpriced = new Set<string>();
  const valueOf = (assetId: string, quantity: Decimal, cost: Decimal | null): Decimal => {
    const price = options.priceBefore(assetId);
    if (price !== null) return quantity.times(price);
    unpriced.add(assetId);
    return cost ?? zero;
  };
  const opening = before.positions.flatMap((position) =>
    position.lots.map((lot) => openingOf(position, lot, evening, valueOf))
  );
  const within = bookings.filter(({ date }) => date >= options.from);
  const onTheWay = arrivalsFromBefore(bookings, options.from);
  const since = within.map((booking) =>
    onTheWay.has(booking.id) && booking.assetId !== null
      ? { ...booking, gross: valueOf(booking.assetId, booking.quantity, booking.gross) }
      : booking
  );
  const currencies = new Map(before.positions.map(({ assetId, currency }) => [assetId, currency]));
  const currencyOf = (assetId: string): string | null =>
    options.currencyOf?.(assetId) ?? currencies.get(assetId) ?? null;
  return { ...foldLots([...opening, ...since], { ...options, currencyOf }), unpriced: [...unpriced] };
}

function openingOf(
  { assetId, accountId, currency }: Position,
  lot: Lot,
  evening: string,
  valueOf: (assetId: string, quantity: Decimal, cost: Decimal | null) => Decimal
): Booking {
  return {
    id: lot.id,
    accountId,
    assetId,
    date: evening,
    type: 'openingBalance',
    quantity: lot.quantity,
    gross: valueOf(assetId, lot.quantity, lot.cost.own),
    fees: zero,
    taxes: zero,
    currency,
    accountCurrency: currency,
    fxRate: null,
    createdAt: '',
    acquired: lot.acquired
  };
}

/** Transfers in of the period whose units left before it, by id. */
function arrivalsFromBefore(bookings: readonly Booking[], from: string): ReadonlySet<string> {
  const byAsset = new Map<string, Booking[]>();
  for (const booking of bookings) {
    if (booking.assetId === null || (booking.type !== 'transferIn' && booking.type !== 'transferOut')) continue;
    const known = byAsset.get(booking.assetId);
    if (known === undefined) byAsset.set(booking.assetId, [booking]);
    else known.push(booking);
  }
  const arrivals = new Set<string>();
  for (const transfers of byAsset.values()) {
    for (const [id, origin] of pairTransfers(inOrder(transfers))) if (origin.date < from) arrivals.add(id);
  }
  return arrivals;
}
