import { describe, expect, it } from 'vitest';
import {
  checkTransaction,
  transactionTypes,
  typeRules,
  type EntryContext,
  type TransactionDraft
} from '../../../../src/lib/domain/entry';

const context: EntryContext = {
  style: { decimalMark: '.' },
  today: '2024-06-28',
  held: null,
  account: (id) =>
    id === 'depot'
      ? { name: 'Depot', currency: 'EUR' }
      : id === 'old'
        ? { name: 'Old', currency: 'EUR', openedOn: '2010-01-01', closedOn: '2020-12-31' }
        : null,
  asset: (id) =>
    id === 'infosys'
      ? { name: 'Infosys', currency: 'INR', liability: false }
      : id === 'sap'
        ? { name: 'SAP', currency: 'EUR', liability: false }
        : id === 'loan'
          ? { name: 'Loan', currency: 'EUR', liability: true }
          : null
};

const empty: TransactionDraft = {
  type: 'buy',
  date: '2024-06-03',
  accountId: 'depot',
  assetId: 'sap',
  quantity: '',
  price: '',
  gross: '',
  fees: '',
  taxes: '',
  currency: '',
  fxRate: '',
  note: ''
};

const check = (draft: Partial<TransactionDraft>, more: Partial<EntryContext> = {}) =>
  checkTransaction({ ...empty, ...draft }, { ...context, ...more });
const said = (notes: readonly { field: string; message: string }[]): string[] =>
  notes.map(({ field, message }) => `${field}: ${message}`);

describe('a purchase', () => {
  it('is saved with what was left out filled in', () => {
    const { record, problems, warnings, filled } = check({
      quantity: '10',
      price: '150.25',
      fees: '9.90',
      note: 'First 🚀'
    });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(filled).toEqual({ gross: '1502.5' });
    expect(record).toEqual({
      accountId: 'depot',
      assetId: 'sap',
      date: '2024-06-03',
      type: 'buy',
      quantity: '10',
      price: '150.25',
      gross: '1502.5',
      fees: '9.9',
      currency: 'EUR',
      note: 'First 🚀'
    });
  });

  it('takes the amount in all instead of a price, and writes down a price only where it is exact', () => {
    expect(check({ quantity: '8', gross: '100' }).record).toMatchObject({ price: '12.5', gross: '100' });
    const third = check({ quantity: '3', gross: '100' });
    expect(third.record).toMatchObject({ gross: '100' });
    expect(third.record).not.toHaveProperty('price');
    expect(third.filled).toEqual({ price: '33.3333333333' });
  });

  it('is exact from 10^-12 to 10^20', () => {
    const { record } = check({ quantity: '100000000000000000000', price: '0.000000000001' });
    expect(record).toMatchObject({ quantity: '100000000000000000000', price: '0.000000000001', gross: '100000000' });
  });

  it('says what is missing in its own words', () => {
    const { record, problems } = check({ assetId: '', accountId: '', date: '' });
    expect(record).toBeNull();
    expect(said(problems)).toEqual([
      'date: On which day was it?',
      'accountId: Choose an account.',
      'assetId: Choose what was bought.',
      'quantity: How many units were bought?',
      'gross: Write the price of one unit, or the amount in all.'
    ]);
  });

  it.each([
    ['0', 'quantity: Zero units change nothing. Write how many there were.'],
    ['-5', 'quantity: Write the number of units without a minus: the type says whether they come in or go out.'],
    ['five', 'quantity: Write a number such as 1234.50.']
  ])('refuses %s units', (quantity, words) => {
    expect(said(check({ quantity, price: '1' }).problems)).toEqual([words]);
  });

  it('tells where units, price and amount do not go together, and takes rounding as it is', () => {
    expect(said(check({ quantity: '3', price: '10', gross: '30.50' }).warnings)).toEqual([
      'gross: 3 × 10 is 30, not 30.5. If the rest is a fee or a tax, write it there.'
    ]);
    expect(check({ quantity: '3', price: '33.33', gross: '100' }).warnings).toEqual([]);
    expect(check({ quantity: '3', price: '33.33', gross: '100' }).record).toMatchObject({
      gross: '100',
      price: '33.33'
    });
  });

  it('takes another currency with or without the rate that was booked', () => {
    const without = check({ assetId: 'infosys', quantity: '1', price: '1500' });
    expect(without.record).toMatchObject({ currency: 'INR' });
    expect(said(without.warnings)).toEqual([
      'fxRate: Without the rate that was booked, the table’s rate of that day is used.'
    ]);
    expect(check({ assetId: 'infosys', quantity: '1', price: '1500', fxRate: '0.0111' }).record).toMatchObject({
      fxRate: '0.0111'
    });
    expect(said(check({ assetId: 'infosys', quantity: '1', price: '1', fxRate: '0' }).problems)).toEqual([
      'fxRate: A rate is above zero: what one INR was worth in EUR.'
    ]);
  });

  it.each([['XYZ'], ['EURO'], ['XXX'], ['₿']])('does not know the currency %s', (currency) => {
    expect(said(check({ quantity: '1', price: '1', currency }).problems)).toEqual([
      `currency: ‘${currency}’ is not a currency. Use its three letters, such as EUR.`
    ]);
  });

  it('knows currencies that are no longer in use', () => {
    expect(check({ quantity: '1', price: '1', currency: 'hrk', fxRate: '0.13' }).record).toMatchObject({
      currency: 'HRK'
    });
  });
});

