/** One asset, down to its lots, sales, prices and transactions. */
import {
  dayNumber,
  dayText,
  decimalText,
  divide,
  unrealisedGain,
  zero,
  type AssetFigures,
  type LotLine,
  type Period,
  type Position,
  type SaleLine,
  type Span
} from '../../../domain';
import { lotsOf } from '../asset-lots';
import { spanFor } from '../first-day';
import { idAt } from '../ids';
import type { Ledger } from '../ledger';
import { partOf } from '../part';
import { closeAt, priceOn } from '../prices';
import { PartRun, returnFigures, textOf } from '../run';
import type { Valuation } from '../valuation';
import { gainFigures, holdingOf, usedRate } from './holding-lines';
import { linesOf } from './transaction-lines';

/** Null when there is no such asset. */
export function assetFigures(valuation: Valuation, id: string, period: Period): AssetFigures | null {
  const { ledger, baseCurrency } = valuation;
  const asset = ledger.assetNumber(id);
  if (asset === null) return null;
  const span = spanFor(valuation, period);
  const run = new PartRun(valuation, partOf(ledger, { kind: 'asset', id }), span, asset);
  const { positions } = lotsOf(valuation, asset);
  const [from, to] = ledger.rowsOf(asset);
  const rows = Array.from({ length: to - from }, (_, at) => to - 1 - at);
  return {
    baseCurrency,
    span,
    line: holdingOf(valuation, asset, span).line,
    costMethod: ledger.settings.costMethod,
    lots: positions
      .flatMap((position) => lotsOfPosition(valuation, asset, position))
      .sort((a, b) => (a.acquired === b.acquired ? 0 : a.acquired < b.acquired ? -1 : 1)),
    sales: positions
      .flatMap((position) => salesOf(valuation, asset, position))
      .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)),
    transactions: linesOf(valuation, rows),
    prices: pricesWithin(valuation, asset, span),
    history: run.history(),
    returns: returnFigures(run, asset)
  };
}

function lotsOfPosition(valuation: Valuation, asset: number, { lots }: Position): readonly LotLine[] {
  const { units, price, amount, rate } = valuation.worth(asset);
  // What is only stated is worth the same for each unit.
  const each = price !== null ? valuation.signed(asset, price.close) : units?.gt(zero) ? divide(amount, units) : null;
  return lots.map((lot): LotLine => {
    const found = each && unrealisedGain(lot, each, rate);
    return {
      id: lot.id,
      acquired: lot.acquired,
      quantity: decimalText(lot.quantity),
      cost: textOf(lot.cost.own),
      baseCost: textOf(lot.cost.base),
      value: textOf(found && found.value.own),
      baseValue: textOf(found && found.value.base),
      gain: found === null ? { total: null, price: null, fx: null } : gainFigures(found.gain)
    };
  });
}

function salesOf({ baseCurrency, ledger }: Valuation, asset: number, { realised }: Position): readonly SaleLine[] {
  const currencies = currenciesById(ledger, asset);
  return realised.map((sale) => ({
    id: sale.id,
    date: sale.date,
    quantity: decimalText(sale.quantity),
    proceeds: textOf(sale.proceeds.own),
    baseProceeds: textOf(sale.proceeds.base),
    cost: textOf(sale.cost.own),
    baseCost: textOf(sale.cost.base),
    gain: gainFigures(sale.gain),
    rate: sale.rate && usedRate(sale.rate, currencies.get(sale.id) ?? '', baseCurrency, sale.rate.booked),
    lots: sale.lots.map((lot) => ({
      id: lot.id,
      acquired: lot.acquired,
      quantity: decimalText(lot.quantity),
      baseCost: textOf(lot.cost.base),
      gain: gainFigures(lot.gain)
    }))
  }));
}

/** Of an asset's transactions. */
function currenciesById(ledger: Ledger, asset: number): ReadonlyMap<string, string> {
  const { ids, currencies } = ledger.transactions;
  const [from, to] = ledger.rowsOf(asset);
  const found = new Map<string, string>();
  for (let row = from; row < to; row++)
    found.set(idAt(ids, row), ledger.names.currencies.text(currencies[row] as number));
  return found;
}

function pricesWithin({ ledger }: Valuation, asset: number, span: Span): AssetFigures['prices'] {
  const series = ledger.prices.get(asset);
  if (series === undefined) return { days: [], closes: [] };
  // From the price that counted when the span began.
  const first = Math.max(0, priceOn(series, dayNumber(span.from) - 1));
  const last = priceOn(series, dayNumber(span.to));
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return {
    days: rows.map((row) => dayText(series.days[row] as number)),
    closes: rows.map((row) => decimalText(closeAt(series, row)))
  };
}
