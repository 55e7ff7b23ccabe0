import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { type IntegrityCheck, type Row } from '../../../src/lib/migration';
import { cashEffect, positionAfter, type UnitMove } from '../../../src/lib/schema/v1.0.0/bookings';
import { checks } from '../../../src/lib/schema/v1.0.0/checks';
import { conservedFigures } from '../../../src/lib/schema/v1.0.0/conserved';
import { Decimal, plain } from '../../../src/lib/schema/v1.0.0/decimal';
import * as shapes from '../../../src/lib/schema/v1.0.0/shapes';
import { assetTypes, factsOf, isCountry, isCurrency, minorUnitsOf } from '../../../src/lib/schema/v1.0.0';

describe('shapes', () => {
  const cases: [keyof typeof shapes, readonly unknown[], readonly unknown[]][] = [
    [
      'day',
      ['2024-02-29', '2000-02-29', '0001-01-01', '2026-12-31'],
      [
        '2023-02-29',
        '1900-02-29',
        '2026-13-01',
        '2026-04-31',
        '2026-1-1',
        '2026-00-10',
        '2026/01/01',
        '2026-01-01T',
        '',
        20260101
      ]
    ],
    [
      'instant',
      ['2026-01-31T23:59:59Z', '2026-01-31T00:00:00.000Z', '2026-01-31T00:00:00.123456Z'],
      [
        '2026-01-31',
        '2026-02-30T00:00:00Z',
        '2026-01-31T24:00:00Z',
        '2026-01-31T23:60:00Z',
        '2026-01-31T23:59:59',
        '2026-01-31T23:59:59+01:00',
        '2026-01-31T23:59:59.Z',
        '2026-01-31 23:59:59Z',
        '2026-01-31T23:59:59.1x3Z'
      ]
    ],
    [
      'decimal',
      ['0', '-0', '0.10', '-12.5', '123456789012345678901234567890.000000001'],
      ['', '.5', '5.', '1e3', '01', '+1', '1,5', ' 1', 'NaN', 'Infinity', 1]
    ],
    [
      'uuid',
      ['0197f3a1-1111-7abc-8def-0123456789ab', '00000000-0000-4000-8000-000000000000'],
      [
        '0197F3A1-1111-7ABC-8DEF-0123456789AB',
        '0197f3a1-1111-7abc-7def-0123456789ab',
        '0197f3a111117abc8def0123456789ab',
        'x',
        null
      ]
    ],
    ['currency', ['EUR', 'JPY', 'KWD', 'HRK'], ['eur', 'EURO', 'XXX', 'ZZZ', '', 978]],
    ['country', ['DE', 'IN', 'US', 'GB'], ['de', 'UK', 'XX', 'DEU', '']],
    ['currencyPair', ['EURUSD'], ['EURUS', 'EURZZZ', 'eurusd', 'EUR/USD']],
    [
      'finiteNumber',
      [0, -1.5, 1e-7, 1e300],
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, '1', null]
    ],
    [
      'ascendingDays',
      [[], ['2026-01-01', '2026-01-02']],
      [['2026-01-02', '2026-01-01'], ['2026-01-01', '2026-01-01'], ['2026-02-30'], [5], 'x']
    ],
    ['positiveDecimals', [[], ['0.0001', '7']], [['0'], ['0.00'], ['-1'], ['1e3'], [1]]],
    ['decimalsFromZero', [['0', '1.5']], [['-0.1'], ['x']]],
    ['texts', [[], ['']], [[1], [null], 'x', {}]],
    ['name', ['a', ' ü '], ['', '  ', 1]]
  ];

  it.each(cases)('%s', (shape, good, bad) => {
    const schema = shapes[shape] as typeof shapes.day;
    expect(good.filter((value) => !is(schema, value))).toEqual([]);
    expect(bad.filter((value) => is(schema, value))).toEqual([]);
  });

  it('know the minor units of currencies, and no code twice', () => {
    expect(['JPY', 'EUR', 'KWD', 'UYW', 'ZZZ'].map((code) => minorUnitsOf(code))).toEqual([0, 2, 3, 4, undefined]);
    expect(isCurrency('EUR') && isCountry('IN')).toBe(true);
  });

  it('know the facts of every asset type', () => {
    expect(assetTypes.length).toBeGreaterThan(35);
    for (const type of assetTypes) expect(factsOf(type).category).not.toBe('');
    expect(() => factsOf('spaceship')).toThrow(RangeError);
  });
});

