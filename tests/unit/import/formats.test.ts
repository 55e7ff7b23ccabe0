import { describe, expect, it } from 'vitest';
import * as files from './files';
import { readingOf, told } from './reading-of';

/** What each row of a format's own file becomes. */
const expected: Readonly<Record<string, { readonly file: string; readonly rows: readonly string[] }>> = {
  trading212: {
    file: files.trading212,
    rows: [
      'deposit 2024-01-02 = 500 EUR',
      'buy 2024-01-03 AAA 2 @ 50 = 100 USD fees 0.197998020019799802002 -> EUR x 0.9091',
      'buy 2024-01-03 AAA 2 @ 50 = 100 USD fees 0.197998020019799802002 -> EUR x 0.9091',
      'dividend 2024-02-01 AAA 4 @ 1 = 4 USD taxes 0.6 -> EUR x 0.911764705882352941176',
      'split 2024-03-01 AAA 2 = 0 EUR',
      'interest 2024-03-02 = 0.42 EUR'
    ]
  },
  degiro: {
    file: files.degiro,
    rows: [
      'deposit 2024-01-05 = 100 EUR',
      'left out: A reservation; the payment itself has a line of its own.',
      'left out: Money that DEGIRO moves between its own accounts of yours.',
      'buy 2024-01-09 US0000000011 2 @ 27 = 54 USD fees 1.08 -> EUR x 0.925925925925925925926',
      'dividend 2024-02-12 US0000000011 = 2 USD taxes 0.3',
      'transferIn 2024-02-13 = 1.56 EUR | transferOut 2024-02-13 = 1.7 USD',
      'sell 2024-02-20 NL0000000013 3 @ 5.416 = 16.25 EUR',
      'sell 2024-02-21 GB0000000027 4 @ 4.96 = 19.84 GBP'
    ]
  },
  schwab: {
    file: files.schwab,
    rows: [
      'buy 2024-01-16 AAA 10 @ 1680.5 = 16805 USD fees 1',
      'split 2024-01-12 AAA = 0 USD',
      'buy 2024-01-10 AAA 10 @ 100 = 1000 USD',
      'dividend 2024-01-31 SPX = 694.48 USD',
      'buy 2024-02-01 SPX 1.6531 @ 420.1 = 694.48 USD',
      'fee 2024-02-02 = 26.58 USD',
      'fee 2024-02-02 = 26.58 USD',
      'tax 2024-02-03 AAA = 1.3 USD',
      'withdrawal 2024-02-04 = 30 USD',
      'buy 2024-02-05 BBB 3 @ 0 = 0 USD ? A part of what the old shares cost belongs to these; it does not go over by itself.',
      'left out: A line of totals.'
    ]
  },
  swissquote: {
    file: files.swissquote,
    rows: [
      'buy 2022-08-09 XWU 640 @ 31.255 = 20003.2 CHF fees 44.35',
      'transferIn 2022-08-23 = 1995.39 EUR | transferOut 2022-08-23 = 2000 USD',
      'withdrawal 2022-08-24 = 2000 CHF fees 2',
      'fee 2022-06-30 = 53.85 CHF',
      'dividend 2022-06-30 XEU = 486.58 EUR',
      'interest 2022-01-01 = -0.01 CHF'
    ]
  },
  tradeRepublic: {
    file: files.tradeRepublic,
    rows: [
      'withdrawal 2024-11-30 = 10.84 EUR',
      'buy 2024-07-23 IE0000000016 0.052361 @ 95.49091881 = 5 EUR',
      // The row's own units tell that its comma is no thousands separator.
      'sell 2024-11-29 IE0000000016 0.104341 @ 103.49718711 = 10.799 EUR',
      'sell 2024-12-10 US0000000011 0.2625 @ 334.15 = 87.714375 EUR fees 1'
    ]
  },
  parqet: {
    file: files.parqet,
    rows: [
      'buy 2024-08-02 LU0000000018 17.83803 @ 28.03 = 500 EUR',
      'dividend 2024-07-15 US0000000011 40 @ 0.24 = 9.66 EUR taxes 2.48',
      'sell 2024-05-16 IL0000000017 14 @ 22.88 = 320.32 EUR fees 1 taxes -12.64'
    ]
  },
  coinbase: {
    file: files.coinbase,
    rows: [
      'interest 2025-01-17 ETH = 0.12 EUR | buy 2025-01-17 ETH 0.00004 @ 3000 = 0.12 EUR',
      'sell 2024-12-05 BTC 0.01 @ 90000 = 900 EUR fees 20 | buy 2024-12-05 XRP 400.5 @ 2.19725343 = 880 EUR',
      'buy 2022-03-25 BTC 0.00166779 @ 39999.331136545 = 67.01 USD fees 2.99',
      'deliveryOut 2025-01-07 ETH 0.18 @ 3300 = 594 EUR'
    ]
  },
  ibkrTrades: {
    file: files.ibkrTrades,
    rows: [
      'buy 2023-05-22 CH0000000012 7 @ 282.7 = 1978.9 CHF fees 5',
      'sell 2023-06-01 US0000000011 3 @ 100 = 300 USD | fee 2023-06-01 US0000000011 = 1 CHF',
      'transferOut 2023-05-22 = 8000 CHF | transferIn 2023-05-22 = 8938.4 USD | fee 2023-05-22 = 1.79924 CHF ? The file does not name the currency that was sold; that of the commission, CHF, is taken for it.'
    ]
  },
  ibkrDividends: {
    file: files.ibkrDividends,
    rows: [
      'dividend 2023-06-23 AAA = 137.23 USD',
      'dividend 2023-07-01 AAA = -137.23 USD',
      'tax 2023-06-23 AAA = 20.58 USD',
      'tax 2023-07-01 AAA = -20.58 USD'
    ]
  },
  portfolioPerformance: {
    file: files.portfolioPerformanceGerman,
    rows: [
      'buy 2020-09-21 AAA 10 @ 122.856 = 1228.56 EUR fees 5 taxes 1',
      'deposit 2020-11-02 = 500 EUR',
      'buy 2021-03-04 BBB 10 @ 100 = 1000 USD -> EUR x 0.92',
      'fee 2021-04-01 = 4.9 EUR',
      'fee 2021-04-02 = -4.9 EUR',
      'transferOut 2021-05-01 = 250 EUR',
      'deliveryIn 2021-06-01 AAA 5 @ 200 = 1000 EUR',
      'interest 2021-07-01 = -1.23 EUR'
    ]
  },
  portfolioPerformanceJson: {
    file: files.portfolioPerformanceJson,
    rows: [
      'buy 2021-03-04 BBB 10 @ 100 = 1000 USD fees 5.43478260869565217391 -> EUR x 0.92',
      'transferOut 2021-05-01 = 250 EUR | transferIn 2021-05-01 = 250 EUR'
    ]
  },
  ghostfolio: {
    file: files.ghostfolioJson,
    rows: [
      'buy 2023-02-01 AAA 3 @ 100.1 = 300.3 USD fees 1.5',
      'dividend 2023-03-01 AAA 3 @ 0.5 = 1.5 USD',
      'fee 2023-04-01 = 2.5 EUR'
    ]
  },
  wealthfolio: {
    file: files.wealthfolio,
    rows: [
      'buy 2024-01-15 MMM 10 @ 380.5 = 3805 USD fees 4.95',
      'dividend 2024-02-01 MMM = 7.5 USD',
      'deposit 2024-02-15 = 1000 USD',
      'fee 2024-03-01 = 12 USD'
    ]
  }
};

