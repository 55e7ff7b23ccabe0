/** The tests that the upgrade framework was specified with, by name, on WealthWise's own history. */
import { describe, expect, it } from 'vitest';
import type { MigrationError } from '../../../src/lib/migration';
import { createDataModelMigrations, currentVersion, supportedVersions } from '../../../src/lib/schema';
import { create, createSample, dump, makeWealth, putRaw, type Wealth } from '../../support/wealth';

async function upgrade(wealth: Wealth, from: string, to: string, options = {}) {
  return wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan(from, to), undefined, options);
}

async function sample(assets = 60, transactions = 120): Promise<Wealth> {
  const wealth = makeWealth();
  await createSample(wealth, assets, transactions);
  return wealth;
}

describe('version detection', () => {
  it('reads 1.0.0 when nothing is stored, and creates nothing by asking', async () => {
    const wealth = makeWealth();
    expect(await wealth.migrations.getCurrentDataVersion()).toBe('1.0.0');
    expect(await wealth.environment.indexedDB.databases()).toEqual([]);
  });

  it.each(supportedVersions)('reads %s from a database at that version', async (version) => {
    const wealth = makeWealth();
    await create(wealth, version, {});
    expect(await wealth.migrations.getCurrentDataVersion()).toBe(version);
  });

  it('without a database reads the published record', async () => {
    const wealth = makeWealth();
    await wealth.migrations.setDataVersion('1.2.0');
    expect(await wealth.migrations.getCurrentDataVersion()).toBe('1.2.0');
  });

  it('supports four versions and derives the current one', () => {
    expect(supportedVersions).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.3.0']);
    expect(currentVersion).toBe('1.3.0');
  });
});

describe('migration needed', () => {
  it.each([
    ['1.0.0', true],
    ['1.2.0', true],
    ['1.3.0', false]
  ])('at %s: %s', async (version, needed) => {
    const wealth = makeWealth();
    await create(wealth, version, {});
    expect(await wealth.migrations.migrationNeeded()).toBe(needed);
  });
});

describe('migration status', () => {
  it('counts the versions behind and tells when the last migration was', async () => {
    const wealth = await sample();
    expect(await wealth.migrations.getMigrationStatus()).toMatchObject({
      currentVersion: '1.0.0',
      latestVersion: '1.3.0',
      migrationNeeded: true,
      isUpToDate: false,
      versionsBehind: 3
    });
    await upgrade(wealth, '1.0.0', '1.3.0');
    expect(await wealth.migrations.getMigrationStatus()).toEqual({
      currentVersion: '1.3.0',
      latestVersion: '1.3.0',
      migrationNeeded: false,
      isUpToDate: true,
      versionsBehind: 0,
      lastMigrationDate: wealth.environment.now()
    });
  });
});

describe('lightweight migration 1.0.0 → 1.1.0', () => {
  it('is planned without steps, in 30 nominal seconds', () => {
    const plan = makeWealth().migrations.getMigrationPlan('1.0.0', '1.1.0');
    expect(plan).toMatchObject({
      migrationType: 'lightweight',
      estimatedTime: 30,
      customMigrationSteps: [],
      backupRequired: true
    });
  });

  it('renames amount to currentValue and writes quantities as decimals, touching nothing else', async () => {
    const wealth = await sample();
    const before = await dump(wealth);
    await upgrade(wealth, '1.0.0', '1.1.0');
    const after = await dump(wealth);
    expect(after.native).toBe(20);
    expect(after.stores['assets']).toHaveLength(60);
    after.stores['assets']?.forEach((asset, at) => {
      const old = before.stores['assets']?.[at];
      expect(asset['currentValue']).toBe(old?.['amount']);
      expect(asset).not.toHaveProperty('amount');
      expect(typeof asset['quantity']).toBe('string');
      expect(Number(asset['quantity'])).toBe(old?.['quantity']);
    });
    for (const store of ['settings', 'persons', 'accounts', 'transactions', 'prices', 'fxRates']) {
      expect(after.stores[store], store).toEqual(before.stores[store]);
    }
  });
});

