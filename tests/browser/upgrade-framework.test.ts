import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './support/browser';
import { golden } from './support/golden';
import { openHarness } from './support/harness';
import { dump } from './support/raw';
import { useSite } from './support/site';

/** The tests that the upgrade framework was specified with, by name, on the app's own versions in a real browser. */
const site = useSite();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
});
afterAll(() => browser.discard());
beforeEach(() => page.evaluate(() => window.harness.clearEverything()));

const create = (version: string) =>
  page.evaluate(([at, rows]) => window.harness.createFrom(at, rows), [version, golden(version)] as const);
const run = (options: Parameters<Window['harness']['migrate']>[0]) =>
  page.evaluate((given) => window.harness.migrate(given), options);
const plan = (from: string, to: string) =>
  page.evaluate(
    ([source, target]) => {
      const { customMigrationSteps, ...rest } = window.harness.migrationsWith({}).getMigrationPlan(source, target);
      return { ...rest, steps: customMigrationSteps.map(({ name }) => name) };
    },
    [from, to] as const
  );

describe('version detection', () => {
  test.each(['1.0.0', '1.1.0', '1.2.0', '1.3.0'])('data at %s is found to be at that version', async (version) => {
    await create(version);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).getCurrentDataVersion())).toBe(version);
  });
});

describe('migration needed', () => {
  test.each([
    ['1.0.0', true],
    ['1.2.0', true],
    ['1.3.0', false]
  ])('at %s: %s', async (version, needed) => {
    await create(version);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).migrationNeeded())).toBe(needed);
  });
});

describe('status', () => {
  test.each([
    ['1.0.0', 3],
    ['1.1.0', 2],
    ['1.3.0', 0]
  ])('at %s it is %i versions behind', async (version, versionsBehind) => {
    await create(version);
    const status = await page.evaluate(() => window.harness.migrationsWith({}).getMigrationStatus());
    expect(status).toMatchObject({
      currentVersion: version,
      latestVersion: '1.3.0',
      migrationNeeded: versionsBehind > 0,
      isUpToDate: versionsBehind === 0,
      versionsBehind
    });
  });

  test('after a migration it tells when that was', async () => {
    await create('1.2.0');
    const instant = '2026-05-06T07:08:09.010Z';
    expect((await run({ from: '1.2.0', to: '1.3.0', instant })).ok).toBe(true);
    const at = await page.evaluate(async () =>
      (await window.harness.migrationsWith({}).getMigrationStatus()).lastMigrationDate?.toISOString()
    );
    expect(at).toBe(instant);
  });
});

describe('plans', () => {
  test('lightweight', async () => {
    expect(await plan('1.0.0', '1.1.0')).toMatchObject({
      migrationType: 'lightweight',
      estimatedTime: 30,
      backupRequired: true,
      steps: []
    });
  });

  test('heavyweight', async () => {
    expect(await plan('1.1.0', '1.2.0')).toMatchObject({
      migrationType: 'heavyweight',
      estimatedTime: 60,
      steps: ['CreateCurrencyRiskEntities', 'PopulateCurrencyExposure', 'SetupDefaultHedgingStrategies']
    });
  });

  test('data transformation', async () => {
    expect(await plan('1.2.0', '1.3.0')).toMatchObject({
      migrationType: 'dataTransformation',
      estimatedTime: 45,
      steps: ['CreateTaxResidencyEntities', 'UpdateComplianceRequirements', 'MigrateDocumentReferences']
    });
  });

  test('multi-version', async () => {
    const whole = await plan('1.0.0', '1.3.0');
    expect(whole).toMatchObject({ migrationType: 'heavyweight', backupRequired: true });
    expect(whole.estimatedTime).toBeGreaterThanOrEqual(135);
    expect(whole.steps).toHaveLength(7);
    expect(whole.steps.at(-1)).toBe('FinalValidation');
  });
});

describe('runs', () => {
  test.each([
    ['lightweight', '1.0.0', '1.1.0', 20],
    ['heavyweight', '1.1.0', '1.2.0', 30],
    ['data transformation', '1.2.0', '1.3.0', 40],
    ['multi-version', '1.0.0', '1.3.0', 40]
  ])('%s', async (_kind, from, to, native) => {
    await create(from);
    const outcome = await run({ from, to });
    expect(outcome).toMatchObject({ ok: true, result: { outcome: 'completed', toVersion: to } });
    expect((await dump(page))?.native).toBe(native);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).getCurrentDataVersion())).toBe(to);
  });
});

test('incompatible version', async () => {
  await create('1.0.0');
  const before = await dump(page);
  expect(await run({ from: '1.0.0', to: '2.0.0' })).toMatchObject({
    ok: false,
    code: 'incompatibleVersion',
    message: expect.stringMatching(/^Incompatible data version: .*No migration path from 1\.0\.0 to 2\.0\.0/)
  });
  expect(await dump(page)).toEqual(before);
});

test('empty database', async () => {
  await page.evaluate(() => window.harness.createFrom('1.0.0', {}));
  expect((await run({ from: '1.0.0', to: '1.3.0' })).ok).toBe(true);
  expect((await dump(page))?.native).toBe(40);
});

test('corrupt data', async () => {
  await create('1.0.0');
  await page.evaluate(() => window.raw.editDatabase('WealthWise', { assets: { put: [{ id: 'corrupt' }] } }));
  const before = await dump(page);
  expect(await run({ from: '1.0.0', to: '1.3.0' })).toMatchObject({ ok: false, code: 'corruptData' });
  expect(await dump(page)).toEqual(before);
});

test('insufficient storage', async () => {
  await create('1.0.0');
  const before = await dump(page);
  expect(await run({ from: '1.0.0', to: '1.3.0', space: 'none' })).toMatchObject({
    ok: false,
    code: 'insufficientStorage',
    message: 'Insufficient storage space for migration'
  });
  expect(await dump(page)).toEqual(before);
});

test('concurrent attempts', async () => {
  await create('1.0.0');
  const outcomes = await page.evaluate(
    (options) => {
      const { migrate } = window.harness;
      return Promise.all([migrate(options), migrate(options), migrate(options)]);
    },
    { from: '1.0.0', to: '1.3.0' }
  );
  expect(outcomes.map((outcome) => (outcome.ok ? 'completed' : outcome.code)).sort()).toEqual([
    'completed',
    'migrationInProgress',
    'migrationInProgress'
  ]);
});

describe('10,000 entities', () => {
  test.each([
    ['lightweight', '1.1.0'],
    ['heavyweight', '1.2.0'],
    ['multi-version', '1.3.0']
  ])('%s, far below 60 s', async (_kind, to) => {
    await page.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 20_000, seed: 4 }));
    const outcome = await run({ from: '1.0.0', to });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.result.countsAfter['assets']).toBe(10_000);
    // It takes a few seconds; with other work on the machine, several times that.
    expect(outcome.result.seconds).toBeLessThan(40);
  });
});
