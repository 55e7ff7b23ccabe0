/**
 * Foreign files, read and understood: from bytes to a table, from a table to what happened, and beside what is there
 * already. Knows no database and no browser window; the portfolio is handed in as plain facts.
 *
 * ```ts
 * const table = await readTable(file);
 * const { mapping } = guessMapping(table);
 * const items = await interpretTable(table, { mapping, format: formatNamed(mapping.format), … });
 * const plan = planImport(items, { accounts: {}, assets: {} }, facts, { format: 'DEGIRO', fileName: 'Account.csv' });
 * ```
 */
export { assetTypes, type AssetType } from './assets/asset-types';
export { isCurrencyCode, readCurrency } from './cells/currencies';
export type { DayOrder } from './cells/dates';
export type { DecimalMark } from './cells/numbers';
export { wordKey } from './cells/text';
export { ImportFailure, type ImportFailureCode } from './failure';
export { formatNamed, formats } from './formats';
export type { Format } from './formats/format';
export { fingerprintOf } from './mapping/fingerprint';
export { guessMapping, type GuessedMapping } from './mapping/guess-mapping';
export {
  fields,
  meanings,
  transactionTypes,
  type Field,
  type Guess,
  type Mapping,
  type Meaning,
  type TransactionType
} from './mapping/mapping';
export { typeWords, type TypeWord } from './mapping/words';
export type { Pace } from './pace';
export { planAccounts, type AccountChoice, type AccountToMake, type PlannedAccount } from './plan/accounts';
export { AssetFinder, assetToMake, type AssetChoice, type AssetToMake, type PlannedAsset } from './plan/assets';
export type { PlannedBooking } from './plan/bookings';
export type { AccountFact, AssetFact, BookingFact, PortfolioFacts } from './plan/facts';
export { isTaken, planImport, type ImportPlan, type PlannedItem, type RowDecision, type RowStatus } from './plan/plan';
export { readTable } from './reading/read-table';
export type { Table, TableRow } from './reading/table';
export type { ImportedBooking, ImportedItem, Security } from './rows/booking';
export { interpretTable } from './rows/interpret';
export { decisionsOf, mappingWith, nothingSaid, sayMore, type DecisionSaid, type Said, type SaidChange } from './said';
export { contentOf, type ImportContent } from './series/detect';
export { mergeSeries, type MergedSeries } from './series/merge';
export { readPrices, readRates, type ReadSeries, type SeriesRead } from './series/read-series';
