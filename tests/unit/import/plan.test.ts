import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport, type BookingFact, type ImportPlan, type PortfolioFacts } from '../../../src/lib/import';
import { guessType } from '../../../src/lib/import/assets/guess-type';
import { seed } from '../../support/seed';
import { lines } from './files';
import { readingOf } from './reading-of';

const account = { id: 'a-1', name: 'Depot', institution: 'Bank', country: 'DE', currency: 'EUR', closed: false };
const nothing: PortfolioFacts = {
  homeCountry: 'DE',
  baseCurrency: 'EUR',
  accounts: [account],
  assets: [],
  bookings: []
};
const header = 'Date,Type,ISIN,Symbol,Name,Quantity,Price,Amount,Currency';

async function planOf(text: string, facts: PortfolioFacts = nothing): Promise<ImportPlan> {
  const { items } = await readingOf(text);
  return planImport(items, { accounts: {}, assets: {} }, facts, { format: '', fileName: 'file.csv' });
}

/** What an import of the plan leaves behind, as facts for the next one. */
function after({ items }: ImportPlan, statuses: readonly string[] = ['ready']): BookingFact[] {
  return items.flatMap(({ status, bookings }) =>
    statuses.includes(status)
      ? bookings.map(({ accountRef, assetRef, ...booking }, at) => ({
          ...booking,
          id: `${booking.importId} ${at}`,
          accountId: accountRef,
          assetId: assetRef ?? ''
        }))
      : []
  );
}

const statuses = ({ items }: ImportPlan): string[] => items.map(({ status }) => status);

describe('duplicates', () => {
  const twice = lines(header, '2024-01-01,Deposit,,,,,,5,EUR', '2024-01-01,Deposit,,,,,,5,EUR');

  it('rows that are identical on purpose are both kept, with ids of their own', async () => {
    const plan = await planOf(twice);
    expect(statuses(plan)).toEqual(['ready', 'ready']);
    expect(new Set(after(plan).map(({ importId }) => importId)).size).toBe(2);
  });

  it('ids do not depend on where a row stands, nor on the rows around it', async () => {
    const one = await planOf(lines(header, '2024-01-01,Deposit,,,,,,5,EUR', '2024-01-02,Deposit,,,,,,6,EUR'));
    const other = await planOf(
      lines(header, '2024-01-03,Deposit,,,,,,7,EUR', '2024-01-02,Deposit,,,,,,6,EUR', '2024-01-01,Deposit,,,,,,5,EUR')
    );
    const ids = (plan: ImportPlan): Map<string, string> =>
      new Map(after(plan).map(({ date, importId }) => [date, importId]));
    expect(ids(other).get('2024-01-01')).toBe(ids(one).get('2024-01-01'));
    expect(ids(other).get('2024-01-02')).toBe(ids(one).get('2024-01-02'));
  });

  it('an import of the same rows into another account is no duplicate', async () => {
    const first = await planOf(twice);
    const bookings = after(first).map((booking) => ({ ...booking, accountId: 'elsewhere' }));
    expect(statuses(await planOf(twice, { ...nothing, bookings }))).toEqual(['ready', 'ready']);
  });

  it('one booking that was entered by hand explains one of two equal rows', async () => {
    const [booking] = after(await planOf(twice));
    if (!booking) throw new Error('no booking');
    const bookings = [{ ...booking, importId: '', date: '2024-01-04' }];
    const plan = await planOf(twice, { ...nothing, bookings });
    expect(statuses(plan)).toEqual(['doubtful', 'ready']);
    expect(plan.items[0]?.candidates).toEqual(bookings);
  });

  it.each([
    ['four days apart', { date: '2024-01-05' }],
    ['of another type', { type: 'withdrawal' }],
    ['of another amount', { gross: '5.02' }],
    ['of another asset', { assetId: 'x' }]
  ])('a booking %s is none', async (_, change) => {
    const text = lines(header, '2024-01-01,Deposit,,,,,,5,EUR');
    const [booking] = after(await planOf(text));
    if (!booking) throw new Error('no booking');
    expect(statuses(await planOf(text, { ...nothing, bookings: [{ ...booking, importId: '', ...change }] }))).toEqual([
      'ready'
    ]);
  });

  it('importing any file again adds nothing', async () => {
    const row = fc
      .record({
        day: fc.integer({ min: 1, max: 4 }),
        type: fc.constantFrom('Buy', 'Sell', 'Deposit', 'Dividend'),
        units: fc.integer({ min: 1, max: 3 }),
        name: fc.constantFrom('A', 'B')
      })
      .map(
        ({ day, type, units, name }) =>
          `2024-01-0${day},${type},,,${type === 'Deposit' ? '' : name},${type === 'Deposit' ? '' : units},2,${units * 2},EUR`
      );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const text = lines(header, ...rows);
        const first = await planOf(text);
        const again = await planOf(text, { ...nothing, bookings: after(first, ['ready', 'doubtful']) });
        expect(new Set(statuses(again))).toEqual(new Set(['duplicate']));
      }),
      seed(60)
    );
  });
});

