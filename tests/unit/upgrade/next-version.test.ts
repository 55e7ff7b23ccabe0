/**
 * The way of `src/lib/schema/README.md`, walked with a made-up 1.4.0 in a registry of its own: a new field, a rename and
 * a step. First all of it, then each piece forgotten, and what the maintainer is told.
 */
import { looseObject, optional, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  defineHistory,
  type History,
  type RecordStep,
  type Row,
  type VersionDefinition
} from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { createSample, dump, makeWealth } from '../../support/wealth';
import { demandsOf, type Proofs } from '../../support/demands';

const accounts = history.versions.at(-1)?.stores['accounts'];
if (!accounts) throw new Error('there are no accounts');
const { institution, name, ...kept } = accounts.row.entries;
if (!institution || !name) throw new Error('accounts have changed');

/** Splits nothing off but says in words where an account lies. */
const describeAccounts: RecordStep = {
  name: 'DescribeAccounts',
  description: 'Describing your accounts',
  records: {
    accounts: {
      up: (row: Row) => ({ ...row, summary: `${String(row['name'])} (${String(row['country'])})` }),
      down({ summary: _made, ...row }: Row) {
        return row;
      }
    }
  }
};

const v1_4_0: VersionDefinition = {
  version: '1.4.0',
  description: 'Accounts say where they lie',
  changes: ['Every account has a short description.'],
  migrationType: 'heavyweight',
  estimatedTime: 20,
  stores: {
    accounts: {
      ...accounts,
      row: looseObject({
        ...kept,
        name,
        custodian: institution,
        nickname: optional(string()),
        summary: optional(string())
      }),
      renamingIds: { custodian: 'institution' }
    }
  },
  steps: [describeAccounts]
};

const released = history.versions.map((version) => version.definition);
const moduleOf = (version: string): string => `src/lib/schema/v${version}/index.ts`;
const define = (next: VersionDefinition): History =>
  defineHistory({ name: 'WealthWise', lockPrefix: 'ww', versions: [...released, next], moduleOf });
const proven: Proofs = {
  fixtures: [...released.map(({ version }) => version), '1.4.0'],
  checksums: [...released.map(({ version }) => version), '1.4.0'],
  stepsRun: [...released.flatMap(({ steps = [] }) => steps.map((step) => step.name)), 'DescribeAccounts']
};

describe('a new data version', () => {
  it('with a field, a rename and a step brings data from every version there', async () => {
    const wealth = makeWealth(define(v1_4_0));
    await createSample(wealth, 20, 40);
    const before = await dump(wealth);
    const plan = wealth.migrations.getMigrationPlan('1.0.0', '1.4.0');
    expect(plan.customMigrationSteps.map((step) => step.name)).toContain('DescribeAccounts');
    await wealth.migrations.executeMigration(plan);
    const after = await dump(wealth);
    expect(after.native).toBe(50);
    after.stores['accounts']?.forEach((account, at) => {
      const old = before.stores['accounts']?.[at];
      expect(account).toEqual({
        ...Object.fromEntries(
          Object.entries(old ?? {}).map(([field, value]) => [field === 'institution' ? 'custodian' : field, value])
        ),
        summary: `${String(old?.['name'])} (${String(old?.['country'])})`
      });
    });
    expect(demandsOf(define(v1_4_0), proven)).toEqual([]);
  });

  const forgotten: [string, () => unknown, string][] = [
    [
      'the plain words',
      () => define({ ...v1_4_0, changes: [] }),
      "Version 1.4.0 does not say what it changes for the person: write 'changes' in src/lib/schema/v1.4.0/index.ts."
    ],
    [
      'the description',
      () => define({ ...v1_4_0, description: '' }),
      'Version 1.4.0 has no description: write one in src/lib/schema/v1.4.0/index.ts.'
    ],
    [
      'the time',
      () => define({ ...v1_4_0, estimatedTime: 0 }),
      "Version 1.4.0 has no estimated time: write 'estimatedTime' in seconds in src/lib/schema/v1.4.0/index.ts."
    ],
    [
      'the renaming id',
      () =>
        define({
          ...v1_4_0,
          steps: [],
          stores: { accounts: { ...accounts, row: looseObject({ ...kept, name, custodian: institution }) } }
        }),
      "Can't infer mapping model from 1.3.0 to 1.4.0: field 'institution' of store 'accounts' would be dropped with its values. Write a step that changes it in src/lib/schema/v1.4.0/index.ts."
    ],
    [
      'the way back',
      () =>
        define({
          ...v1_4_0,
          steps: [{ ...describeAccounts, records: { accounts: { up: (row: Row) => row } } } as unknown as RecordStep]
        }),
      "Step 'DescribeAccounts' changes records of 'accounts' and has no way back: write 'down' in src/lib/schema/v1.4.0/index.ts."
    ],
    [
      'the store that a step works on',
      () =>
        define({
          ...v1_4_0,
          steps: [{ ...describeAccounts, records: { wallets: { up: (row: Row) => row, down: (row: Row) => row } } }]
        }),
      "Step 'DescribeAccounts' names store 'wallets', which version 1.4.0 does not have: declare it in src/lib/schema/v1.4.0/index.ts."
    ],
    [
      'the version in between',
      () => define({ ...v1_4_0, version: '1.5.0' }),
      'Version 1.5.0 does not follow 1.3.0: a version is missing between them; write src/lib/schema/v1.4.0/index.ts and its line in the registry.'
    ]
  ];
  it.each(forgotten)('without %s is told in one sentence', (_piece, make, sentence) => {
    expect(make).toThrow(sentence);
  });

  it('without its fixture, its checksum or a run of its step is told which file to write', () => {
    const withNext = define(v1_4_0);
    const without = (list: readonly string[], name: string): string[] => list.filter((item) => item !== name);
    expect(demandsOf(withNext, { ...proven, fixtures: without(proven.fixtures, '1.4.0') })).toEqual([
      'Version 1.4.0 has no golden database: write tests/fixtures/golden/v1.4.0.json with `npm run golden`.'
    ]);
    expect(demandsOf(withNext, { ...proven, checksums: without(proven.checksums, '1.4.0') })).toEqual([
      'Version 1.4.0 is not pinned: add the checksum of src/lib/schema/v1.4.0 to tests/fixtures/checksums.json.'
    ]);
    expect(demandsOf(withNext, { ...proven, stepsRun: without(proven.stepsRun, 'DescribeAccounts') })).toEqual([
      "Step 'DescribeAccounts' of 1.4.0 never ran in a test: give tests/fixtures/golden/v1.3.0.json a record that it changes."
    ]);
  });
});
