import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/migration';
import { v1_3_0 } from '../../../src/lib/schema/v1.3.0';

type Stores = Readonly<Record<string, readonly Row[]>>;

/** All problems that the checks of this version find. */
function problemsIn(stores: Stores): string[] {
  return (v1_3_0.checks ?? []).flatMap((check) => {
    const run = check.begin();
    for (const store of check.observes) for (const row of stores[store] ?? []) run.observe[store]?.(row);
    return run.problems();
  });
}

const whole: Stores = {
  persons: [{ id: 'p' }],
  accounts: [{ id: 'acc' }],
  assets: [{ id: 'a', documentIds: ['d', 'q'] }],
  documents: [{ id: 'd', assetId: 'a', accountId: 'acc', residencyId: 'r' }],
  quarantine: [{ id: 'q', store: 'assets', key: 'a', field: 'documents', row: { text: '', at: 1 } }],
  taxResidencies: [{ id: 'r', personId: 'p', documentId: 'd', effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' }],
  dayLog: [{ id: 'l', personId: 'p', from: '2026-01-01', to: '2026-01-01' }],
  complianceRequirements: [
    { id: 'c', personId: 'p', accountId: 'acc', assetId: 'a', measured: '1', currency: 'EUR', state: 'required' },
    { id: 'c2', state: 'cannotTell', reason: 'no rate' }
  ]
};

describe('the checks of 1.3.0', () => {
  it('find nothing where all is well', () => {
    expect(problemsIn(whole)).toEqual([]);
    expect(problemsIn({})).toEqual([]);
  });

  it.each<[string, Stores, string]>([
    ['a lost document', { documents: [] }, 'documents d is missing'],
    ['a lost original', { quarantine: [] }, 'documents q is missing'],
    ['an unlisted document', { assets: [{ id: 'a', documentIds: ['q'] }] }, 'asset a does not list document d'],
    ['a lost asset', { assets: [], quarantine: [] }, 'assets a is missing'],
    ['a lost person', { persons: [] }, 'persons p is missing'],
    ['a lost account', { accounts: [] }, 'accounts acc is missing'],
    ['a lost residency', { taxResidencies: [] }, 'taxResidencies r is missing'],
    [
      'a residency that ends before it begins',
      { taxResidencies: [{ id: 'r', personId: 'p', effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31' }] },
      'taxResidencies r ends before it begins'
    ],
    [
      'days that end before they begin',
      { dayLog: [{ id: 'l', personId: 'p', from: '2026-01-02', to: '2026-01-01' }] },
      'dayLog l ends before it begins'
    ],
    [
      'an amount without a currency',
      { complianceRequirements: [{ id: 'c', threshold: '1', state: 'required' }] },
      'complianceRequirements c has an amount without a currency'
    ],
    [
      'what cannot be told without a reason',
      { complianceRequirements: [{ id: 'c', state: 'cannotTell' }] },
      'complianceRequirements c does not say why it cannot be told'
    ]
  ])('find %s', (_what, injured, problem) => {
    expect(problemsIn({ ...whole, ...injured })).toContain(problem);
  });

  it('take a document of an asset in quarantine for whole', () => {
    const away = { id: 'x', store: 'assets', key: 'a', field: 'amount', row: { id: 'a' } };
    expect(problemsIn({ ...whole, assets: [], quarantine: [away] })).toEqual([]);
  });
});
