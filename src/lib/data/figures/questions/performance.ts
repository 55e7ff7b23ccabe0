/** How the portfolio, or a part of it, did over a period. */
import {
  benchmarkIndex,
  calendarReturns,
  contributions,
  dayNumber,
  decimalText,
  type Contribution,
  type PerformanceFigures,
  type Period,
  type Scope
} from '../../../domain';
import { spanFor } from '../first-day';
import { partOf, type Part } from '../part';
import { closeNumber } from '../prices';
import { PartRun, returnFigures } from '../run';
import { amountsOf, assetPart } from '../span-amounts';
import type { Valuation } from '../valuation';

export function performance(
  valuation: Valuation,
  period: Period,
  scope: Scope,
  benchmark: string | null
): PerformanceFigures {
  const { ledger, baseCurrency } = valuation;
  const span = spanFor(valuation, period);
  const part = partOf(ledger, scope);
  const asset = scope.kind === 'asset' ? ledger.assetNumber(scope.id) : null;
  const run = new PartRun(valuation, part, span, asset);
  const points = run.chartPoints();
  const known = run.total !== null;
  return {
    baseCurrency,
    span,
    scope,
    label: part.label,
    returns: returnFigures(run, asset),
    index: known
      ? { days: points.map((at) => run.dayAt(at)), values: points.map((at) => run.weighted.index[at] as number) }
      : { days: [], values: [] },
    benchmark: benchmark === null ? null : benchmarkOf(valuation, run, points, benchmark),
    benchmarks: [...ledger.assetNumbers()]
      .filter((number) => (ledger.prices.get(number)?.days.length ?? 0) > 1)
      .map((number) => ({ id: valuation.facts(number).id, label: valuation.facts(number).name }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
    contributions: contributionsOf(valuation, part, run),
    years: known ? calendarReturns(run.weighted.returns, dayNumber(span.from), run.weighted.begins) : []
  };
}

function contributionsOf(valuation: Valuation, part: Part, run: PartRun): PerformanceFigures['contributions'] {
  const whole = run.amounts;
  if (whole === null) return [];
  // Before taxes where the whole is: else what it paid in taxes would seem to be the gain of something else.
  const own = part.perimeter === 'security' ? part : assetPart(part);
  const assets = [...valuation.ledger.assetNumbers()].flatMap((asset) => {
    const amounts = valuation.worth(asset).base === null ? null : amountsOf(valuation, own, asset, run.span);
    const idle =
      amounts === null ||
      [amounts.start, amounts.end, amounts.inflow, amounts.outflow].every((amount) => amount.c[0] === 0);
    return idle ? [] : [{ id: valuation.facts(asset).id, ...amounts }];
  });
  const line = ({ id, gain, ratio }: Contribution): PerformanceFigures['contributions'][number] => ({
    id: id ?? '',
    name:
      id === null
        ? 'Cash and everything else'
        : (valuation.ledger.assets[valuation.ledger.assetNumber(id) ?? 0]?.name ?? ''),
    gain: decimalText(gain),
    ratio
  });
  return contributions(assets, whole).map(line);
}

/** The price of an asset in base currency over the same days. */
function benchmarkOf(
  valuation: Valuation,
  run: PartRun,
  points: readonly number[],
  id: string
): PerformanceFigures['benchmark'] {
  const asset = valuation.ledger.assetNumber(id);
  const series = asset === null ? undefined : valuation.ledger.prices.get(asset);
  if (asset === null || series === undefined) return null;
  const rates = valuation.conversion.numbers(valuation.currencyOf(asset), run.grid.points);
  const closes = benchmarkIndex(run.grid.points, {
    days: series.days,
    prices: Float64Array.from(series.days, (_, row) => closeNumber(series, row))
  });
  const first = closes.findIndex((value, at) => !Number.isNaN(value) && !Number.isNaN(rates[at] as number));
  const at = (point: number): number =>
    ((1 + (closes[point] as number)) * (rates[point] as number)) /
      ((1 + (closes[first] as number)) * (rates[first] as number)) -
    1;
  const shown = first < 0 ? [] : points.filter((point) => point >= first && Number.isFinite(at(point)));
  return {
    id,
    label: valuation.facts(asset).name,
    total: shown.length === 0 ? null : at(shown.at(-1) as number),
    days: shown.map((point) => run.dayAt(point)),
    values: shown.map(at)
  };
}
