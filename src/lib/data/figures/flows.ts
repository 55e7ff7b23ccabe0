/**
 * Money put into a part of the portfolio and taken out of it. What the domain says of one booking is asked once for
 * every kind of booking; rows whose flow is a plain sum of their amounts are then added up in digits, the others go to
 * the domain one by one.
 */
import {
  cashEffect,
  collectFlows,
  dayNumber,
  dayText,
  externalFlow,
  one,
  zero,
  type Booking,
  type CashKeeping,
  type DayFlow,
  type Decimal,
  type Flows,
  type Perimeter
} from '../../domain';
import { bookingAt } from './bookings';
import { combine, combined, combinedExactly } from './cash-events';
import { absent, ExactSum } from './decimals';
import type { Part } from './part';
import { isValued } from './positions';
import { bookingOf, coefficientsOf, type Coefficients } from './transactions';
import { stepOn, unitsAt } from './units';
import type { Valuation } from './valuation';

/** Between two days, both whole. `assets`: only these are looked at, whatever else is part of it. */
export function flowsOf(
  valuation: Valuation,
  part: Part,
  from: number,
  to: number,
  assets: readonly number[] | null = null
): Flows {
  const { ledger, baseCurrency } = valuation;
  const { transactions, names } = ledger;
  const sums = new FlowSums(valuation);
  const hard: Booking[] = [];
  const kinds = kindsOf(part.perimeter);
  const accountCurrencies = ledger.accounts.map((account) => names.currencies.number(account?.currency ?? ''));
  const base = names.currencies.number(baseCurrency);
  const keepings = names.accounts.all.map((id) => part.keeping.get(id) ?? 'notKept');

  const see = (asset: number, row: number): void => {
    const day = transactions.days[row] as number;
    if (day < from || day > to) return;
    const account = transactions.accounts[row] as number;
    const inside = asset === 0 ? part.books(account) : part.holds(asset, account) && isKnown(asset);
    if (!inside && !(asset !== 0 && part.cash.has(account))) return;
    const type = names.types.text(transactions.types[row] as number);
    const keeping = keepings[account] ?? 'notKept';
    const kind = kinds.of(type, asset !== 0, inside ? keeping : 'left');
    if (kind === 'none') return;
    const currency = transactions.currencies[row] as number;
    const rated =
      transactions.fxRate.places[row] !== absent && currency !== base && currency !== accountCurrencies[account];
    if (kind === 'hard' || (rated && inside)) hard.push(bookingAt(ledger, row));
    else if (combine(transactions, row, kind)) sums.add(day, currency, combined.digits, combined.places);
    else sums.addDecimal(day, currency, combinedExactly(transactions, row, kind));
  };
  const isKnown = (asset: number): boolean => ledger.assets[asset] !== null && isValued(valuation, asset);
  const groups = assets ?? names.assets.all.map((_, asset) => asset);
  for (const asset of groups) {
    const [first, last] = ledger.rowsOf(asset);
    for (let row = first; row < last; row++) see(asset, row);
    if (asset !== 0 && ledger.assets[asset] !== null && isKnown(asset))
      addUnbooked(sums, valuation, part, asset, from, to);
  }
  const found = collectFlows(hard, {
    perimeter: part.perimeter,
    baseCurrency,
    rates: ledger.rateTable,
    keeping: part.keeping,
    unitValue: (assetId, day) => valuation.unitBase(names.assets.find(assetId) ?? 0, dayNumber(day))
  });
  return sums.with(found);
}

/** Assets that come without a booking: with the day of their acquisition; and archived ones that leave. */
function addUnbooked(sums: FlowSums, valuation: Valuation, part: Part, asset: number, from: number, to: number): void {
  const path = valuation.path(asset);
  const leaves = valuation.leavesOn(asset);
  const currency = valuation.currencyOf(asset);
  if (path.kind === 'stated') {
    const account = valuation.ledger.names.accounts.find(valuation.facts(asset).accountId) ?? 0;
    const on = path.from === null ? null : Math.min(path.from, valuation.day);
    if (!part.holds(asset, account) || on === null || on < from || on > to || leaves !== null) return;
    sums.addDecimal(on, currency, path.paid);
    return;
  }
  if (path.kind === 'none' || leaves === null || leaves < from || leaves > to) return;
  for (const track of path.units.tracks) {
    if (!part.holds(asset, track.account)) continue;
    const each = valuation.unitPrice(asset, leaves);
    if (each !== null) sums.addDecimal(leaves, currency, zero.minus(unitsAt(track, stepOn(track, leaves)).times(each)));
  }
}

