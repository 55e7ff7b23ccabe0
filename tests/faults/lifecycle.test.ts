import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, openApp, seeHeading, startUpgrade } from '../browser/support/app';
import { editAsset, openAssetForm, saveForm } from '../browser/support/asset-form';
import { Browser } from '../browser/support/browser';
import { fingerprint, openHarness } from '../browser/support/harness';
import { useSite } from '../browser/support/site';

const site = useSite();
let browser: Browser;

beforeEach(async ({ task }) => {
  browser = await Browser.launch();
  const seeding = await openHarness(browser, site);
  // A migration that is to be met in its middle takes a while; the other windows have enough with less.
  const assets = task.name.includes('crashes') ? 4000 : 400;
  await seeding.evaluate(
    (count) => window.harness.createSample({ assets: count, transactions: 2 * count, seed: 5 }),
    assets
  );
  await seeding.close();
});
afterEach(() => browser.discard());

async function freeze(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const tools = await browser.devTools(page);
  // A frozen page answers nothing, not even this.
  await Promise.race([
    tools.send('Page.setWebLifecycleState', { state }),
    new Promise((resolve) => setTimeout(resolve, 1000))
  ]);
}

async function completed(): Promise<readonly string[]> {
  const page = await openHarness(browser, site);
  const history = await page.evaluate(() => window.harness.migrationsWith({}).getMigrationHistory());
  await page.close();
  return history.map(({ outcome }) => outcome);
}

describe('windows that are put aside', () => {
  test('a frozen window lets go, so that the upgrade goes on, and comes back to the new data', async () => {
    const frozen = await openApp(browser, site);
    await seeHeading(frozen.page, 'Overview');
    const { page } = await openApp(browser, site, 'upgrade');
    await seeHeading(page, 'Upgrade your data');
    await freeze(frozen.page, 'frozen');
    await startUpgrade(page);
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    await freeze(frozen.page, 'active');
    await frozen.page.getByText('data version 1.3.0').waitFor();
    expect(await completed()).toEqual(['completed']);
    expect(frozen.problems).toEqual([]);
  });

  test.each([
    // Nothing is said to a page in the cache, so it stays there, and must find out by itself.
    ['by a window that says nothing', true],
    // A message to a page in the cache makes Chromium drop it: it is loaded anew.
    ['by a window of the app', false]
  ])(
    'a window that comes back from the back/forward cache after an upgrade %s shows the new data',
    async (_by, quiet) => {
      const { page, problems } = await openApp(browser, site);
      await page.getByText('data version 1.0.0').waitFor();
      await page.evaluate(() => Object.assign(window, { mark: 'the same page' }));
      // Figures are prepared for a while yet, and a page that is left in the middle of work is not kept.
      await page.waitForTimeout(5000);
      await page.goto(site.raw);
      if (quiet) {
        const other = await openHarness(browser, site);
        expect(await other.evaluate(() => window.harness.migrate({ from: '1.0.0', to: '1.3.0' }))).toMatchObject({
          ok: true
        });
      } else {
        const other = await openApp(browser, site, 'upgrade');
        await startUpgrade(other.page);
        await seeHeading(other.page, 'Your data is now at version 1.3.0', 60);
      }
      // A page from the cache is not loaded, so there is no such event to wait for.
      await page.evaluate(() => history.back());
      await page.getByText('data version 1.3.0').waitFor();
      const mark = await page.evaluate(() => (window as { mark?: string }).mark ?? null);
      expect(mark).toBe(quiet ? 'the same page' : null);
      expect(problems).toEqual([]);
    }
  );

  test('when the window that migrates crashes, the one that waits goes on with the old data, and can upgrade it', async () => {
    const waiting = await openApp(browser, site);
    await seeHeading(waiting.page, 'Overview');
    const looking = await openHarness(browser, site);
    const before = await fingerprint(looking);
    const { page } = await openApp(browser, site, 'upgrade');
    await startUpgrade(page);
    await seeHeading(waiting.page, 'Updating in another window');
    const tools = await browser.devTools(page);
    await Promise.race([tools.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
    await seeHeading(waiting.page, /The upgrade was interrupted|overview/i);
    expect(await fingerprint(looking)).toEqual(before);
    await waiting.page.goto(`${site.url}upgrade`);
    const goOn = waiting.page.getByRole('button', { name: /continue|Upgrade now/i }).first();
    await goOn.click();
    if (
      await waiting.page
        .getByRole('heading', { name: 'Upgrade your data' })
        .isVisible()
        .catch(() => false)
    ) {
      await button(waiting.page, 'Upgrade now').click();
    }
    await seeHeading(waiting.page, 'Your data is now at version 1.3.0', 60);
    expect((await completed()).at(-1)).toBe('completed');
  });
});

describe('many windows', () => {
  test('five that open at once on old data, and all click: one migration, and all end at the new version', async () => {
    const windows = await Promise.all(Array.from({ length: 5 }, () => openApp(browser, site, 'upgrade')));
    await Promise.all(windows.map(({ page }) => button(page, 'Upgrade now').waitFor()));
    await Promise.all(
      windows.map(({ page }) =>
        button(page, 'Upgrade now')
          .click({ timeout: 3000 })
          .catch(() => undefined)
      )
    );
    for (const { page } of windows) {
      await expect
        .poll(() => page.locator('body').innerText(), { timeout: 60_000 })
        .toMatch(/at version 1\.3\.0|Nothing to upgrade|data version 1\.3\.0/);
    }
    expect(await completed()).toEqual(['completed']);
  });

  test('an edit in one window is seen in the others', async () => {
    const [first, second] = [await openApp(browser, site, 'holdings'), await openApp(browser, site, 'holdings')];
    await openAssetForm(first.page);
    await first.page.getByLabel('Name', { exact: true }).fill('Renamed in the first window');
    await saveForm(first.page);
    await second.page.getByLabel('Search assets').fill('Renamed in the first');
    await second.page.getByRole('link', { name: 'Renamed in the first window' }).waitFor();
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  test('two that edit the same asset: the second is told, loses nothing, and writes only on its word', async () => {
    const [first, second] = [await openApp(browser, site, 'holdings'), await openApp(browser, site, 'holdings')];
    for (const { page } of [first, second]) await openAssetForm(page);
    await second.page.getByLabel('Notes').fill('typed in the second window');
    await first.page.getByLabel('Notes').fill('saved in the first window');
    await saveForm(first.page);
    await second.page.getByText('Changed in another window').waitFor();
    expect(await second.page.getByLabel('Notes').inputValue()).toBe('typed in the second window');
    await button(second.page, 'Save').click();
    await second.page.getByText('Changed in another window').waitFor();
    await editAsset(first.page);
    expect(await first.page.getByLabel('Notes').inputValue()).toBe('saved in the first window');
    await second.page.getByRole('button', { name: 'Keep what I typed' }).click();
    await saveForm(second.page);
    await expect
      .poll(() => first.page.getByLabel('Notes').inputValue(), { timeout: 15_000 })
      .toBe('typed in the second window');
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
