import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const run = { from: '1.0.0', to: '1.3.0' } as const;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
  await page.evaluate(() => window.harness.createSample({ assets: 3000, transactions: 6000, seed: 11 }));
});
afterAll(() => browser.discard());

// In the look at the data, the backup, its verification, and early, in the middle and late in the work.
test.each([0, 0.02, 0.05, 0.09, 0.1, 0.25, 0.5, 0.8])('cancelled at %f, the data is as it was', async (cancelAt) => {
  const before = await fingerprint(page);
  const outcome = await page.evaluate((options) => window.harness.migrate(options), { ...run, cancelAt });
  expect(outcome).toMatchObject({ ok: false, code: 'migrationCancelled', message: 'Migration was cancelled by user' });
  expect(await fingerprint(page)).toEqual(before);
  const last = await page.evaluate(async () => (await window.harness.migrationsWith({}).getMigrationHistory()).at(-1));
  expect(last?.outcome).toBe('cancelled');
});

test('after the commit it is too late: the upgrade is completed, not undone', async () => {
  const outcome = await page.evaluate((options) => window.harness.migrate(options), { ...run, cancelAt: 0.9 });
  expect(outcome.ok).toBe(true);
  expect((await fingerprint(page)).native).toBe(40);
});

test('progress never went backwards, and said 0, 0.1, 0.9 and 1', async () => {
  await page.evaluate(() => window.harness.clearEverything());
  await page.evaluate(() => window.harness.createSample({ assets: 500, transactions: 500, seed: 12 }));
  const { progress } = await page.evaluate((options) => window.harness.migrate(options), run);
  const fractions = progress.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  for (const mark of [0, 0.1, 0.9, 1]) expect(fractions).toContain(mark);
});
