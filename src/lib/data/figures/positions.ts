/** Adds what a part of the portfolio was worth to a grid of days. */
import { zero, type Decimal } from '../../domain';
import { cashEventsOf } from './cash-events';
import { isSafe } from './decimals';
import type { Part } from './part';
import { closeAt } from './prices';
import { stepOn, unitsAt, type UnitTrack } from './units';
import type { Valuation, WorthPath } from './valuation';
import type { ValueGrid } from './value-grid';

/** Whether an asset takes part at all: what cannot be told in base currency today does not, in no figure of the past. */
export function isValued(valuation: Valuation, asset: number): boolean {
  return valuation.worth(asset).base !== null;
}

export function addAssets(grid: ValueGrid, valuation: Valuation, part: Part): void {
  for (const asset of valuation.ledger.assetNumbers()) {
    if (isValued(valuation, asset)) addAsset(grid, valuation, part, asset);
  }
}

/** One asset, as far as it is part of it. */
export function addAsset(grid: ValueGrid, valuation: Valuation, part: Part, asset: number): void {
  const path = valuation.path(asset);
  const leaves = valuation.leavesOn(asset);
  const end = leaves === null ? grid.points.length : grid.pointFrom(leaves);
  if (path.kind === 'none' || end === 0) return;
  const currency = valuation.currencyOf(asset);
  if (path.kind === 'stated') {
    const account = valuation.ledger.names.accounts.find(valuation.facts(asset).accountId) ?? 0;
    if (!part.holds(asset, account)) return;
    const from = path.from === null ? Number.NEGATIVE_INFINITY : Math.min(path.from, valuation.day);
    grid.step(currency, from, path.amount);
    if (leaves !== null) grid.step(currency, Math.max(from, leaves), zero.minus(path.amount));
    return;
  }
  for (const track of path.units.tracks) {
    if (!part.holds(asset, track.account)) continue;
    if (path.kind === 'priced') addPriced(grid, valuation.sign(asset), currency, track, path, end);
    else addSteps(grid, valuation, asset, currency, track, path, leaves);
  }
}

/** Cash that its bookings leave in the accounts of a part; what cannot be told in base currency today does not count. */
export function addCash(grid: ValueGrid, valuation: Valuation, part: Part): void {
  if (part.cash.size === 0) return;
  const { ledger, conversion, day } = valuation;
  const { rows, currencies, digits, places, exact } = cashEventsOf(ledger);
  const { accounts, days } = ledger.transactions;
  const known = ledger.names.currencies.all.map(
    (_, currency) => conversion.numbers(currency, Int32Array.of(day))[0] as number
  );
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const on = days[row] as number;
    const currency = currencies[at] as number;
    if (on > day || !part.cash.has(accounts[row] as number) || Number.isNaN(known[currency])) continue;
    const amount = exact.get(at);
    if (amount === undefined) grid.stepDigits(currency, on, digits[at] as number, places[at] as number);
    else grid.step(currency, on, amount);
  }
}

function addPriced(
  grid: ValueGrid,
  sign: 1 | -1,
  currency: number,
  track: UnitTrack,
  { prices }: Extract<WorthPath, { kind: 'priced' }>,
  end: number
): void {
  const { points } = grid;
  const places = track.places + prices.places;
  const sums = grid.sums(currency, places);
  const { days: moves, digits: units } = track;
  const { days: quoted, digits: closes } = prices;
  let step = -1;
  let price = 0;
  for (let at = moves.length > 0 ? grid.pointFrom(moves[0] as number) : end; at < end; at++) {
    const day = points[at] as number;
    while (step + 1 < moves.length && (moves[step + 1] as number) <= day) step++;
    while (price + 1 < quoted.length && (quoted[price + 1] as number) <= day) price++;
    const held = units[step] as number;
    if (held === 0) continue;
    const product = track.exact === null ? held * (closes[price] as number) : Number.NaN;
    const sum = (sums[at] as number) + sign * product;
    // Also false for what is no number: digits that did not suffice.
    if (isSafe(product) && isSafe(sum)) sums[at] = sum;
    else {
      const amount = unitsAt(track, step).times(closeAt(prices, price));
      grid.addAt(currency, at, sign > 0 ? amount : zero.minus(amount));
    }
  }
}

/** Worth that changes only when units do, or when they are traded. */
function addSteps(
  grid: ValueGrid,
  valuation: Valuation,
  asset: number,
  currency: number,
  track: UnitTrack,
  path: Extract<WorthPath, { kind: 'perUnit' | 'traded' }>,
  leaves: number | null
): void {
  let before = zero;
  const put = (day: number, amount: Decimal): void => {
    const signed = valuation.signed(asset, amount);
    if (!signed.eq(before)) grid.step(currency, day, signed.minus(before));
    before = signed;
  };
  const counts = (day: number): boolean => day <= valuation.day && (leaves === null || day < leaves);
  if (path.kind === 'perUnit') {
    valuation.stepAmounts(asset, path, track).forEach((amount, step) => {
      const day = track.days[step] as number;
      if (counts(day)) put(day, amount);
    });
  } else {
    const days = [...new Set([...track.days, ...path.days])].filter(counts).sort((a, b) => a - b);
    for (const day of days) {
      const each = valuation.unitPrice(asset, day) ?? zero;
      put(day, unitsAt(track, stepOn(track, day)).times(each.abs()));
    }
    // On the day itself what was stated counts.
    const { base, amount } = valuation.worth(asset);
    if (leaves === null && base !== null && path.units.tracks[0] === track) put(valuation.day, amount.abs());
  }
  if (leaves !== null && leaves <= valuation.day) put(leaves, zero);
}
