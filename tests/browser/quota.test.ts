import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const run = { from: '1.0.0', to: '1.3.0' } as const;
const size = { assets: 4000, transactions: 8000, seed: 3 };
let browser: Browser;
let page: Page;

/** Bytes the origin may take from now on, beyond what it takes already. */
async function allow(more: number): Promise<void> {
  const tools = await browser.devTools(page);
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: usage + more });
}

async function allowAll(): Promise<void> {
  const tools = await browser.devTools(page);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin });
}

beforeEach(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
  await page.evaluate((sample) => window.harness.createSample(sample), size);
});
afterEach(() => browser.discard());

describe('when the browser refuses more space', () => {
  test('the probe notices before anything is written', async () => {
    const before = await fingerprint(page);
    await allow(20_000_000);
    const outcome = await page.evaluate((options) => window.harness.migrate(options), run);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'insufficientStorage',
      message: 'Insufficient storage space for migration'
    });
    expect(outcome.ok ? [] : outcome.details[0]).toMatchObject({
      needed: expect.any(Number),
      available: expect.any(Number)
    });
    expect(await fingerprint(page)).toEqual(before);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).listBackups())).toEqual([]);
  });

  test('in the backup: nothing of it is left, and the data is as it was', async () => {
    const before = await fingerprint(page);
    await allow(60_000);
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      ...run,
      space: 'unlimited' as const
    });
    expect(outcome).toMatchObject({ ok: false, code: 'insufficientStorage' });
    expect(outcome.progress.every(({ fraction }) => fraction < 0.1)).toBe(true);
    await allowAll();
    expect(await fingerprint(page)).toEqual(before);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).listBackups())).toEqual([]);
  });

  test('in the transaction: it is undone whole, and a second try succeeds once there is room', async () => {
    const before = await fingerprint(page);
    // Room for the backup, and then none: the transaction's writes are refused when it commits.
    await page.exposeFunction('noMore', () => allow(0));
    const outcome = await page.evaluate(async (options) => {
      const { migrationsWith, outcomeOf } = window.harness;
      const migrations = migrationsWith({ space: 'unlimited' });
      let refused = false;
      return outcomeOf((onProgress) =>
        migrations.executeMigration(migrations.getMigrationPlan(options.from, options.to), (fraction, message) => {
          onProgress(fraction, message);
          if (fraction >= 0.1 && !refused) {
            refused = true;
            void (window as unknown as { noMore(): Promise<void> }).noMore();
          }
        })
      );
    }, run);
    expect(outcome).toMatchObject({ ok: false, code: 'insufficientStorage' });
    expect(outcome.progress.some(({ fraction }) => fraction >= 0.2)).toBe(true);
    await allowAll();
    expect(await fingerprint(page)).toEqual(before);
    const retried = await page.evaluate((options) => window.harness.migrate(options), run);
    expect(retried.ok).toBe(true);
  });
});
