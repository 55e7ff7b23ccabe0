/** Assets as the screens show them, one line each. */
import {
  addDays,
  addGains,
  dayText,
  decimal,
  decimalText,
  gainRatio,
  gainWithin,
  investmentFlows,
  moneyWeightedReturn,
  noGain,
  one,
  ratio,
  rateOf,
  unrealisedGain,
  zero,
  type Change,
  type Decimal,
  type Gain,
  type GainFigures,
  type HoldingLine,
  type Position,
  type RateUsed,
  type Span,
  type UsedRate,
  type Worth
} from '../../../domain';
import { assetFlows } from '../asset-flows';
import { lotsOf } from '../asset-lots';
import { atRateUsed } from '../convert';
import { partOf, type Part } from '../part';
import { PartRun, textOf } from '../run';
import { amountsOf, assetPart } from '../span-amounts';
import { totalsOf } from '../totals';
import type { Valuation } from '../valuation';
import { wrongRowsOf } from '../wrong-rows';

/** Exact sums behind a line, for totals. */
export interface HoldingSums {
  readonly baseCost: Decimal | null;
  readonly unrealised: Gain;
  readonly realised: Gain;
  readonly income: Decimal | null;
  readonly fees: Decimal | null;
  readonly taxes: Decimal | null;
}

export interface Holding {
  readonly line: HoldingLine;
  readonly sums: HoldingSums;
}

/** What of it depends on its own records alone stays known until they change: an edit of one leaves the others' lines. */
export function holdingOf(valuation: Valuation, asset: number, span: Span): Holding {
  const { ledger, baseCurrency, dayText: day } = valuation;
  const key = `line ${baseCurrency} ${ledger.settings.costMethod} ${day} ${span.from} ${span.to}`;
  const { line, sums } = ledger.remembered(asset, key, () => ownLine(valuation, asset, span));
  const { counts, base } = valuation.worth(asset);
  const { netWorth } = totalsOf(valuation);
  const weight = counts && base !== null && netWorth.gt(zero) ? ratio(base, netWorth) : null;
  return { sums, line: { ...line, weight, issues: issuesOf(valuation, asset) } };
}

interface OwnLine {
  readonly line: Omit<HoldingLine, 'weight' | 'issues'>;
  readonly sums: HoldingSums;
}

function ownLine(valuation: Valuation, asset: number, span: Span): OwnLine {
  const { ledger } = valuation;
  const facts = valuation.facts(asset);
  const worth = valuation.worth(asset);
  const sums = sumsOf(valuation, asset);
  const run = new PartRun(valuation, partOf(ledger, { kind: 'asset', id: facts.id }), span, asset);
  return {
    sums,
    line: {
      id: facts.id,
      name: facts.name,
      symbol: facts.symbol,
      isin: facts.isin,
      assetType: facts.assetType,
      category: facts.category,
      country: facts.country,
      currency: facts.currency,
      sector: facts.sector,
      tags: facts.tags,
      accountId: facts.accountId,
      account: ledger.accountName(ledger.names.accounts.find(facts.accountId) ?? 0),
      isActive: facts.isActive,
      isIncluded: facts.isIncluded,
      quantity: worth.units === null ? facts.quantity : decimalText(worth.units),
      price: worth.price && {
        amount: decimalText(worth.price.close),
        currency: facts.currency,
        day: dayText(worth.price.day),
        stale: worth.price.stale
      },
      valueBasis: worth.basis,
      value: worth.basis === 'none' ? null : decimalText(worth.amount),
      baseValue: worth.basis === 'none' ? null : textOf(worth.base),
      rate: worth.rate && usedRate(worth.rate, facts.currency, valuation.baseCurrency, false),
      cost: textOf(costOf(valuation, asset).own),
      baseCost: textOf(sums.baseCost),
      unrealised: gainFigures(sums.unrealised),
      realised: gainFigures(sums.realised),
      income: textOf(sums.income),
      fees: textOf(sums.fees),
      taxes: textOf(sums.taxes),
      today: dayChange(valuation, asset),
      periodReturn: run.total,
      irr: irrOf(valuation, asset)
    }
  };
}

