/**
 * What trades were made at, as prices of their days: an asset without quotes is then worth what was last paid for it,
 * instead of nothing.
 */
import { decimal, decimalText, divide, one, parseDecimal, zero, type Decimal } from '../../domain';
import type { PortfolioFacts } from '../../import';
import type { PresentSeries } from '../present-series';

/** What a price can come from, and what a split is. Texts as they are stored. */
export interface Trade {
  readonly type: string;
  readonly date: string;
  /** The asset; null for what is about cash alone. */
  readonly assetRef: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly currency: string;
}

/** An asset without quotes, and without a value that the person has stated. */
export interface TradedAsset {
  /** What its prices are in; trades in another currency tell nothing of them. */
  readonly currency: string;
  /** By day, from trades before; what is there stays. */
  readonly prices: ReadonlyMap<string, string>;
}

/**
 * Those of the assets that have no price but on days of their trades: one with quotes keeps to them, and one without any
 * price to the value that was stated for it, which a price would put out of force.
 */
export function withoutQuotes(
  { assets, bookings }: PortfolioFacts,
  prices: PresentSeries,
  assetIds: ReadonlySet<string>
): ReadonlyMap<string, TradedAsset> {
  const traded = new Map<string, Set<string>>();
  for (const { assetId, type, date } of bookings) {
    if (!assetIds.has(assetId) || !pricing.has(type)) continue;
    traded.set(assetId, (traded.get(assetId) ?? new Set()).add(date));
  }
  const found = new Map<string, TradedAsset>();
  for (const { id, currency, valued } of assets) {
    if (!assetIds.has(id)) continue;
    const there = prices.get(id) ?? new Map<string, string>();
    if (valued && there.size === 0) continue;
    if ([...there.keys()].every((day) => traded.get(id)?.has(day))) found.set(id, { currency, prices: there });
  }
  return found;
}

const pricing = new Set<string>(['buy', 'sell', 'split']);

/**
 * By asset, as the bookings name it: the days that get a price, ascending, and the price per unit. Of several trades on a
 * day the last one. A split takes what was paid before along, so that its new units are not worth the old price.
 * @param bookings in the order of their days.
 */
export function tradePrices(
  bookings: readonly Trade[],
  assets: ReadonlyMap<string, TradedAsset>
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const booking of bookings) {
    const { type, date, assetRef } = booking;
    const asset = assets.get(assetRef ?? '');
    if (assetRef === null || asset === undefined || asset.prices.has(date)) continue;
    const days = found.get(assetRef) ?? new Map<string, string>();
    const price =
      type === 'split'
        ? afterSplit(booking, days, asset)
        : booking.currency === asset.currency && (type === 'buy' || type === 'sell')
          ? perUnit(booking)
          : null;
    if (price === null) continue;
    found.set(assetRef, days);
    days.delete(date);
    days.set(date, price);
  }
  return found;
}

/** The stated price where it makes the amount; else the amount by units, as for bonds that are quoted in percent. */
function perUnit({ price, quantity, gross }: Trade): string | null {
  const [units, amount, stated] = [parseDecimal(quantity), parseDecimal(gross), parseDecimal(price)];
  if (units === null || amount === null || units.lte(zero) || amount.lte(zero)) return null;
  if (stated !== null && isClose(stated.times(units), amount)) return price;
  return decimalText(divide(amount, units).round(8));
}

function afterSplit(
  { date, quantity }: Trade,
  traded: ReadonlyMap<string, string>,
  { prices }: TradedAsset
): string | null {
  const ratio = parseDecimal(quantity);
  let last: readonly [day: string, price: string] | null = null;
  for (const [day, price] of [...prices, ...traded]) if (day < date && (last?.[0] ?? '') <= day) last = [day, price];
  return ratio === null || ratio.lte(zero) || last === null
    ? null
    : decimalText(divide(decimal(last[1]), ratio).round(8));
}

/** Within a hundredth: files round either of them. */
function isClose(a: Decimal, b: Decimal): boolean {
  return a.minus(b).abs().times(hundred).lte(b);
}

const hundred = one.times('100');
