/** A made-up portfolio for looking at screens: the same lines every time. */
import type { AssetLine, TotalLine } from '../../app/contract';

export interface SampleView {
  readonly baseCurrency: string;
  readonly netWorth: string;
  readonly byClass: readonly TotalLine[];
  readonly byCountry: readonly TotalLine[];
  readonly byCurrency: readonly TotalLine[];
  readonly lines: readonly AssetLine[];
}

const kinds = [
  ['Nifty 50 Index Fund', 'equityFund', 'equity', 'IN', 'INR', 'Zerodha, brokerage', 'NIFTYBEES'],
  ['Apple Inc.', 'internationalShares', 'equity', 'US', 'USD', 'Fidelity, brokerage', 'AAPL'],
  ['iShares Core MSCI World UCITS ETF (Acc)', 'equityETF', 'equity', 'DE', 'EUR', 'Depot, comdirect', 'EUNL'],
  ['Bundesanleihe 2.3 % 2033', 'governmentBonds', 'fixedIncome', 'DE', 'EUR', 'Depot, comdirect', null],
  ['Public Provident Fund', 'providentFund', 'fixedIncome', 'IN', 'INR', 'SBI, pension', null],
  ['Wohnung in Köln-Ehrenfeld', 'residentialProperty', 'alternative', 'DE', 'EUR', 'Immobilien', null],
  ['सोना, sovereign gold bond 2.5 % 2031', 'gold', 'alternative', 'IN', 'INR', 'HDFC, wallet', 'SGB31'],
  ['Savings account', 'savingsAccount', 'cash', 'US', 'USD', 'Chase, bank', null],
  ['任天堂 Nintendo Co., Ltd.', 'internationalShares', 'equity', 'JP', 'JPY', 'Fidelity, brokerage', '7974'],
  ['Bitcoin', 'cryptocurrency', 'digital', 'US', 'USD', 'Ledger, wallet', 'BTC'],
  ['Kuwait Projects Company', 'internationalShares', 'equity', 'KW', 'KWD', 'Fidelity, brokerage', 'KPROJ'],
  ['Mortgage, Ehrenfeld flat', 'mortgage', 'liability', 'DE', 'EUR', 'Sparkasse, liability', null]
] as const;

const labels: Readonly<Record<string, string>> = {
  equity: 'Equity',
  fixedIncome: 'Fixed income',
  alternative: 'Alternatives',
  cash: 'Cash',
  digital: 'Digital',
  liability: 'Liabilities',
  IN: 'India',
  US: 'United States',
  DE: 'Germany',
  JP: 'Japan',
  KW: 'Kuwait'
};

/** Euro cents per unit of currency, roughly; none for the Kuwaiti dinar, so that a missing rate shows. */
const rates: Readonly<Record<string, number>> = { EUR: 100, USD: 92, INR: 1, JPY: 0.6 };

function line(place: number): AssetLine {
  const [name, assetType, category, country, currency, account, symbol] = kinds[place % kinds.length] ?? kinds[0];
  const round = Math.floor(place / kinds.length);
  const cents = ((place * 7919 + 13_007) % 900_000) * (currency === 'INR' ? 90 : currency === 'JPY' ? 150 : 1) + 1_250;
  const rate = rates[currency];
  const sign = category === 'liability' ? '-' : '';
  return {
    id: `asset-${place}`,
    name: round === 0 ? name : `${name} ${round + 1}`,
    symbol,
    assetType,
    category,
    country,
    account,
    quantity: symbol === null ? null : `${(place % 40) + 1}.${String((place * 37) % 1000).padStart(3, '0')}`,
    value: { amount: `${sign}${(cents / 100).toFixed(2)}`, currency },
    valueBasis: place % 17 === 16 ? 'none' : symbol === null ? 'stated' : 'holding × price',
    asOf: symbol === null ? null : '2026-11-20',
    baseAmount: rate === undefined || place % 17 === 16 ? null : `${sign}${((cents * rate) / 10_000).toFixed(2)}`,
    isActive: place % 29 !== 28,
    isIncluded: true
  };
}

function totals(lines: readonly AssetLine[], keyOf: (line: AssetLine) => string): TotalLine[] {
  const sums = new Map<string, { cents: number; assets: number }>();
  for (const entry of lines) {
    const sum = sums.get(keyOf(entry)) ?? { cents: 0, assets: 0 };
    sum.cents += Math.round(Number(entry.baseAmount ?? 0) * 100);
    sum.assets++;
    sums.set(keyOf(entry), sum);
  }
  const all = [...sums.values()].reduce((sum, { cents }) => sum + Math.abs(cents), 0);
  return [...sums]
    .map(([key, { cents, assets }]) => ({
      key,
      label: labels[key] ?? key,
      amount: (cents / 100).toFixed(2),
      share: all === 0 ? null : Math.abs(cents) / all,
      assets
    }))
    .sort((a, b) => Number(b.amount) - Number(a.amount));
}

export function sampleView(assets: number): SampleView {
  const lines = Array.from({ length: assets }, (_, place) => line(place));
  const byClass = totals(lines, ({ category }) => category);
  return {
    baseCurrency: 'EUR',
    netWorth: byClass.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2),
    byClass,
    byCountry: totals(lines, ({ country }) => country),
    byCurrency: totals(lines, ({ value }) => value.currency),
    lines
  };
}