describe('heavyweight migration 1.1.0 → 1.2.0', () => {
  it('is planned with its three steps, in 60 nominal seconds', () => {
    const plan = makeWealth().migrations.getMigrationPlan('1.1.0', '1.2.0');
    expect(plan).toMatchObject({ migrationType: 'heavyweight', estimatedTime: 60 });
    expect(plan.customMigrationSteps.map((step) => step.name)).toEqual([
      'CreateCurrencyRiskEntities',
      'PopulateCurrencyExposure',
      'SetupDefaultHedgingStrategies'
    ]);
  });

  it('makes one currency risk for every active and included asset', async () => {
    const wealth = await sample();
    await upgrade(wealth, '1.0.0', '1.1.0');
    await upgrade(wealth, '1.1.0', '1.2.0');
    const { native, stores } = await dump(wealth);
    expect(native).toBe(30);
    const counted = stores['assets']?.filter((asset) => asset['isActive'] && asset['isIncludedInPortfolio']) ?? [];
    expect(stores['currencyRisks']?.map((risk) => risk['assetId']).sort()).toEqual(
      counted.map((asset) => asset['id']).sort()
    );
  });
});

describe('data transformation 1.2.0 → 1.3.0', () => {
  it('is planned with its three steps, in 45 nominal seconds', () => {
    const plan = makeWealth().migrations.getMigrationPlan('1.2.0', '1.3.0');
    expect(plan).toMatchObject({ migrationType: 'dataTransformation', estimatedTime: 45 });
    expect(plan.customMigrationSteps.map((step) => step.name)).toEqual([
      'CreateTaxResidencyEntities',
      'UpdateComplianceRequirements',
      'MigrateDocumentReferences'
    ]);
  });

  it('turns every old document string into exactly one document or one quarantined original', async () => {
    const wealth = await sample();
    const before = await dump(wealth);
    const strings = before.stores['assets']?.flatMap((asset) => asset['documents'] as string[]) ?? [];
    await upgrade(wealth, '1.0.0', '1.3.0');
    const after = await dump(wealth);
    expect(after.native).toBe(40);
    expect(strings.length).toBeGreaterThan(100);
    expect((after.stores['documents']?.length ?? 0) + (after.stores['quarantine']?.length ?? 0)).toBe(strings.length);
  });
});

describe('multi-version migration 1.0.0 → 1.3.0', () => {
  it('is planned as heavyweight with all steps and the final validation, in at least the sum of the times', () => {
    const plan = makeWealth().migrations.getMigrationPlan('1.0.0', '1.3.0');
    expect(plan.migrationType).toBe('heavyweight');
    expect(plan.estimatedTime).toBeGreaterThanOrEqual(135);
    expect(plan.customMigrationSteps).toHaveLength(7);
    expect(plan.customMigrationSteps.at(-1)?.name).toBe('FinalValidation');
  });

  it('runs, reports its steps, conserves values, and leaves a verified backup', async () => {
    const wealth = await sample();
    const report = await upgrade(wealth, '1.0.0', '1.3.0');
    expect(report).toMatchObject({ outcome: 'completed', fromVersion: '1.0.0', toVersion: '1.3.0' });
    expect(report.steps.every((step) => step.state === 'done')).toBe(true);
    expect(report.conserved.length).toBeGreaterThan(10);
    for (const figure of report.conserved) expect(figure.after).toBe(figure.before);
    expect(report.conserved.some((figure) => figure.before !== '0')).toBe(true);
    const [backup] = await wealth.migrations.listBackups();
    expect(backup?.id).toBe(report.backup?.id);
    expect(backup?.verifiedAt).not.toBeNull();
    expect(await wealth.migrations.verifyBackup(backup?.id ?? '')).toMatchObject({ ok: true, depth: 'full' });
  });

  const pairs = supportedVersions.flatMap((from, at) =>
    supportedVersions.slice(at + 1).map((to) => [from, to] as const)
  );
  it.each(pairs)('%s → %s: direct and incremental end the same', async (from, to) => {
    const [direct, incremental] = await Promise.all([sample(30, 60), sample(30, 60)]);
    for (const wealth of [direct, incremental]) if (from !== '1.0.0') await upgrade(wealth, '1.0.0', from);
    await upgrade(direct, from, to, { path: 'direct' });
    await upgrade(incremental, from, to, { path: 'incremental' });
    expect(JSON.stringify(await dump(incremental))).toBe(JSON.stringify(await dump(direct)));
  });
});

