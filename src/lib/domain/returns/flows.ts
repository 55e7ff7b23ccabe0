/** External flows of many transactions, by day and in base currency, ready for returns. */
import { type Decimal, decimal, zero } from '../decimal';
import type { RateTable } from '../fx';
import type { CashKeeping } from '../cash/kept';
import type { Booking } from '../lots/booking';
import { convert, rateFor } from '../lots/worth';
import { dayNumber } from './day-numbers';
import { externalFlow, type Perimeter } from './flow';
import type { CashFlow } from './irr';

export interface FlowOptions {
  readonly perimeter: Perimeter;
  readonly baseCurrency: string;
  readonly rates: RateTable;
  /** How accounts keep their cash; those it does not name do not keep it. */
  readonly keeping: ReadonlyMap<string, CashKeeping>;
  /** What one unit is worth in base currency at the end of a day; null where it is not known. */
  unitValue(assetId: string, day: string): Decimal | null;
}

/** Both in base currency and never negative. */
export interface DayFlow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly inflow: Decimal;
  readonly outflow: Decimal;
}

export interface Flows {
  /** Days ascending, each once, only those with a flow. */
  readonly days: readonly DayFlow[];
  readonly inflow: Decimal;
  readonly outflow: Decimal;
  /** Ids of transactions whose flow could not be told in base currency; they are left out. */
  readonly unknown: readonly string[];
}

/** How much of a transfer an exchange of currencies may cost before the rest is taken for money put in or out. */
const lostOnTheWay = decimal('0.05');

/**
 * Flows of the given bookings, which are those of what the figures are of: of the whole portfolio, an account, an asset
 * or a group of them. Money in and out on one day stays apart. Transfers of one day are set against each other: units
 * of one asset, and money; what remains of money is gain or loss by exchange up to 5 % of it, and a flow beyond that.
 */
export function collectFlows(bookings: Iterable<Booking>, options: FlowOptions): Flows {
  const days = new Map<string, DaySums>();
  const unknown: string[] = [];
  for (const booking of bookings) {
    const { id, date, assetId, accountId } = booking;
    const flow = externalFlow(booking, options.perimeter, options.keeping.get(accountId) ?? 'notKept');
    if (flow.money.eq(zero) && flow.moved.eq(zero) && flow.units.eq(zero) && flow.movedUnits.eq(zero)) continue;
    let day = days.get(date);
    if (day === undefined) days.set(date, (day = new DaySums()));
    const rate = rateFor(booking, options.baseCurrency, options.rates);
    const inBase = (amount: Decimal): Decimal => {
      const converted = convert(amount, rate);
      if (converted === null && unknown[unknown.length - 1] !== id) unknown.push(id);
      return converted ?? zero;
    };
    const worthOf = (units: Decimal): Decimal => {
      const each = assetId === null ? null : options.unitValue(assetId, date);
      return each === null ? inBase(flow.stated) : units.times(each);
    };
    day.put(inBase(flow.money));
    day.move('', accountId, inBase(flow.moved));
    if (!flow.units.eq(zero)) day.put(worthOf(flow.units));
    if (!flow.movedUnits.eq(zero)) day.move(assetId ?? '', accountId, worthOf(flow.movedUnits));
  }
  const all = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, sums]) => sums.result(day));
  return {
    days: all.filter(({ inflow, outflow }) => !inflow.eq(zero) || !outflow.eq(zero)),
    inflow: all.reduce((sum, { inflow }) => sum.plus(inflow), zero),
    outflow: all.reduce((sum, { outflow }) => sum.plus(outflow), zero),
    unknown
  };
}

class DaySums {
  #in = zero;
  #out = zero;
  /** Transfers by asset; of money under the empty key. */
  readonly #moved = new Map<string, { into: Decimal; out: Decimal; readonly accounts: Set<string> }>();

  put(amount: Decimal): void {
    if (amount.gt(zero)) this.#in = this.#in.plus(amount);
    else this.#out = this.#out.minus(amount);
  }

  move(key: string, accountId: string, amount: Decimal): void {
    if (amount.eq(zero)) return;
    let sums = this.#moved.get(key);
    if (sums === undefined) this.#moved.set(key, (sums = { into: zero, out: zero, accounts: new Set() }));
    sums.accounts.add(accountId);
    if (amount.gt(zero)) sums.into = sums.into.plus(amount);
    else sums.out = sums.out.minus(amount);
  }

  result(day: string): DayFlow {
    for (const [key, { into, out, accounts }] of this.#moved) {
      const rest = into.minus(out);
      const larger = into.gt(out) ? into : out;
      // Of one account alone, what came in and what went out are two transfers and not one exchange.
      if (key === '' && accounts.size > 1 && rest.abs().lte(larger.times(lostOnTheWay))) continue;
      this.put(rest);
    }
    return { day, inflow: this.#in, outflow: this.#out };
  }
}

/** The flows of a run of days for `timeWeighted`: entry 0 is the evening before the first day. */
export function dailyFlows(
  { days }: Pick<Flows, 'days'>,
  span: { readonly from: string; readonly to: string }
): { readonly inflows: Float64Array; readonly outflows: Float64Array } {
  const first = dayNumber(span.from);
  const count = dayNumber(span.to) - first + 2;
  const inflows = new Float64Array(count);
  const outflows = new Float64Array(count);
  for (const { day, inflow, outflow } of days) {
    if (day < span.from || day > span.to) continue;
    const at = dayNumber(day) - first + 1;
    inflows[at] = Number(inflow.toString());
    outflows[at] = Number(outflow.toString());
  }
  return { inflows, outflows };
}

/** Sums of the flows within a span. */
export function flowsWithin(
  { days }: Pick<Flows, 'days'>,
  span: { readonly from: string; readonly to: string }
): { readonly inflow: Decimal; readonly outflow: Decimal } {
  let inflow = zero;
  let outflow = zero;
  for (const flow of days) {
    if (flow.day < span.from || flow.day > span.to) continue;
    inflow = inflow.plus(flow.inflow);
    outflow = outflow.plus(flow.outflow);
  }
  return { inflow, outflow };
}

/**
 * The cash flows of a span for `moneyWeightedReturn`: the value at its start is put in on the evening before its first
 * day, flows on their days, and the value at its end comes back on its last day.
 */
export function investmentFlows(
  { days }: Pick<Flows, 'days'>,
  start: { readonly day: string; readonly value: Decimal },
  end: { readonly day: string; readonly value: Decimal }
): CashFlow[] {
  const flows: CashFlow[] = [{ day: start.day, amount: zero.minus(start.value) }];
  for (const { day, inflow, outflow } of days) {
    if (day > start.day && day <= end.day) flows.push({ day, amount: outflow.minus(inflow) });
  }
  flows.push({ day: end.day, amount: end.value });
  return flows;
}
