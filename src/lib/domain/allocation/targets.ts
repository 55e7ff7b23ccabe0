/** How a portfolio is spread, how it should be, and what to buy and sell for that. */
import { Decimal, decimal, divide, one, zero } from '../decimal';

/** A group as it is worth today, in base currency. */
export interface GroupValue {
  readonly key: string;
  readonly value: Decimal;
}

export interface TargetLine {
  readonly key: string;
  readonly value: Decimal;
  /** The fraction it should be of the whole; null where none is set. */
  readonly target: number | null;
  /** What it should be worth; null without a target. */
  readonly wanted: Decimal | null;
  /** `value` − `wanted`: above zero, more than there should be. Null without a target. */
  readonly difference: Decimal | null;
  /** Buy (+) or sell (−), exact to the smallest unit. */
  readonly trade: Decimal;
}

export interface TargetOptions {
  /** New money to spread (+), or money to take out (−). */
  readonly invest?: Decimal;
  /** Decimal places of the currency: 2 for cents. */
  readonly places?: number;
  /** Buy only: groups above their target keep what they have, and the new money goes to the others. */
  readonly buyOnly?: boolean;
}

/**
 * Where the whole stands against its targets, and trades that meet them.
 *
 * Targets are fractions: of the groups that have one where they add up to 1, which leaves the others as they are.
 * Where they add up to less, the rest is for the groups without a target, in proportion to what they are worth; without
 * such groups, and where they add up to more, targets are taken in proportion (0.5 and 0.25 as two thirds and one
 * third). New money is part of the whole. A group with a target that is not held is a line of zero. The trades add up
 * to the money to invest exactly (to nothing without any): the last units go to the largest remainders.
 * @param targets by key; a `RangeError` where one is below zero.
 */
export function againstTargets(
  groups: readonly GroupValue[],
  targets: ReadonlyMap<string, number>,
  { invest = zero, places = 2, buyOnly = false }: TargetOptions = {}
): readonly TargetLine[] {
  const held = new Set(groups.map(({ key }) => key));
  const all = [...groups, ...[...targets.keys()].filter((key) => !held.has(key)).map((key) => ({ key, value: zero }))];
  const weights = weightsOf(all, targets);
  const parts = sum(weights.map((weight) => weight ?? zero));
  const whole = sum(all.map(({ value }, at) => (weights[at] === null ? zero : value))).plus(invest);
  const wanted = weights.map((weight) => weight && divide(whole.times(weight), parts));
  const aimed = all.map((_, at) => at).filter((at) => wanted[at] !== null);
  const wishes = aimed.map((at) => (wanted[at] ?? zero).minus((all[at] as GroupValue).value));
  const trades = spreadTrades(wishes, invest, places, buyOnly);
  return all.map(({ key, value }, at) => {
    const target = targets.get(key) ?? null;
    const goal = target === null ? null : (wanted[at] ?? null);
    const trade = trades[aimed.indexOf(at)] ?? zero;
    return { key, value, target, wanted: goal, difference: goal && value.minus(goal), trade };
  });
}

/** The part of the whole that is for each group; null for groups that stay as they are. */
function weightsOf(groups: readonly GroupValue[], targets: ReadonlyMap<string, number>): readonly (Decimal | null)[] {
  const stated = groups.map(({ key }) => (targets.has(key) ? decimal(String(targets.get(key))) : null));
  if (stated.some((weight) => weight?.lt(zero))) throw new RangeError('A target is below zero.');
  const total = sum(stated.map((weight) => weight ?? zero));
  if (total.eq(zero)) return stated.map(() => null);
  const left = one.minus(total);
  const others = sum(groups.map(({ value }, at) => (stated[at] === null ? value : zero)));
  if (!left.gt(zero) || !others.gt(zero)) return stated;
  return groups.map(({ value }, at) => stated[at] ?? divide(left.times(value), others));
}

/** Whole units that add up to the money to invest. */
function spreadTrades(wishes: readonly Decimal[], invest: Decimal, places: number, buyOnly: boolean): Decimal[] {
  if (wishes.length === 0) return [];
  const total = invest.round(places);
  if (!buyOnly) return roundedTo(wishes, total, places);
  const short = wishes.map((wish) => (wish.gt(zero) ? wish : zero));
  const needed = sum(short);
  if (!total.gt(zero) || needed.eq(zero)) return wishes.map(() => zero);
  return roundedTo(
    short.map((wish) => divide(wish.times(total), needed)),
    total,
    places
  );
}

/**
 * Amounts rounded so that they add up to a given total: all are rounded down, and the units that are missing go to the
 * largest remainders, the first of equals. The amounts must add up to the total themselves, apart from rounding: else a
 * `RangeError`.
 * @param places decimal places of a unit. @param total a whole number of units.
 */
export function roundedTo(amounts: readonly Decimal[], total: Decimal, places: number): Decimal[] {
  const unit = decimal(`1e-${places}`);
  const floors = amounts.map((amount) => {
    const towardsZero = amount.round(places, Decimal.roundDown);
    return towardsZero.gt(amount) ? towardsZero.minus(unit) : towardsZero;
  });
  const missing = Number(total.minus(sum(floors)).div(unit).round(0).toString());
  if (Math.abs(missing) > amounts.length) throw new RangeError('The amounts do not add up to the total.');
  const order = amounts
    .map((amount, at) => ({ at, rest: amount.minus(floors[at] as Decimal) }))
    .sort((a, b) => b.rest.cmp(a.rest) || a.at - b.at);
  const rounded = [...floors];
  const chosen = missing > 0 ? order.slice(0, missing) : order.slice(order.length + missing);
  for (const { at } of chosen) {
    rounded[at] = (rounded[at] as Decimal)[missing > 0 ? 'plus' : 'minus'](unit);
  }
  return rounded;
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero);
}
