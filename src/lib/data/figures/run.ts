/** How a part of the portfolio did over a span of days. */
import {
  dailyFlows,
  dayNumber,
  decimalText,
  flowsWithin,
  gainWithin,
  historicalValueAtRisk,
  investmentFlows,
  maximumDrawdown,
  moneyWeightedReturn,
  parametricValueAtRisk,
  sharpeRatio,
  timeWeighted,
  tradingReturns,
  volatility,
  zero,
  type Decimal,
  type Flows,
  type ReturnFigures,
  type Span,
  type SpanAmounts,
  type TimeWeighted,
  type ValueHistory
} from '../../domain';
import { textOfDay } from './day-texts';
import { assetFlows } from './asset-flows';
import { BaseSum } from './base-sums';
import { flowsOf } from './flows';
import type { Part } from './part';
import { addAsset, addAssets, addCash } from './positions';
import type { Valuation } from './valuation';
import { ValueGrid } from './value-grid';

/** Points of a chart at most. */
const mostPoints = 400;

export class PartRun {
  readonly valuation: Valuation;
  readonly part: Part;
  readonly span: Span;
  readonly grid: ValueGrid;
  /** In base currency at the end of each day, from the evening before the first. For ratios alone. */
  readonly values: Float64Array;
  readonly flows: Flows;
  readonly weighted: TimeWeighted;
  readonly #firstDay: number;

