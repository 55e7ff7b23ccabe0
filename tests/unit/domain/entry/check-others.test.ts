import { describe, expect, it } from 'vitest';
import {
  checkAccount,
  checkAsset,
  checkPrice,
  checkRate,
  checkTransfer,
  isKnownCountry,
  isKnownCurrency,
  knownCurrencies,
  type AccountDraft,
  type AssetDraft,
  type EntryContext,
  type FieldNote,
  type TransferDraft
} from '../../../../src/lib/domain/entry';
import { isIsin } from '../../../../src/lib/domain/entry/isin';
import { isCountry, isCurrency } from '../../../../src/lib/schema/v1.0.0';

const context: EntryContext = {
  style: { decimalMark: ',' },
  today: '2024-06-28',
  held: '10',
  account: (id) =>
    id === 'depot'
      ? { name: 'Depot', currency: 'EUR' }
      : id === 'bank'
        ? { name: 'Bank', currency: 'EUR' }
        : id === 'broker'
          ? { name: 'Broker', currency: 'USD' }
          : null,
  asset: (id) => (id === 'sap' ? { name: 'SAP', currency: 'EUR', liability: false } : null)
};

const said = (notes: readonly FieldNote[]): string[] => notes.map(({ field, message }) => `${field}: ${message}`);

const transfer: TransferDraft = {
  date: '2024-06-03',
  fromAccountId: 'bank',
  toAccountId: 'depot',
  assetId: '',
  quantity: '',
  amount: '',
  currency: '',
  amountIn: '',
  currencyIn: '',
  fees: '',
  note: ''
};

describe('a transfer', () => {
  it('of cash has two ends', () => {
    const { record, problems, filled } = checkTransfer({ ...transfer, amount: '1.000,50', fees: '2,5' }, context);
    expect(problems).toEqual([]);
    expect(filled).toEqual({ amountIn: '1000.5' });
    expect(record).toEqual({
      out: {
        date: '2024-06-03',
        accountId: 'bank',
        type: 'transferOut',
        gross: '1000.5',
        currency: 'EUR',
        fees: '2.5'
      },
      in: { date: '2024-06-03', accountId: 'depot', type: 'transferIn', gross: '1000.5', currency: 'EUR' }
    });
  });

  it('between currencies needs what arrived', () => {
    const draft = { ...transfer, toAccountId: 'broker', amount: '1000' };
    expect(said(checkTransfer(draft, context).problems)).toEqual(['amountIn: How much arrived, in USD?']);
    expect(checkTransfer({ ...draft, amountIn: '1080,40' }, context).record).toMatchObject({
      out: { gross: '1000', currency: 'EUR' },
      in: { gross: '1080.4', currency: 'USD' }
    });
  });

  it('of units leaves cash alone and tells of more than is held', () => {
    const { record, warnings } = checkTransfer({ ...transfer, assetId: 'sap', quantity: '11' }, context);
    expect(record?.out).toMatchObject({ assetId: 'sap', quantity: '11', gross: '0', currency: 'EUR' });
    expect(record?.in).toMatchObject({ assetId: 'sap', quantity: '11', gross: '0', accountId: 'depot' });
    expect(said(warnings)).toEqual(['quantity: More than is held in this account on that day: 10.']);
  });

  it.each([
    [{ toAccountId: 'bank', amount: '1' }, ['toAccountId: Choose another account than the one it comes from.']],
    [{ amount: '-1' }, ['amount: Write it without a minus: the accounts say which way it goes.']],
    [{ amount: '0' }, ['amount: Zero moves nothing.']],
    [{ fromAccountId: '', amount: '1' }, ['fromAccountId: From which account?']],
    [
      { amount: '1', currency: 'ZZZ' },
      ['currency: ‘ZZZ’ is not a currency. Use its three letters, such as EUR.', 'amountIn: How much arrived, in EUR?']
    ]
  ])('%o is refused', (draft, words) => {
    const { record, problems } = checkTransfer({ ...transfer, ...draft }, context);
    expect(record).toBeNull();
    expect(said(problems)).toEqual(words);
  });
});

const account: AccountDraft = {
  name: ' Depot\u200b 🏦 ',
  institution: '',
  country: 'de',
  currency: 'eur',
  kind: 'brokerage',
  openedOn: '',
  closedOn: '',
  ownerIds: []
};

