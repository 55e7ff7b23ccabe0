import { describe, expect, it } from 'vitest';
import { type Row, type SetStep, type SetWork } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { Decimal } from '../../../src/lib/schema/v1.0.0/decimal';
import { percentText, sharesOf, WHOLE } from '../../../src/lib/schema/v1.2.0/percentages';
import { dailyLossOf, Rates } from '../../../src/lib/schema/v1.2.0/rates';
import { ruleFor, type HedgingFacts } from '../../../src/lib/schema/v1.2.0/hedging-rules';
import { createSample, dump, instant, makeWealth } from '../../support/wealth';

const day = instant.slice(0, 10);
const stamps = { createdAt: '2020-01-01T00:00:00.000Z', updatedAt: '2020-01-01T00:00:00.000Z' };

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function asset(number: number, facts: Row): Row {
  return {
    id: uuid(number),
    accountId: uuid(900),
    name: `Asset ${number}`,
    assetType: 'internationalStock',
    primaryCountry: 'US',
    ownerCountry: 'DE',
    primaryCurrency: 'USD',
    currentValue: '100',
    quantity: '1',
    tags: [],
    documents: [],
    isActive: true,
    isIncludedInPortfolio: true,
    ...stamps,
    ...facts
  };
}

function rates(base: string, quote: string, series: Readonly<Record<string, string>>): Row {
  const days = Object.keys(series).sort();
  return {
    pair: base + quote,
    base,
    quote,
    year: Number(days[0]?.slice(0, 4)),
    days,
    rates: days.map((at) => series[at])
  };
}

const settings: Row = {
  id: 'settings',
  baseCurrency: 'EUR',
  homeCountry: 'DE',
  locale: 'de-DE',
  costMethod: 'fifo',
  spendingCurrencies: ['EUR'],
  horizonYears: 12,
  ...stamps
};

type Data = Readonly<Partial<Record<'settings' | 'assets' | 'transactions' | 'prices' | 'fxRates', readonly Row[]>>>;

/** Runs the three steps one after the other, as their definitions say, over records in memory. */
function risksOf(data: Data): Map<string, Row> {
  let risks: Row[] = [];
  for (const step of (history.versions[2]?.definition.steps ?? []) as SetStep[]) {
    const work: SetWork = step.over({
      fromVersion: '1.1.0',
      toVersion: '1.2.0',
      instant,
      id: (source) => source.replace('0000-4000', '0000-8000')
    });
    for (const [store, observe] of Object.entries(work.observe ?? {})) {
      for (const row of data[store as keyof Data] ?? []) observe(row);
    }
    work.finish?.();
    const map = work.map?.['currencyRisks'];
    if (map) risks = risks.map(map);
    for (const row of work.create?.['currencyRisks']?.() ?? []) risks.push(row);
    work.validate?.();
  }
  return new Map(risks.map((risk) => [risk['assetId'] as string, risk]));
}

function exposureOf(risks: ReadonlyMap<string, Row>, number: number): Row {
  const exposure = risks.get(uuid(number))?.['exposure'];
  if (!exposure) throw new Error(`asset ${number} has no exposure`);
  return exposure as Row;
}

const dollars = rates('EUR', 'USD', { '2026-10-29': '1.20', '2026-10-30': '1.25', '2026-11-03': '2' });

describe('CreateCurrencyRiskEntities', () => {
  it('makes a row for every active and included asset, and none for others', () => {
    const risks = risksOf({
      settings: [settings],
      assets: [asset(1, {}), asset(2, { isActive: false }), asset(3, { isIncludedInPortfolio: false }), asset(4, {})]
    });
    expect([...risks.keys()]).toEqual([uuid(1), uuid(4)]);
  });

  it('takes the underlying currency where it is stated, else assumes that of the quote', () => {
    const risks = risksOf({
      settings: [settings],
      assets: [asset(1, { primaryCurrency: 'EUR', underlyingCurrency: 'USD' }), asset(2, { primaryCurrency: 'CHF' })]
    });
    expect(risks.get(uuid(1))).toMatchObject({
      baseCurrency: 'EUR',
      quoteCurrency: 'EUR',
      economicCurrency: 'USD',
      basis: 'stated'
    });
    expect(risks.get(uuid(2))).toMatchObject({ quoteCurrency: 'CHF', economicCurrency: 'CHF', basis: 'assumed' });
  });
});