describe('incompatible version', () => {
  it('plans and paths are refused with every issue', () => {
    const { migrations } = makeWealth();
    expect(() => migrations.getMigrationPlan('1.0.0', '9.0.0')).toThrow('Incompatible data version: ');
    expect(() => migrations.getMigrationPlan('1.3.0', '1.0.0')).toThrow('No migration path from 1.3.0 to 1.0.0');
    expect(migrations.validateMigrationPath('one', '9.0.0').issues).toEqual([
      'Invalid source version format: one',
      'Version not supported: 9.0.0'
    ]);
  });

  it('data that is elsewhere than the plan says is left alone', async () => {
    const wealth = await sample(5, 5);
    const before = await dump(wealth);
    await expect(upgrade(wealth, '1.1.0', '1.3.0')).rejects.toMatchObject({ code: 'incompatibleVersion' });
    expect(await dump(wealth)).toEqual(before);
  });
});

describe('empty database', () => {
  it('migrates', async () => {
    const wealth = makeWealth();
    await create(wealth, '1.0.0', {});
    const report = await upgrade(wealth, '1.0.0', '1.3.0');
    expect(report.outcome).toBe('completed');
    expect((await dump(wealth)).native).toBe(40);
  });
});

describe('corrupt data', () => {
  it('stops with a list and changes nothing; moved to quarantine, the rest goes on', async () => {
    const wealth = await sample();
    const asset = (await dump(wealth)).stores['assets']?.[7];
    await putRaw(wealth, 'assets', { ...asset, primaryCurrency: 'EURO' });
    const before = await dump(wealth);
    const error = (await upgrade(wealth, '1.0.0', '1.3.0').catch((cause: unknown) => cause)) as MigrationError;
    expect(error.message).toMatch(/^Data corruption detected: /);
    expect(error.details).toMatchObject([{ store: 'assets', key: asset?.['id'], field: 'primaryCurrency' }]);
    expect(await dump(wealth)).toEqual(before);
    const report = await upgrade(wealth, '1.0.0', '1.3.0', { invalidRows: 'quarantine' });
    expect(report.countsAfter['assets']).toBe(59);
    expect((await wealth.migrations.listQuarantine()).some((row) => row.key === asset?.['id'])).toBe(true);
  });
});

describe('insufficient storage', () => {
  it('names what is needed and available, and changes nothing', async () => {
    const wealth = await sample(5, 5);
    const before = await dump(wealth);
    Object.assign(wealth.environment, {
      space: { probe: async () => ({ enough: false, available: 5 }), estimate: async () => null }
    });
    const error = (await upgrade(wealth, '1.0.0', '1.3.0').catch((cause: unknown) => cause)) as MigrationError;
    expect(error).toMatchObject({ code: 'insufficientStorage', message: 'Insufficient storage space for migration' });
    expect(error.details?.[0]).toMatchObject({ needed: expect.any(Number), available: 5 });
    expect(await dump(wealth)).toEqual(before);
  });

  it('a backup place that fills up leaves nothing behind', async () => {
    const wealth = await sample();
    const before = await dump(wealth);
    wealth.place.capacity = [...wealth.place.files.values()].reduce((sum, file) => sum + file.length, 2000);
    await expect(upgrade(wealth, '1.0.0', '1.3.0')).rejects.toMatchObject({ code: 'insufficientStorage' });
    expect(await dump(wealth)).toEqual(before);
    expect([...wealth.place.files.keys()].some((name) => name.includes('Backup_'))).toBe(false);
  });
});

describe('concurrent attempts', () => {
  it('one runs, the other is told', async () => {
    const wealth = await sample();
    const results = await Promise.allSettled([upgrade(wealth, '1.0.0', '1.3.0'), upgrade(wealth, '1.0.0', '1.3.0')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(rejected.reason).toMatchObject({ code: 'migrationInProgress', message: 'Migration already in progress' });
  });
});

describe('10,000 entities', () => {
  it('lightweight', async () => {
    const wealth = await sample(10_000, 0);
    await upgrade(wealth, '1.0.0', '1.1.0');
    expect((await dump(wealth)).stores['assets']).toHaveLength(10_000);
  });

  it('heavyweight', async () => {
    const wealth = await sample(10_000, 0);
    const report = await upgrade(wealth, '1.0.0', '1.3.0');
    expect(report.countsAfter['assets']).toBe(10_000);
    expect(report.seconds).toBeLessThan(60);
  });
});

describe('outside a browser', () => {
  it('constructing touches nothing, and a verb names what is missing', async () => {
    const migrations = createDataModelMigrations();
    expect(migrations.getMigrationPlan('1.0.0', '1.3.0').toVersion).toBe('1.3.0');
    await expect(migrations.getCurrentDataVersion()).rejects.toThrow(/IndexedDB is not available here/);
  });
});
