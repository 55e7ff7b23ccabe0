import { is, looseObject, string } from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineHistory, lensOf, type Row, type VersionDefinition } from '../../../src/lib/migration';
import { v1_0_0 } from '../../../src/lib/schema/v1.0.0';
import { v1_1_0 } from '../../../src/lib/schema/v1.1.0';
import { v1_3_0 } from '../../../src/lib/schema/v1.3.0';
import { create, createSample, dump, instant, makeWealth, type Stores } from '../../support/wealth';

/** Stands in for the version between, which this one does not rest on. */
const between: VersionDefinition = {
  version: '1.2.0',
  description: 'A store more',
  changes: ['There is a store more.'],
  migrationType: 'lightweight',
  estimatedTime: 1,
  stores: { extras: { keyPath: 'id', indexes: [], row: looseObject({ id: string() }) } }
};

const history = defineHistory({
  name: 'WealthWise',
  lockPrefix: 'ww',
  versions: [v1_0_0, v1_1_0, between, v1_3_0]
});

async function upgraded(path: 'direct' | 'incremental'): Promise<{ before: Stores; after: Stores }> {
  const wealth = makeWealth(history);
  await createSample(wealth, 120, 600);
  const before = (await dump(wealth)).stores;
  const plan = wealth.migrations.getMigrationPlan('1.0.0', '1.3.0');
  const report = await wealth.migrations.executeMigration(plan, undefined, { path });
  expect(report.outcome).toBe('completed');
  expect(report.conserved.length).toBeGreaterThan(0);
  expect(report.conserved.filter(({ before: was, after: now }) => was !== now)).toEqual([]);
  const { native, stores } = await dump(wealth);
  expect(native).toBe(40);
  return { before, after: stores };
}

const rowsOf = (stores: Stores, store: string): Row[] => {
  const rows = stores[store];
  if (!rows) throw new Error(`there is no store '${store}'`);
  return rows;
};

describe('the hop to 1.3.0 on the sample portfolio', () => {
  it('ends at the same records directly and version by version', async () => {
    const direct = await upgraded('direct');
    const incremental = await upgraded('incremental');
    expect(incremental.after).toEqual(direct.after);
  });

  it('makes a residency for each person’s home, of citizens of the United States too, and notes the rest', async () => {
    const { before, after } = await upgraded('direct');
    expect(before['taxResidencies']).toBeUndefined();
    const persons = rowsOf(after, 'persons');
    expect(persons).toEqual(rowsOf(before, 'persons'));
    const residencies = rowsOf(after, 'taxResidencies');
    for (const person of persons) {
      const own = residencies.filter((row) => row['personId'] === person['id']);
      expect(own.filter((row) => row['country'] === person['homeCountry'])).toMatchObject([
        { residencyType: 'resident', basis: 'declared', status: 'current' }
      ]);
      for (const country of person['citizenships'] as string[])
        expect(own.map((row) => row['country'])).toContain(country);
    }
    expect(residencies.filter((row) => row['country'] === 'IN')[0]).toMatchObject({
      taxYear: '2026-27',
      effectiveFrom: '2026-04-01',
      effectiveTo: '2027-03-31'
    });
    expect(rowsOf(after, 'dayLog')).toEqual([]);
  });

  it('lists requirements that trace to a rule, a person, an account or an asset', async () => {
    const { before, after } = await upgraded('direct');
    expect(before['complianceRequirements']).toBeUndefined();
    const requirements = rowsOf(after, 'complianceRequirements');
    const kinds = new Set(requirements.map((row) => row['ruleId']));
    for (const rule of ['us-fbar', 'us-8938', 'us-8621', 'in-schedule-fa', 'in-lrs', 'in-tcs'])
      expect(kinds).toContain(rule);
    for (const rule of ['in-residency-certificate', 'crs-self-certification', 'kyc', 'source-of-funds'])
      expect(kinds).toContain(rule);
    for (const rule of ['regular-valuation', 'audit-trail']) expect(kinds).toContain(rule);
    for (const rule of ['us-w8ben', 'gb-sa106', 'ca-t1135', 'au-fito']) expect(kinds).not.toContain(rule);
    for (const row of requirements) {
      expect(row['measuredOn']).toBe(instant.slice(0, 10));
      expect(row['ruleVersion']).toBe('1');
      expect(row['trigger']).not.toBe('');
    }
  });

  it('turns every note about a document into a document or a kept original, and back', async () => {
    const { before, after } = await upgraded('direct');
    const was = new Map(rowsOf(before, 'assets').map((row) => [row['id'], row['documents'] as string[]]));
    const texts = [...was.values()].flat();
    expect(texts.length).toBeGreaterThan(500);
    const documents = rowsOf(after, 'documents');
    const quarantine = rowsOf(after, 'quarantine');
    expect(before['documents']).toBeUndefined();
    expect(rowsOf(before, 'quarantine')).toEqual([]);
    expect(documents.length + quarantine.length).toBe(texts.length);
    expect(quarantine.length).toBe(3);

    const step = v1_3_0.steps?.find(({ name }) => name === 'MigrateDocumentReferences');
    if (!step || !('records' in step)) throw new Error('the step is missing');
    for (const asset of rowsOf(after, 'assets')) {
      expect(asset).not.toHaveProperty('documents');
      const down = step.records['assets']?.down(asset, undefined, (store) =>
        store === 'documents' ? documents : quarantine
      );
      expect(down?.['documents']).toEqual(was.get(asset['id']));
    }
  });

  it('leaves an original alone that is asked back from quarantine, because it is no asset', async () => {
    const wealth = makeWealth(history);
    await createSample(wealth, 60, 60);
    await wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    const kept = rowsOf((await dump(wealth)).stores, 'quarantine');
    expect(await wealth.migrations.restoreFromQuarantine(kept.map((row) => row['id']))).toBe(0);
    expect(rowsOf((await dump(wealth)).stores, 'quarantine')).toEqual(kept);
  });

  it('takes an empty portfolio', async () => {
    const wealth = makeWealth(history);
    await create(wealth, '1.0.0', {});
    await wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    const { stores, native } = await dump(wealth);
    expect(native).toBe(40);
    for (const store of ['taxResidencies', 'dayLog', 'complianceRequirements', 'documents'])
      expect(stores[store]).toEqual([]);
  });
});

describe('an asset at 1.2.0 seen as one of 1.3.0', () => {
  it('goes back to what it was when something else was edited', async () => {
    const wealth = makeWealth(history);
    await createSample(wealth, 60, 60);
    const lens = lensOf(history, '1.0.0', '1.3.0');
    for (const stored of rowsOf((await dump(wealth)).stores, 'assets')) {
      const shown = lens.read('assets', stored);
      expect(is(v1_3_0.stores['assets']?.row ?? looseObject({}), shown)).toBe(true);
      expect(lens.write('assets', { ...shown, name: 'Renamed' }, stored)).toEqual({ ...stored, name: 'Renamed' });
    }
  });

  it('keeps an unknown field that bears the name of the new one', async () => {
    const wealth = makeWealth(history);
    await createSample(wealth, 60, 60);
    const lens = lensOf(history, '1.0.0', '1.3.0');
    for (const row of rowsOf((await dump(wealth)).stores, 'assets')) {
      const stored = { ...row, documentIds: 'mine' };
      const shown = lens.read('assets', stored);
      expect(shown['documentIds']).toHaveLength((row['documents'] as string[]).length);
      expect(Object.values(shown)).toContain('mine');
      expect(lens.write('assets', shown, stored)).toEqual(stored);
    }
  });
});