describe('PopulateCurrencyExposure', () => {
  it('converts with the last rate on or before the day, never a later one', () => {
    const exposure = exposureOf(risksOf({ settings: [settings], assets: [asset(1, {})], fxRates: [dollars] }), 1);
    expect(exposure).toMatchObject({
      asOf: day,
      value: '100',
      amount: '80',
      percentage: '100.0000',
      rate: { status: 'current', rate: '0.8', day: '2026-10-30' }
    });
  });

  it.each([
    ['2026-10-26', 'current'],
    ['2026-10-25', 'stale']
  ])('marks a rate of %s as %s on 2 November', (at, status) => {
    const fxRates = [rates('EUR', 'USD', { [at]: '1.25' })];
    expect(exposureOf(risksOf({ settings: [settings], assets: [asset(1, {})], fxRates }), 1)).toMatchObject({
      rate: { status, day: at }
    });
  });

  it('marks a missing rate and leaves the asset out of the whole', () => {
    const risks = risksOf({
      settings: [settings],
      assets: [asset(1, {}), asset(2, { primaryCurrency: 'KWD' })],
      fxRates: [dollars]
    });
    expect(exposureOf(risks, 2)).toMatchObject({
      value: '100',
      amount: null,
      percentage: null,
      rate: { status: 'missing' },
      valueAtRisk: null
    });
    expect(exposureOf(risks, 1)).toMatchObject({ percentage: '100.0000' });
  });

  it('goes through the base of the table where a pair is not quoted, with the older day', () => {
    const exposure = exposureOf(
      risksOf({
        settings: [{ ...settings, baseCurrency: 'INR' }],
        assets: [asset(1, {})],
        fxRates: [dollars, rates('EUR', 'INR', { '2026-10-28': '100' })]
      }),
      1
    );
    expect(exposure).toMatchObject({ amount: '8000', rate: { rate: '80', day: '2026-10-28', through: 'EUR' } });
  });

  it('values a holding at the latest price on or before the day, and never adds the stated value', () => {
    const booking = (id: number, date: string, type: string, quantity: string): Row => ({
      id: uuid(id),
      accountId: uuid(900),
      assetId: uuid(1),
      date,
      type,
      quantity,
      gross: '0',
      currency: 'EUR',
      ...stamps
    });
    const held = asset(1, { primaryCurrency: 'EUR', currentValue: '5000' });
    const transactions = [
      booking(11, '2024-01-02', 'buy', '10'),
      booking(12, '2024-06-01', 'split', '2'),
      booking(13, '2025-01-02', 'sell', '5'),
      booking(14, '2026-12-01', 'buy', '100')
    ];
    const prices = [{ assetId: uuid(1), year: 2026, days: ['2026-10-01', '2026-11-03'], closes: ['7.5', '99'] }];
    const both = exposureOf(risksOf({ settings: [settings], assets: [held], transactions, prices }), 1);
    expect(both).toMatchObject({
      value: '112.5',
      valueBasis: 'holding × price',
      priceDay: '2026-10-01',
      amount: '112.5'
    });
    const noPrice = exposureOf(risksOf({ settings: [settings], assets: [held], transactions }), 1);
    expect(noPrice).toMatchObject({ value: '5000', valueBasis: 'stated' });
    const noBooking = exposureOf(risksOf({ settings: [settings], assets: [held], prices }), 1);
    expect(noBooking).toMatchObject({ value: '5000', valueBasis: 'stated' });
  });

  it('counts what is owed as negative and as a natural hedge, whichever sign it bears', () => {
    for (const stated of ['40', '-40']) {
      const risks = risksOf({
        settings: [settings],
        assets: [
          asset(1, {}),
          asset(2, { assetType: 'mortgage', currentValue: stated }),
          asset(3, { primaryCurrency: 'EUR', currentValue: '52' })
        ],
        fxRates: [dollars]
      });
      expect(exposureOf(risks, 2)).toMatchObject({ value: '-40', amount: '-32', percentage: '-32.0000' });
      expect(exposureOf(risks, 1)['lookedThrough']).toEqual({
        currency: 'USD',
        amount: '48',
        percentage: '48.0000',
        assets: '80',
        liabilities: '32',
        naturalHedge: '32',
        hedged: '0',
        unhedged: '48'
      });
      expect(exposureOf(risks, 3)).toMatchObject({
        foreignShare: 0.48,
        level: 'high',
        direct: { currency: 'EUR', amount: '52', percentage: '52.0000' }
      });
    }
  });

  it('looks through a hedged share class: hedged to the base it is no foreign risk, hedged elsewhere it is that one', () => {
    const risks = risksOf({
      settings: [settings],
      assets: [
        asset(1, { primaryCurrency: 'EUR', underlyingCurrency: 'USD', hedgedTo: 'EUR', currentValue: '30' }),
        asset(2, { primaryCurrency: 'EUR', underlyingCurrency: 'USD', hedgedTo: 'GBP', currentValue: '70' })
      ],
      fxRates: [dollars]
    });
    expect(exposureOf(risks, 1)).toMatchObject({
      currency: 'USD',
      hedged: '30',
      unhedged: '0',
      foreignShare: 0.7,
      level: 'veryHigh'
    });
    expect(exposureOf(risks, 2)).toMatchObject({
      currency: 'GBP',
      hedged: '0',
      unhedged: '70',
      direct: { currency: 'EUR', amount: '100' }
    });
  });

  it('measures volatility as the sample deviation of daily log returns, over a year', () => {
    const series = new Rates('2026-01-09');
    const points = {
      '2026-01-05': '100',
      '2026-01-06': '102',
      '2026-01-07': '101',
      '2026-01-08': '104',
      '2026-01-12': '500'
    };
    series.add(rates('EUR', 'INR', points) as never);
    const returns = [Math.log(1.02), Math.log(101 / 102), Math.log(104 / 101)];
    const mean = returns.reduce((sum, value) => sum + value) / 3;
    const expected = Math.sqrt(returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2) * Math.sqrt(252);
    const found = series.volatility('INR', 'EUR');
    expect(found).toMatchObject({ from: '2026-01-05', to: '2026-01-08', returns: 3 });
    expect(found?.annual).toBeCloseTo(expected, 9);
    expect(series.volatility('KWD', 'EUR')).toBeNull();
  });

  it('takes no return over a gap for a daily one', () => {
    const series = new Rates('2026-03-31');
    const points = {
      '2026-01-05': '100',
      '2026-01-06': '101',
      '2026-01-07': '100',
      '2026-02-02': '150',
      '2026-02-03': '151'
    };
    series.add(rates('EUR', 'INR', points) as never);
    const returns = [Math.log(1.01), Math.log(100 / 101), Math.log(151 / 150)];
    const mean = returns.reduce((sum, value) => sum + value) / 3;
    const expected = Math.sqrt(returns.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2) * Math.sqrt(252);
    expect(series.volatility('INR', 'EUR')?.returns).toBe(3);
    expect(series.volatility('INR', 'EUR')?.annual).toBeCloseTo(expected, 9);
  });

  it('hedges naturally no more than there is of assets', () => {
    const assets = [
      asset(1, { currentValue: '10' }),
      asset(2, { assetType: 'loan', currentValue: '40' }),
      asset(3, { primaryCurrency: 'EUR' })
    ];
    const total = exposureOf(risksOf({ settings: [settings], assets, fxRates: [dollars] }), 1)['lookedThrough'];
    expect(total).toMatchObject({ assets: '8', liabilities: '32', naturalHedge: '8', amount: '-24' });
  });

  it('agrees with the worked example: 6.25 million at 6 % a year, one day, 95 %', () => {
    const loss = dailyLossOf({ annual: 0.06, from: day, to: day, returns: 250 });
    expect(Decimal('6250000').times(loss).toFixed(0)).toBe('38859');
  });

  it('computes nothing foreign where there are no settings, and guesses no base', () => {
    const risks = risksOf({ assets: [asset(1, {})], fxRates: [dollars] });
    expect(risks.get(uuid(1))).toMatchObject({
      baseCurrency: null,
      exposure: { amount: null, level: null },
      hedging: { ruleId: 'hedge.noBase' }
    });
  });
});