/** What an asset is worth now is no gain where it is not known what it cost. */
function sumsOf(valuation: Valuation, asset: number): HoldingSums {
  const worth = valuation.worth(asset);
  const cost = costOf(valuation, asset);
  const { positions } = lotsOf(valuation, asset);
  const gain = unrealisedGain({ quantity: one, cost }, worth.amount, worth.rate).gain;
  const known = cost.own !== null || cost.base !== null;
  const total = (of: (position: Position) => Decimal | null): Decimal | null =>
    positions.reduce<Decimal | null>((sum, position) => {
      const amount = of(position);
      return sum && amount && sum.plus(amount);
    }, zero);
  return {
    baseCost: cost.base,
    unrealised: known && worth.basis !== 'none' ? gain : { own: null, base: null, price: null, fx: null },
    realised: positions.reduce((sum, { realisedGain }) => addGains(sum, realisedGain), noGain),
    income: total(({ income }) => income.base),
    fees: total(({ fees }) => fees.base),
    taxes: total(({ taxes }) => taxes.base)
  };
}

/** What is held has cost: by its lots; else what was stated as paid for it, at the rate of the day of acquisition. */
export function costOf(valuation: Valuation, asset: number): Worth {
  const { units } = valuation.worth(asset);
  if (units !== null) {
    return lotsOf(valuation, asset).positions.reduce<Worth>(
      (sum, { cost }) => ({
        own: sum.own && cost.own && sum.own.plus(cost.own),
        base: sum.base && cost.base && sum.base.plus(cost.base)
      }),
      { own: zero, base: zero }
    );
  }
  const { originalInvestment, acquiredOn, currency } = valuation.facts(asset);
  if (originalInvestment === null) return { own: null, base: null };
  const own = valuation.signed(asset, decimal(originalInvestment));
  const rate =
    acquiredOn === null ? null : valuation.ledger.rateTable.rate(currency, valuation.baseCurrency, acquiredOn);
  return { own, base: currency === valuation.baseCurrency ? own : atRateUsed(own, rate) };
}

/** What the day itself did to it. */
export function dayChange(valuation: Valuation, asset: number): Change {
  const { ledger, baseCurrency, dayText: day } = valuation;
  return ledger.remembered(asset, `change ${baseCurrency} ${day}`, () => {
    // Flows of that one day: all those before it need not be known for this.
    const amounts = amountsOf(valuation, partOfAsset(valuation, asset), asset, { from: day, to: day });
    return amounts === null
      ? { amount: null, ratio: null }
      : { amount: decimalText(gainWithin(amounts)), ratio: gainRatio(amounts) };
  });
}

/** Money-weighted since the first transaction. */
export function irrOf(valuation: Valuation, asset: number): number | null {
  const { ledger, day, baseCurrency, dayText: today } = valuation;
  const [from, to] = ledger.rowsOf(asset);
  const { base } = valuation.worth(asset);
  const first = ledger.transactions.days[from] as number;
  if (from === to || base === null || first > day) return null;
  return ledger.remembered(asset, `irr ${baseCurrency} ${today}`, () => {
    const start = { day: addDays(dayText(first), -1), value: zero };
    const end = { day: today, value: valuation.facts(asset).isActive ? base : zero };
    const found = moneyWeightedReturn(investmentFlows(assetFlows(valuation, asset), start, end));
    return found.kind === 'rate' ? found.rate : null;
  });
}

function issuesOf(valuation: Valuation, asset: number): number {
  const { ledger } = valuation;
  const [from, to] = ledger.rowsOf(asset);
  let count = lotsOf(valuation, asset).issues.length;
  for (const row of wrongRowsOf(ledger).others.keys()) if (row >= from && row < to) count++;
  return count;
}

function partOfAsset({ ledger }: Valuation, asset: number): Part {
  return assetPart(partOf(ledger, { kind: 'asset', id: ledger.assets[asset]?.id ?? '' }));
}

export function usedRate(rate: RateUsed, from: string, to: string, booked: boolean): UsedRate {
  const { day, stale, through } = rate;
  return { from, to, rate: decimalText(rateOf(rate)), day, stale, booked, through };
}

export function gainFigures({ base, price, fx }: Gain): GainFigures {
  return { total: textOf(base), price: textOf(price), fx: textOf(fx) };
}
