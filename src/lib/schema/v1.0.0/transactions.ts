/** What happened, packed: one stored row per account and month holds that month's transactions in order. */
import * as v from 'valibot';
import type { PackedStore, Row, StoreDefinition } from '../../migration';
import { currency, day, decimal, instant, maybe, oneOf, text, uuid } from './shapes';

export const transactionTypes = [
  'openingBalance',
  'deliveryIn',
  'transferIn',
  'deposit',
  'buy',
  'split',
  'dividend',
  'interest',
  'sell',
  'fee',
  'tax',
  'withdrawal',
  'transferOut',
  'deliveryOut'
] as const;
export type TransactionType = (typeof transactionTypes)[number];

export const transactionRow = v.looseObject({
  id: uuid,
  accountId: uuid,
  /** The asset it is about; none where only cash moves. */
  assetId: maybe(uuid),
  date: day,
  type: oneOf(transactionTypes),
  /** Units in or out, never negative; of a split the number of new units for one old. */
  quantity: maybe(
    v.pipe(
      decimal,
      v.check((value) => !value.startsWith('-'), 'is below zero')
    )
  ),
  /** Per unit, in `currency`. */
  price: maybe(decimal),
  /** Before fees and taxes, in `currency`; `'0'` for a split. */
  gross: decimal,
  fees: maybe(decimal),
  taxes: maybe(decimal),
  currency,
  /** Units of the account's currency for one of `currency`, as booked. */
  fxRate: maybe(decimal),
  note: maybe(text),
  /** Recognises the same booking in a file that is imported again. */
  importId: maybe(text),
  createdAt: instant,
  updatedAt: instant
});

export type Transaction = v.InferOutput<typeof transactionRow>;

/** One stored row: a month of an account. */
export interface TransactionMonth extends Row {
  readonly accountId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** The assets named in it, each once, in ascending order. */
  readonly assetIds: readonly string[];
  readonly entries: readonly Row[];
}

const packed: PackedStore = {
  entries: 'entries',
  entryKey: 'id',
  containerFields: ['accountId', 'month', 'assetIds', 'entries'],
  keyOf: (entry) => [entry['accountId'] as string, monthOf(entry)],
  pack: packMonth
};

/** The stored row of transactions of one account and month, in the order given. */
export function packMonth(entries: readonly Row[]): TransactionMonth {
  const first = entries[0];
  if (!first) throw new RangeError('A month without transactions has no row.');
  const assetIds = new Set<string>();
  for (const { assetId } of entries) if (typeof assetId === 'string') assetIds.add(assetId);
  return { accountId: first['accountId'] as string, month: monthOf(first), assetIds: [...assetIds].sort(), entries };
}

function monthOf(entry: Row): string {
  return String(entry['date']).slice(0, 7);
}

export const transactions: StoreDefinition = {
  keyPath: ['accountId', 'month'],
  indexes: [{ keyPath: 'assetIds', multiEntry: true }],
  row: transactionRow,
  packed
};