describe('bookings', () => {
  const move = (date: string, type: string, quantity: string, cost: string | null = null): UnitMove => ({
    id: date + type,
    date,
    type,
    quantity,
    createdAt: '2026-01-01T00:00:00Z',
    cost: cost === null ? null : Decimal(cost)
  });
  const position = (moves: UnitMove[]): [string, string] => {
    const { quantity, cost } = positionAfter(moves);
    return [plain(quantity), plain(cost)];
  };

  it('agree with the published moving average: 4383.74 remain after the sale', () => {
    const [quantity, cost] = position([
      move('2010-01-01', 'buy', '109', '3149.20'),
      move('2010-02-01', 'buy', '52', '1684.92'),
      move('2010-03-01', 'sell', '15', '531.50')
    ]);
    expect(quantity).toBe('146');
    expect(Decimal(cost).round(2).toFixed()).toBe('4383.74');
  });

  it('leave exactly nothing of a position that was sold', () => {
    const thirds = [
      move('2020-01-01', 'buy', '3', '10'),
      move('2020-01-02', 'sell', '1', '0'),
      move('2020-01-03', 'sell', '2', '0')
    ];
    expect(position(thirds)).toEqual(['0', '0']);
  });

  it('take the order of days and types, not that of entry', () => {
    const sorted = [
      move('2020-01-01', 'buy', '10', '100'),
      move('2020-02-01', 'split', '3'),
      move('2020-03-01', 'sell', '5', '1')
    ];
    expect(position(sorted.toReversed())).toEqual(position(sorted));
    expect(position([move('2020-02-01', 'split', '3'), move('2020-02-01', 'buy', '10', '1')])[0]).toBe('30');
  });

  it('leave a sale of more than is held out of account', () => {
    expect(position([move('2020-01-01', 'buy', '1', '10'), move('2020-01-02', 'sell', '2', '30')])).toEqual([
      '1',
      '10'
    ]);
  });

  it.each([
    ['deposit', {}, '100'],
    ['withdrawal', { fees: '1' }, '-101'],
    ['buy', { assetId: 'a', fees: '1.5' }, '-101.5'],
    ['sell', { assetId: 'a', fees: '1', taxes: '9' }, '90'],
    ['dividend', { assetId: 'a', taxes: '25' }, '75'],
    ['fee', {}, '-100'],
    ['tax', {}, '-100'],
    ['openingBalance', {}, '100'],
    ['openingBalance', { assetId: 'a' }, '0'],
    ['transferOut', {}, '-100'],
    ['transferOut', { assetId: 'a' }, '0'],
    ['split', { assetId: 'a' }, '0']
  ])('%s %j changes cash by %s', (type, facts, expected) => {
    expect(plain(cashEffect({ type, gross: '100', ...facts }))).toBe(expected);
  });
});

