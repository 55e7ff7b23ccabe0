import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { deriveId, type HopContext, type Row, type SetStep } from '../../../src/lib/migration';
import { complianceRules, ruleOn } from '../../../src/lib/schema/v1.3.0';
import { createTaxResidencyEntities } from '../../../src/lib/schema/v1.3.0/create-residencies';
import { complianceRequirementRow, type ComplianceRequirement } from '../../../src/lib/schema/v1.3.0/requirements';
import { taxResidencyRow, type TaxResidency } from '../../../src/lib/schema/v1.3.0/residencies';
import { updateComplianceRequirements } from '../../../src/lib/schema/v1.3.0/update-compliance';

const id = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const stamp = '2026-01-05T08:00:00.000Z';
const stamps = { createdAt: stamp, updatedAt: stamp };

function person(n: number, homeCountry: string, citizenships: string[], filingStatus?: string): Row {
  return { id: id(n), name: `P${n}`, homeCountry, citizenships, ...(filingStatus ? { filingStatus } : {}), ...stamps };
}
function account(n: number, country: string, currency: string, more: Row = {}): Row {
  return { id: id(100 + n), name: `A${n}`, country, currency, kind: 'bank', ...stamps, ...more };
}
function asset(n: number, of: number, primaryCurrency: string, currentValue: string, more: Row = {}): Row {
  return {
    id: id(1000 + n),
    accountId: id(100 + of),
    name: `asset ${n}`,
    assetType: 'savingsAccount',
    primaryCountry: 'DE',
    ownerCountry: 'DE',
    primaryCurrency,
    currentValue,
    quantity: '1',
    isActive: true,
    isIncludedInPortfolio: true,
    tags: [],
    documents: [],
    ...stamps,
    ...more
  };
}
function booking(
  n: number,
  of: number,
  type: string,
  date: string,
  gross: string,
  currency: string,
  more: Row = {}
): Row {
  return { id: id(9000 + n), accountId: id(100 + of), type, date, gross, currency, ...stamps, ...more };
}
function rates(base: string, quote: string, ...days: (readonly [string, string])[]): Row {
  return {
    pair: base + quote,
    base,
    quote,
    year: Number(days[0]?.[0].slice(0, 4)),
    days: days.map(([on]) => on),
    rates: days.map(([, rate]) => rate)
  };
}

interface Portfolio {
  persons: Row[];
  accounts: Row[];
  assets?: Row[];
  transactions?: Row[];
  prices?: Row[];
  fxRates?: Row[];
}

function contextOf(step: SetStep, instant: string): HopContext {
  return { fromVersion: '1.2.0', toVersion: '1.3.0', instant, id: (source, n) => deriveId(step.name, source, n) };
}

/** Runs a step as the engine does: observe all, finish, create, validate. */
function run(step: SetStep, rows: Readonly<Record<string, readonly Row[]>>, made: string, instant: string): Row[] {
  const work = step.over(contextOf(step, instant));
  for (const store of step.observes) for (const row of rows[store] ?? []) work.observe?.[store]?.(row);
  work.finish?.();
  const created = [...(work.create?.[made]?.() ?? [])];
  work.validate?.();
  return created;
}

function residenciesOf(portfolio: Portfolio, instant = '2026-11-02T08:00:00.000Z'): TaxResidency[] {
  const rows = run(createTaxResidencyEntities, { ...portfolio }, 'taxResidencies', instant);
  for (const row of rows) expect(is(taxResidencyRow, row)).toBe(true);
  return rows as TaxResidency[];
}

function requirementsOf(
  portfolio: Portfolio,
  ruleId?: string,
  instant = '2026-11-02T08:00:00.000Z'
): ComplianceRequirement[] {
  const taxResidencies = residenciesOf(portfolio, instant);
  const rows = run(updateComplianceRequirements, { ...portfolio, taxResidencies }, 'complianceRequirements', instant);
  for (const row of rows) expect(is(complianceRequirementRow, row), JSON.stringify(row)).toBe(true);
  expect(new Set(rows.map((row) => row['id'])).size).toBe(rows.length);
  return (rows as ComplianceRequirement[]).filter((row) => ruleId === undefined || row.ruleId === ruleId);
}

