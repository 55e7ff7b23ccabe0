/** Made-up figures for looking at screens: the same every time. */
import type {
  FigureAnswers,
  FigureQuestion,
  Figures,
  OverviewFigures,
  PerformanceFigures,
  TransactionLine,
  ValueHistory,
  WatchedFigures
} from '../../app/contract';
import { sampleView } from './sample-view';

const day = (at: number): string => new Date(Date.UTC(2025, 10, 26) + at * 86_400_000).toISOString().slice(0, 10);
export const sampleDays = Array.from({ length: 366 }, (_, at) => day(at));

/** A wandering that looks like a market, and is the same every time. */
export function wander(seed: number, drift: number, size: number, length = 366): readonly number[] {
  let state = seed;
  let value = 1;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    value *= 1 + drift + (state / 2_147_483_648 - 0.5) * size;
    return value;
  });
}

const index = wander(7, 0.0004, 0.02);
const worth = index.map((value, at) => (1_800_000 * value + (at > 120 ? 40_000 : 0)).toFixed(2));

export const sampleHistory: ValueHistory = {
  days: sampleDays,
  values: worth,
  flows: sampleDays.map((_, at) => (at === 120 ? '40000.00' : at % 91 === 90 ? '-2500.00' : null))
};

const line = (at: number, type: string, asset: string | null, gross: string): TransactionLine => ({
  id: `t${at}`,
  accountId: 'a1',
  account: 'Depot, comdirect',
  assetId: asset === null ? null : 'asset-1',
  asset,
  date: day(365 - at * 6),
  type,
  quantity: type === 'buy' ? '12' : null,
  price: type === 'buy' ? '84.20' : null,
  gross,
  fees: null,
  taxes: null,
  currency: 'EUR',
  fxRate: null,
  note: null,
  cashEffect: type === 'buy' ? `-${gross}` : gross,
  balance: '12045.10',
  cashCurrency: 'EUR',
  baseGross: gross,
  issue: null
});

export const sampleTransactions: readonly TransactionLine[] = [
  line(0, 'dividend', 'Apple Inc.', '41.20'),
  line(1, 'buy', 'iShares Core MSCI World UCITS ETF (Acc)', '1010.40'),
  line(2, 'deposit', null, '2000.00'),
  line(3, 'interest', 'Bundesanleihe 2.3 % 2033', '115.00'),
  line(4, 'sell', 'Bitcoin', '5120.00')
];

/** @param assets 0 is a portfolio with nothing in it. */
export function sampleOverview(assets = 60): OverviewFigures {
  const view = sampleView(assets);
  const empty = assets === 0;
  return {
    dataVersion: '1.3.0',
    baseCurrency: 'EUR',
    span: { name: '1Y', from: day(0), to: day(365) },
    netWorth: empty ? '0.00' : (worth.at(-1) ?? '0.00'),
    owned: empty ? '0.00' : '2105400.00',
    owed: empty ? '0.00' : '184000.00',
    cash: empty ? '0.00' : '24112.40',
    unvalued: empty ? 0 : 3,
    assets,
    accounts: empty ? 0 : 9,
    transactions: empty ? 0 : 1_204,
    change: { amount: '164210.44', ratio: 0.0912 },
    flows: '32500.00',
    today: { amount: '-1204.10', ratio: -0.0006 },
    history: empty ? { days: [], values: [], flows: [] } : sampleHistory,
    allocation: {
      class: view.byClass,
      country: view.byCountry,
      currency: view.byCurrency,
      sector: view.byClass,
      account: view.byCountry
    },
    movers: {
      up: [
        { id: 'asset-1', name: 'Apple Inc.', change: { amount: '4120.10', ratio: 0.214 } },
        { id: 'asset-2', name: 'iShares Core MSCI World UCITS ETF (Acc)', change: { amount: '3204.00', ratio: 0.124 } },
        { id: 'asset-8', name: '任天堂 Nintendo Co., Ltd.', change: { amount: '812.00', ratio: 0.081 } }
      ],
      down: [
        { id: 'asset-9', name: 'Bitcoin', change: { amount: '-6120.00', ratio: -0.181 } },
        { id: 'asset-3', name: 'Bundesanleihe 2.3 % 2033', change: { amount: '-411.20', ratio: -0.021 } }
      ]
    },
    income: Array.from({ length: 12 }, (_, at) => ({
      month: day(15 + at * 30).slice(0, 7),
      amount: ((at * 7919) % 1400 === 0 ? 0 : ((at * 7919) % 1400) + 80.5).toFixed(2)
    })),
    attention: empty
      ? []
      : [
          { kind: 'oversold', count: 1, examples: [{ id: 'asset-1', label: 'Apple Inc.' }] },
          { kind: 'missingRates', count: 1, examples: [{ id: 'KWD', label: 'KWD' }] },
          {
            kind: 'stalePrices',
            count: 14,
            examples: [
              { id: 'asset-3', label: 'Bundesanleihe 2.3 % 2033' },
              { id: 'asset-6', label: 'सोना, sovereign gold bond 2.5 % 2031' }
            ]
          },
          { kind: 'dueItems', count: 2, examples: [{ id: 'r1', label: 'FBAR for 2025' }] }
        ],
    latest: empty ? [] : sampleTransactions
  };
}

