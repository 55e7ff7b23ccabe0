import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './support/browser';
import { golden, goldenInstant } from './support/golden';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const run = { from: '1.0.0', to: '1.3.0', instant: goldenInstant } as const;
const steps = [
  ['CreateCurrencyRiskEntities', '1.1.0'],
  ['PopulateCurrencyExposure', '1.1.0'],
  ['SetupDefaultHedgingStrategies', '1.1.0'],
  ['CreateTaxResidencyEntities', '1.2.0'],
  ['UpdateComplianceRequirements', '1.2.0'],
  ['MigrateDocumentReferences', '1.2.0']
] as const;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
});
afterAll(() => browser.discard());
beforeEach(async () => {
  await page.evaluate(() => window.harness.clearEverything());
  await page.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
});

test('these are all the steps there are', async () => {
  const all = await page.evaluate(() =>
    window.harness
      .migrationsWith({})
      .getMigrationPlan('1.0.0', '1.3.0')
      .customMigrationSteps.map(({ name }) => name)
  );
  expect(all).toEqual([...steps.map(([name]) => name), 'FinalValidation']);
});

describe.each(steps)('%s fails', (failAt, lastComplete) => {
  test('direct: the data is as it was, the error names the step, and a second try succeeds', async () => {
    const before = await fingerprint(page);
    const failed = await page.evaluate((options) => window.harness.migrate(options), { ...run, failAt });
    expect(failed).toMatchObject({
      ok: false,
      code: 'migrationFailed',
      step: failAt,
      message: expect.stringContaining(`Migration failed: Step '${failAt}' failed: injected failure`)
    });
    expect(await fingerprint(page)).toEqual(before);

    const [history, log, backups, version] = await page.evaluate(async () => {
      const migrations = window.harness.migrationsWith({});
      return Promise.all([
        migrations.getMigrationHistory(),
        migrations.getMigrationLogs(),
        migrations.listBackups(),
        migrations.getCurrentDataVersion()
      ]);
    });
    expect(version).toBe('1.0.0');
    expect(history.at(-1)).toMatchObject({
      outcome: 'failed',
      backupId: backups[0]?.id,
      error: { code: 'migrationFailed' }
    });
    expect(history.at(-1)?.steps.find(({ step }) => step === failAt)?.state).toBe('failed');
    expect(log).toContain(failAt);

    const retried = await page.evaluate((options) => window.harness.migrate(options), run);
    expect(retried.ok).toBe(true);
    expect((await fingerprint(page)).native).toBe(40);
  });

  test('incremental: the data is at the last completed version, exactly', async () => {
    const failed = await page.evaluate((options) => window.harness.migrate(options), {
      ...run,
      failAt,
      path: 'incremental' as const
    });
    expect(failed).toMatchObject({ ok: false, code: 'migrationFailed', step: failAt });
    const left = await fingerprint(page);

    await page.evaluate(() => window.harness.clearEverything());
    await page.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
    await page.evaluate((options) => window.harness.migrate(options), { ...run, to: lastComplete });
    expect(left).toEqual(await fingerprint(page));
  });
});
