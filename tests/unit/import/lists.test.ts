import { expect, it } from 'vitest';
import { assetTypes, isCurrencyCode, transactionTypes } from '../../../src/lib/import';
import { isCountryCode } from '../../../src/lib/import/assets/countries';
import { problemsOf, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { smallPortfolio } from '../data/small-portfolio';

const [first] = history.versions;

/** Whether the first version takes a row of this store with that field. */
function takes(store: string, field: string, value: string): boolean {
  const definition = first?.stores[store];
  const [row] = smallPortfolio[store] ?? [];
  if (!definition || !row) throw new Error(`no ${store}`);
  return !problemsOf(store, definition, { ...row, [field]: value } as Row).some((problem) => problem.field === field);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

it('types of assets are those of the data versions', () => {
  for (const type of assetTypes) expect([type, takes('assets', 'assetType', type)]).toEqual([type, true]);
});

it('types of transactions are those of the data versions', () => {
  const months = smallPortfolio['transactions'] ?? [];
  const definition = first?.stores['transactions'];
  if (!definition) throw new Error('no transactions');
  const entry = (months[0]?.['entries'] as Row[])[0];
  for (const type of transactionTypes) {
    const row = { ...months[0], entries: [{ ...entry, type }] } as Row;
    expect([type, problemsOf('transactions', definition, row)]).toEqual([type, []]);
  }
});

it('currencies and countries are those of the data versions, no more and no fewer', () => {
  for (const a of letters) {
    for (const b of letters) {
      expect([a + b, isCountryCode(a + b)]).toEqual([a + b, takes('assets', 'primaryCountry', a + b)]);
      for (const c of letters) {
        const code = a + b + c;
        if (isCurrencyCode(code) !== takes('assets', 'primaryCurrency', code)) expect.fail(code);
      }
    }
  }
});
