import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CDPSession, Page } from 'playwright-core';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const run = { from: '1.0.0', to: '1.3.0' } as const;
const size = { assets: 4000, transactions: 8000, seed: 3 };
let browser: Browser;
let page: Page;
let tools: CDPSession | undefined;

/** Bytes that all of the origin's data may take from now on; what is there already stays. */
async function limit(bytes: number | null): Promise<void> {
  // The limit ends with the session that set it.
  tools ??= await browser.devTools(page);
  const { origin } = new URL(site.url);
  await tools.send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: bytes });
}

/** Migrates, and lets the browser refuse every further byte as soon as progress has come this far. */
function migrateUntilRefused(at: number) {
  return page.evaluate(
    ({ from, to, at }) => {
      const { migrationsWith, outcomeOf } = window.harness;
      const migrations = migrationsWith({ space: 'unlimited' });
      let refused = false;
      return outcomeOf((onProgress) =>
        migrations.executeMigration(migrations.getMigrationPlan(from, to), (fraction, message) => {
          onProgress(fraction, message);
          if (fraction < at || refused) return;
          refused = true;
          void window.refuseMore();
        })
      );
    },
    { ...run, at }
  );
}

declare global {
  interface Window {
    refuseMore(): Promise<void>;
  }
}

beforeEach(async () => {
  tools = undefined;
  browser = await Browser.launch();
  page = await openHarness(browser, site);
  await page.exposeFunction('refuseMore', () => limit(1));
  await page.evaluate((sample) => window.harness.createSample(sample), size);
});
afterEach(() => browser.discard());

async function restart(): Promise<void> {
  await browser.close();
  browser = await Browser.launch({ profile: browser.profile });
  page = await openHarness(browser, site);
  tools = undefined;
}

async function migratesOnceThereIsRoom(): Promise<void> {
  await limit(null);
  const retried = await page.evaluate((options) => window.harness.migrate(options), run);
  expect(retried).toMatchObject({ ok: true });
}

const refusal = { ok: false, code: 'insufficientStorage', message: 'Insufficient storage space for migration' };

describe('when the browser refuses more space', () => {
  test('before the start: the probe notices, and nothing is written', async () => {
    const before = await fingerprint(page);
    await limit(await page.evaluate(async () => ((await navigator.storage.estimate()).usage ?? 0) + 20_000_000));
    const outcome = await page.evaluate((options) => window.harness.migrate(options), run);
    expect(outcome).toMatchObject(refusal);
    expect(outcome.ok ? null : outcome.details[0]).toMatchObject({
      needed: 100_000_000,
      available: expect.any(Number)
    });
    expect(await fingerprint(page)).toEqual(before);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).listBackups())).toEqual([]);
    await migratesOnceThereIsRoom();
  });

  test('in the backup: nothing of it is left, and the data is as it was', async () => {
    const before = await fingerprint(page);
    const outcome = await migrateUntilRefused(0.02);
    expect(outcome).toMatchObject(refusal);
    expect(outcome.progress.every(({ fraction }) => fraction < 0.1)).toBe(true);
    await limit(null);
    expect(await fingerprint(page)).toEqual(before);
    expect(await page.evaluate(() => window.harness.migrationsWith({}).listBackups())).toEqual([]);
    await migratesOnceThereIsRoom();
  });

  test('in the transaction: it is undone whole, and the verified backup stays', async () => {
    await browser.discard();
    browser = await Browser.launch();
    page = await openHarness(browser, site);
    await page.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 20_000, seed: 3 }));
    // Chromium remembers from one commit to the next how much room there was: the limit is set before the first of a run.
    await restart();
    const before = await fingerprint(page);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    // Room for the backup (2.5 MB), the journal and what the database has not tidied up yet, not for three versions of 10,000 assets.
    await limit(usage + 12_000_000);
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      ...run,
      space: 'unlimited' as const
    });
    expect(outcome).toMatchObject(refusal);
    expect(outcome.progress.at(-1)?.fraction).toBeGreaterThan(0.2);
    expect(outcome.progress.at(-1)?.fraction).toBeLessThanOrEqual(0.9);
    await limit(null);
    expect(await fingerprint(page)).toEqual(before);
    const [backup] = await page.evaluate(() => window.harness.migrationsWith({}).listBackups());
    expect(backup?.verifiedAt).not.toBeNull();
  });

  test('at all, from the first byte: it says so, and the data is as it was', async () => {
    const before = await fingerprint(page);
    await limit(1);
    expect(await page.evaluate((options) => window.harness.migrate(options), run)).toMatchObject(refusal);
    await limit(null);
    expect(await fingerprint(page)).toEqual(before);
    await migratesOnceThereIsRoom();
  });
});
