import { describe, expect, it } from 'vitest';
import { lines } from './files';
import { readingOf, told } from './reading-of';

describe('files of no known format', () => {
  it('German, with decimal commas, a title and totals', async () => {
    const { format, table, items } = await readingOf(
      lines(
        'Depotumsätze Musterbank',
        'Zeitraum: 01.01.2024 - 31.12.2024',
        '',
        'Buchungstag;Vorgang;WKN;ISIN;Bezeichnung;Stück;Kurs;Währung;Provision;Betrag',
        '17.01.2024;Kauf;A1AAAA;DE0000000012;Muster AG;10;1.234,50;EUR;9,90;-12.354,90',
        '18.03.2024;Dividende;A1AAAA;DE0000000012;Muster AG;10;;EUR;;25,00',
        '19.04.2024;Verkauf;A1AAAA;DE0000000012;Muster AG;5;1.300,00;EUR;9,90;6.490,10',
        'Summe;;;;;;;;;-5.839,80'
      )
    );
    expect(format).toBeNull();
    expect(table.headerLine).toBe(4);
    expect(told(items)).toEqual([
      'buy 2024-01-17 DE0000000012 10 @ 1234.5 = 12345 EUR fees 9.9',
      'dividend 2024-03-18 DE0000000012 10 @ 2.5 = 25 EUR',
      'sell 2024-04-19 DE0000000012 5 @ 1300 = 6500 EUR fees 9.9',
      'left out: A line of totals.'
    ]);
  });

  it('French, tab-separated', async () => {
    const { items } = await readingOf(
      lines(
        'Date\tOpération\tLibellé\tQuantité\tCours\tMontant\tDevise\tFrais',
        '17/01/2024\tAchat\tMuster SA\t10\t12,50\t-126,00\tEUR\t1,00',
        '25/02/2024\tVersement\t\t\t\t500,00\tEUR\t'
      )
    );
    expect(told(items)).toEqual([
      'buy 2024-01-17 Muster SA 10 @ 12.5 = 125 EUR fees 1',
      'deposit 2024-02-25 = 500 EUR'
    ]);
  });

  it('Dutch, with bars between cells', async () => {
    const { items } = await readingOf(
      lines(
        'Datum|Transactietype|Naam|Aantal|Koers|Bedrag|Munt',
        '17-01-2024|Koop|Muster NV|4|2,50|-10,00|EUR',
        '28-01-2024|Storting||||25,00|EUR'
      )
    );
    expect(told(items)).toEqual(['buy 2024-01-17 Muster NV 4 @ 2.5 = 10 EUR', 'deposit 2024-01-28 = 25 EUR']);
  });

  it('Indian grouping, rupee signs and Hindi words', async () => {
    const { items } = await readingOf(
      lines(
        'Trade Date,Transaction Type,Scheme Name,Units,NAV,Amount',
        '17-Jan-2024,खरीद,Muster Growth Fund,"1,000.5",₹104.00,"₹1,04,052.00"',
        '18-Feb-2024,Redemption,Muster Growth Fund,10,₹110.00,"₹1,100.00"'
      )
    );
    expect(told(items)).toEqual([
      'buy 2024-01-17 Muster Growth Fund 1000.5 @ 104 = 104052 INR',
      'sell 2024-02-18 Muster Growth Fund 10 @ 110 = 1100 INR'
    ]);
  });

  it('amounts with signs of every kind', async () => {
    const { items } = await readingOf(
      lines(
        'Date,Type,Amount,Currency',
        '2024-01-01,Deposit,"$1,234.50",USD',
        '2024-01-02,Withdrawal,(12.30),USD',
        '2024-01-03,Fee,"−12,30",EUR',
        "2024-01-04,Deposit,1'234.50,CHF",
        '2024-01-05,Interest,3.20-,EUR'
      )
    );
    expect(told(items)).toEqual([
      'deposit 2024-01-01 = 1234.5 USD',
      'withdrawal 2024-01-02 = 12.3 USD',
      'fee 2024-01-03 = 12.3 EUR',
      'deposit 2024-01-04 = 1234.5 CHF',
      'interest 2024-01-05 = -3.2 EUR'
    ]);
  });

  it('pence become pounds, and fees in pence too', async () => {
    const { items } = await readingOf(
      lines(
        'Date,Action,ISIN,Quantity,Price,Price Currency,Total,Currency,Fee,Fee Currency',
        '2024-01-01,Buy,GB0000000027,10,496,GBX,50.60,GBP,100,GBX'
      )
    );
    expect(told(items)).toEqual(['buy 2024-01-01 GB0000000027 10 @ 4.96 = 49.6 GBP fees 1']);
  });

  it('a fee in a third currency is a booking of its own', async () => {
    const { items } = await readingOf(
      lines(
        'Date,Action,ISIN,Quantity,Price,Price Currency,Fee,Fee Currency',
        '2024-01-01,Buy,US0000000011,10,5,USD,1.50,CHF'
      )
    );
    expect(told(items)).toEqual([
      'buy 2024-01-01 US0000000011 10 @ 5 = 50 USD | fee 2024-01-01 US0000000011 = 1.5 CHF'
    ]);
  });

  it('dates that read two ways are doubtful until the person says which way', async () => {
    const file = lines('Date,Type,Amount,Currency', '01/02/2024,Deposit,5.00,EUR', '03/02/2024,Deposit,6.00,EUR');
    const { items } = await readingOf(file);
    expect(items.every(({ doubts }) => doubts.length === 1)).toBe(true);
    const said = await readingOf(file, { dayOrder: 'monthFirst' });
    expect(told(said.items)).toEqual(['deposit 2024-01-02 = 5 EUR', 'deposit 2024-03-02 = 6 EUR']);
  });

  it('without a type column the sign of money decides', async () => {
    const { items } = await readingOf(lines('Datum;Betrag;Währung', '13.01.2024;-5,00;EUR', '14.01.2024;6,00;EUR'));
    expect(told(items)).toEqual(['withdrawal 2024-01-13 = 5 EUR', 'deposit 2024-01-14 = 6 EUR']);
  });
});