describe('percentages', () => {
  it.each([
    [
      ['1', '1', '1'],
      ['33.3334', '33.3333', '33.3333']
    ],
    [
      ['2', '1'],
      ['66.6667', '33.3333']
    ],
    [
      ['150', '-50'],
      ['150.0000', '-50.0000']
    ],
    [
      ['1', '1', '1', '-0.5'],
      ['40.0000', '40.0000', '40.0000', '-20.0000']
    ],
    [
      ['0', '7'],
      ['0.0000', '100.0000']
    ]
  ])('of %j are %j', (amounts, expected) => {
    const shares = sharesOf(amounts.map((amount) => Decimal(amount)));
    expect(shares.map((share) => percentText(share ?? Number.NaN))).toEqual(expected);
    expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBe(WHOLE);
  });

  it('cannot be said of a whole that is not above zero', () => {
    expect(sharesOf([Decimal('5'), Decimal('-5')])).toEqual([null, null]);
    expect(sharesOf([Decimal('5'), Decimal('-6'), null])).toEqual([null, null, null]);
  });
});

describe('SetupDefaultHedgingStrategies', () => {
  const facts: HedgingFacts = {
    category: 'equity',
    assetType: 'internationalStock',
    currency: 'USD',
    base: 'EUR',
    hedgedToBase: false,
    horizonYears: 12,
    isSpent: false,
    hasLocalDebt: false
  };

  it.each<[string, Partial<HedgingFacts>, string, number]>([
    ['an asset in base currency', { currency: 'EUR' }, 'none', 0],
    ['a foreign bond', { category: 'fixedIncome', assetType: 'internationalBond' }, 'full', 0.95],
    ['foreign equity', {}, 'none', 0],
    ['foreign equity with a short horizon', { horizonYears: 4 }, 'partial', 0.5],
    ['cash that is spent', { category: 'cash', assetType: 'foreignCash', isSpent: true }, 'natural', 1],
    ['cash that is not', { category: 'cash', assetType: 'foreignCash' }, 'none', 0],
    [
      'foreign property with local debt',
      { category: 'alternative', assetType: 'internationalProperty', hasLocalDebt: true },
      'natural',
      0.5
    ],
    ['foreign property without', { category: 'alternative', assetType: 'internationalProperty' }, 'partial', 0.5],
    ['gold', { category: 'alternative', assetType: 'physicalGold' }, 'none', 0],
    ['crypto', { category: 'digital', assetType: 'cryptocurrency' }, 'none', 0],
    ['a pension', { category: 'fixedIncome', assetType: 'pensionScheme' }, 'none', 0],
    ['insurance', { category: 'insurance', assetType: 'unitLinkedInsurance' }, 'none', 0],
    ['a class hedged to the base', { category: 'fixedIncome', assetType: 'debtFund', hedgedToBase: true }, 'full', 1]
  ])('%s', (_name, change, strategy, targetRatio) => {
    const rule = ruleFor({ ...facts, ...change });
    expect(rule).toMatchObject({ strategy, targetRatio });
    expect(rule.reason.length).toBeGreaterThan(20);
  });

  it('knows a class hedged to the base as hedged in full', () => {
    const assets = [asset(1, { primaryCurrency: 'EUR', underlyingCurrency: 'USD', hedgedTo: 'EUR' })];
    const risks = risksOf({ settings: [settings], assets, fxRates: [dollars] });
    expect(risks.get(uuid(1))?.['hedging']).toMatchObject({
      ruleId: 'hedge.hedgedClass',
      strategy: 'full',
      currentRatio: 1
    });
  });

  it('names the rule, the ratio as it is, and the next review', () => {
    const risks = risksOf({
      settings: [settings],
      assets: [
        asset(1, { assetType: 'internationalProperty' }),
        asset(2, { assetType: 'mortgage', currentValue: '25' })
      ],
      fxRates: [dollars]
    });
    expect(risks.get(uuid(1))?.['hedging']).toMatchObject({
      strategy: 'natural',
      currentRatio: 0.25,
      ruleId: 'hedge.propertyDebt',
      nextReview: '2027-11-02'
    });
    expect(risks.get(uuid(2))?.['hedging']).toMatchObject({
      strategy: 'natural',
      currentRatio: 1,
      ruleId: 'hedge.debt'
    });
  });
});

