/**
 * True time-weighted return (TTWROR): what the money earned, whoever put it in and whenever.
 *
 * Daily: 1 + r = (value at the end + outflows) / (value at the start + inflows), inflows at the start of the day and
 * outflows at its end. Days are linked by multiplication. Where nothing was at work, r = 0, and a warning if there was
 * something afterwards. A year's rate is (1 + R)^(365 / days) − 1, over the days since there was anything.
 */
import { type Decimal, ratio, zero } from '../decimal';
import { daysBetween } from '../days';

/** A run of days, the first entry of each array being of the evening before the first day. Plain numbers, for speed. */
export interface DailyFigures {
  /** At the end of each day. `NaN` where it is not known: the return is not known from there on. */
  readonly values: Float64Array;
  /** Put in at the start of each day, never negative. The first entry is not looked at. */
  readonly inflows: Float64Array;
  /** Taken out at the end of each day, never negative. The first entry is not looked at. */
  readonly outflows: Float64Array;
}

export interface ReturnWarning {
  /** `nothingInvested`: a value without anything to earn it. `belowZero`: more owed than owned, so no return to tell. */
  readonly code: 'nothingInvested' | 'belowZero';
  /** The entry of the first day concerned. */
  readonly first: number;
  readonly days: number;
}

export interface TimeWeighted {
  /** Over all days: 0.05 is five per cent. */
  readonly total: number;
  /** A year's rate; null where it cannot be told. To be shown for more than a year only. */
  readonly perYear: number | null;
  /** The first entry with a value or an inflow; null where there is none. */
  readonly begins: number | null;
  /** Days from `begins` to the end. */
  readonly days: number;
  /** Of each day; the first entry is 0. */
  readonly returns: Float64Array;
  /** Accumulated, for charts: 0 at first, `total` at last. */
  readonly index: Float64Array;
  readonly warnings: readonly ReturnWarning[];
}

/** A year's rate: (1 + total)^(365 / days) − 1. Null for no days, and for a loss of more than everything. */
export function annualised(total: number, days: number): number | null {
  if (!(days > 0) || !(total >= -1)) return null;
  const rate = (1 + total) ** (365 / days) - 1;
  return Number.isFinite(rate) ? rate : null;
}

/** Links days. Linear, allocates two arrays. */
export function timeWeighted({ values, inflows, outflows }: DailyFigures): TimeWeighted {
  const count = values.length;
  const returns = new Float64Array(count);
  const index = new Float64Array(count);
  const warnings = new Warnings();
  let begins = count > 0 && values[0] !== 0 ? 0 : -1;
  let growth = 1;
  for (let at = 1; at < count; at++) {
    const inflow = inflows[at] as number;
    const end = (values[at] as number) + (outflows[at] as number);
    const start = (values[at - 1] as number) + inflow;
    if (begins < 0 && (values[at] !== 0 || inflow !== 0)) begins = at;
    if (start === 0) {
      if (end !== 0) warnings.add('nothingInvested', at);
    } else {
      if (start < 0 || end < 0) warnings.add('belowZero', at);
      const factor = end / start;
      returns[at] = factor - 1;
      growth *= factor;
    }
    index[at] = growth - 1;
  }
  const days = begins < 0 ? 0 : count - 1 - begins;
  const total = growth - 1;
  return {
    total,
    perYear: annualised(total, days),
    begins: begins < 0 ? null : begins,
    days,
    returns,
    index,
    warnings: warnings.all
  };
}

/** The value at the end of a day, and the money that went in at its start and out at its end; nothing unless stated. */
export interface ValuePoint {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly value: Decimal;
  readonly inflow?: Decimal;
  readonly outflow?: Decimal;
}

export interface TimeWeightedReturn {
  readonly total: number;
  readonly perYear: number | null;
  /** From the first point with a value or an inflow to the last point. */
  readonly days: number;
  /** One for each point: the return since the point before; the first is 0. */
  readonly returns: readonly number[];
  readonly index: readonly number[];
  /** `first` is the place of the point. */
  readonly warnings: readonly ReturnWarning[];
}

/**
 * The same from exact amounts. The first point is the start: its value counts, its flows do not. Points may be left out
 * where nothing moved and nothing is to be shown; a point is needed for every day with a flow, and the value just
 * before it.
 * @param points days ascending, each once.
 */
export function timeWeightedReturn(points: readonly ValuePoint[]): TimeWeightedReturn {
  const returns: number[] = [];
  const index: number[] = [];
  const warnings = new Warnings();
  let began: string | null = null;
  let growth = 1;
  points.forEach(({ day, value, inflow = zero, outflow = zero }, at) => {
    const before = points[at - 1];
    if (began === null && !(value.eq(zero) && (before === undefined || inflow.eq(zero)))) began = day;
    const start = before === undefined ? zero : before.value.plus(inflow);
    const end = value.plus(outflow);
    const factor = before === undefined ? null : ratio(end, start);
    if (before !== undefined && factor === null && !end.eq(zero)) warnings.add('nothingInvested', at);
    if (factor !== null && (start.lt(zero) || end.lt(zero))) warnings.add('belowZero', at);
    growth *= factor ?? 1;
    returns.push((factor ?? 1) - 1);
    index.push(growth - 1);
  });
  const days = began === null ? 0 : daysBetween(began, points[points.length - 1]?.day ?? began);
  return {
    total: growth - 1,
    perYear: annualised(growth - 1, days),
    days,
    returns,
    index,
    warnings: warnings.all
  };
}

/** One for each code, however many days: a portfolio of debts has one for every day. */
class Warnings {
  readonly #found = new Map<ReturnWarning['code'], { first: number; days: number }>();

  add(code: ReturnWarning['code'], at: number): void {
    const known = this.#found.get(code);
    if (known === undefined) this.#found.set(code, { first: at, days: 1 });
    else known.days++;
  }

  get all(): readonly ReturnWarning[] {
    return [...this.#found].map(([code, found]) => ({ code, ...found }));
  }
}