describe('securities', () => {
  const asset = {
    id: 'x-1',
    name: 'Muster AG',
    symbol: 'MUS',
    isin: 'DE0000000012',
    currency: 'EUR',
    accountId: 'a-1',
    valued: false
  };
  const buy = (isin: string, symbol: string, name: string): string =>
    lines(header, `2024-01-01,Buy,${isin},${symbol},${name},1,5,5,EUR`);

  it.each([
    ['by ISIN, whatever it is called', buy('DE0000000012', 'OTHER', 'Other'), 'isin', true],
    ['by symbol', buy('', 'mus', 'Other'), 'symbol', true],
    ['by name, which is not sure', buy('', '', 'MUSTER AG'), 'name', false]
  ])('%s', async (_, text, by, sure) => {
    const { assets } = await planOf(text, { ...nothing, assets: [asset] });
    expect(assets).toMatchObject([{ matchedBy: by, sure, choice: { id: 'x-1' } }]);
  });

  it('another ISIN under the same name is another security', async () => {
    const { assets } = await planOf(buy('US0000000011', 'MUS', 'Muster AG'), { ...nothing, assets: [asset] });
    expect(assets).toMatchObject([
      { matchedBy: null, choice: { make: { isin: 'US0000000011', country: 'US', currency: 'EUR' } } }
    ]);
  });

  it('rows with a symbol alone belong to the security whose other rows also have an ISIN', async () => {
    const { assets } = await planOf(
      lines(header, '2024-01-01,Buy,DE0000000012,MUS,Muster AG,1,5,5,EUR', '2024-01-02,Sell,,MUS,,1,5,5,EUR')
    );
    expect(assets).toMatchObject([{ isin: 'DE0000000012', rows: 2 }]);
  });

  it.each([
    ['', 'Core MSCI World UCITS ETF', 'IE0000000016', 'equityEtf'],
    ['', 'iShares Global Govt Bond UCITS ETF', 'IE0000000016', 'debtFund'],
    ['ETF', 'Physical Gold ETC', 'IE0000000016', 'goldEtf'],
    ['Cryptocurrency', 'Bitcoin', '', 'cryptocurrency'],
    ['', 'Muster AG', 'DE0000000012', 'domesticStock'],
    ['', 'Aaa Inc', 'US0000000011', 'internationalStock'],
    ['', 'Liquid Fund Direct Plan', 'INF000000017', 'moneyMarket'],
    ['', '5,25% Muster Anleihe 2031', 'DE0000000012', 'corporateBond']
  ])('%s %s is of type %s', (assetClass, name, isin, type) => {
    expect(guessType({ assetClass, name, isin, symbol: '', wkn: '', currency: '' }, 'DE').type).toBe(type);
  });
});

describe('accounts', () => {
  it('one that bears the file’s own name of it is taken, others are made', async () => {
    const { accounts } = await planOf(
      lines('Date,Type,Amount,Currency,Account', '2024-01-01,Deposit,5,EUR,depot', '2024-01-01,Deposit,5,CHF,Anderes')
    );
    expect(accounts).toMatchObject([
      { choice: { id: 'a-1' } },
      { choice: { make: { name: 'Anderes', currency: 'CHF' } } }
    ]);
  });

  it.each([
    ['Charles Schwab', ['Charles Schwab', 'Schwab pension'], 0],
    ['Charles Schwab', ['Depot', 'Schwab'], 1],
    ['Swissquote', ['Depot', 'Swissquote 3a'], 1],
    ['Charles Schwab', ['Schwab', 'Charles Schwab pension'], null],
    ['Charles Schwab', ['Depot', ''], 'made']
  ] as const)('a file of %s, beside %j: into number %s', async (format, names, taken) => {
    const { items } = await readingOf(lines(header, '2024-01-01,Deposit,,,,,,5,EUR'));
    const accounts = names.map((name, at) => ({ ...account, id: String(at), name, institution: '' }));
    const plan = planImport(
      items,
      { accounts: {}, assets: {} },
      { ...nothing, accounts },
      { format, fileName: 'file.csv' }
    );
    const expected =
      taken === 'made'
        ? { make: expect.objectContaining({ name: format }) as unknown }
        : taken === null
          ? null
          : { id: String(taken) };
    expect(plan.accounts.map(({ choice }) => choice)).toEqual([expected]);
  });

  it('a closed account is not offered', async () => {
    const { accounts } = await planOf(lines(header, '2024-01-01,Deposit,,,,,,5,EUR'), {
      ...nothing,
      accounts: [{ ...account, closed: true }]
    });
    expect(accounts).toMatchObject([{ choice: { make: { name: 'file' } } }]);
  });

  it('where the account has another currency than the one that moved, amounts are in what moved', async () => {
    const text = lines(
      'Date,Type,ISIN,Quantity,Price,Price Currency,Amount,Currency',
      '2024-01-01,Buy,US0000000011,2,50,USD,-90,EUR'
    );
    const [booked] = after(await planOf(text));
    expect(booked).toMatchObject({ gross: '100', currency: 'USD', fxRate: '0.9' });
    const [moved] = after(await planOf(text, { ...nothing, accounts: [{ ...account, currency: 'CHF' }] }));
    expect(moved).toMatchObject({ gross: '90', price: '45', currency: 'EUR', fxRate: null });
  });
});