function only(portfolio: Portfolio, ruleId: string, instant?: string): ComplianceRequirement {
  const rows = requirementsOf(portfolio, ruleId, instant);
  expect(rows).toHaveLength(1);
  return rows[0] as ComplianceRequirement;
}

/** A citizen of the United States with one account in Germany. */
const expatriate = (assets: Row[], more: Partial<Portfolio> = {}, filingStatus = 'single', home = 'DE'): Portfolio => ({
  persons: [person(1, home, ['US'], filingStatus)],
  accounts: [account(1, 'DE', 'EUR')],
  assets,
  fxRates: [rates('EUR', 'USD', ['2026-10-30', '1.25'])],
  ...more
});

describe('CreateTaxResidencyEntities', () => {
  const found = (portfolio: Portfolio): (readonly [string, string, string, string])[] =>
    residenciesOf(portfolio).map((row) => [row.country, row.residencyType, row.basis, row.status] as const);

  it('takes the home country as declared', () => {
    expect(found({ persons: [person(1, 'DE', ['DE'])], accounts: [] })).toEqual([
      ['DE', 'resident', 'declared', 'current']
    ]);
  });

  it('takes citizens of the United States for taxed there wherever they live', () => {
    expect(found({ persons: [person(1, 'DE', ['US', 'DE'])], accounts: [] })).toEqual([
      ['DE', 'resident', 'declared', 'current'],
      ['US', 'dual', 'computed', 'current']
    ]);
    expect(found({ persons: [person(1, 'US', ['US'])], accounts: [] })).toEqual([
      ['US', 'resident', 'declared', 'current']
    ]);
  });

  it('assumes nothing more of other citizenships and of accounts than that somebody should look', () => {
    const accounts = [account(1, 'CH', 'CHF'), account(2, 'AE', 'AED', { ownerIds: [id(2)] })];
    expect(found({ persons: [person(1, 'DE', ['IN'])], accounts })).toEqual([
      ['DE', 'resident', 'declared', 'current'],
      ['CH', 'nonResident', 'assumed', 'toReview'],
      ['IN', 'nonResident', 'assumed', 'toReview']
    ]);
  });

  it.each([
    ['IN', '2026-03-31T23:59:59.000Z', '2025-26', '2025-04-01', '2026-03-31'],
    ['IN', '2026-04-01T00:00:00.000Z', '2026-27', '2026-04-01', '2027-03-31'],
    ['GB', '2026-04-05T12:00:00.000Z', '2025-26', '2025-04-06', '2026-04-05'],
    ['GB', '2026-04-06T12:00:00.000Z', '2026-27', '2026-04-06', '2027-04-05'],
    ['AU', '2026-06-30T12:00:00.000Z', '2025-26', '2025-07-01', '2026-06-30'],
    ['DE', '2026-12-31T12:00:00.000Z', '2026', '2026-01-01', '2026-12-31'],
    ['IN', '1999-05-01T12:00:00.000Z', '1999-00', '1999-04-01', '2000-03-31']
  ])('knows the tax year of %s on %s', (country, instant, taxYear, effectiveFrom, effectiveTo) => {
    expect(residenciesOf({ persons: [person(1, country, [])], accounts: [] }, instant)).toMatchObject([
      { taxYear, effectiveFrom, effectiveTo }
    ]);
  });
});

