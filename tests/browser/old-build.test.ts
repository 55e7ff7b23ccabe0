import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './support/browser';
import { golden, goldenInstant } from './support/golden';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let old: Page;
let migrated: Awaited<ReturnType<typeof fingerprint>>;

/** The window of a build that knows 1.0.0 alone opens the data, and another window migrates it meanwhile. */
beforeAll(async () => {
  browser = await Browser.launch();
  old = await openHarness(browser, site);
  await old.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
  await old.evaluate(async () => {
    const { historyWith, environmentWith, openDataset } = window.harness;
    const before = historyWith({ upTo: '1.0.0' });
    window.dataset = await openDataset(before, environmentWith({}), '1.0.0');
  });
  const current = await openHarness(browser, site);
  const outcome = await current.evaluate((options) => window.harness.migrate(options), {
    from: '1.0.0',
    to: '1.3.0',
    instant: goldenInstant
  });
  expect(outcome.ok).toBe(true);
  migrated = await fingerprint(current);
  expect(migrated.native).toBe(40);
});
afterAll(() => browser.discard());

declare global {
  interface Window {
    /** What the old build holds open. */
    dataset: Awaited<ReturnType<Window['harness']['openDataset']>>;
  }
}

test.each<[string, () => Promise<unknown>]>([
  ['put', () => window.dataset.table('assets').put({ id: 'written by an old build' })],
  ['add', () => window.dataset.table('assets').add({ id: 'written by an old build' })],
  ['bulkPut', () => window.dataset.table('assets').bulkPut([{ id: 'written by an old build' }])],
  ['clear', () => window.dataset.table('assets').clear()],
  ['delete', () => window.dataset.table('assets').toCollection().delete()],
  ['modify', () => window.dataset.table('assets').toCollection().modify({ name: 'changed by an old build' })],
  [
    'transaction',
    () => window.dataset.transaction('rw', 'assets', (transaction) => transaction.table('assets').clear())
  ],
  [
    'open again, then put',
    async () => {
      await window.dataset.open();
      await window.dataset.table('assets').put({ id: 'written by an old build' });
    }
  ]
])('%s is refused, and the data is untouched', async (_name, attempt) => {
  await expect(old.evaluate(attempt)).rejects.toThrow();
  expect(await fingerprint(await openHarness(browser, site))).toEqual(migrated);
});

test('opening again is refused by version, not only the write after it', async () => {
  const refusal = await old.evaluate(() =>
    window.dataset.open().then(
      () => 'opened',
      (error: Error) => error.name
    )
  );
  expect(refusal).toBe('VersionError');
  expect(await fingerprint(await openHarness(browser, site))).toEqual(migrated);
});

test('an old build that starts afterwards sees newer data, and opens nothing', async () => {
  const found = await old.evaluate(() => {
    const { historyWith, environmentWith, inspectDatabase } = window.harness;
    return inspectDatabase(historyWith({ upTo: '1.0.0' }), environmentWith({}));
  });
  expect(found).toMatchObject({ kind: 'newer', native: 40, version: '1.3.0' });
  const opened = await old.evaluate(() => {
    const { historyWith, environmentWith, openDataset } = window.harness;
    return openDataset(historyWith({ upTo: '1.0.0' }), environmentWith({}), '1.0.0').then(
      () => 'opened',
      (error: Error) => error.message
    );
  });
  expect(opened).toContain('Incompatible data version');
  expect(await fingerprint(old)).toEqual(migrated);
});