describe('an account', () => {
  it('is saved without what was left empty', () => {
    const { record, warnings } = checkAccount(account, context);
    expect(record).toEqual({ name: 'Depot 🏦', country: 'DE', currency: 'EUR', kind: 'brokerage' });
    expect(said(warnings)).toEqual(['name: Characters that cannot be seen were taken out.']);
  });

  it('says what is wrong', () => {
    const wrong = {
      ...account,
      name: ' ',
      country: 'XK',
      currency: '',
      openedOn: '2020-01-02',
      closedOn: '2020-01-01'
    };
    expect(said(checkAccount(wrong, context).problems)).toEqual([
      'name: Give the account a name.',
      'country: ‘XK’ is not a country. Choose one from the list.',
      'currency: Choose a currency.',
      'closedOn: The account would be closed before it was opened.'
    ]);
  });
});

const asset: AssetDraft = {
  name: 'SAP',
  accountId: 'depot',
  assetType: 'domesticStock',
  symbol: 'SAP',
  isin: 'DE0007164600',
  identifiers: { wkn: '716460', ' ': 'x' },
  primaryCountry: 'DE',
  ownerCountry: 'DE',
  primaryCurrency: 'EUR',
  underlyingCurrency: '',
  hedgedTo: '',
  currentValue: '1.234,50',
  quantity: '',
  originalInvestment: '',
  acquisitionDate: '',
  institution: '',
  sector: 'Software',
  tags: ['dax', ' dax ', ''],
  notes: '',
  benchmarkSymbol: '',
  expectedAnnualIncome: '',
  incomeFrequency: '',
  riskRating: '',
  isActive: true,
  isIncludedInPortfolio: true
};

describe('an asset', () => {
  it('is saved without what was left empty, amounts in plain notation', () => {
    expect(checkAsset(asset, context).record).toEqual({
      accountId: 'depot',
      name: 'SAP',
      symbol: 'SAP',
      sector: 'Software',
      isin: 'DE0007164600',
      identifiers: { wkn: '716460' },
      assetType: 'domesticStock',
      primaryCountry: 'DE',
      ownerCountry: 'DE',
      primaryCurrency: 'EUR',
      currentValue: '1234.5',
      quantity: '0',
      tags: ['dax'],
      isActive: true,
      isIncludedInPortfolio: true
    });
  });

  it('says what is wrong, and what may be', () => {
    const { problems, warnings } = checkAsset(
      {
        ...asset,
        name: '',
        accountId: '',
        assetType: 'unicorn',
        isin: 'DE0007164601',
        quantity: '-1',
        hedgedTo: 'ABC'
      },
      context
    );
    expect(said(problems)).toEqual([
      'name: Give it a name.',
      'accountId: Choose the account it is held in.',
      'assetType: Choose what it is.',
      'hedgedTo: ‘ABC’ is not a currency. Use its three letters, such as EUR.',
      'quantity: Write the number of units without a minus.'
    ]);
    expect(said(warnings)).toEqual(['isin: This is not an ISIN as they are made up: a digit may be wrong.']);
  });

  it.each(['US0378331005', 'DE0007164600', 'INE009A01021', 'GB0002634946'])('knows %s for an ISIN', (isin) => {
    expect(isIsin(isin)).toBe(true);
    expect(isIsin(isin.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)))).toBe(false);
  });
});

describe('a price and a rate', () => {
  it('are above or at zero', () => {
    expect(checkPrice({ assetId: 'sap', day: '2024-06-27', close: '1.500,00' }, context).record).toEqual({
      assetId: 'sap',
      day: '2024-06-27',
      close: '1500'
    });
    expect(said(checkPrice({ assetId: 'sap', day: '2024-06-31', close: '-1' }, context).problems)).toEqual([
      'day: There is no such day: June 2024 has 30 days.',
      'close: A price is not below zero.'
    ]);
    expect(checkRate({ base: 'eur', quote: 'inr', day: '2024-06-27', rate: '89,95' }, context).record).toEqual({
      base: 'EUR',
      quote: 'INR',
      day: '2024-06-27',
      rate: '89.95'
    });
    expect(said(checkRate({ base: 'EUR', quote: 'EUR', day: '', rate: '0' }, context).problems)).toEqual([
      'quote: A rate is between two different currencies.',
      'day: Of which day is the rate?',
      'rate: A rate is above zero.'
    ]);
  });
});

describe('facts', () => {
  it('are those that the data accepts', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const pairs = letters.flatMap((a) => letters.map((b) => a + b));
    expect(pairs.filter((code) => isKnownCountry(code) !== isCountry(code))).toEqual([]);
    const triples = pairs.flatMap((pair) => letters.map((c) => pair + c));
    expect(triples.filter((code) => isKnownCurrency(code) !== isCurrency(code))).toEqual([]);
    expect(knownCurrencies()).toContain('EUR');
  });
});