describe('FBAR', () => {
  it.each([
    ['8000', '10000', 'notRequired'],
    ['8000.01', '10000.0125', 'required']
  ])('with EUR %s abroad, which is USD %s: %s', (value, measured, state) => {
    expect(only(expatriate([asset(1, 1, 'EUR', value)]), 'us-fbar')).toMatchObject({
      threshold: '10000',
      measured,
      currency: 'USD',
      state,
      measuredOn: '2026-11-02',
      ratesOn: '2026-10-30',
      ratesStale: false,
      dueOn: '2027-04-15',
      jurisdiction: 'US',
      personId: id(1),
      ruleVersion: '1'
    });
  });

  it('adds up all accounts abroad, and none at home, none that somebody else owns, no property, no debt', () => {
    const portfolio = expatriate(
      [
        asset(1, 1, 'EUR', '4000'),
        asset(2, 2, 'CHF', '500'),
        asset(3, 3, 'USD', '99999'),
        asset(4, 4, 'EUR', '99999'),
        asset(5, 1, 'EUR', '99999', { assetType: 'residentialProperty' }),
        asset(6, 1, 'EUR', '99999', { assetType: 'loan' }),
        asset(7, 1, 'EUR', '99999', { isActive: false }),
        asset(8, 1, 'EUR', '-99999')
      ],
      {
        accounts: [
          account(1, 'DE', 'EUR'),
          account(2, 'CH', 'CHF', { kind: 'brokerage' }),
          account(3, 'US', 'USD'),
          account(4, 'DE', 'EUR', { ownerIds: [id(2)] })
        ],
        fxRates: [rates('EUR', 'USD', ['2026-10-30', '1.25']), rates('EUR', 'CHF', ['2026-10-28', '0.5'])]
      }
    );
    // 4000 × 1.25 + 500 × 1.25 ÷ 0.5; the cross rate is as old as its older half.
    expect(only(portfolio, 'us-fbar')).toMatchObject({ measured: '6250', ratesOn: '2026-10-28' });
  });

  it('cannot tell where a rate is missing and the rest is not enough', () => {
    const assets = [asset(1, 1, 'EUR', '8000'), asset(2, 1, 'KWD', '1')];
    const requirement = only(expatriate(assets), 'us-fbar');
    expect(requirement).toMatchObject({ state: 'cannotTell', measured: '10000' });
    expect(requirement.reason).toContain('from KWD to USD');
  });

  it('can tell where a rate is missing but the rest is enough', () => {
    const assets = [asset(1, 1, 'EUR', '8001'), asset(2, 1, 'KWD', '1')];
    const requirement = only(expatriate(assets), 'us-fbar');
    expect(requirement).toMatchObject({ state: 'required' });
    expect(requirement.reason).toContain('from KWD to USD');
  });

  it('uses no rate of a later day, and says when the last one is old', () => {
    const fxRates = [
      rates('EUR', 'USD', ['2025-12-31', '9']),
      rates('EUR', 'USD', ['2026-10-25', '1.5'], ['2026-11-03', '9'])
    ];
    const portfolio = expatriate([asset(1, 1, 'EUR', '100')], { fxRates });
    expect(only(portfolio, 'us-fbar')).toMatchObject({ measured: '150', ratesOn: '2026-10-25', ratesStale: true });
    expect(only(portfolio, 'us-fbar', '2026-11-01T08:00:00.000Z')).toMatchObject({ ratesStale: false });
    expect(only(portfolio, 'us-fbar', '2025-06-01T08:00:00.000Z')).toMatchObject({ state: 'cannotTell' });
  });

  it('turns a rate round without losing a cent', () => {
    const fxRates = [rates('USD', 'EUR', ['2026-10-30', '0.3'])];
    expect(only(expatriate([asset(1, 1, 'EUR', '3000')], { fxRates }), 'us-fbar')).toMatchObject({
      measured: '10000',
      state: 'notRequired'
    });
  });

  it('values what is held at the last price, else as stated, never both', () => {
    const share = (more: Row): Row => asset(1, 1, 'USD', '77', { assetType: 'internationalStock', ...more });
    const held = {
      transactions: [
        booking(1, 1, 'buy', '2026-01-10', '100', 'USD', { assetId: id(1001), quantity: '10' }),
        booking(2, 1, 'split', '2026-02-10', '0', 'USD', { assetId: id(1001), quantity: '2' }),
        booking(3, 1, 'sell', '2026-03-10', '50', 'USD', { assetId: id(1001), quantity: '5' }),
        booking(4, 1, 'buy', '2026-11-10', '50', 'USD', { assetId: id(1001), quantity: '500' })
      ]
    };
    const prices = [
      { assetId: id(1001), year: 2026, days: ['2026-10-01', '2026-11-01', '2026-11-03'], closes: ['1', '3.5', '100'] }
    ];
    expect(only(expatriate([share({})], { ...held, prices }), 'us-fbar').measured).toBe('52.5');
    expect(only(expatriate([share({})], held), 'us-fbar').measured).toBe('77');
    expect(only(expatriate([share({})], { prices }), 'us-fbar').measured).toBe('77');
  });

  it('asks nothing of others', () => {
    const others = { persons: [person(1, 'DE', ['DE'])], accounts: [account(1, 'DE', 'EUR')], assets: [] };
    expect(requirementsOf(others, 'us-fbar')).toEqual([]);
    expect(requirementsOf({ ...others, persons: [person(1, 'US', ['DE'])] }, 'us-fbar')).toHaveLength(1);
  });
});

