/**
 * The mathematics of a portfolio: plain functions on plain records in the shape of the newest data version.
 * No clock, no storage, no randomness; money is decimal, only ratios are binary numbers.
 *
 * - What is held, since when, at what cost, and what sales brought: `foldLots` (first in first out, or one pool);
 *   `unrealisedGain` at a price, split into price and exchange rate; `foldLotsSince` for the gains of a period.
 * - What cash is there: `cashMove`, `runningCash`, `cashBalances`; whether it counts: `cashKeeping`.
 * - Which days a period is: `spanOf`, `valuationDay`. Money put in and taken out: `collectFlows`.
 * - What it earned: `timeWeighted` (typed arrays) and `timeWeightedReturn` (exact amounts); `moneyWeightedReturn`;
 *   `calendarReturns`; what each asset added: `contributions`; beside a price: `benchmarkIndex`.
 * - How it varied: `volatility` of `tradingReturns`, `maximumDrawdown`, `sharpeRatio`, `parametricValueAtRisk`,
 *   `historicalValueAtRisk`, `portfolioDeviation`, `correlation`.
 * - How it is spread: `againstTargets`. What it pays: `paymentsOf`, `incomeOfYear`, `expectedPayments`.
 */
export { categoryLabel, categoryOf, type AssetCategory } from './asset-types';
export { decimal, Decimal, decimalText, divide, one, parseDecimal, ratio, zero } from './decimal';
export { daysBetween, isDay, lastOnOrBefore } from './days';
export { atRate, rateOf, RateTable, staleAfterDays, type RateSeries, type RateUsed } from './fx';
export { holdingAfter, HoldingsBook, movesQuantity, type Holding, type QuantityMove } from './holdings';
export { netWorth, type NetWorth } from './net-worth';
export { LatestPrices, type PriceSeries, type PriceUsed } from './price-history';
export { converted, earlier, valueOf, type Valued } from './valuation';
export type { AssetLine, TotalLine } from './portfolio-view';
export { internalRate, moneyWeightedReturn, type CashFlow, type MoneyWeighted } from './returns/irr';
export type { Booking, LotPick } from './lots/booking';
export { addGains, noGain, unrealisedGain, type Gain, type Unrealised } from './lots/gain';
export type { LotIssue, LotIssueCode } from './lots/issues';
export { foldLots, type LotBook, type LotOptions } from './lots/lot-book';
export type { Lot } from './lots/open-lots';
export type { CostMethod, MatchedLot, Position, RealisedGain, Removal } from './lots/position';
export { rateFor, type AppliedRate, type Worth } from './lots/worth';
export type * from './figures';
export { addDays, addMonths, dayNumber, dayText } from './returns/day-numbers';
export { daysOf, spanOf, valuationDay } from './returns/period';
export {
  annualised,
  timeWeighted,
  timeWeightedReturn,
  type DailyFigures,
  type ReturnWarning,
  type TimeWeighted,
  type TimeWeightedReturn,
  type ValuePoint
} from './returns/time-weighted';
export { calendarReturns, type YearReturns } from './returns/calendar';
export { compareBookings } from './lots/booking';
export { cashEffect, cashMove, type CashMove } from './cash/effect';
export { CashBook, cashBalances, runningCash, type CashEntry } from './cash/balances';
export { cashKeeping, showsKeptCash, type CashHolder, type CashKeeping } from './cash/kept';
export { externalFlow, noFlow, type ExternalFlow, type Perimeter } from './returns/flow';
export {
  collectFlows,
  dailyFlows,
  flowsWithin,
  investmentFlows,
  type DayFlow,
  type FlowOptions,
  type Flows
} from './returns/flows';
export { correlation, covariance, logReturns, portfolioDeviation, standardDeviation } from './risk/correlation';
export { maximumDrawdown, type Drawdown } from './risk/drawdown';
export {
  historicalValueAtRisk,
  parametricValueAtRisk,
  percentile,
  quantiles,
  type Confidence,
  type RiskHorizon
} from './risk/value-at-risk';
export { sharpeRatio, tradingDays, tradingReturns, volatility, type Volatility } from './risk/volatility';
export { contributions, gainRatio, gainWithin, type Contribution, type SpanAmounts } from './returns/contribution';
export { benchmarkIndex } from './returns/benchmark';
export { againstTargets, roundedTo, type GroupValue, type TargetLine, type TargetOptions } from './allocation/targets';
export {
  incomeOfYear,
  incomeYield,
  isIncome,
  paymentsOf,
  type AssetIncome,
  type IncomeSums,
  type Payment,
  type YearIncome
} from './income/received';
export { expectedPayments, type ExpectedPayment, type IncomeSource, type PaidIncome } from './income/expected';
export { foldLotsSince, type LotsSince, type SinceOptions } from './lots/since';