describe('what is wrong is said at the row', () => {
  const header = 'Date,Type,ISIN,Quantity,Price,Amount,Currency,Fee';
  it.each([
    ['an amount that is none', '2024-01-01,Deposit,,,,much,EUR,', 'wrong: The amount ‘much’ is not a number.'],
    ['a day that does not exist', '2023-02-29,Deposit,,,,5,EUR,', 'wrong: ‘2023-02-29’ is not a date of the calendar.'],
    ['a missing day', ',Deposit,,,,5,EUR,', 'wrong: The date is missing.'],
    ['an unknown currency', '2024-01-01,Deposit,,,,5,QQQ,', 'wrong: ‘QQQ’ is not a currency that is known.'],
    ['no units', '2024-01-01,Buy,DE0000000012,0,5,5,EUR,', 'wrong: The number of units is zero.'],
    ['a trade of nothing', '2024-01-01,Buy,,1,5,5,EUR,', 'wrong: It names no security.'],
    ['no amount', '2024-01-01,Buy,DE0000000012,1,,,EUR,', 'wrong: Nothing tells the amount.']
  ])('%s', async (_, row, expected) => {
    expect(told((await readingOf(lines(header, '2024-01-01,Deposit,,,,1,EUR,', row))).items)[1]).toBe(expected);
  });

  it.each([
    ['a day in the future', '2030-01-01,Deposit,,,,5,EUR,', 'The date 2030-01-01 is in the future.'],
    [
      'units and price that do not make the amount',
      '2024-01-01,Buy,DE0000000012,3,5,99,EUR,',
      'Units times price are 15 EUR, but 99 was booked.'
    ]
  ])('%s is doubtful', async (_, row, expected) => {
    const { items } = await readingOf(lines(header, '2024-01-01,Deposit,,,,1,EUR,', row));
    expect(items[1]?.doubts).toEqual([expected]);
  });

  it('figures far beyond any binary number stay exact', async () => {
    const { items } = await readingOf(
      lines(
        header,
        '2024-01-01,Buy,DE0000000012,0.000000000001,100000000000000000000,100000000.000000000000000000,EUR,0.000000000000000001'
      )
    );
    expect(told(items)).toEqual([
      'buy 2024-01-01 DE0000000012 0.000000000001 @ 100000000000000000000 = 100000000 EUR fees 0.000000000000000001'
    ]);
  });

  it('emoji and control characters in names are text, cleaned of what nobody sees', async () => {
    const { items } = await readingOf(
      lines('Date,Type,Name,Quantity,Price,Amount,Currency', '2024-01-01,Buy,"🚀 Moon\u0007\u202e AG",1,5,-5,EUR')
    );
    expect(items[0]?.bookings[0]?.security?.name).toBe('🚀 Moon AG');
  });
});