describe('days', () => {
  it.each([
    ['2023-02-29', 'There is no such day: February 2023 has 28 days.'],
    ['2024-04-31', 'There is no such day: April 2024 has 30 days.'],
    ['1900-02-29', 'There is no such day: February 1900 has 28 days.'],
    ['2024-13-01', 'Write a day that exists, as year, month and day: 2024-02-29.'],
    ['yesterday', 'Write a day that exists, as year, month and day: 2024-02-29.']
  ])('%s is refused', (date, words) => {
    expect(said(check({ quantity: '1', price: '1', date }).problems)).toEqual([`date: ${words}`]);
  });

  it('to come or long ago are told and taken', () => {
    const future = check({ quantity: '1', price: '1', date: '2024-06-29' });
    expect(said(future.warnings)).toEqual(['date: This day is still to come.']);
    expect(future.record).not.toBeNull();
    expect(said(check({ quantity: '1', price: '1', date: '0204-06-03' }).warnings)).toEqual([
      'date: This is a long time ago. Is the year right?'
    ]);
  });

  it('outside the life of the account are told and taken', () => {
    const late = check({ quantity: '1', price: '1', accountId: 'old', date: '2021-01-04' });
    expect(said(late.warnings)).toEqual(['accountId: This account was closed on 2020-12-31.']);
    expect(late.record).not.toBeNull();
  });
});

describe('a sale', () => {
  it('of more than is held is told at the units, and taken', () => {
    const sale = { type: 'sell', quantity: '11', price: '1' } as const;
    expect(said(check(sale, { held: '10.5' }).warnings)).toEqual([
      'quantity: More than is held in this account on that day: 10.5.'
    ]);
    expect(check(sale, { held: '10.5' }).record).not.toBeNull();
    expect(check(sale, { held: '11' }).warnings).toEqual([]);
    expect(check(sale, { held: '10.5', style: { decimalMark: ',' } }).warnings).toHaveLength(1);
    expect(check({ ...sale, type: 'buy' }, { held: '0' }).warnings).toEqual([]);
  });
});

