/** All of it at a glance. */
import {
  addMonths,
  dayNumber,
  decimalText,
  flowsWithin,
  gainRatio,
  gainWithin,
  type Change,
  type Dimension,
  type Mover,
  type OverviewFigures,
  type Period,
  type Span,
  type TotalLine
} from '../../../domain';
import { BaseSum } from '../base-sums';
import { spanFor } from '../first-day';
import { groupsBy, totalLines } from '../groups';
import { partOf } from '../part';
import { PartRun, textOf } from '../run';
import { amountsOf, assetPart, roughGain } from '../span-amounts';
import { totalsOf } from '../totals';
import { comparingTimes } from '../transactions';
import type { Valuation } from '../valuation';
import { attentionOf } from './attention';
import { linesOf, newestRows } from './transaction-lines';

const mostMovers = 5;
const mostLatest = 8;

export function overview(valuation: Valuation, period: Period): OverviewFigures {
  const { ledger, baseCurrency } = valuation;
  const span = spanFor(valuation, period);
  const portfolio = partOf(ledger, { kind: 'portfolio' });
  const totals = totalsOf(valuation);
  const run = new PartRun(valuation, portfolio, span);
  const { inflow, outflow } = flowsWithin(run.flows, span);
  const compare = comparingTimes(ledger.names);
  const { transactions } = ledger;
  const latest = newestRows(valuation, mostLatest, (a, b) => compare(transactions, a, transactions, b));
  const linesBy = (by: Dimension): TotalLine[] => totalLines(ledger, by, groupsBy(valuation, by));
  return {
    dataVersion: ledger.stamp.version,
    baseCurrency,
    span,
    netWorth: decimalText(totals.netWorth),
    owned: decimalText(totals.owned),
    owed: decimalText(totals.owed),
    cash: decimalText(totals.cash),
    unvalued: totals.unvalued,
    assets: [...ledger.assetNumbers()].length,
    accounts: ledger.accounts.filter((account) => account !== null).length,
    transactions: transactions.count,
    change: { amount: textOf(run.gain), ratio: run.total },
    flows: decimalText(inflow.minus(outflow)),
    today: todayOf(valuation, portfolio),
    history: run.history(),
    allocation: {
      class: linesBy('class'),
      country: linesBy('country'),
      currency: linesBy('currency'),
      sector: linesBy('sector'),
      account: linesBy('account')
    },
    movers: moversOf(valuation, span),
    income: incomeByMonth(valuation),
    attention: attentionOf(valuation),
    latest: linesOf(valuation, latest)
  };
}

/** What the day itself did. */
export function todayOf(valuation: Valuation, part: ReturnType<typeof partOf>): Change {
  const run = new PartRun(valuation, part, { name: '1D', from: valuation.dayText, to: valuation.dayText });
  return { amount: textOf(run.gain), ratio: run.total };
}

function moversOf(valuation: Valuation, span: Span): OverviewFigures['movers'] {
  const { ledger } = valuation;
  const part = assetPart(partOf(ledger, { kind: 'portfolio' }));
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  const candidates: { readonly asset: number; readonly rough: number }[] = [];
  for (const asset of ledger.assetNumbers()) {
    const { counts, base, basis } = valuation.worth(asset);
    // What was only stated does not move by itself.
    if (counts && base !== null && basis === 'holding × price')
      candidates.push({ asset, rough: roughGain(valuation, asset, from, to) });
  }
  const ranked = candidates.filter(({ rough }) => !Number.isNaN(rough)).sort((a, b) => b.rough - a.rough);
  // Exactly, only for those that may be among the first; and for those that cannot be ranked roughly.
  const close = new Set([
    ...ranked.slice(0, 2 * mostMovers),
    ...ranked.slice(-2 * mostMovers),
    ...candidates.filter(({ rough }) => Number.isNaN(rough))
  ]);
  const movers = [...close].flatMap(({ asset }): (Mover & { readonly size: number })[] => {
    const amounts = amountsOf(valuation, part, asset, span);
    const gain = amounts && gainWithin(amounts);
    const size = gain === null ? 0 : Number(gain.toString());
    if (amounts === null || gain === null || size === 0) return [];
    const { id, name } = valuation.facts(asset);
    return [{ id, name, change: { amount: decimalText(gain), ratio: gainRatio(amounts) }, size }];
  });
  movers.sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const told = (some: typeof movers): Mover[] => some.map(({ id, name, change }) => ({ id, name, change }));
  return {
    up: told(movers.filter(({ size }) => size > 0).slice(0, mostMovers)),
    down: told(
      movers
        .filter(({ size }) => size < 0)
        .slice(-mostMovers)
        .reverse()
    )
  };
}

function incomeByMonth(valuation: Valuation): OverviewFigures['income'] {
  const { ledger, dayText: today } = valuation;
  const { days, types, count } = ledger.transactions;
  const first = addMonths(`${today.slice(0, 7)}-01`, -11);
  const months = Array.from({ length: 12 }, (_, at) => {
    const begin = addMonths(first, at);
    return { month: begin.slice(0, 7), from: dayNumber(begin), sum: new BaseSum(valuation) };
  });
  const from = dayNumber(first);
  const isIncome = ledger.names.types.all.map((type) => type === 'dividend' || type === 'interest');
  for (let row = 0; row < count; row++) {
    const day = days[row] as number;
    if (day < from || day > valuation.day || isIncome[types[row] as number] !== true) continue;
    let at = 11;
    while (at > 0 && (months[at] as (typeof months)[number]).from > day) at--;
    months[at]?.sum.add(row, { gross: 1, fees: 0, taxes: 0 });
  }
  return months.map(({ month, sum }) => ({ month, amount: decimalText(sum.known().total) }));
}
