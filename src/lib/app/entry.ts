/**
 * What forms need while one types: the rules of every kind of record, as plain functions. Apart from `index.ts`, so
 * that only screens with forms load them.
 */
export * from '../domain/entry';
