/** Made-up holdings, an asset and its accounts, for looking at screens: the same every time. */
import type {
  AccountFigures,
  AssetFigures,
  GainFigures,
  HoldingFigures,
  HoldingLine,
  Records,
  TransactionPage
} from '../../app/contract';
import { sampleDays, sampleHistory, samplePerformance, sampleTransactions, wander } from './sample-figures';
import { sampleView } from './sample-view';

const gain = (price: number, fx: number): GainFigures => ({
  total: (price + fx).toFixed(2),
  price: price.toFixed(2),
  fx: fx.toFixed(2)
});
const nothing: GainFigures = { total: null, price: null, fx: null };
const sectors = ['Technology', 'Energy', null, 'Health', null] as const;

export function sampleHoldings(assets: number): HoldingFigures {
  const { lines, netWorth, baseCurrency } = sampleView(assets);
  return {
    baseCurrency,
    span: { name: '1Y', from: sampleDays[0] ?? '', to: sampleDays.at(-1) ?? '' },
    lines: lines.map((line, at): HoldingLine => {
      const worth = Number(line.baseAmount ?? '0');
      return {
        ...line,
        isin: line.symbol === null ? null : `US${String(at).padStart(9, '0')}0`,
        currency: line.value.currency,
        sector: sectors[at % sectors.length] ?? null,
        tags: at % 4 === 0 ? ['long term'] : [],
        accountId: line.account,
        price:
          line.symbol === null
            ? null
            : { amount: '84.20', currency: line.value.currency, day: '2026-11-20', stale: at % 7 === 6 },
        value: line.valueBasis === 'none' ? null : line.value.amount,
        baseValue: line.baseAmount,
        rate: null,
        weight: line.baseAmount === null ? null : worth / Number(netWorth),
        cost: null,
        baseCost: line.baseAmount === null ? null : (worth * 0.8).toFixed(2),
        unrealised: line.baseAmount === null ? nothing : gain(worth * (at % 3 === 0 ? -0.04 : 0.22), worth * -0.02),
        realised: nothing,
        income: at % 2 === 0 ? '120.50' : null,
        fees: '12.00',
        taxes: null,
        today: { amount: (worth * 0.004).toFixed(2), ratio: 0.004 },
        periodReturn: 0.064,
        irr: 0.051,
        issues: at === 5 ? 1 : 0
      };
    }),
    totals: {
      value: netWorth,
      cost: null,
      unrealised: nothing,
      realised: nothing,
      income: null,
      today: { amount: null, ratio: null }
    }
  };
}

export function sampleAsset(): AssetFigures {
  const holdings = sampleHoldings(2);
  const line = holdings.lines[1] as HoldingLine;
  return {
    baseCurrency: holdings.baseCurrency,
    span: holdings.span,
    line,
    costMethod: 'fifo',
    lots: [
      {
        id: 't1',
        acquired: '2024-02-29',
        quantity: '12',
        cost: '1010.40',
        baseCost: '940.10',
        value: '1210.00',
        baseValue: '1113.20',
        gain: gain(180.2, -7.1)
      }
    ],
    sales: [
      {
        id: 't2',
        date: '2026-06-12',
        quantity: '4',
        proceeds: '400.00',
        baseProceeds: '368.00',
        cost: '336.80',
        baseCost: '313.37',
        gain: gain(58.1, -3.47),
        rate: {
          from: 'USD',
          to: 'EUR',
          rate: '0.92',
          day: '2026-06-12',
          stale: false,
          booked: true,
          through: null
        },
        lots: [{ id: 't1', acquired: '2024-02-29', quantity: '4', baseCost: '313.37', gain: gain(58.1, -3.47) }]
      }
    ],
    transactions: sampleTransactions,
    prices: { days: sampleDays, closes: wander(3, 0.0006, 0.03).map((value) => (value * 80).toFixed(2)) },
    history: sampleHistory,
    returns: samplePerformance().returns
  };
}

export const sampleTransactionPage: TransactionPage = {
  total: sampleTransactions.length,
  from: 0,
  lines: sampleTransactions,
  sums: { gross: null, fees: '12.00', taxes: '31.40' }
};

export const sampleAccounts: readonly AccountFigures[] = [
  ['Depot, comdirect', 'DE', 'EUR', 'brokerage', 412_300.1],
  ['Zerodha', 'IN', 'INR', 'brokerage', 88_210.45],
  ['Sparkasse', 'DE', 'EUR', 'liability', -184_000]
].map(([name, country, currency, kind, value], at) => ({
  id: `a${at}`,
  name: String(name),
  institution: 'A bank',
  country: String(country),
  currency: String(currency),
  kind: String(kind),
  closedOn: null,
  assets: 4 - at,
  transactions: 120 * at,
  cash: at === 0 ? [{ amount: '12045.10', currency: 'EUR' }] : [],
  baseValue: Number(value).toFixed(2)
}));

const refused = (): Promise<never> => Promise.reject(new Error('This is a gallery; nothing is written.'));

export const sampleRecords: Records = {
  lists: {
    settings: {
      id: 'settings',
      baseCurrency: 'EUR',
      homeCountry: 'DE',
      locale: 'en',
      costMethod: 'fifo',
      spendingCurrencies: ['EUR'],
      horizonYears: 20,
      createdAt: '2024-01-01T00:00:00Z',
      updatedAt: '2024-01-01T00:00:00Z'
    },
    persons: [],
    accounts: [],
    assets: [],
    tags: ['long term'],
    sectors: ['Technology'],
    institutions: []
  },
  failure: null,
  load: () => Promise.resolve(),
  newId: () => '00000000-0000-7000-8000-000000000000',
  read: () => Promise.resolve(null),
  documentsOf: () => Promise.resolve([]),
  backgroundOf: () =>
    Promise.resolve({ risk: null, requirements: [], residencies: [], needs: { risk: '1.2.0', compliance: '1.3.0' } }),
  otherEnd: () => Promise.resolve(null),
  held: () => Promise.resolve('0'),
  apply: refused,
  saveTransaction: refused,
  saveTransfer: refused,
  saveAccount: refused,
  saveAsset: refused,
  savePrice: refused,
  saveRate: refused,
  saveSettings: refused,
  editMany: refused,
  duplicate: refused,
  archive: refused,
  closeAccount: refused,
  planRemoval: refused,
  remove: refused,
  undoable: null,
  redoable: null,
  undoNote: null,
  undo: refused,
  redo: refused,
  attach: refused,
  openAttachment: () => Promise.resolve(null)
};