describe('Form 8938', () => {
  it.each([
    ['US', 'single', '50000', 'notRequired', '50000'],
    ['US', 'single', '50000.01', 'review', '50000'],
    ['US', 'single', '75000', 'review', '50000'],
    ['US', 'single', '75000.01', 'required', '50000'],
    ['US', 'marriedSeparate', '50000.01', 'review', '50000'],
    ['US', 'marriedJoint', '100000', 'notRequired', '100000'],
    ['US', 'marriedJoint', '100000.01', 'review', '100000'],
    ['US', 'marriedJoint', '150000.01', 'required', '100000'],
    ['DE', 'single', '200000', 'notRequired', '200000'],
    ['DE', 'single', '200000.01', 'review', '200000'],
    ['DE', 'single', '300000.01', 'required', '200000'],
    ['DE', 'marriedJoint', '400000', 'notRequired', '400000'],
    ['DE', 'marriedJoint', '600000', 'review', '400000'],
    ['DE', 'marriedJoint', '600000.01', 'required', '400000']
  ])('living in %s, %s, with USD %s: %s', (home, filing, value, state, threshold) => {
    expect(only(expatriate([asset(1, 1, 'USD', value)], {}, filing, home), 'us-8938')).toMatchObject({
      state,
      threshold,
      measured: value
    });
  });

  it('cannot tell between the thresholds of two filing statuses where none is stated', () => {
    const stating = (value: string): ComplianceRequirement =>
      only(expatriate([asset(1, 1, 'USD', value)], {}, '', 'US'), 'us-8938');
    expect(stating('50000').state).toBe('notRequired');
    expect(stating('90000')).toMatchObject({ state: 'cannotTell', threshold: '50000' });
    expect(stating('150000.01').state).toBe('required');
  });

  it('counts businesses, but neither property nor metals that are held directly', () => {
    const assets = ['residentialProperty', 'physicalGold', 'vehicle', 'businessHolding'].map((assetType, n) =>
      asset(n, 1, 'USD', String(10 ** n), { assetType })
    );
    expect(only(expatriate(assets), 'us-8938').measured).toBe('1000');
  });
});

describe('Form 8621', () => {
  const fund = (n: number, value: string, more: Row = {}): Row =>
    asset(n, 1, 'USD', value, { assetType: 'equityFund', primaryCountry: 'IE', ...more });

  it.each([
    ['single', '20000', '5000', 'notRequired'],
    ['single', '20000', '5000.01', 'required'],
    ['marriedJoint', '20000', '30000', 'notRequired'],
    ['marriedJoint', '20000', '30000.01', 'required']
  ])('%s with funds of USD %s and %s: %s, for each of them', (filing, one, other, state) => {
    const funds = [fund(1, one), fund(2, other, { assetType: 'debtFund' })];
    const american = fund(3, '99999', { primaryCountry: 'US' });
    const sold = fund(4, '99999', { isActive: false });
    const rows = requirementsOf(expatriate([...funds, american, sold], {}, filing), 'us-8621');
    expect(rows.map((row) => [row.assetId, row.state])).toEqual([
      [id(1001), state],
      [id(1002), state]
    ]);
  });

  it.each(['dividend', 'sell'])('lets a person look where a %s this year may end the exemption', (type) => {
    const transactions = [
      booking(1, 1, type, '2026-01-01', '5', 'USD', { assetId: id(1001), quantity: '0.1' }),
      booking(2, 1, type, '2025-12-31', '5', 'USD', { assetId: id(1002), quantity: '0.1' })
    ];
    const rows = requirementsOf(expatriate([fund(1, '100'), fund(2, '100')], { transactions }), 'us-8621');
    expect(rows.map((row) => row.state)).toEqual(['review', 'notRequired']);
  });
});

