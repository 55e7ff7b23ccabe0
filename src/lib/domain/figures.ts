/**
 * What the screens ask of the portfolio, and what they are answered. Plain data that crosses threads: money is decimal
 * text, ratios are numbers (0.05 is five per cent), days are `YYYY-MM-DD`. Null is what cannot be told, never zero.
 */
import type { TotalLine } from './portfolio-view';

export type PeriodName = '1D' | '1W' | '1M' | '3M' | '6M' | 'YTD' | '1Y' | '3Y' | '5Y' | 'ALL';

/** A named period ends today; any other is given by its first and last day. */
export type Period = PeriodName | { readonly from: string; readonly to: string };

/** What part of the portfolio a figure is of. */
export type Scope =
  | { readonly kind: 'portfolio' }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'asset'; readonly id: string }
  /** All assets that share a value of one dimension. */
  | { readonly kind: 'group'; readonly by: Dimension; readonly key: string };

export type Dimension = 'class' | 'type' | 'country' | 'currency' | 'sector' | 'account' | 'tag';

/** A question, as the screens put it. `day`: today, as the page's clock has it. */
export type FigureQuestion =
  | { readonly ask: 'overview'; readonly day: string; readonly period: Period }
  | { readonly ask: 'holdings'; readonly day: string; readonly period: Period; readonly closed: boolean }
  | { readonly ask: 'asset'; readonly day: string; readonly period: Period; readonly id: string }
  | { readonly ask: 'accounts'; readonly day: string }
  | {
      readonly ask: 'transactions';
      readonly day: string;
      readonly filter: TransactionFilter;
      readonly from: number;
      readonly count: number;
    }
  | {
      readonly ask: 'performance';
      readonly day: string;
      readonly period: Period;
      readonly scope: Scope;
      readonly benchmark: string | null;
    }
  | { readonly ask: 'income'; readonly day: string; readonly year: number }
  | { readonly ask: 'allocation'; readonly day: string; readonly by: Dimension };

export interface FigureAnswers {
  readonly overview: OverviewFigures;
  readonly holdings: HoldingFigures;
  readonly asset: AssetFigures | null;
  readonly accounts: readonly AccountFigures[];
  readonly transactions: TransactionPage;
  readonly performance: PerformanceFigures;
  readonly income: IncomeFigures;
  readonly allocation: AllocationFigures;
}

/** What a question of one kind is answered. */
export type AnswerTo<Q extends FigureQuestion> = FigureAnswers[Q['ask']];

export type FigureAnswer = FigureAnswers[keyof FigureAnswers];

/** The days that a period turned out to be. */
export interface Span {
  readonly name: PeriodName | null;
  readonly from: string;
  readonly to: string;
}

export interface Change {
  /** In base currency. */
  readonly amount: string | null;
  readonly ratio: number | null;
}

/** Gains in base currency; `price` + `fx` = `total`. */
export interface GainFigures {
  readonly total: string | null;
  readonly price: string | null;
  readonly fx: string | null;
}

export interface QuotedPrice {
  readonly amount: string;
  readonly currency: string;
  readonly day: string;
  readonly stale: boolean;
}

/** A rate as it was applied. `booked`: the transaction's own. */
export interface UsedRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly day: string;
  readonly stale: boolean;
  readonly booked: boolean;
  readonly through: string | null;
}

/** Value over time: one point a day, or thinner over long periods; both ends are always among them. */
export interface ValueHistory {
  readonly days: readonly string[];
  /** In base currency. */
  readonly values: readonly (string | null)[];
  /** Money put in (+) and taken out (−) since the point before. */
  readonly flows: readonly (string | null)[];
}

export interface OverviewFigures {
  readonly dataVersion: string;
  readonly baseCurrency: string;
  readonly span: Span;
  readonly netWorth: string;
  readonly owned: string;
  readonly owed: string;
  /** Of `owned`: cash that bookings leave in accounts. */
  readonly cash: string;
  /** Assets without a value in base currency. */
  readonly unvalued: number;
  readonly assets: number;
  readonly accounts: number;
  readonly transactions: number;
  /** Of the period: what the value did beyond money put in; `ratio` is time-weighted. */
  readonly change: Change;
  readonly flows: string | null;
  readonly today: Change;
  readonly history: ValueHistory;
  readonly allocation: Readonly<Record<'class' | 'country' | 'currency' | 'sector' | 'account', readonly TotalLine[]>>;
  readonly movers: { readonly up: readonly Mover[]; readonly down: readonly Mover[] };
  /** The last twelve months, oldest first, in base currency. */
  readonly income: readonly { readonly month: string; readonly amount: string }[];
  /** Ranked. */
  readonly attention: readonly AttentionItem[];
  readonly latest: readonly TransactionLine[];
}

