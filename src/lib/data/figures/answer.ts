/** Answers each question of the screens. */
import {
  categoryLabel,
  type AssetLine,
  type FigureAnswer,
  type FigureQuestion,
  type HoldingLine,
  type PortfolioView,
  type Span,
  type TotalLine
} from '../../domain';
import type { Row } from '../../migration';
import type { Dataset } from '../dataset';
import { readPortfolio } from '../portfolio';
import { Repository } from '../repository';

export async function answerFigures(
  dataset: Dataset,
  question: FigureQuestion,
  signal: AbortSignal
): Promise<FigureAnswer> {
  const lines: AssetLine[] = [];
  const view = {
    ...(await readPortfolio(dataset, { day: question.day, signal, onLines: (part) => void lines.push(...part) })),
    lines
  };
  const accounts: Row[] = [];
  await new Repository(dataset, 'accounts').each((rows) => void accounts.push(...rows), signal);
  const span: Span = { name: null, from: question.day, to: question.day };
  const { baseCurrency } = view;
  const noChange = { amount: null, ratio: null };
  const noGain = { total: null, price: null, fx: null };

  switch (question.ask) {
    case 'overview':
      return {
        dataVersion: view.dataVersion,
        baseCurrency,
        span,
        netWorth: view.netWorth,
        owned: view.netWorth,
        owed: '0',
        cash: '0',
        unvalued: view.withoutRate,
        assets: view.counts['assets'] ?? 0,
        accounts: accounts.length,
        transactions: view.counts['transactions'] ?? 0,
        change: noChange,
        flows: null,
        today: noChange,
        history: { days: [question.day], values: [view.netWorth], flows: [null] },
        allocation: {
          class: view.byClass,
          country: view.byCountry,
          currency: view.byCurrency,
          sector: [],
          account: []
        },
        movers: { up: [], down: [] },
        income: [],
        attention: [],
        latest: []
      };
    case 'holdings':
      return {
        baseCurrency,
        span,
        lines: lines.map(holdingOf),
        totals: {
          value: view.netWorth,
          cost: null,
          unrealised: noGain,
          realised: noGain,
          income: null,
          today: noChange
        }
      };
    case 'asset':
      return null;
    case 'accounts':
      return accounts.map((row) => ({
        id: String(row['id']),
        name: String(row['name']),
        institution: null,
        country: String(row['country']),
        currency: String(row['currency']),
        kind: String(row['kind']),
        closedOn: null,
        assets: 0,
        transactions: 0,
        cash: [],
        baseValue: null
      }));
    case 'transactions':
      return { total: 0, from: 0, lines: [], sums: { gross: null, fees: null, taxes: null } };
    case 'performance':
      return {
        baseCurrency,
        span,
        scope: question.scope,
        label: '',
        returns: {
          timeWeighted: null,
          timeWeightedYear: null,
          irr: null,
          irrNote: null,
          startValue: null,
          endValue: view.netWorth,
          inflows: null,
          outflows: null,
          gain: null,
          income: null,
          fees: null,
          taxes: null,
          volatilityPeriod: null,
          volatilityYear: null,
          semiDeviation: null,
          drawdown: null,
          sharpe: null,
          riskFreeRate: 0,
          valueAtRisk: { parametric: null, historical: null },
          warnings: []
        },
        index: { days: [], values: [] },
        benchmark: null,
        benchmarks: [],
        contributions: [],
        years: []
      };
    case 'income':
      return {
        baseCurrency,
        year: question.year,
        years: [],
        months: [],
        byAsset: [],
        total: '0',
        before: '0',
        payments: []
      };
    case 'allocation':
      return { baseCurrency, by: question.by, total: view.netWorth, lines: targetless(view), proposal: [] };
  }
  function holdingOf(line: AssetLine): HoldingLine {
    return {
      id: line.id,
      name: line.name,
      symbol: line.symbol,
      isin: null,
      assetType: line.assetType,
      category: line.category,
      country: line.country,
      currency: line.value.currency,
      sector: null,
      tags: [],
      accountId: '',
      account: line.account,
      isActive: line.isActive,
      isIncluded: line.isIncluded,
      quantity: line.quantity,
      price: null,
      valueBasis: line.valueBasis,
      value: line.value.amount,
      baseValue: line.baseAmount,
      rate: null,
      weight: null,
      cost: null,
      baseCost: null,
      unrealised: noGain,
      realised: noGain,
      income: null,
      fees: null,
      taxes: null,
      today: noChange,
      periodReturn: null,
      irr: null,
      issues: 0
    };
  }
}

function targetless({ byClass }: PortfolioView): (TotalLine & { target: null; difference: null })[] {
  return byClass.map((line) => ({ ...line, label: categoryLabel(line.key), target: null, difference: null }));
}