describe('India', () => {
  const resident = (more: Partial<Portfolio> = {}): Portfolio => ({
    persons: [person(1, 'IN', ['IN'])],
    accounts: [account(1, 'IN', 'INR'), account(2, 'DE', 'EUR')],
    assets: [],
    fxRates: [rates('EUR', 'INR', ['2026-10-30', '100']), rates('EUR', 'USD', ['2026-10-30', '1.25'])],
    ...more
  });

  it('asks residents for every asset abroad, however small, and for none at home', () => {
    const indian = { primaryCountry: 'IN' };
    const assets = [
      asset(1, 2, 'EUR', '0.01'),
      asset(2, 1, 'INR', '5000', indian),
      asset(3, 1, 'AED', '10', { assetType: 'internationalProperty', primaryCountry: 'AE' }),
      asset(4, 2, 'EUR', '500', { assetType: 'loan' })
    ];
    const rows = requirementsOf(resident({ assets }), 'in-schedule-fa');
    expect(rows).toMatchObject([
      { assetId: id(1001), state: 'required', measured: '1', currency: 'INR', dueOn: '2027-07-31' },
      { assetId: id(1003), state: 'required', measured: '0' }
    ]);
    expect(rows[0]).not.toHaveProperty('threshold');
    expect(rows[1]?.reason).toContain('from AED to INR');
  });

  it('asks for what was given up in this calendar year, not for what went earlier', () => {
    const gone = { isActive: false, assetType: 'internationalStock' };
    const transactions = [
      booking(1, 2, 'sell', '2026-01-01', '5', 'EUR', { assetId: id(1001), quantity: '0' }),
      booking(2, 2, 'sell', '2025-12-31', '5', 'EUR', { assetId: id(1002), quantity: '0' })
    ];
    const assets = [asset(1, 2, 'EUR', '0', gone), asset(2, 2, 'EUR', '0', gone)];
    expect(requirementsOf(resident({ assets, transactions }), 'in-schedule-fa').map((row) => row.assetId)).toEqual([
      id(1001)
    ]);
  });

  it('asks nothing of the kind from others', () => {
    const abroad = resident({ persons: [person(1, 'DE', ['IN'])], assets: [asset(1, 2, 'EUR', '1')] });
    for (const rule of ['in-schedule-fa', 'in-lrs', 'in-tcs']) expect(requirementsOf(abroad, rule)).toEqual([]);
    expect(only(abroad, 'in-residency-certificate').reason).toContain('DE');
    expect(only(resident(), 'in-residency-certificate')).toMatchObject({ state: 'review', dueOn: '2027-03-31' });
    expect(requirementsOf(resident({ accounts: [account(1, 'IN', 'INR')] }), 'in-residency-certificate')).toEqual([]);
  });

  it.each([
    ['in-lrs', '20000000', 'notRequired', '250000', 'USD'],
    ['in-lrs', '20000000.08', 'review', '250000.001', 'USD'],
    ['in-tcs', '1000000', 'notRequired', '1000000', 'INR'],
    ['in-tcs', '1000000.01', 'review', '1000000.01', 'INR']
  ])('%s with INR %s gone from accounts in India since April: %s', (rule, gross, state, measured, currency) => {
    const transactions = [
      booking(1, 1, 'withdrawal', '2026-04-01', gross, 'INR'),
      booking(2, 1, 'withdrawal', '2026-03-31', '99999999', 'INR'),
      booking(3, 1, 'deposit', '2026-05-01', '99999999', 'INR'),
      booking(4, 2, 'withdrawal', '2026-05-01', '99999999', 'EUR'),
      booking(5, 1, 'withdrawal', '2026-11-03', '99999999', 'INR')
    ];
    expect(only(resident({ transactions }), rule)).toMatchObject({ state, measured, currency, dueOn: '2027-03-31' });
  });

  it('cannot tell the limit without a rate', () => {
    const transactions = [booking(1, 1, 'withdrawal', '2026-04-01', '1', 'INR')];
    expect(only(resident({ transactions, fxRates: [] }), 'in-lrs')).toMatchObject({
      state: 'cannotTell',
      measured: '0'
    });
  });
});

