/** What the form of a transaction holds, and what follows in it from what was typed. */
import type {
  NumberStyle,
  TransactionDraft,
  TransactionKind,
  TransactionPlace,
  TransactionRecord,
  TransferDraft
} from '../../app/contract';
import { readNumber } from '../../app/entry';
import type { Preset } from './entry.svelte';
import { isFormKind, kindOf, type FormKind } from './transaction-kinds';

/** Text in every field, as it was typed; also what is kept as a draft. */
export type TransactionValues = Readonly<
  Record<
    | 'kind'
    | 'date'
    | 'accountId'
    | 'toAccountId'
    | 'assetId'
    | 'quantity'
    | 'price'
    | 'gross'
    | 'fees'
    | 'taxes'
    | 'currency'
    | 'fxRate'
    | 'amountIn'
    | 'currencyIn'
    | 'note'
    | 'keptAccountId'
    | 'keptDate',
    string
  >
>;

const empty: TransactionValues = {
  kind: 'buy',
  date: '',
  accountId: '',
  toAccountId: '',
  assetId: '',
  quantity: '',
  price: '',
  gross: '',
  fees: '',
  taxes: '',
  currency: '',
  fxRate: '',
  amountIn: '',
  currencyIn: '',
  note: '',
  keptAccountId: '',
  keptDate: ''
};

/** Digits after the point of what is worked out by dividing; more would only look exact. */
const places = 10;

export function newTransaction(today: string, preset: Preset = {}): TransactionValues {
  return { ...empty, date: today, ...preset };
}

/** The next of several: same kind, account and day. */
export function nextTransaction({ kind, accountId, toAccountId, date }: TransactionValues): TransactionValues {
  return { ...empty, kind, accountId, toAccountId, date };
}

/** Amounts are written in the person's own style. */
export function shownTransaction(
  record: TransactionRecord,
  at: TransactionPlace,
  style: NumberStyle
): TransactionValues {
  const number = (text: string | undefined) => shownNumber(text ?? '', style);
  return {
    ...empty,
    kind: record.type,
    date: record.date,
    accountId: record.accountId,
    assetId: record.assetId ?? '',
    quantity: number(record.quantity),
    price: number(record.price),
    gross: number(record.gross),
    fees: number(record.fees),
    taxes: number(record.taxes),
    currency: record.currency,
    fxRate: number(record.fxRate),
    note: record.note ?? '',
    keptAccountId: at.accountId,
    keptDate: at.date
  };
}

export const shownNumber = (text: string, { decimalMark }: NumberStyle): string => text.replace('.', decimalMark);

export function formKindOf({ kind }: Pick<TransactionValues, 'kind'>): FormKind {
  return isFormKind(kind) ? kind : 'buy';
}

/** What is checked and saved: only what the form of this kind asks for, so that nothing hidden comes along. */
export function draftOf(values: TransactionValues): TransactionDraft {
  const kind = formKindOf(values);
  const { asks } = kindOf(kind);
  const asked = (field: (typeof asks)[number], text: string) => (asks.includes(field) ? text : '');
  return {
    type: kind as TransactionKind,
    date: values.date,
    accountId: values.accountId,
    assetId: asked('asset', values.assetId),
    quantity: asked('quantity', values.quantity),
    price: asked('price', values.price),
    gross: asked('gross', values.gross),
    fees: asked('fees', values.fees),
    taxes: asked('taxes', values.taxes),
    currency: asked('currency', values.currency),
    fxRate: asked('currency', values.fxRate),
    note: values.note
  };
}

export function transferOf(values: TransactionValues): TransferDraft {
  return {
    date: values.date,
    fromAccountId: values.accountId,
    toAccountId: values.toAccountId,
    assetId: values.assetId,
    quantity: values.assetId === '' ? '' : values.quantity,
    amount: values.assetId === '' ? values.gross : '',
    currency: values.assetId === '' ? values.currency : '',
    amountIn: values.assetId === '' ? values.amountIn : '',
    currencyIn: values.assetId === '' ? values.currencyIn : '',
    fees: values.fees,
    note: values.note
  };
}

type Tied = 'quantity' | 'price' | 'gross';

/** Units × price = amount, whichever two are typed: the third follows the one that was typed last. */
export function tied(
  values: Pick<TransactionValues, Tied>,
  typed: Tied,
  style: NumberStyle
): Partial<Record<Tied, string>> {
  const read = (field: Tied) => {
    const found = readNumber(values[field], style);
    return 'problem' in found ? null : found.value;
  };
  const [quantity, price, gross] = [read('quantity'), read('price'), read('gross')];
  const shown = (value: NonNullable<typeof quantity>) => shownNumber(value.round(places).toFixed(), style);
  if (typed !== 'gross') {
    if (quantity !== null && price !== null) return { gross: shown(quantity.times(price)) };
    const [other, missing] = typed === 'quantity' ? [quantity, 'price' as const] : [price, 'quantity' as const];
    return other === null || gross === null || isZero(other) ? {} : { [missing]: shown(gross.div(other)) };
  }
  if (gross === null) return {};
  if (quantity !== null) return isZero(quantity) ? {} : { price: shown(gross.div(quantity)) };
  return price === null || isZero(price) ? {} : { quantity: shown(gross.div(price)) };
}

const isZero = (value: { toFixed(): string }): boolean => !/[1-9]/.test(value.toFixed());
