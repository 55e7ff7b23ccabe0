import { describe, expect, it } from 'vitest';
import {
  contentOf,
  guessMapping,
  mergeSeries,
  readPrices,
  readRates,
  readTable,
  type SeriesRead
} from '../../../src/lib/import';
import { fileOf, lines, portfolioPerformanceGerman, schwab } from './files';

async function contents(text: string): Promise<string> {
  const table = await readTable(fileOf(text));
  return contentOf(table, guessMapping(table).mapping);
}

async function prices(text: string): Promise<SeriesRead> {
  const table = await readTable(fileOf(text));
  return readPrices(table, guessMapping(table).mapping, 'file.csv');
}

describe('what a table is about', () => {
  it.each([
    ['bookings of a broker', schwab, 'transactions'],
    ['bookings of a tracker', portfolioPerformanceGerman, 'transactions'],
    ['bookings without a type', lines('Date,Amount', '2024-01-01,5', '2024-01-02,6'), 'transactions'],
    ['closes', lines('Date,Close', '2024-01-01,5'), 'prices'],
    ['German closes', lines('Datum;Kurs', '01.01.2024;5,5'), 'prices'],
    [
      'a day of trading',
      lines('Date,Open,High,Low,Close,Adj Close,Volume', '2024-01-01,1,2,0.5,1.5,1.5,1000'),
      'prices'
    ],
    ['closes side by side', lines('Date,AAA,BBB', '2024-01-01,5,6', '2024-01-02,,7'), 'prices'],
    ['reference rates', lines('Date,USD,JPY,', '2024-01-01,1.1,160,'), 'rates']
  ])('%s', async (_, text, expected) => {
    expect(await contents(text)).toBe(expected);
  });
});

describe('prices', () => {
  it('of one security, in order, each day once, gaps left out', async () => {
    const { series } = await prices(
      lines('Date,Close', '2024-01-03,7', '2024-01-02,', '2024-01-01,5.50', '2024-01-01,5.50')
    );
    expect(series).toEqual([
      {
        key: '',
        label: 'file.csv',
        security: null,
        currency: '',
        days: ['2024-01-01', '2024-01-03'],
        values: ['5.50', '7'],
        gaps: 1
      }
    ]);
  });

  it('side by side, under ISINs or symbols', async () => {
    const { series } = await prices(lines('Date;DE0000000012;BBB', '02.01.2024;5,5;6', '03.01.2024;n/a;7,25'));
    expect(series.map(({ key, days, values, gaps }) => [key, days.length, values.at(-1), gaps])).toEqual([
      ['DE0000000012', 1, '5.5', 1],
      ['symbol BBB', 2, '7.25', 0]
    ]);
  });

  it('below one another, with pence as pounds', async () => {
    const { series } = await prices(
      lines(
        'Date,ISIN,Close,Currency',
        '2024-01-02,GB0000000027,496,GBX',
        '2024-01-02,DE0000000012,5,EUR',
        '2024-01-03,GB0000000027,500,GBX'
      )
    );
    expect(series.map(({ key, currency, values }) => [key, currency, values])).toEqual([
      ['GB0000000027', 'GBP', ['4.96', '5']],
      ['DE0000000012', 'EUR', ['5']]
    ]);
  });

  it('what is wrong is said with its line', async () => {
    const { problems } = await prices(
      lines('Date,Close', '2024-01-01,5', '2023-02-29,5', '2024-01-03,-1', '2024-01-04,high')
    );
    expect(problems).toEqual([
      { line: 3, message: '‘2023-02-29’ is not a date of the calendar.' },
      { line: 4, message: '‘-1’ is not above zero.' },
      { line: 5, message: '‘high’ is not a number.' }
    ]);
  });
});

describe('rates', () => {
  it('every currency of the file, newest first or not, gaps kept as gaps', async () => {
    const table = await readTable(
      fileOf(lines('Date,USD,JPY,CYP,ISK,', '2024-01-03,1.1,160.5,N/A,N/A,', '2024-01-02,1.2,N/A,0.58,N/A,'))
    );
    const { series, notes } = await readRates(table, guessMapping(table).mapping);
    expect(series.map(({ key, days, values, gaps }) => ({ key, days, values, gaps }))).toEqual([
      { key: 'USD', days: ['2024-01-02', '2024-01-03'], values: ['1.2', '1.1'], gaps: 0 },
      { key: 'JPY', days: ['2024-01-03'], values: ['160.5'], gaps: 1 }
    ]);
    expect(notes).toEqual(['Currencies that no longer exist are left out: CYP.']);
  });
});

describe('beside what is there', () => {
  const file = {
    key: 'USD',
    label: '',
    security: null,
    currency: '',
    days: ['2024-01-01', '2024-01-02', '2024-01-03'],
    values: ['1.10', '1.2', '1.3'],
    gaps: 0
  };
  const present = new Map([
    ['2024-01-01', '1.1'],
    ['2024-01-02', '1.25'],
    ['2023-12-31', '1']
  ]);

  it('the file’s figures replace others', () => {
    expect(mergeSeries(file, present, 'file')).toEqual({
      days: ['2024-01-02', '2024-01-03'],
      values: ['1.2', '1.3'],
      added: 1,
      different: 1,
      same: 1
    });
  });

  it('or the present ones are kept', () => {
    expect(mergeSeries(file, present, 'present')).toMatchObject({
      days: ['2024-01-03'],
      added: 1,
      different: 1,
      same: 1
    });
  });
});
