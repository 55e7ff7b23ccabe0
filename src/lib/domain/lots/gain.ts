/**
 * Gains, split into what the price and what the currency did.
 *
 * FX gain = cost in the asset's currency × rate at the end − cost in base currency; price gain = the rest.
 */
import { type Decimal, zero } from '../decimal';
import type { RateUsed } from '../fx';
import { convert, minus, type Worth } from './worth';

/** What is null could not be told because a rate is missing. `price` + `fx` = `base`. */
export interface Gain {
  /** In the asset's own currency. */
  readonly own: Decimal | null;
  /** In base currency. */
  readonly base: Decimal | null;
  /** In base currency: what the price did, at the rate of the end. */
  readonly price: Decimal | null;
  /** In base currency: what the rate did to the money laid out. */
  readonly fx: Decimal | null;
}

export const noGain: Gain = { own: zero, base: zero, price: zero, fx: zero };

/** @param rate what one of the asset's currency is worth in base currency at the end. */
export function gainOf(proceeds: Worth, cost: Worth, rate: RateUsed | null): Gain {
  const { own, base } = minus(proceeds, cost);
  const costAtEnd = cost.own && convert(cost.own, rate);
  const fx = costAtEnd && cost.base && costAtEnd.minus(cost.base);
  return { own, base, fx, price: base && fx && base.minus(fx) };
}

export function addGains(a: Gain, b: Gain): Gain {
  const add = (x: Decimal | null, y: Decimal | null): Decimal | null => x && y && x.plus(y);
  return { own: add(a.own, b.own), base: add(a.base, b.base), price: add(a.price, b.price), fx: add(a.fx, b.fx) };
}

export interface Unrealised {
  readonly value: Worth;
  readonly cost: Worth;
  readonly gain: Gain;
}

/**
 * The gain on units still held: of a lot, or of a whole position.
 * @param price per unit, in the asset's currency.
 * @param rate what one of the asset's currency is worth in base currency; null where none is known.
 */
export function unrealisedGain(
  { quantity, cost }: { readonly quantity: Decimal; readonly cost: Worth },
  price: Decimal,
  rate: RateUsed | null
): Unrealised {
  const own = quantity.times(price);
  const value = { own, base: convert(own, rate) };
  return { value, cost, gain: gainOf(value, cost, rate) };
}