export interface Mover {
  readonly id: string;
  readonly name: string;
  readonly change: Change;
}

export interface AttentionItem {
  readonly kind:
    'stalePrices' | 'missingPrices' | 'missingRates' | 'staleRates' | 'oversold' | 'dueItems' | 'wrongTransactions';
  readonly count: number;
  /** A few of those concerned: ids and names of assets, currencies, or requirements. */
  readonly examples: readonly { readonly id: string; readonly label: string }[];
}

export interface HoldingLine {
  readonly id: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly isin: string | null;
  readonly assetType: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  readonly sector: string | null;
  readonly tags: readonly string[];
  readonly accountId: string;
  readonly account: string;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
  readonly quantity: string | null;
  readonly price: QuotedPrice | null;
  readonly valueBasis: 'holding × price' | 'stated' | 'none';
  /** In the asset's own currency. */
  readonly value: string | null;
  readonly baseValue: string | null;
  readonly rate: UsedRate | null;
  /** Of the portfolio. */
  readonly weight: number | null;
  readonly cost: string | null;
  readonly baseCost: string | null;
  readonly unrealised: GainFigures;
  readonly realised: GainFigures;
  /** Dividends and interest, in base currency, ever. */
  readonly income: string | null;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly today: Change;
  /** Time-weighted, over the asked period. */
  readonly periodReturn: number | null;
  /** Money-weighted, a year, since the first transaction. */
  readonly irr: number | null;
  /** Transactions of it that cannot be booked as they are. */
  readonly issues: number;
}

export interface HoldingFigures {
  readonly baseCurrency: string;
  readonly span: Span;
  readonly lines: readonly HoldingLine[];
  /** Of counted lines, in base currency. */
  readonly totals: {
    readonly value: string;
    readonly cost: string | null;
    readonly unrealised: GainFigures;
    readonly realised: GainFigures;
    readonly income: string | null;
    readonly today: Change;
  };
}

export interface LotLine {
  /** The transaction that brought it in. */
  readonly id: string;
  readonly acquired: string;
  readonly quantity: string;
  readonly cost: string | null;
  readonly baseCost: string | null;
  readonly value: string | null;
  readonly baseValue: string | null;
  readonly gain: GainFigures;
}

export interface SaleLine {
  readonly id: string;
  readonly date: string;
  readonly quantity: string;
  readonly proceeds: string | null;
  readonly baseProceeds: string | null;
  readonly cost: string | null;
  readonly baseCost: string | null;
  readonly gain: GainFigures;
  readonly rate: UsedRate | null;
  readonly lots: readonly {
    readonly id: string;
    readonly acquired: string;
    readonly quantity: string;
    readonly baseCost: string | null;
    readonly gain: GainFigures;
  }[];
}

export interface AssetFigures {
  readonly baseCurrency: string;
  readonly span: Span;
  readonly line: HoldingLine;
  readonly costMethod: 'fifo' | 'average';
  readonly lots: readonly LotLine[];
  readonly sales: readonly SaleLine[];
  /** Its transactions, newest first. */
  readonly transactions: readonly TransactionLine[];
  /** Closes in the asset's currency within the period. */
  readonly prices: { readonly days: readonly string[]; readonly closes: readonly string[] };
  /** Value in base currency within the period. */
  readonly history: ValueHistory;
  readonly returns: ReturnFigures;
}

export interface AccountFigures {
  readonly id: string;
  readonly name: string;
  readonly institution: string | null;
  readonly country: string;
  readonly currency: string;
  readonly kind: string;
  readonly closedOn: string | null;
  readonly assets: number;
  readonly transactions: number;
  /** By currency, from its bookings; empty where the account's cash is not kept by bookings. */
  readonly cash: readonly { readonly amount: string; readonly currency: string }[];
  /** Assets and cash, in base currency. */
  readonly baseValue: string | null;
}

export interface TransactionFilter {
  readonly text?: string;
  readonly accountId?: string;
  readonly assetId?: string;
  readonly types?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Only those that cannot be booked as they are. */
  readonly wrong?: boolean;
  /** Newest first unless told otherwise. */
  readonly order?: 'newest' | 'oldest' | 'largest';
}

