/** How many units of an asset are held in each account, day by day, as the domain's lots have it. */
import { one, zero, type Decimal } from '../../domain';
import { absent, decimalOrZero, isSafe, rescaled, scaled } from './decimals';
import type { Ledger } from './ledger';

/** What a transaction does to the units of its account; every other type leaves them as they are. */
const effects: Readonly<Record<string, 'in' | 'split' | 'out'>> = {
  openingBalance: 'in',
  deliveryIn: 'in',
  transferIn: 'in',
  buy: 'in',
  split: 'split',
  sell: 'out',
  transferOut: 'out',
  deliveryOut: 'out'
};

/** Units of one asset in one account: what is held from each day on. */
export interface UnitTrack {
  readonly account: number;
  /** Ascending, each once. */
  readonly days: Int32Array;
  /** At `places`, unless `exact` is there. */
  readonly digits: Float64Array;
  readonly places: number;
  /** Where digits would be too many. */
  readonly exact: readonly Decimal[] | null;
}

export interface AssetUnits {
  /** One for each account with transactions that move units. */
  readonly tracks: readonly UnitTrack[];
  /** Transactions that take out more than is held, counted from the asset's first; they are left out of account. */
  readonly oversold: readonly number[];
  /** The day of the first move; null without any. */
  readonly first: number | null;
}

export function movesUnits(type: string): boolean {
  return Object.hasOwn(effects, type);
}

export function unitsOf(ledger: Ledger, asset: number): AssetUnits {
  return ledger.remembered(asset, 'units', () => foldInDigits(ledger, asset) ?? foldExactly(ledger, asset));
}

/** The place of the last day on or before `day` in the track; -1 before the first. */
export function stepOn({ days }: UnitTrack, day: number): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] as number) > day) at--;
  return at;
}

export function unitsAt(track: UnitTrack, step: number): Decimal {
  if (step < 0) return zero;
  return track.exact?.[step] ?? scaled(track.digits[step] as number, track.places);
}

/** Held at the end of a day in all accounts, or in those that are wanted; null where nothing ever moved until then. */
export function unitsOn(
  { tracks }: AssetUnits,
  day: number,
  wanted: (account: number) => boolean = () => true
): Decimal | null {
  let units: Decimal | null = null;
  for (const track of tracks) {
    const step = wanted(track.account) ? stepOn(track, day) : -1;
    if (step >= 0) units = (units ?? zero).plus(unitsAt(track, step));
  }
  return units;
}

/**
 * What a unit of the evening of `day` has become by the evening of `until`: the ratios of all splits between. A split is
 * one of the security: accounts that book it on one day book the same one.
 */
export function splitRatio(ledger: Ledger, asset: number, day: number, until: number): Decimal {
  const splits = ledger.remembered(asset, 'splits', () => splitsOf(ledger, asset));
  let ratio = one;
  for (const [on, by] of splits) if (on > day && on <= until) ratio = ratio.times(by);
  return ratio;
}

function splitsOf(ledger: Ledger, asset: number): ReadonlyMap<number, Decimal> {
  const { quantity, days, types } = ledger.transactions;
  const effectOf = effectsOf(ledger);
  const [from, to] = ledger.rowsOf(asset);
  const splits = new Map<number, Decimal>();
  for (let row = from; row < to; row++) {
    if (effectOf[types[row] as number] !== 'split') continue;
    const ratio = decimalOrZero(quantity, row);
    if (ratio.gt(zero)) splits.set(days[row] as number, ratio);
  }
  return splits;
}

/** What each type of transaction does, by its number. */
function effectsOf(ledger: Ledger): readonly ('in' | 'split' | 'out' | undefined)[] {
  return ledger.names.types.all.map((type) => effects[type]);
}

interface Steps {
  /** Now. */
  held: number;
  readonly days: number[];
  /** From each of the days on. */
  readonly holdings: number[];
}

/** Null where digits do not suffice. */
function foldInDigits(ledger: Ledger, asset: number): AssetUnits | null {
  const { quantity, days, types, accounts } = ledger.transactions;
  const effectOf = effectsOf(ledger);
  const [from, to] = ledger.rowsOf(asset);
  let places = 0;
  for (let row = from; row < to; row++) {
    const own = quantity.places[row] as number;
    if (own !== absent && own > places && effectOf[types[row] as number] !== undefined) places = own;
  }
  const byAccount = new Map<number, Steps>();
  const oversold: number[] = [];
  let first: number | null = null;
  for (let row = from; row < to; row++) {
    const effect = effectOf[types[row] as number];
    if (effect === undefined) continue;
    const own = quantity.places[row] as number;
    if (own === absent) continue;
    const whole = quantity.digits[row] as number;
    if (!(whole >= 0)) {
      if (Number.isNaN(whole)) return null;
      continue;
    }
    const account = accounts[row] as number;
    let steps = byAccount.get(account);
    if (steps === undefined) byAccount.set(account, (steps = { held: 0, days: [], holdings: [] }));
    let held = steps.held;
    if (effect === 'split') {
      if (whole === 0) continue;
      const product = held * whole;
      const shift = 10 ** own;
      if (!isSafe(product) || product % shift !== 0) return null;
      held = product / shift;
    } else {
      const units = rescaled(whole, own, places);
      if (Number.isNaN(units)) return null;
      if (effect === 'out' && units > held) oversold.push(row - from);
      else held += effect === 'in' ? units : -units;
      if (!isSafe(held)) return null;
    }
    steps.held = held;
    const day = days[row] as number;
    first ??= day;
    if (steps.days.at(-1) === day) steps.holdings[steps.holdings.length - 1] = held;
    else {
      steps.days.push(day);
      steps.holdings.push(held);
    }
  }
  const tracks = [...byAccount].map(([account, steps]): UnitTrack => ({
    account,
    days: Int32Array.from(steps.days),
    digits: Float64Array.from(steps.holdings),
    places,
    exact: null
  }));
  return { tracks, oversold, first };
}

function foldExactly(ledger: Ledger, asset: number): AssetUnits {
  const { quantity, days, types, accounts } = ledger.transactions;
  const effectOf = effectsOf(ledger);
  const [from, to] = ledger.rowsOf(asset);
  const byAccount = new Map<number, { days: number[]; held: Decimal[] }>();
  const oversold: number[] = [];
  let first: number | null = null;
  for (let row = from; row < to; row++) {
    const effect = effectOf[types[row] as number];
    const units = decimalOrZero(quantity, row);
    if (effect === undefined || quantity.places[row] === absent) continue;
    if (units.lt(zero) || (effect === 'split' && units.eq(zero))) continue;
    const account = accounts[row] as number;
    let steps = byAccount.get(account);
    if (steps === undefined) byAccount.set(account, (steps = { days: [], held: [] }));
    const held = steps.held.at(-1) ?? zero;
    let next = held;
    if (effect === 'split') next = held.times(units);
    else if (effect === 'in') next = held.plus(units);
    else if (units.gt(held)) oversold.push(row - from);
    else next = held.minus(units);
    const day = days[row] as number;
    first ??= day;
    if (steps.days.at(-1) === day) steps.held[steps.held.length - 1] = next;
    else {
      steps.days.push(day);
      steps.held.push(next);
    }
  }
  const tracks = [...byAccount].map(([account, steps]): UnitTrack => ({
    account,
    days: Int32Array.from(steps.days),
    digits: Float64Array.from(steps.held, (units) => Number(units.toString())),
    places: 0,
    exact: steps.held
  }));
  return { tracks, oversold, first };
}
