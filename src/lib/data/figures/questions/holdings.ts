/** Every asset with what it is worth, cost, and brought. */
import {
  addGains,
  decimalText,
  noGain,
  zero,
  type Decimal,
  type Gain,
  type HoldingFigures,
  type Period
} from '../../../domain';
import { spanFor } from '../first-day';
import { partOf } from '../part';
import type { Valuation } from '../valuation';
import { gainFigures, holdingOf, type Holding } from './holding-lines';
import { todayOf } from './overview';

/** `closed`: with those that are archived or sold out. Largest value first. */
export function holdings(valuation: Valuation, period: Period, closed: boolean): HoldingFigures {
  const { ledger, baseCurrency } = valuation;
  const span = spanFor(valuation, period);
  const all: Holding[] = [];
  for (const asset of ledger.assetNumbers()) {
    if (closed || !isClosed(valuation, asset)) all.push(holdingOf(valuation, asset, span));
  }
  const included = all.filter(({ line }) => line.isIncluded);
  const counted = included.filter(({ line }) => line.isActive);
  const assetsAlone = { ...partOf(ledger, { kind: 'portfolio' }), cash: new Set<number>(), keeping: new Map() };
  return {
    baseCurrency,
    span,
    lines: largestFirst(all).map(({ line }) => line),
    totals: {
      value: decimalText(sumKnown(counted.map(({ line }) => valuation.worth(numberOf(valuation, line.id)).base))),
      cost: decimalText(sumKnown(counted.map(({ sums }) => sums.baseCost))),
      unrealised: gainFigures(sumGains(counted.map(({ sums }) => sums.unrealised))),
      realised: gainFigures(sumGains(included.map(({ sums }) => sums.realised))),
      income: decimalText(sumKnown(included.map(({ sums }) => sums.income))),
      today: todayOf(valuation, { ...assetsAlone, books: () => false })
    }
  };
}

/** Archived, or nothing is held any more of what was. */
function isClosed(valuation: Valuation, asset: number): boolean {
  const { units, amount } = valuation.worth(asset);
  return !valuation.facts(asset).isActive || (units !== null && units.eq(zero) && amount.eq(zero));
}

function numberOf({ ledger }: Valuation, id: string): number {
  return ledger.assetNumber(id) ?? 0;
}

/** Of what can be told. */
function sumKnown(amounts: readonly (Decimal | null)[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => (amount === null ? sum : sum.plus(amount)), zero);
}

function sumGains(gains: readonly Gain[]): Gain {
  return gains.filter(({ price }) => price !== null).reduce(addGains, noGain);
}

/** By value in base currency, what has none last; equal ones by name. Sorted here, the page need not. */
function largestFirst(holdings: readonly Holding[]): Holding[] {
  const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return holdings
    .map((holding) => ({ holding, size: Number(holding.line.baseValue ?? Number.NEGATIVE_INFINITY) }))
    .sort((a, b) => (a.size === b.size ? byName.compare(a.holding.line.name, b.holding.line.name) : b.size - a.size))
    .map(({ holding }) => holding);
}