describe('ready formats', () => {
  it.each(Object.entries(expected))(
    '%s is recognised by its header, and each row becomes what it was',
    async (id, { file, rows }) => {
      const { format, items } = await readingOf(file);
      expect(format).toBe(id);
      expect(told(items)).toEqual(rows);
    }
  );

  it('Portfolio Performance in English, where a portfolio’s export signs purchases the other way round', async () => {
    const { format, items } = await readingOf(files.portfolioPerformanceEnglish);
    expect(format).toBe('portfolioPerformance');
    expect(told(items)).toEqual([
      'buy 2020-09-21 AAA 10 @ 122.856 = 1228.56 EUR fees 5 taxes 1',
      'sell 2020-12-24 AAA 10 @ 300 = 3000 EUR',
      'dividend 2021-01-15 AAA 10 @ 2.5 = 25 EUR taxes 3'
    ]);
    expect(items[0]?.bookings[0]?.account).toBe('Giro');
  });

  it('Ghostfolio’s CSV, whose days one date proves to come first', async () => {
    const { format, items } = await readingOf(files.ghostfolioCsv);
    expect(format).toBe('ghostfolio');
    expect(told(items)).toEqual([
      'buy 2021-09-01 AAA 5 @ 500 = 2500 USD fees 2.5',
      'dividend 2021-09-17 AAA 5 @ 0.62 = 3.1 USD'
    ]);
  });

  it('an order of DEGIRO is one purchase, whose wrapped number joins its four lines', async () => {
    const { items } = await readingOf(files.degiro);
    expect(items[3]?.rows.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9]);
  });

  it('accounts of a JSON export bear the names that the file gives them', async () => {
    const { items } = await readingOf(files.ghostfolioJson);
    expect(items[0]?.bookings[0]?.account).toBe('My Depot');
  });

  it('an asset that a person made in Ghostfolio bears its name, and not the identifier it has for a symbol', async () => {
    const { format, items } = await readingOf(files.ghostfolioJsonWithProfiles);
    expect(format).toBe('ghostfolio');
    expect(told(items)[0]).toBe('fee 2021-09-01 = 49 USD');
    const [fee, flat] = items.map(({ bookings }) => bookings[0]);
    expect(fee?.note).toBe('Opening fee');
    expect(flat).toMatchObject({ type: 'buy', quantity: '1', price: '500000' });
    expect(flat?.security).toMatchObject({ name: 'Flat' });
    expect(JSON.stringify(flat)).not.toContain('7e91b7d4');
  });

  it('Wealthfolio’s template of today, and what it exports itself', async () => {
    const template = await readingOf(files.wealthfolioTemplate);
    expect(template.format).toBe('wealthfolio');
    expect(told(template.items)).toEqual([
      'buy 2024-01-15 AAA 10 @ 185.5 = 1855 USD fees 4.95',
      'deposit 2024-03-01 = 5000 USD',
      'tax 2024-06-01 = 150 USD',
      'deposit 2024-06-15 = 50 USD'
    ]);
    const own = await readingOf(files.wealthfolioExport);
    expect(own.format).toBe('wealthfolio');
    expect(told(own.items)).toEqual(['buy 2024-01-15 AAA 10 @ 185.5 = 1855 USD fees 4.95']);
    expect(own.items[0]?.bookings[0]?.account).toBe('Broker');
  });

  it('both sides of an exchange of money are one thing; one whose other side is missing says so', async () => {
    const [head = ''] = files.swissquote.split(/\r?\n/);
    const row = (order: number, word: string, amount: string, currency: string): string =>
      `23-08-2022 12:00:25;${order};${word};;;;1.0;0;0.00;0.00;${amount};0;${currency}`;
    const { items } = await readingOf(
      files.lines(
        head,
        row(1, 'Forex credit', '90.00', 'EUR'),
        row(2, 'Forex debit', '-50.00', 'CHF'),
        row(1, 'Forex debit', '-100.00', 'USD'),
        row(2, 'Forex credit', '55.00', 'USD'),
        row(3, 'Forex credit', '7.00', 'EUR'),
        row(4, 'Forex debit', '-7.00', 'EUR'),
        row(4, 'Forex credit', '7.00', 'EUR')
      )
    );
    const missing = ' ? The other side of this exchange of money is not in the file.';
    expect(told(items)).toEqual([
      'transferIn 2022-08-23 = 90 EUR | transferOut 2022-08-23 = 100 USD',
      'transferOut 2022-08-23 = 50 CHF | transferIn 2022-08-23 = 55 USD',
      `transferIn 2022-08-23 = 7 EUR${missing}`,
      `transferOut 2022-08-23 = 7 EUR${missing}`,
      `transferIn 2022-08-23 = 7 EUR${missing}`
    ]);
    expect(items.map(({ rows }) => rows.length)).toEqual([2, 2, 1, 1, 1]);
  });

  it('a word that nobody knows makes its row wrong, until somebody says what it means', async () => {
    const file = files.lines(files.swissquote, '24-08-2022 07:00:15;1;Zauberei;;;;1.0;7.00;0.00;0.00;-7.00;1.00;CHF');
    expect(told((await readingOf(file)).items).at(-1)).toBe(
      'wrong: It is not known what ‘Zauberei’ means. Say so among the columns.'
    );
    const said = await readingOf(file, { words: { zauberei: 'fee' } });
    expect(told(said.items).at(-1)).toBe('fee 2022-08-24 = 7 CHF');
  });
});
