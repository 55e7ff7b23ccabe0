/**
 * Money-weighted return (IRR, XIRR): the yearly rate r at which Σ amount / (1 + r)^(days / 365) = 0, exact days.
 *
 * Solved for x = ln(1 + r), in which every flow is an exponential: f(x) = Σ c·e^(−x·t), t in years. Where the flows
 * change sign once there is exactly one root (Descartes' rule for exponentials). Where they change it several times, a
 * root is the only one if the balance carried at that rate never changes sign (a pure investment); failing that, all
 * roots are isolated. A rate is named only when it is the only one.
 */
import { type Decimal, zero } from '../decimal';
import { dayNumber } from './day-numbers';
import { countRoots } from './irr-roots';
import { PresentValue } from './present-value';

/** Money put in is negative, money got out and the value at the end are positive; all in one currency. */
export interface CashFlow {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly amount: Decimal;
}

export type MoneyWeighted =
  /** A year's rate: 0.05 is five per cent. */
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'noUniqueRate'; readonly message: string }
  | { readonly kind: 'noRate'; readonly message: string };

const noRate = (message: string): MoneyWeighted => ({ kind: 'noRate', message });
const notUnique: MoneyWeighted = {
  kind: 'noUniqueRate',
  message: 'Money went in and out in such a way that more than one rate fits, so none is named.'
};

/** Flows in any order; those of one day are added up exactly first. Throws a `RangeError` for what is no day. */
export function moneyWeightedReturn(flows: readonly CashFlow[]): MoneyWeighted {
  const sums = new Map<number, Decimal>();
  for (const { day, amount } of flows) {
    const number = dayNumber(day);
    const known = sums.get(number);
    sums.set(number, known === undefined ? amount : known.plus(amount));
  }
  const daily = [...sums].filter(([, amount]) => !amount.eq(zero)).sort(([a], [b]) => a - b);
  return internalRate(
    Float64Array.from(daily, ([number]) => number),
    Float64Array.from(daily, ([, amount]) => Number(amount.toString()))
  );
}

/** The same on plain numbers: days ascending, each once (day numbers), `amounts[i]` on `days[i]`. Allocates O(n). */
export function internalRate(days: Float64Array, amounts: Float64Array): MoneyWeighted {
  const { times, flows } = scaled(days, amounts);
  const first = flows[0];
  const last = flows[flows.length - 1];
  if (first === undefined || last === undefined) return noRate('There are no cash flows.');
  const changes = signChanges(flows);
  if (changes === 0) return noRate('All cash flows have the same sign: nothing was put in, or nothing came back.');
  if (first > 0 === last > 0) {
    // An even number of roots: none, or no unique one. A root that is only touched counts as not unique.
    if (countRoots(times, flows) === 0) return noRate('No rate makes these cash flows add up to nothing.');
    return notUnique;
  }
  const x = solve(times, flows);
  if (x === null) return noRate('The rate is too large to be told.');
  if (changes > 1 && !isPure(times, flows, x) && countRoots(times, flows) !== 1) return notUnique;
  const rate = Math.expm1(x);
  return Number.isFinite(rate) ? { kind: 'rate', rate } : noRate('The rate is too large to be told.');
}

/** Years since the first flow, and amounts of at most 1, without the zeros. */
function scaled(days: Float64Array, amounts: Float64Array): { times: Float64Array; flows: Float64Array } {
  let largest = 0;
  let count = 0;
  for (const amount of amounts) {
    if (amount !== 0) count++;
    largest = Math.max(largest, Math.abs(amount));
  }
  const times = new Float64Array(count);
  const flows = new Float64Array(count);
  let start = 0;
  for (let from = 0, to = 0; from < amounts.length; from++) {
    const amount = amounts[from] as number;
    if (amount === 0) continue;
    if (to === 0) start = days[from] as number;
    times[to] = ((days[from] as number) - start) / 365;
    flows[to++] = amount / largest;
  }
  return { times, flows };
}

function signChanges(flows: Float64Array): number {
  let changes = 0;
  for (let at = 1; at < flows.length; at++) if ((flows[at] as number) > 0 !== (flows[at - 1] as number) > 0) changes++;
  return changes;
}

/**
 * A root of flows whose first and last differ in sign: Newton's steps while they stay within what is known to enclose
 * a root, else a step outwards or a bisection. The sign of f to the right of all roots is that of the first flow.
 * Null where no root lies within the numbers that a computer has.
 */
function solve(times: Float64Array, flows: Float64Array): number | null {
  const right = (flows[0] as number) > 0;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  const present = new PresentValue(times, flows);
  let x = firstGuess(times, flows);
  let reach = 1;
  let nearly = false;
  for (let round = 0; round < 400; round++) {
    if (!nearly) present.near(x);
    // So close that products of exponentials no longer tell the sign.
    nearly ||= !(Math.abs(present.value) > 1e-9 * present.size);
    if (nearly) present.at(x);
    const { value, slope } = present;
    if (value === 0) return x;
    if (value > 0 === right) high = x;
    else low = x;
    let next = x - value / slope;
    // What is left may be rounding: no step gets any closer then.
    if (nearly && Math.abs(value) <= 3e-16 * present.size && Math.abs(next - x) < 1e-12) return next;
    if (!(next > low && next < high)) {
      if (low === Number.NEGATIVE_INFINITY) next = high - (reach *= 2);
      else if (high === Number.POSITIVE_INFINITY) next = low + (reach *= 2);
      else next = (low + high) / 2;
    }
    if (Math.abs(next - x) <= 1e-15 * Math.max(1, Math.abs(x))) return next;
    x = next;
  }
  return Number.isFinite(low) && Number.isFinite(high) ? x : null;
}

/** Profit over money at work × years: the rate itself when it is small. */
function firstGuess(times: Float64Array, flows: Float64Array): number {
  const end = times[times.length - 1] as number;
  let profit = 0;
  let capital = 0;
  for (let at = 0; at < flows.length; at++) {
    profit += flows[at] as number;
    capital -= (flows[at] as number) * (end - (times[at] as number));
  }
  const guess = profit / capital;
  return guess > -0.9 && guess < 9 ? Math.log1p(guess) : 0;
}

/**
 * Whether what is invested, carried forward at the rate e^x − 1, surely never changes its sign before the end. What
 * rounding leaves in doubt counts as no: a balance that looks like nothing can grow back to something.
 */
function isPure(times: Float64Array, flows: Float64Array, x: number): boolean {
  const investing = (flows[0] as number) > 0;
  let balance = flows[0] as number;
  let doubt = 0;
  for (let at = 1; at < flows.length - 1; at++) {
    const growth = Math.exp(x * ((times[at] as number) - (times[at - 1] as number)));
    const flow = flows[at] as number;
    doubt = doubt * growth + 1e-14 * (Math.abs(balance) * growth + Math.abs(flow));
    balance = balance * growth + flow;
    if (balance > 0 !== investing || !(Math.abs(balance) > doubt)) return false;
  }
  return true;
}