describe('cash', () => {
  it.each([
    ['deposit', '-5', 'gross: Write it without a minus, or choose Withdrawal.'],
    ['withdrawal', '-5', 'gross: Write it without a minus, or choose Deposit.'],
    ['deposit', '0', 'gross: Zero changes nothing. Write how much it was.'],
    ['deposit', '', 'gross: How much was paid in?'],
    ['fee', '', 'gross: How much was the fee?'],
    ['tax', '0', 'gross: Zero changes nothing. Write how much it was.']
  ] as const)('of a %s of %s is refused', (type, gross, words) => {
    expect(said(check({ type, assetId: '', gross }).problems)).toEqual([words]);
  });

  it('leaves out what has no place in its type', () => {
    const { record } = check({ type: 'deposit', assetId: 'sap', quantity: '5', price: '3', gross: '100', fees: '1' });
    expect(record).toEqual({
      accountId: 'depot',
      date: '2024-06-03',
      type: 'deposit',
      gross: '100',
      fees: '1',
      currency: 'EUR'
    });
  });

  it('may take an earlier one back', () => {
    expect(said(check({ type: 'dividend', gross: '(12.30)' }).warnings)).toEqual([
      'gross: With a minus it takes back an earlier one.'
    ]);
    expect(check({ type: 'dividend', gross: '(12.30)' }).record).toMatchObject({ gross: '-12.3' });
  });

  it('of a dividend is units times what each paid', () => {
    expect(check({ type: 'dividend', quantity: '40', price: '2.20' }).record).toMatchObject({ gross: '88' });
    expect(said(check({ type: 'dividend', assetId: '', gross: '1' }).problems)).toEqual([
      'assetId: Choose the asset that paid it.'
    ]);
  });

  it('of interest on what is owed is paid', () => {
    expect(said(check({ type: 'interest', assetId: 'loan', gross: '10' }).warnings)).toEqual([
      'gross: Interest on what you owe is paid, not received: write it with a minus.'
    ]);
    expect(check({ type: 'interest', assetId: 'loan', gross: '-10' }).warnings).toEqual([]);
  });
});

describe('units without cash', () => {
  it('split by a number or a ratio', () => {
    expect(check({ type: 'split', quantity: '4' }).record).toMatchObject({ quantity: '4', gross: '0' });
    expect(check({ type: 'split', quantity: '3:2' }).record).toMatchObject({ quantity: '1.5' });
    const third = check({ type: 'split', quantity: '1:3' });
    expect(third.record).toMatchObject({ quantity: '0.333333333333333333333' });
    expect(said(third.warnings)).toEqual([
      'quantity: This cannot be written exactly; it is kept to twenty digits and more.'
    ]);
    expect(said(check({ type: 'split', quantity: '3:0' }).problems)).toEqual([
      'quantity: Write new units to old ones: 3:2.'
    ]);
    expect(said(check({ type: 'split', quantity: '0' }).problems)).toEqual([
      'quantity: A split into 0 would leave nothing.'
    ]);
  });

  it('come in with or without what they cost', () => {
    expect(said(check({ type: 'deliveryIn', quantity: '5' }).warnings)).toEqual([
      'gross: Without what they cost, these units count as having cost nothing.'
    ]);
    expect(check({ type: 'deliveryIn', quantity: '5', price: '2' }).record).toMatchObject({ gross: '10' });
  });

  it('open with units or with cash', () => {
    expect(check({ type: 'openingBalance', quantity: '5', gross: '100' }).record).toMatchObject({
      quantity: '5',
      gross: '100'
    });
    expect(check({ type: 'openingBalance', assetId: '', gross: '-100' }).record).toMatchObject({ gross: '-100' });
    expect(said(check({ type: 'openingBalance', assetId: '', gross: '' }).problems)).toEqual([
      'gross: How much cash was there?'
    ]);
    expect(said(check({ type: 'openingBalance', gross: '1' }).problems)).toEqual([
      'quantity: How many units were held?'
    ]);
  });
});

describe('notes', () => {
  it('keep emoji and lines, and lose what cannot be seen with a word', () => {
    const { record, warnings } = check({
      quantity: '1',
      price: '1',
      note: 'Ein\u0000kauf\u202e 👩‍👩‍👧\r\nzweite\u200b Zeile\ud800'
    });
    expect(record).toMatchObject({ note: 'Einkauf 👩‍👩‍👧\nzweite Zeile' });
    expect(said(warnings)).toEqual(['note: Characters that cannot be seen were taken out.']);
    expect(check({ quantity: '1', price: '1', note: ' two\nlines ' }).warnings).toEqual([]);
  });
});

describe('every type', () => {
  it.each(transactionTypes)('%s has its label and says what is missing', (type) => {
    const { record, problems } = check({ type, assetId: '', accountId: '' });
    expect(typeRules[type].label).not.toBe('');
    expect(record).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).toMatch(/^[A-Z‘].*[.?]$/);
  });
});