export interface TransactionLine {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly assetId: string | null;
  readonly asset: string | null;
  readonly date: string;
  readonly type: string;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly currency: string;
  readonly fxRate: string | null;
  readonly note: string | null;
  /** What it does to the cash of its account, and the cash afterwards, in `cashCurrency`. Null where its cash is not kept. */
  readonly cashEffect: string | null;
  readonly balance: string | null;
  readonly cashCurrency: string;
  /** `gross` in base currency. */
  readonly baseGross: string | null;
  /** What is wrong with it, in a sentence. */
  readonly issue: string | null;
}

export interface TransactionPage {
  /** Of all that pass the filter. */
  readonly total: number;
  readonly from: number;
  readonly lines: readonly TransactionLine[];
  /** Sums over all that pass, in base currency. */
  readonly sums: { readonly gross: string | null; readonly fees: string | null; readonly taxes: string | null };
}

export interface ReturnFigures {
  /** Time-weighted over the period, and a year's rate where the period is longer than one. */
  readonly timeWeighted: number | null;
  readonly timeWeightedYear: number | null;
  /** Money-weighted, a year. `irrNote` says why there is none. */
  readonly irr: number | null;
  readonly irrNote: string | null;
  /** In base currency: value at both ends, money in and out, and what is left as gain. */
  readonly startValue: string | null;
  readonly endValue: string | null;
  readonly inflows: string | null;
  readonly outflows: string | null;
  readonly gain: string | null;
  readonly income: string | null;
  readonly fees: string | null;
  readonly taxes: string | null;
  /** Sample standard deviation of daily log returns: over the period, and a year (× √252). */
  readonly volatilityPeriod: number | null;
  readonly volatilityYear: number | null;
  readonly semiDeviation: number | null;
  readonly drawdown: {
    readonly ratio: number;
    readonly peak: string;
    readonly trough: string;
    readonly recovered: string | null;
    readonly longestDays: number;
  } | null;
  readonly sharpe: number | null;
  /** The setting that the Sharpe ratio was taken with. */
  readonly riskFreeRate: number;
  /** One day, 95 %, in base currency. */
  readonly valueAtRisk: { readonly parametric: string | null; readonly historical: string | null };
  readonly warnings: readonly string[];
}

export interface PerformanceFigures {
  readonly baseCurrency: string;
  readonly span: Span;
  readonly scope: Scope;
  readonly label: string;
  readonly returns: ReturnFigures;
  /** Accumulated time-weighted return, thinned for long periods; 0 at the start. */
  readonly index: { readonly days: readonly string[]; readonly values: readonly number[] };
  readonly benchmark: {
    readonly id: string;
    readonly label: string;
    readonly total: number | null;
    readonly days: readonly string[];
    readonly values: readonly number[];
  } | null;
  /** Assets and series that can be compared with. */
  readonly benchmarks: readonly { readonly id: string; readonly label: string }[];
  /** What each asset added to the return, in base currency and of the whole; largest first. */
  readonly contributions: readonly {
    readonly id: string;
    readonly name: string;
    readonly gain: string | null;
    readonly ratio: number | null;
  }[];
  /** Returns of calendar years and months within the period. */
  readonly years: readonly {
    readonly year: number;
    readonly total: number | null;
    readonly months: readonly (number | null)[];
  }[];
}

export interface IncomeFigures {
  readonly baseCurrency: string;
  readonly year: number;
  /** Years with any income, newest first. */
  readonly years: readonly number[];
  /** Twelve, in base currency; `expected` from what was stated or paid a year before, for months to come. */
  readonly months: readonly {
    readonly month: string;
    readonly received: string;
    readonly taxes: string;
    readonly expected: string | null;
  }[];
  readonly byAsset: readonly {
    readonly id: string | null;
    readonly name: string;
    readonly months: readonly (string | null)[];
    readonly total: string;
    readonly yield: number | null;
  }[];
  readonly total: string;
  readonly before: string;
  /** Each payment, for the calendar. */
  readonly payments: readonly {
    readonly id: string;
    readonly date: string;
    readonly assetId: string | null;
    readonly name: string;
    readonly type: string;
    readonly amount: string | null;
    readonly expected: boolean;
  }[];
}

export interface AllocationFigures {
  readonly baseCurrency: string;
  readonly by: Dimension;
  readonly total: string;
  readonly lines: readonly (TotalLine & { readonly target: number | null; readonly difference: string | null })[];
  /** What to buy (+) and sell (−) in base currency to meet the targets; empty without targets. */
  readonly proposal: readonly { readonly key: string; readonly label: string; readonly amount: string }[];
}