describe('United Kingdom, Canada, Australia', () => {
  const living = (home: string, currency: string, more: Partial<Portfolio>): Portfolio => ({
    persons: [person(1, home, [home])],
    accounts: [account(1, home, currency), account(2, 'DE', 'EUR', { kind: 'brokerage' })],
    assets: [],
    fxRates: [rates('EUR', currency, ['2026-10-30', '1.6'])],
    ...more
  });

  it.each([
    ['2026-04-05', 1, 'notRequired', '0'],
    ['2026-04-06', 1, 'required', '8'],
    ['2026-04-06', 2, 'notRequired', '0']
  ])('SA106: income on %s from asset %i: %s', (date, n, state, measured) => {
    const assets = [asset(1, 1, 'GBP', '5'), asset(2, 1, 'GBP', '5', { primaryCountry: 'GB' })];
    const transactions = [booking(1, 1, 'dividend', date, '5', 'EUR', { assetId: id(1000 + n) })];
    expect(only(living('GB', 'GBP', { assets, transactions }), 'gb-sa106')).toMatchObject({
      state,
      measured,
      dueOn: '2028-01-31'
    });
  });

  it.each([
    ['62500', 'notRequired', '100000'],
    ['62500.01', 'required', '100000.016']
  ])('T1135: property abroad that cost EUR %s: %s', (originalInvestment, state, measured) => {
    const assets = [
      asset(1, 2, 'EUR', '1', { originalInvestment }),
      asset(2, 2, 'EUR', '1', { originalInvestment: '999999', assetType: 'vehicle' }),
      asset(3, 1, 'CAD', '1', { originalInvestment: '999999' })
    ];
    expect(only(living('CA', 'CAD', { assets }), 'ca-t1135')).toMatchObject({ state, measured, dueOn: '2027-04-30' });
  });

  it('T1135 cannot tell where a cost is not stated', () => {
    const requirement = only(living('CA', 'CAD', { assets: [asset(1, 2, 'EUR', '1')] }), 'ca-t1135');
    expect(requirement).toMatchObject({ state: 'cannotTell' });
    expect(requirement.reason).toContain('the cost of 1 asset');
  });

  it.each([
    ['625', 'notRequired', '1000'],
    ['625.01', 'required', '1000.016']
  ])('FITO: EUR %s of tax withheld abroad: %s', (taxes, state, measured) => {
    const transactions = [
      booking(1, 2, 'interest', '2026-07-01', '5000', 'EUR', { taxes }),
      booking(2, 2, 'interest', '2026-06-30', '5000', 'EUR', { taxes: '400' }),
      booking(3, 1, 'interest', '2026-07-01', '5000', 'AUD', { taxes: '400' })
    ];
    expect(only(living('AU', 'AUD', { transactions }), 'au-fito')).toMatchObject({
      state,
      measured,
      dueOn: '2027-10-31'
    });
  });
});

