/** What somebody with a broker in London and savings in Germany has in hand: the inputs of the story, and files of them. */
import Big from 'big.js';

export type Symbol = 'CSCO' | 'LGEN';

/** What was booked, as the statements tell it. Amounts are decimal texts. */
export interface Entry {
  readonly account: 'broker' | 'savings';
  readonly kind: 'deposit' | 'buy' | 'sell' | 'dividend' | 'interest';
  readonly day: string;
  /** What moved on the account, without a sign. */
  readonly moved: string;
  readonly asset?: Symbol;
  readonly units?: string;
  /** In the asset's currency. */
  readonly price?: string;
  /** In the account's currency. */
  readonly fee?: string;
  /** Withheld, in the asset's currency. */
  readonly tax?: string;
}

/** The day on which all is looked at. */
export const today = '2024-06-28';
export const accounts = {
  broker: { name: 'Depot London', institution: 'Trading 212', country: 'United Kingdom', currency: 'GBP' },
  savings: { name: 'Tagesgeld', institution: 'Sparkasse', country: 'Germany', currency: 'EUR' }
} as const;
export const assets = {
  CSCO: { name: 'Cisco Systems', isin: 'US17275R1023', currency: 'USD' },
  LGEN: { name: 'Legal & General', isin: 'GB0005603997', currency: 'GBP' }
} as const;

export const savings: Entry = { account: 'savings', kind: 'deposit', day: '2024-02-01', moved: '1500.25' };

export const brokerage: readonly Entry[] = [
  { account: 'broker', kind: 'deposit', day: '2024-01-08', moved: '5000.00' },
  {
    account: 'broker',
    kind: 'buy',
    day: '2024-01-15',
    moved: '1593.39',
    asset: 'CSCO',
    units: '40',
    price: '50.25',
    fee: '2.39'
  },
  { account: 'broker', kind: 'buy', day: '2024-02-07', moved: '982.00', asset: 'LGEN', units: '400', price: '2.455' },
  {
    account: 'broker',
    kind: 'buy',
    day: '2024-03-04',
    moved: '771.18',
    asset: 'CSCO',
    units: '20',
    price: '48.80',
    fee: '1.15'
  },
  // A Saturday after a holiday: the rate is that of the Thursday before.
  { account: 'broker', kind: 'interest', day: '2024-03-30', moved: '4.37' },
  {
    account: 'broker',
    kind: 'dividend',
    day: '2024-04-24',
    moved: '16.43',
    asset: 'CSCO',
    units: '60',
    price: '0.34',
    tax: '3.60'
  },
  // More units than the first purchase brought: the oldest lot goes whole, and a part of the next. No rate of that day.
  {
    account: 'broker',
    kind: 'sell',
    day: '2024-05-15',
    moved: '1772.27',
    asset: 'CSCO',
    units: '45',
    price: '49.63',
    fee: '2.66'
  },
  {
    account: 'broker',
    kind: 'dividend',
    day: '2024-06-06',
    moved: '58.52',
    asset: 'LGEN',
    units: '400',
    price: '0.1463'
  }
];

/** Closes by day, in the order of {@link symbols}; the first ones come as a file, the last ones are typed. */
export const symbols: readonly Symbol[] = ['CSCO', 'LGEN'];
export const priceFile: readonly (readonly [day: string, csco: string, lgen: string])[] = [
  ['2024-01-15', '50.31', '2.49'],
  ['2024-02-07', '50.08', '2.447'],
  ['2024-03-04', '48.71', '2.4125'],
  ['2024-04-10', '48.92', '2.502'],
  ['2024-05-15', '49.60', '2.561'],
  ['2024-06-20', '45.91', '2.268']
];
export const lastPrices = { CSCO: '47.51', LGEN: '2.271' } as const;

const actions = {
  deposit: 'Deposit',
  buy: 'Market buy',
  sell: 'Market sell',
  dividend: 'Dividend (Dividend)',
  interest: 'Interest on cash'
} as const;

/** As Trading 212 writes it: London quotes in pence, totals in the account's currency, no rate for dividends. */
export function brokerCsv(): string {
  const header =
    'Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Result,' +
    'Currency (Result),Total,Currency (Total),Withholding tax,Currency (Withholding tax),Notes,ID,' +
    'Currency conversion fee,Currency (Currency conversion fee)';
  const rows = brokerage.map(({ kind, day, moved, asset, units = '', price = '', fee, tax }, at) => {
    const security = asset && assets[asset];
    const inPence = security?.currency === 'GBP';
    return [
      actions[kind],
      `${day} 14:30:0${at}`,
      security?.isin ?? '',
      asset ?? '',
      security === undefined ? '' : `"${security.name}"`,
      units === '' ? '' : `${units}.0000000000`,
      inPence ? Big(price).times(100).toFixed() : price,
      security === undefined ? '' : inPence ? 'GBX' : security.currency,
      kind === 'buy' || kind === 'sell' ? (inPence ? '100' : '1.27') : security === undefined ? '' : 'Not available',
      '',
      '',
      moved,
      '"GBP"',
      tax ?? '',
      tax === undefined ? '' : (security?.currency ?? ''),
      kind === 'deposit' ? '"Transaction ID: K4"' : '',
      security === undefined || kind === 'dividend' ? `note-${at}` : `EOF00${at}`,
      fee ?? '',
      fee === undefined ? '' : '"GBP"'
    ].join(',');
  });
  return [header, ...rows].join('\n');
}

export function priceCsv(): string {
  return ['Date,CSCO,LGEN', ...priceFile.map((line) => line.join(','))].join('\n');
}

/** Of one euro. Null: no rate is told on that day. */
export interface DayRates {
  readonly day: string;
  readonly USD: string | null;
  readonly GBP: string | null;
}

const holidays = new Set(['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-01']);

/** Every business day up to today, the oldest first. */
export function rates(): readonly DayRates[] {
  const days: DayRates[] = [];
  for (let time = Date.UTC(2024, 0, 2), at = 0; ; time += 86_400_000) {
    const date = new Date(time);
    const day = date.toISOString().slice(0, 10);
    if (day > today) return days;
    if (date.getUTCDay() % 6 === 0 || holidays.has(day)) continue;
    at++;
    const USD = (10_950 - ((at * 37) % 211) - at).toString().replace(/(\d{4})$/, '.$1');
    const GBP = `0.${86_700 - ((at * 53) % 307) - 10 * at}`;
    // On the day of the sale nothing was published, as happens: the day before counts.
    days.push(day === '2024-05-15' ? { day, USD: null, GBP: null } : { day, USD, GBP });
  }
}

/** As the ECB writes it: newest first, gaps as `N/A`, currencies that no longer exist, a comma at the end of each line. */
export function ratesCsv(): string {
  const lines = rates().map(({ day, USD, GBP }) =>
    [day, USD ?? 'N/A', '172.39', 'N/A', GBP ?? 'N/A', 'N/A', '0.9634', ''].join(',')
  );
  return ['Date,USD,JPY,CYP,GBP,RUB,CHF,', ...lines.reverse()].join('\n');
}
