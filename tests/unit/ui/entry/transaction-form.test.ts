import { describe, expect, test } from 'vitest';
import {
  draftOf,
  newTransaction,
  nextTransaction,
  shownTransaction,
  tied,
  transferOf,
  type TransactionValues
} from '../../../../src/lib/ui/entry/transaction-form';
import { formKinds, kindOf } from '../../../../src/lib/ui/entry/transaction-kinds';

const point = { decimalMark: '.' } as const;
const comma = { decimalMark: ',' } as const;
const empty = { quantity: '', price: '', gross: '' };
const filled = (change: Partial<TransactionValues>) => newTransaction('2024-06-28', change);

describe('units × price = amount', () => {
  test('fills the amount from the other two, as they are typed', () => {
    expect(tied({ ...empty, quantity: '3', price: '1.1' }, 'price', point)).toEqual({ gross: '3.3' });
    expect(tied({ quantity: '3', price: '1.1', gross: '9' }, 'quantity', point)).toEqual({ gross: '3.3' });
    expect(tied({ ...empty, quantity: '0.1', price: '0.2' }, 'quantity', point)).toEqual({ gross: '0.02' });
  });

  test('fills the price from the amount, and the units where there are none', () => {
    expect(tied({ ...empty, quantity: '4', gross: '10' }, 'gross', point)).toEqual({ price: '2.5' });
    expect(tied({ ...empty, price: '4', gross: '10' }, 'gross', point)).toEqual({ quantity: '2.5' });
    expect(tied({ ...empty, quantity: '3', gross: '10' }, 'gross', point)).toEqual({ price: '3.3333333333' });
    expect(tied({ ...empty, quantity: '4', gross: '10' }, 'quantity', point)).toEqual({ price: '2.5' });
  });

  test('is silent while something is missing, no number, or zero', () => {
    expect(tied({ ...empty, quantity: '4' }, 'quantity', point)).toEqual({});
    expect(tied({ ...empty, quantity: 'four', gross: '10' }, 'gross', point)).toEqual({});
    expect(tied({ ...empty, quantity: '0', gross: '10' }, 'gross', point)).toEqual({});
    expect(tied({ ...empty, quantity: '4', gross: '' }, 'gross', point)).toEqual({});
  });

  test('reads and writes numbers in the person’s style', () => {
    expect(tied({ ...empty, quantity: '1.000', price: '1,5' }, 'price', comma)).toEqual({ gross: '1500' });
    expect(tied({ ...empty, quantity: '4', gross: '10' }, 'gross', comma)).toEqual({ price: '2,5' });
  });
});

describe('what is saved', () => {
  test('is what the form of its type asks for, and nothing that was typed for another', () => {
    const values = filled({ kind: 'deposit', assetId: 'x', quantity: '3', price: '2', gross: '6', taxes: '1' });
    expect(draftOf(values)).toMatchObject({
      type: 'deposit',
      assetId: '',
      quantity: '',
      price: '',
      gross: '6',
      taxes: ''
    });
    expect(draftOf({ ...values, kind: 'split' })).toMatchObject({ assetId: 'x', quantity: '3', gross: '', price: '' });
  });

  test('of a transfer is units of an asset, or cash', () => {
    const values = filled({
      kind: 'transfer',
      accountId: 'a',
      toAccountId: 'b',
      quantity: '3',
      gross: '6',
      amountIn: '7'
    });
    expect(transferOf(values)).toMatchObject({
      fromAccountId: 'a',
      toAccountId: 'b',
      amount: '6',
      amountIn: '7',
      quantity: ''
    });
    expect(transferOf({ ...values, assetId: 'x' })).toMatchObject({
      assetId: 'x',
      quantity: '3',
      amount: '',
      amountIn: ''
    });
  });

  test('can be asked for in every type', () => {
    for (const kind of formKinds.filter((each) => each !== 'transfer' && each !== 'split')) {
      expect(kindOf(kind).asks).toContain('gross');
    }
  });
});

describe('the next one', () => {
  test('keeps type, account and day', () => {
    const next = nextTransaction(filled({ kind: 'dividend', accountId: 'a', assetId: 'x', gross: '6', note: 'n' }));
    expect(next).toEqual(filled({ kind: 'dividend', accountId: 'a' }));
  });
});

test('a transaction that is edited is shown in the person’s style', () => {
  const at = { accountId: 'a', date: '2024-01-31' };
  const record = {
    id: 'id',
    type: 'buy',
    ...at,
    assetId: 'x',
    quantity: '1.5',
    price: '1234.5',
    gross: '1851.75',
    currency: 'EUR',
    createdAt: '',
    updatedAt: ''
  } as const;
  expect(shownTransaction(record, at, comma)).toMatchObject({
    kind: 'buy',
    quantity: '1,5',
    price: '1234,5',
    gross: '1851,75',
    fees: '',
    note: '',
    keptAccountId: 'a',
    keptDate: '2024-01-31'
  });
});
