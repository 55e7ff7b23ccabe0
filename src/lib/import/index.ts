/**
 * Foreign files, read and understood: from bytes to a table, from a table to what happened. Knows no database and no
 * browser window; what is there already is handed in as plain facts.
 */
export { assetTypes, type AssetType } from './assets/asset-types';
export type { DayOrder } from './cells/dates';
export type { DecimalMark } from './cells/numbers';
export { ImportFailure, type ImportFailureCode } from './failure';
export {
  fields,
  transactionTypes,
  type Field,
  type Guess,
  type Mapping,
  type Meaning,
  type TransactionType
} from './mapping/mapping';