describe('what comes with accounts, assets and residences', () => {
  const family: Portfolio = {
    persons: [person(1, 'DE', ['DE']), person(2, 'US', ['US'])],
    accounts: [
      account(1, 'DE', 'EUR', { ownerIds: [id(1)] }),
      account(2, 'CH', 'CHF'),
      account(3, 'US', 'USD', { ownerIds: [id(1)] }),
      account(4, 'CH', 'CHF', { closedOn: '2026-11-02' })
    ],
    assets: [
      asset(1, 2, 'CHF', '250'),
      asset(2, 1, 'EUR', '9', { assetType: 'art', updatedAt: '2024-02-29T10:00:00.000Z' }),
      asset(3, 1, 'EUR', '9', { assetType: 'fixedDeposit' }),
      asset(4, 1, 'EUR', '9', { assetType: 'art', isActive: false })
    ]
  };
  const whom = (ruleId: string): unknown[] =>
    requirementsOf(family, ruleId).map((row) => [row.personId, row.accountId, row.jurisdiction]);

  it('CRS: residents elsewhere than where the account is; the United States take no part', () => {
    expect(whom('crs-self-certification')).toEqual([[id(1), id(102), 'CH']]);
  });
  it('W-8BEN: others with accounts in the United States', () => {
    expect(whom('us-w8ben')).toEqual([[id(1), id(103), 'US']]);
  });
  it('KYC: every owner of every open account', () => {
    expect(whom('kyc')).toEqual([
      [id(1), id(101), 'DE'],
      [id(1), id(102), 'CH'],
      [id(1), id(103), 'US'],
      [id(2), id(102), 'CH']
    ]);
  });
  it('source of funds: accounts outside the home country, with what is in them', () => {
    expect(requirementsOf(family, 'source-of-funds')).toMatchObject([
      { personId: id(1), accountId: id(102), measured: '250', currency: 'CHF' },
      { personId: id(1), accountId: id(103), measured: '0', currency: 'USD' },
      { personId: id(2), accountId: id(102), measured: '250', currency: 'CHF' }
    ]);
  });
  it('valuation: what nobody quotes, a year after it was stated', () => {
    expect(requirementsOf(family, 'regular-valuation')).toMatchObject([
      { assetId: id(1002), dueOn: '2025-02-28', measured: '9', currency: 'EUR', state: 'required' }
    ]);
  });
  it('records: in every country of residence', () => {
    expect(whom('audit-trail')).toEqual([
      [id(1), undefined, 'DE'],
      [id(2), undefined, 'US']
    ]);
  });
});

describe('the rules', () => {
  it('are dated, traceable data that nobody can change', () => {
    expect(new Set(complianceRules.map((rule) => rule.id)).size).toBe(complianceRules.length);
    expect(Object.isFrozen(complianceRules)).toBe(true);
    for (const rule of complianceRules) {
      expect(Object.isFrozen(rule)).toBe(true);
      expect(Object.isFrozen(rule.thresholds)).toBe(true);
      expect(rule).toMatchObject({ version: '1', checkOfficially: true });
      expect(rule.source).not.toBe('');
      expect((rule.currency === null) === (Object.keys(rule.thresholds).length === 0)).toBe(true);
    }
  });

  it('apply only in their time', () => {
    expect(ruleOn('in-tcs', '2026-03-31')).toBeNull();
    expect(ruleOn('in-tcs', '2026-04-01')?.id).toBe('in-tcs');
    const early = { persons: [person(1, 'IN', ['IN'])], accounts: [] };
    expect(requirementsOf(early, 'in-tcs', '2026-03-31T08:00:00.000Z')).toEqual([]);
    expect(requirementsOf(early, 'in-tcs', '2026-04-01T08:00:00.000Z')).toHaveLength(1);
  });
});

describe('both steps', () => {
  it('make the same rows of the same data, whatever order the stores come in', () => {
    const portfolio = expatriate([asset(1, 1, 'EUR', '4000'), asset(2, 1, 'CHF', '1')]);
    const taxResidencies = residenciesOf(portfolio);
    const backwards: SetStep = {
      ...updateComplianceRequirements,
      observes: [...updateComplianceRequirements.observes].reverse()
    };
    const instant = '2026-11-02T08:00:00.000Z';
    expect(run(backwards, { ...portfolio, taxResidencies }, 'complianceRequirements', instant)).toEqual(
      requirementsOf(portfolio)
    );
  });
});