/** `hard`: units come or go, or money is moved between accounts. */
type Kind = Coefficients | 'none' | 'hard';

const kindsByPerimeter = new Map<Perimeter, Kinds>();

function kindsOf(perimeter: Perimeter): Kinds {
  let kinds = kindsByPerimeter.get(perimeter);
  if (kinds === undefined) kindsByPerimeter.set(perimeter, (kinds = new Kinds(perimeter)));
  return kinds;
}

/** What the flow of each kind of booking consists of. */
class Kinds {
  readonly #perimeter: Perimeter;
  readonly #known = new Map<string, Kind>();

  constructor(perimeter: Perimeter) {
    this.#perimeter = perimeter;
  }

  /** `left`: of an asset that is not in the part, in an account whose cash is. */
  of(type: string, hasAsset: boolean, keeping: CashKeeping | 'left'): Kind {
    const key = `${type} ${hasAsset} ${keeping}`;
    let kind = this.#known.get(key);
    if (kind === undefined) this.#known.set(key, (kind = this.#find(type, hasAsset ? 'asset' : null, keeping)));
    return kind;
  }

  #find(type: string, assetId: string | null, keeping: CashKeeping | 'left'): Kind {
    const facts = { type, assetId };
    // Its price is paid from inside, or comes in from outside.
    if (keeping === 'left') return someOf(coefficientsOf(cashEffect, facts));
    const flow = (booking: Booking): ReturnType<typeof externalFlow> => externalFlow(booking, this.#perimeter, keeping);
    const probe = bookingOf({ ...facts, quantity: one });
    // With and without an amount: a delivery that states one counts at it.
    for (const gross of [zero, one]) {
      const { moved, units, movedUnits } = flow({ ...probe, gross });
      if (!moved.eq(zero) || !units.eq(zero) || !movedUnits.eq(zero)) return 'hard';
    }
    return someOf(coefficientsOf((booking) => flow(booking).money, facts));
  }
}

function someOf(coefficients: Coefficients): Kind {
  const { gross, fees, taxes } = coefficients;
  return gross === 0 && fees === 0 && taxes === 0 ? 'none' : coefficients;
}

/** Sums by day, currency and direction; each is converted once. */
class FlowSums {
  readonly #valuation: Valuation;
  readonly #sums = new Map<number, { day: number; currency: number; into: boolean; sum: ExactSum }>();

  constructor(valuation: Valuation) {
    this.#valuation = valuation;
  }

  add(day: number, currency: number, digits: number, places: number): void {
    if (digits !== 0) this.#of(day, currency, digits > 0).add(digits, places);
  }

  addDecimal(day: number, currency: number, amount: Decimal): void {
    if (!amount.eq(zero)) this.#of(day, currency, amount.gt(zero)).addDecimal(amount);
  }

  /** Together with those that were found one by one. */
  with(found: Flows): Flows {
    const days = new Map<string, DayFlow>(found.days.map((flow) => [flow.day, flow]));
    const unknown = [...found.unknown];
    let { inflow, outflow } = found;
    for (const { day, currency, into, sum } of this.#sums.values()) {
      const text = dayText(day);
      const amount = this.#valuation.conversion.exact(sum.total(), currency, day);
      if (amount === null) {
        unknown.push(`${text} ${this.#valuation.ledger.names.currencies.text(currency)}`);
        continue;
      }
      const known = days.get(text) ?? { day: text, inflow: zero, outflow: zero };
      if (into) inflow = inflow.plus(amount);
      else outflow = outflow.minus(amount);
      days.set(
        text,
        into ? { ...known, inflow: known.inflow.plus(amount) } : { ...known, outflow: known.outflow.minus(amount) }
      );
    }
    const sorted = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
    return { days: sorted, inflow, outflow, unknown };
  }

  #of(day: number, currency: number, into: boolean): ExactSum {
    const key = (day * 4096 + currency) * 2 + (into ? 1 : 0);
    let entry = this.#sums.get(key);
    if (entry === undefined) this.#sums.set(key, (entry = { day, currency, into, sum: new ExactSum() }));
    return entry.sum;
  }
}