  /** `asset`: nothing else is part of it. */
  constructor(valuation: Valuation, part: Part, span: Span, asset: number | null = null) {
    this.valuation = valuation;
    this.part = part;
    this.span = span;
    this.#firstDay = dayNumber(span.from);
    const last = dayNumber(span.to);
    // One list for all runs of a span, so that rates on its days are looked up once.
    const points = valuation.ledger.once(`days ${span.from} ${span.to}`, () =>
      Int32Array.from({ length: last - this.#firstDay + 2 }, (_, at) => this.#firstDay - 1 + at)
    );
    this.grid = new ValueGrid(points);
    if (asset === null) {
      addAssets(this.grid, valuation, part);
      addCash(this.grid, valuation, part);
    } else addAsset(this.grid, valuation, part, asset);
    this.values = this.grid.numbers(valuation.conversion);
    this.flows =
      asset !== null && part.perimeter === 'security'
        ? withinSpan(assetFlows(valuation, asset), span)
        : flowsOf(valuation, part, this.#firstDay, last);
    this.weighted = timeWeighted({ values: this.values, ...dailyFlows(this.flows, span) });
  }

  /** Null where it is not known: a rate was missing. */
  get total(): number | null {
    const { begins, total } = this.weighted;
    return begins === null || !Number.isFinite(total) ? null : total;
  }

  get startValue(): Decimal | null {
    return this.grid.inBase(0, this.valuation.conversion);
  }

  get endValue(): Decimal | null {
    return this.grid.inBase(this.values.length - 1, this.valuation.conversion);
  }

  /** Null where a value at either end is not known. */
  get amounts(): SpanAmounts | null {
    const [start, end] = [this.startValue, this.endValue];
    return start && end && { start, end, ...flowsWithin(this.flows, this.span) };
  }

  get gain(): Decimal | null {
    return this.amounts && gainWithin(this.amounts);
  }

  /** Days of a chart: all of them, or evenly fewer; both ends are always among them. */
  chartPoints(most = mostPoints): readonly number[] {
    const last = this.values.length - 1;
    const step = Math.max(1, Math.ceil(last / (most - 1)));
    const points: number[] = [];
    for (let at = last; at > 0; at -= step) points.push(at);
    return [0, ...points.reverse()];
  }

  history(): ValueHistory {
    const points = this.chartPoints();
    let next = 0;
    const flows = points.map((at) => {
      let sum = zero;
      for (; next < this.flows.days.length; next++) {
        const { day, inflow, outflow } = this.flows.days[next] as Flows['days'][number];
        if (day > this.dayAt(at)) break;
        sum = sum.plus(inflow).minus(outflow);
      }
      return decimalText(sum);
    });
    return {
      days: points.map((at) => this.dayAt(at)),
      values: points.map((at) => textOf(this.grid.inBase(at, this.valuation.conversion))),
      flows
    };
  }

  dayAt(point: number): string {
    return textOfDay(this.grid.points[point] as number);
  }
}

function withinSpan(flows: Flows, span: Span): Flows {
  const days = flows.days.filter(({ day }) => day >= span.from && day <= span.to);
  return { ...flows, days, ...flowsWithin(flows, span) };
}

export function returnFigures(run: PartRun, asset: number | null = null): ReturnFigures {
  const { weighted, values, span, flows, valuation } = run;
  const { riskFreeRate } = valuation.ledger.settings;
  const firstDay = dayNumber(span.from);
  const known = run.total !== null;
  const returns = known ? tradingReturns(weighted.returns, values, firstDay) : new Float64Array(0);
  const risk = volatility(returns);
  const amounts = run.amounts;
  const end = amounts?.end ?? null;
  const drawdown = known ? maximumDrawdown(weighted.index, run.grid.points, weighted.begins ?? 0) : null;
  const weightedByMoney = amounts === null ? null : moneyWeighted(run, amounts);
  const totals = chargesWithin(run, asset);
  return {
    timeWeighted: run.total,
    timeWeightedYear: known && weighted.days > 365 ? weighted.perYear : null,
    irr: weightedByMoney?.kind === 'rate' ? weightedByMoney.rate : null,
    irrNote:
      weightedByMoney === null
        ? 'A value at the start or end of the period is not known, because an exchange rate is missing.'
        : weightedByMoney.kind === 'rate'
          ? null
          : weightedByMoney.message,
    startValue: textOf(amounts?.start ?? null),
    endValue: textOf(end),
    inflows: textOf(amounts?.inflow ?? null),
    outflows: textOf(amounts?.outflow ?? null),
    gain: textOf(run.gain),
    ...totals,
    volatilityPeriod: risk?.period ?? null,
    volatilityYear: risk?.year ?? null,
    semiDeviation: risk?.semiDeviation ?? null,
    drawdown: drawdown && {
      ratio: drawdown.ratio,
      peak: run.dayAt(drawdown.peak),
      trough: run.dayAt(drawdown.trough),
      recovered: drawdown.recovered === null ? null : run.dayAt(drawdown.recovered),
      longestDays: drawdown.longestDays
    },
    sharpe: sharpeRatio(known ? weighted.perYear : null, riskFreeRate, risk?.year ?? null),
    riskFreeRate,
    valueAtRisk: {
      parametric: textOf(end && risk && parametricValueAtRisk(end, risk.year)),
      historical: textOf(end && historicalValueAtRisk(end, returns))
    },
    warnings: warningsOf(run, flows)
  };
}

export function moneyWeighted(run: PartRun, { start, end }: SpanAmounts): ReturnType<typeof moneyWeightedReturn> {
  const days = { start: run.dayAt(0), end: run.dayAt(run.values.length - 1) };
  return moneyWeightedReturn(
    investmentFlows(run.flows, { day: days.start, value: start }, { day: days.end, value: end })
  );
}

/** Income, fees and taxes of the span. */
function chargesWithin(
  { valuation, part, span }: PartRun,
  asset: number | null
): { income: string | null; fees: string | null; taxes: string | null } {
  const { ledger } = valuation;
  const { days, types, accounts } = ledger.transactions;
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  const [income, fees, taxes] = [new BaseSum(valuation), new BaseSum(valuation), new BaseSum(valuation)];
  const groups = asset === null ? ledger.names.assets.all.map((_, number) => number) : [asset];
  for (const group of groups) {
    const [first, last] = ledger.rowsOf(group);
    for (let row = first; row < last; row++) {
      const day = days[row] as number;
      const account = accounts[row] as number;
      if (day < from || day > to) continue;
      if (!(group === 0 ? part.books(account) : part.holds(group, account))) continue;
      const type = ledger.names.types.text(types[row] as number);
      const is = (...wanted: readonly string[]): number => (wanted.includes(type) ? 1 : 0);
      if (is('dividend', 'interest')) income.add(row, { gross: 1, fees: 0, taxes: 0 });
      fees.add(row, { gross: is('fee'), fees: 1, taxes: 0 });
      taxes.add(row, { gross: is('tax'), fees: 0, taxes: 1 });
    }
  }
  return { income: textOf(income.total()), fees: textOf(fees.total()), taxes: textOf(taxes.total()) };
}

function warningsOf(run: PartRun, flows: Flows): readonly string[] {
  const warnings = run.weighted.warnings.map(({ code, first, days }) => {
    const since = run.dayAt(first);
    return code === 'nothingInvested'
      ? `On ${days} days, first on ${since}, there was a value but nothing invested that could have earned it.`
      : `On ${days} days, first on ${since}, more was owed than owned, where no return can be told.`;
  });
  if (flows.unknown.length > 0)
    warnings.push(`${flows.unknown.length} movements could not be converted: an exchange rate is missing.`);
  if (run.total === null && run.weighted.begins !== null)
    warnings.push('A value within the period is not known, because an exchange rate is missing.');
  return warnings;
}

export function textOf(amount: Decimal | null): string | null {
  return amount && decimalText(amount);
}