describe('conserved figures', () => {
  const figures = (field: string, rows: { transactions?: Row[]; assets?: Row[] }): Record<string, string> => {
    const run = conservedFigures(field).begin();
    for (const [store, list] of Object.entries(rows)) for (const row of list) run.observe[store]?.(row);
    return Object.fromEntries(
      run.figures().map(({ account, currency, measure, value }) => [`${account} ${currency} ${measure}`, value])
    );
  };
  const asset = {
    accountId: 'A',
    primaryCurrency: 'EUR',
    quantity: 0.1 + 0.2,
    amount: '10.10',
    originalInvestment: '9'
  };

  it('are sums per account and currency, and notice each amount', () => {
    const booking = {
      id: '1',
      accountId: 'A',
      assetId: 'x',
      date: '2020-01-01',
      type: 'buy',
      quantity: '2',
      gross: '20',
      fees: '1',
      currency: 'EUR',
      createdAt: ''
    };
    const all = figures('amount', { transactions: [booking], assets: [asset, { ...asset, amount: '0.2' }] });
    expect(all).toEqual({
      'A EUR cash': '-21',
      'A EUR cost basis': '21',
      'A EUR holding': '2',
      'A EUR stated cost': '18',
      'A EUR stated units': '0.60000000000000008',
      'A EUR stated value': '10.3'
    });
    expect(figures('amount', { transactions: [{ ...booking, gross: '20.01' }], assets: [asset] })['A EUR cash']).toBe(
      '-21.01'
    );
  });

  it('are the same for a number and for the decimal text it becomes', () => {
    const { amount, ...rest } = asset;
    expect(
      figures('currentValue', { assets: [{ ...rest, currentValue: amount, quantity: '0.30000000000000004' }] })
    ).toEqual(figures('amount', { assets: [asset] }));
  });
});

describe('checks', () => {
  const run = (name: string, rows: Readonly<Record<string, readonly Row[]>>): readonly string[] => {
    const check = checks.find((candidate: IntegrityCheck) => candidate.name === name);
    if (!check) throw new Error(`no check ${name}: ${checks.map((each) => each.name).join('; ')}`);
    const begun = check.begin();
    for (const [store, list] of Object.entries(rows)) for (const row of list) begun.observe[store]?.(row);
    return begun.problems();
  };

  it('find a reference to nothing, and take a record in quarantine for there', () => {
    const name = 'every accountId of assets exists in accounts';
    const assets = [{ id: 'a', accountId: 'gone' }];
    expect(run(name, { assets, accounts: [{ id: 'other' }] })).toEqual(['accounts gone is missing']);
    expect(run(name, { assets, accounts: [{ id: 'gone' }] })).toEqual([]);
    expect(run(name, { assets, quarantine: [{ store: 'accounts', key: 'gone', row: { id: 'gone' } }] })).toEqual([]);
    expect(run(name, { assets, quarantine: [{ store: 'accounts', key: 'gone', row: 'a part of it' }] })).toHaveLength(
      1
    );
  });

  it('look at every owner of an account', () => {
    const accounts = [{ id: 'A', ownerIds: ['p', 'q'] }];
    expect(run('every ownerIds of accounts exists in persons', { accounts, persons: [{ id: 'p' }] })).toEqual([
      'persons q is missing'
    ]);
  });

  it('find series whose days and values do not belong together', () => {
    const series = { assetId: 'a', year: 2026, days: ['2026-01-02'], closes: ['1'] };
    const name = 'days and closes of prices belong together';
    expect(run(name, { prices: [series] })).toEqual([]);
    expect(run(name, { prices: [{ ...series, closes: [] }] })).toHaveLength(1);
    expect(run(name, { prices: [{ ...series, year: 2025 }] })).toHaveLength(1);
  });

  it('find a trade without its asset, a wrong pair, and second settings', () => {
    expect(
      run('trades name an asset and a quantity', { transactions: [{ id: 't', type: 'buy', quantity: '1' }] })
    ).toHaveLength(1);
    expect(run('trades name an asset and a quantity', { transactions: [{ id: 't', type: 'deposit' }] })).toEqual([]);
    expect(
      run('pairs are written as their currencies', { fxRates: [{ pair: 'EURUSD', base: 'EUR', quote: 'INR' }] })
    ).toHaveLength(1);
    expect(run('settings are one row', { settings: [{ id: 'settings' }, { id: 'more' }] })).toHaveLength(1);
  });

  it('tell the first twenty problems and how many more there are', () => {
    const assets = Array.from({ length: 25 }, (_, at) => ({ id: `a${at}`, accountId: `gone${at}` }));
    const problems = run('every accountId of assets exists in accounts', { assets });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 5 more');
  });
});
