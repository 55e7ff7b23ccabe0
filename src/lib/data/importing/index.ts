/** Imports meet the portfolio here: what is there, as plain facts, and what a plan writes. */
export { readFacts } from './read-facts';
export { assetRecord, tradedAssets, transactionWrites, type WriteIds, type WrittenImport } from './transaction-writes';
export { seriesWritesOf } from './series-writes';
