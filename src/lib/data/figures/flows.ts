/**
 * Money put into a part of the portfolio and taken out of it. What the domain says of one booking is asked once for
 * every kind of booking; rows whose flow is a plain sum of their amounts are then added up in digits, the others go to
 * the domain one by one.
 */
import {
  cashEffect,
  collectFlows,
  dayNumber,
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
import { textOfDay } from './day-texts';
import { bookingAt } from './bookings';
import { ExactSum } from './decimals';
import type { Ledger } from './ledger';
import type { Part } from './part';
import { isValued } from './positions';
import { RowAmounts } from './row-amounts';
import { bookingOf, coefficientsOf, type Coefficients } from './transactions';
import { stepOn, unitsAt, unitsOf } from './units';
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
  const kinds = kindsOf(ledger, part.perimeter);
  const amounts = new RowAmounts(ledger);
  const keepings = keepingNumbers(ledger, part);
  const isKnown = (asset: number): boolean => ledger.assets[asset] !== null && isValued(valuation, asset);

  const see = (asset: number, known: boolean, row: number): void => {
    const day = transactions.days[row] as number;
    if (day < from || day > to) return;
    const account = transactions.accounts[row] as number;
    const inside = asset === 0 ? part.books(account) : known && part.holds(asset, account);
    if (!inside && !(asset !== 0 && part.cash.has(account))) return;
    const type = transactions.types[row] as number;
    const kind = kinds(type, asset !== 0, inside ? (keepings[account] ?? notKept) : left);
    if (kind === 'none') return;
    if (kind === 'hard') hard.push(bookingAt(ledger, row));
    else {
      amounts.booked(row, kind);
      sums.add(day, amounts);
    }
  };
  const groups = assets ?? names.assets.all.map((_, asset) => asset);
  for (const asset of groups) {
    const [first, last] = ledger.rowsOf(asset);
    const known = asset !== 0 && isKnown(asset);
    // What takes out more than is held is left out of account, here too.
    const oversold = new Set(asset === 0 ? [] : unitsOf(ledger, asset).oversold);
    for (let row = first; row < last; row++) if (!oversold.has(row - first)) see(asset, known, row);
    if (known) addUnbooked(sums, valuation, part, asset, from, to);
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

/**
 * The flows of one asset within a span as part of the portfolio, as a plain number: enough to tell large gains from
 * small ones. `NaN` where units came or went, which takes a closer look.
 */
export function roughFlows({ ledger, conversion }: Valuation, asset: number, from: number, to: number): number {
  const { days, types } = ledger.transactions;
  const kinds = kindsOf(ledger, 'asset');
  const amounts = new RowAmounts(ledger);
  const [first, last] = ledger.rowsOf(asset);
  let sum = 0;
  for (let row = first; row < last; row++) {
    const day = days[row] as number;
    if (day < from || day > to) continue;
    const kind = kinds(types[row] as number, true, notKept);
    if (kind === 'hard') return Number.NaN;
    if (kind === 'none') continue;
    amounts.booked(row, kind);
    const amount = amounts.exact === null ? amounts.digits / 10 ** amounts.places : Number(amounts.exact.toString());
    if (amount !== 0) sum += amount * conversion.number(amounts.currency, day);
  }
  return sum;
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

const keepingNames = ['kept', 'notKept', 'stated'] as const;
const notKept = 1;
/** Of an asset that is not in the part, in an account whose cash is. */
const left = 3;

function keepingNumbers(ledger: Ledger, { keeping }: Part): readonly number[] {
  return ledger.names.accounts.all.map((id) => keepingNames.indexOf(keeping.get(id) ?? 'notKept'));
}

/** What the flow of each kind of booking consists of, by the numbers of its type and of how its account keeps cash. */
function kindsOf(ledger: Ledger, perimeter: Perimeter): (type: number, hasAsset: boolean, keeping: number) => Kind {
  const types = ledger.names.types.all;
  const table = ledger.once(`flows ${perimeter} ${types.length}`, () =>
    types.flatMap((type) =>
      [null, 'asset'].flatMap((assetId) => [
        ...keepingNames.map((keeping) => kindOf(perimeter, type, assetId, keeping)),
        // Its price is paid from inside, or comes in from outside.
        someOf(coefficientsOf(cashEffect, { type, assetId }))
      ])
    )
  );
  return (type, hasAsset, keeping) => table[(2 * type + (hasAsset ? 1 : 0)) * 4 + keeping] as Kind;
}

function kindOf(perimeter: Perimeter, type: string, assetId: string | null, keeping: CashKeeping): Kind {
  const facts = { type, assetId };
  const flow = (booking: Booking): ReturnType<typeof externalFlow> => externalFlow(booking, perimeter, keeping);
  const probe = bookingOf({ ...facts, quantity: one });
  // With and without an amount: a delivery that states one counts at it.
  for (const gross of [zero, one]) {
    const { moved, units, movedUnits } = flow({ ...probe, gross });
    if (!moved.eq(zero) || !units.eq(zero) || !movedUnits.eq(zero)) return 'hard';
  }
  return someOf(coefficientsOf((booking) => flow(booking).money, facts));
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

  add(day: number, amounts: RowAmounts): void {
    if (amounts.isNothing) return;
    const sum = this.#of(day, amounts.currency, !amounts.isNegative);
    if (amounts.exact === null) sum.add(amounts.digits, amounts.places);
    else sum.addDecimal(amounts.exact);
  }

  addDecimal(day: number, currency: number, amount: Decimal): void {
    if (!amount.eq(zero)) this.#of(day, currency, amount.gt(zero)).addDecimal(amount);
  }

  /** Together with those that were found one by one. */
  with(found: Flows): Flows {
    const days = new Map<string, { inflow: Decimal; outflow: Decimal }>();
    for (const { day, inflow, outflow } of found.days) days.set(day, { inflow, outflow });
    const unknown = [...found.unknown];
    let { inflow, outflow } = found;
    for (const { day, currency, into, sum } of this.#sums.values()) {
      const text = textOfDay(day);
      const amount = this.#valuation.conversion.exact(sum.total(), currency, day);
      if (amount === null) {
        unknown.push(`${text} ${this.#valuation.ledger.names.currencies.text(currency)}`);
        continue;
      }
      let flow = days.get(text);
      if (flow === undefined) days.set(text, (flow = { inflow: zero, outflow: zero }));
      if (into) {
        inflow = inflow.plus(amount);
        flow.inflow = flow.inflow === zero ? amount : flow.inflow.plus(amount);
      } else {
        outflow = outflow.minus(amount);
        flow.outflow = flow.outflow.minus(amount);
      }
    }
    const sorted = [...days].map(([day, flow]): DayFlow => ({ day, ...flow }));
    return { days: sorted.sort((a, b) => (a.day < b.day ? -1 : 1)), inflow, outflow, unknown };
  }

  #of(day: number, currency: number, into: boolean): ExactSum {
    const key = (day * 4096 + currency) * 2 + (into ? 1 : 0);
    let entry = this.#sums.get(key);
    if (entry === undefined) this.#sums.set(key, (entry = { day, currency, into, sum: new ExactSum() }));
    return entry.sum;
  }
}
