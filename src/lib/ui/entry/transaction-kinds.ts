/** The types of transactions as a person chooses them, and what the form of each asks for. */
import type { TransactionKind } from '../../app/contract';
import { humanName } from '../format';
import { said, t, type Said } from '../i18n';

/** A transfer is entered once, for both of its ends. */
export type FormKind = TransactionKind | 'transfer';

export type AskedField = 'asset' | 'quantity' | 'price' | 'gross' | 'fees' | 'taxes' | 'currency';

export interface KindOfForm {
  /** In the order of the form. */
  readonly asks: readonly AskedField[];
  /** An asset is offered, and may be left out. */
  readonly withoutAsset?: true;
  readonly gross: Said;
}

const trade = ['asset', 'quantity', 'price', 'gross', 'fees', 'taxes', 'currency'] as const;
const income = ['asset', 'gross', 'taxes', 'fees', 'currency'] as const;
const cash = ['gross', 'fees', 'currency'] as const;
const delivery = ['asset', 'quantity', 'price', 'gross', 'fees', 'currency'] as const;

const kinds: Readonly<Record<FormKind, KindOfForm>> = {
  buy: { asks: trade, gross: said('Amount before fees and taxes') },
  sell: { asks: trade, gross: said('Amount before fees and taxes') },
  dividend: { asks: income, gross: said('Amount before taxes') },
  interest: { asks: income, withoutAsset: true, gross: said('Amount before taxes') },
  deposit: { asks: cash, gross: said('Amount') },
  withdrawal: { asks: cash, gross: said('Amount') },
  transfer: { asks: [], gross: said('Amount') },
  fee: { asks: ['asset', 'gross', 'currency'], withoutAsset: true, gross: said('Amount') },
  tax: { asks: ['asset', 'gross', 'currency'], withoutAsset: true, gross: said('Amount') },
  split: { asks: ['asset', 'quantity'], gross: said('Amount') },
  deliveryIn: { asks: delivery, gross: said('What it had cost') },
  deliveryOut: { asks: delivery, gross: said('What it was worth') },
  openingBalance: {
    asks: ['asset', 'quantity', 'price', 'gross', 'currency'],
    withoutAsset: true,
    gross: said('Amount, or what it had cost')
  },
  transferIn: {
    asks: ['asset', 'quantity', 'gross', 'fees', 'currency'],
    withoutAsset: true,
    gross: said('Amount')
  },
  transferOut: {
    asks: ['asset', 'quantity', 'gross', 'fees', 'currency'],
    withoutAsset: true,
    gross: said('Amount')
  }
};

/** Those offered for a new transaction; the ends of a transfer are only ever edited one by one. */
export const formKinds: readonly FormKind[] = [
  'buy',
  'sell',
  'dividend',
  'interest',
  'deposit',
  'withdrawal',
  'transfer',
  'fee',
  'tax',
  'split',
  'deliveryIn',
  'deliveryOut',
  'openingBalance'
];

export const isFormKind = (text: string): text is FormKind => Object.hasOwn(kinds, text);

/** In the person's words. */
export const kindName = (kind: FormKind): string => (kind === 'transfer' ? t('Transfer') : humanName(kind));

export const kindOf = (kind: FormKind): KindOfForm => kinds[kind];
