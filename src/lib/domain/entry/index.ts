/**
 * What may be entered and saved: the shapes of records and of forms, and the rules of each, used while one types and
 * again on saving. Pure: today, the accounts and what is held are passed in.
 */
export type * from './drafts';
export * from './records';
export { numberStyleOf, readNumber, type NumberStyle, type ReadNumber } from './numbers';
export { recordProblems } from './record-rules';