export function samplePerformance(): PerformanceFigures {
  const values = index.map((value) => value / (index[0] ?? 1) - 1);
  const other = wander(23, 0.0003, 0.016);
  return {
    baseCurrency: 'EUR',
    span: { name: '1Y', from: day(0), to: day(365) },
    scope: { kind: 'portfolio' },
    label: 'Portfolio',
    returns: {
      timeWeighted: values.at(-1) ?? 0,
      timeWeightedYear: null,
      irr: 0.0874,
      irrNote: null,
      startValue: '1800000.00',
      endValue: worth.at(-1) ?? '0.00',
      inflows: '40000.00',
      outflows: '7500.00',
      gain: '164210.44',
      income: '9120.50',
      fees: '412.10',
      taxes: '1204.00',
      volatilityPeriod: 0.091,
      volatilityYear: 0.0912,
      semiDeviation: 0.064,
      drawdown: { ratio: -0.0842, peak: day(80), trough: day(142), recovered: day(201), longestDays: 121 },
      sharpe: 0.74,
      riskFreeRate: 0.02,
      valueAtRisk: { parametric: '17210.00', historical: '18844.00' },
      warnings: ['3 assets have no value in EUR, so they are not in these figures.']
    },
    index: { days: sampleDays, values },
    benchmark: {
      id: 'asset-2',
      label: 'iShares Core MSCI World UCITS ETF (Acc)',
      total: (other.at(-1) ?? 1) / (other[0] ?? 1) - 1,
      days: sampleDays,
      values: other.map((value) => value / (other[0] ?? 1) - 1)
    },
    benchmarks: [
      { id: 'asset-2', label: 'iShares Core MSCI World UCITS ETF (Acc)' },
      { id: 'asset-0', label: 'Nifty 50 Index Fund' }
    ],
    contributions: [
      { id: 'asset-5', name: 'Wohnung in Köln-Ehrenfeld', gain: '81200.00', ratio: 0.0451 },
      { id: 'asset-1', name: 'Apple Inc.', gain: '44120.10', ratio: 0.0245 },
      { id: 'asset-0', name: 'Nifty 50 Index Fund', gain: '30120.00', ratio: 0.0167 },
      { id: 'asset-3', name: 'Bundesanleihe 2.3 % 2033', gain: '-2120.00', ratio: -0.0012 },
      { id: 'asset-9', name: 'Bitcoin', gain: '-12120.00', ratio: -0.0067 }
    ],
    years: [
      {
        year: 2026,
        total: 0.081,
        months: [0.012, -0.021, 0.034, 0.008, -0.041, 0.022, 0.011, 0.019, -0.003, 0.024, 0.009, null]
      },
      { year: 2025, total: 0.009, months: [...Array<null>(10).fill(null), 0.004, 0.005] }
    ]
  };
}

/** Answers what it is given; null is still being read. */
export function sampleFigures(
  given: { readonly [Ask in keyof FigureAnswers]?: FigureAnswers[Ask] | null } = {},
  failing = false
): Figures {
  const answers = { overview: sampleOverview(), performance: samplePerformance(), accounts: [], ...given };
  const answerTo = (question: FigureQuestion): unknown => answers[question.ask as keyof typeof answers] ?? null;
  return {
    today: day(365),
    watch: <Q extends FigureQuestion>(question: () => Q | null) => {
      const asked = question();
      return {
        value: asked === null ? null : answerTo(asked),
        loading: false,
        failure: failing
          ? { code: 'unexpected', message: 'Connection to the database was lost.', step: null, details: [] }
          : null,
        reload: () => undefined
      } as WatchedFigures<Q>;
    },
    ask: () => Promise.reject(new Error('This is a gallery; nothing is read.'))
  };
}
