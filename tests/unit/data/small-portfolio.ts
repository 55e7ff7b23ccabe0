/** A portfolio of a few assets, row by row in the shape of 1.0.0, small enough to be valued by hand. */
import { packMonth } from '../../../src/lib/schema/v1.0.0';
import type { Row } from '../../../src/lib/migration';

const at = '2024-01-05T08:00:00.000Z';
const times = { createdAt: at, updatedAt: at };

export function idOf(number: number): string {
  return `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const ids = {
  person: idOf(1),
  depot: idOf(2),
  bank: idOf(3),
  infosys: idOf(11),
  sap: idOf(12),
  flat: idOf(13),
  loan: idOf(14),
  cash: idOf(15),
  old: idOf(16)
};

function asset(id: string, name: string, more: Row): Row {
  return {
    id,
    accountId: ids.depot,
    name,
    assetType: 'internationalStock',
    primaryCountry: 'DE',
    ownerCountry: 'DE',
    primaryCurrency: 'EUR',
    amount: '0',
    quantity: 0,
    tags: [],
    documents: [],
    isActive: true,
    isIncludedInPortfolio: true,
    ...times,
    ...more
  };
}

function booking(number: number, assetId: string, date: string, type: string, quantity: string): Row {
  return {
    id: idOf(100 + number),
    accountId: ids.depot,
    assetId,
    date,
    type,
    quantity,
    gross: '1000',
    currency: 'EUR',
    ...times
  };
}

/** Rows by store. Day of valuation: 2024-06-28. */
export const smallPortfolio: Readonly<Record<string, readonly Row[]>> = {
  settings: [
    {
      id: 'settings',
      baseCurrency: 'EUR',
      homeCountry: 'DE',
      locale: 'de-DE',
      costMethod: 'fifo',
      spendingCurrencies: ['EUR'],
      horizonYears: 10,
      ...times
    }
  ],
  persons: [{ id: ids.person, name: 'Anita', citizenships: ['IN'], homeCountry: 'DE', ...times }],
  accounts: [
    { id: ids.depot, name: 'Depot', country: 'DE', currency: 'EUR', kind: 'brokerage', ...times },
    { id: ids.bank, name: 'Bank', country: 'DE', currency: 'EUR', kind: 'bank', ...times }
  ],
  assets: [
    asset(ids.infosys, 'Infosys', {
      primaryCountry: 'IN',
      primaryCurrency: 'INR',
      amount: '1',
      quantity: 7,
      unknownField: { kept: ['as', 'it', 'is'] },
      documents: ['contract|2020-01-01|Demat form|https://example.org/demat.pdf', 'scan.pdf']
    }),
    asset(ids.sap, 'SAP', { assetType: 'domesticStock', amount: '500.50', quantity: 5 }),
    asset(ids.flat, 'Flat in Köln', { assetType: 'residentialProperty', amount: '300000', quantity: 1 }),
    asset(ids.loan, 'Mortgage', { assetType: 'mortgage', accountId: ids.bank, amount: '120000', quantity: 1 }),
    asset(ids.cash, 'Dirham note', {
      assetType: 'foreignCash',
      accountId: ids.bank,
      primaryCountry: 'AE',
      primaryCurrency: 'AED',
      amount: '100'
    }),
    asset(ids.old, 'Sold long ago', { amount: '7777', isActive: false })
  ],
  transactions: [
    packMonth([
      booking(1, ids.infosys, '2024-01-10', 'buy', '100'),
      booking(2, ids.infosys, '2024-01-20', 'sell', '40')
    ]),
    packMonth([booking(3, ids.infosys, '2024-07-01', 'buy', '1000')])
  ],
  prices: [
    { assetId: ids.infosys, year: 2023, days: ['2023-12-29'], closes: ['1543'] },
    { assetId: ids.infosys, year: 2024, days: ['2024-06-26', '2024-07-01'], closes: ['1500', '9999'] }
  ],
  fxRates: [{ pair: 'EURINR', base: 'EUR', quote: 'INR', year: 2024, days: ['2024-06-27'], rates: ['90'] }]
};
