/**
 * What may be entered and saved: the shapes of records and of forms, and the rules of each, used while one types and
 * again on saving. Pure: today, the accounts and what is held are passed in.
 */
export { checkAccount, type AccountFields } from './check-account';
export { checkAsset, type AssetFields } from './check-asset';
export { checkPrice, checkRate } from './check-series';
export { checkTransaction, type TransactionFields } from './check-transaction';
export { checkTransfer, type TransferFields } from './check-transfer';
export type * from './drafts';
export { isKnownCountry, isKnownCurrency, knownCurrencies } from './facts';
export { idAt } from './new-id';
export { numberStyleOf, readNumber, type NumberStyle, type ReadNumber } from './numbers';
export * from './records';
export { recordProblems } from './record-rules';
export { cleanLine, cleanText } from './text';
export { otherEndFields } from './transfer-ends';
export { typeRules, type Presence, type TypeRules } from './transaction-rules';