describe('the hop to 1.2.0 through the engine', () => {
  it('is the same direct and incremental, complete for every asset that counts, and adds up to 100', async () => {
    const after: Row[][] = [];
    for (const path of ['direct', 'incremental'] as const) {
      const wealth = makeWealth();
      await createSample(wealth, 120, 500);
      await wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan('1.0.0', '1.2.0'), undefined, {
        path
      });
      const { stores } = await dump(wealth);
      const counted = (stores['assets'] ?? []).filter(
        (row) => row['isActive'] === true && row['isIncludedInPortfolio'] === true
      );
      const risks = stores['currencyRisks'] ?? [];
      expect(risks.map((row) => row['assetId']).sort()).toEqual(counted.map((row) => row['id']).sort());
      expect(risks.every((row) => row['exposure'] !== undefined && row['hedging'] !== undefined)).toBe(true);
      const percentages = risks.map((row) => Math.round(Number((row['exposure'] as Row)['percentage'] ?? 0) * 10_000));
      expect(percentages.reduce((sum, value) => sum + value, 0)).toBe(WHOLE);
      const byCurrency = new Map(
        risks.map((row) => {
          const { currency, percentage } = (
            row['exposure'] as { lookedThrough: { currency: string; percentage: string | null } }
          ).lookedThrough;
          return [currency, Math.round(Number(percentage ?? 0) * 10_000)];
        })
      );
      expect([...byCurrency.values()].reduce((sum, value) => sum + value, 0)).toBe(WHOLE);
      after.push(risks);
    }
    expect(after[0]).toEqual(after[1]);
  });
});
