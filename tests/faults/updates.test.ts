import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFolder } from '../run/build.mjs';
import { previousAppVersion, previousBuildFolder } from '../run/previous-build.mjs';
import { openApp, seeHeading, startUpgrade } from '../browser/support/app';
import { openAssetForm, saveForm } from '../browser/support/asset-form';
import { Browser } from '../browser/support/browser';
import { fingerprint, openHarness } from '../browser/support/harness';
import { keptBuilds, lookForUpdate, untilKept } from '../browser/support/service-worker';
import { useSite } from '../browser/support/site';

const site = useSite();
let browser: Browser;

/** A browser whose person uses the build of the data version before, with data at its newest version. */
beforeEach(async () => {
  await site.deploy(previousBuildFolder);
  browser = await Browser.launch();
  const seeding = await openHarness(browser, site);
  await seeding.evaluate(() => window.harness.createSample({ assets: 300, transactions: 600, seed: 11 }));
  const { ok } = await seeding.evaluate(() => window.harness.migrate({ from: '1.0.0', to: '1.2.0' }));
  expect(ok).toBe(true);
  await seeding.close();
});
afterEach(() => browser.discard());

const notice = (page: Page) => page.getByRole('complementary', { name: 'A new version of WealthWise is ready' });

async function openOld(path = ''): Promise<{ page: Page; problems: readonly string[] }> {
  const opened = await openApp(browser, site, path);
  await seeHeading(opened.page, /./);
  await untilKept(opened.page);
  return opened;
}

/** Opens an asset and types into its form. */
async function typeNotes(page: Page, text: string): Promise<void> {
  await openAssetForm(page);
  await page.getByLabel('Notes').fill(text);
}

describe('a newer build', () => {
  test('is told, with what is new and the upgrade it brings, and takes over on the word alone', async () => {
    const { page, problems } = await openOld();
    expect(await keptBuilds(page)).toHaveLength(1);
    await site.deploy(buildFolder);
    await lookForUpdate(page);
    await notice(page).waitFor();
    expect(await notice(page).innerText()).toContain('from version 1.2.0 to 1.3.0');
    await notice(page).getByText('What is new in 0.1.0').click();
    await notice(page)
      .getByText(/Backups that restore in any later version/)
      .waitFor();
    // Until then nothing changes, also not by loading the page anew.
    await page.reload();
    await notice(page).waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

    await notice(page).getByRole('button', { name: 'Update now' }).click();
    await page.waitForEvent('load');
    await page.goto(`${site.url}upgrade`);
    await page.getByText('This app can bring it to 1.3.0.').waitFor();
    expect(await keptBuilds(page)).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test('"Later" leaves this visit alone, and the next start has it', async () => {
    const { page } = await openOld();
    await site.deploy(buildFolder);
    await lookForUpdate(page);
    await notice(page).getByRole('button', { name: 'Later' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await browser.close();
    browser = await Browser.launch({ profile: browser.profile });
    const { page: next } = await openApp(browser, site, 'upgrade');
    await seeHeading(next, 'Upgrade your data');
    await next.getByText('This app can bring it to 1.3.0.').waitFor();
  });

  test('that arrives in part changes nothing: the old one goes on, also without a network', async () => {
    const { page } = await openOld();
    const half = await mkdtemp(join(tmpdir(), 'wealthwise-half-'));
    try {
      await cp(buildFolder, half, { recursive: true });
      const chunks = join('_app', 'immutable', 'chunks');
      // Those that both builds have are taken from the one that is kept, and need not arrive.
      const known = new Set(await readdir(join(previousBuildFolder, chunks)));
      const own = (await readdir(join(half, chunks))).filter((file) => !known.has(file));
      expect(own.length).toBeGreaterThan(0);
      for (const file of own.slice(0, 3)) await rm(join(half, chunks, file));
      await site.deploy(half);
      await lookForUpdate(page);
      const refused = () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return { installing: registration?.installing?.state, waiting: registration?.waiting?.state };
        });
      await expect.poll(refused, { timeout: 20_000 }).toEqual({});
      await expect.poll(() => keptBuilds(page), { timeout: 20_000 }).toHaveLength(1);
      await site.cut();
      await page.goto(`${site.url}data`);
      await seeHeading(page, 'Data');
      await page.getByText(`WealthWise ${previousAppVersion}`).waitFor();
    } finally {
      await site.mend();
      await rm(half, { recursive: true, force: true });
    }
  });

  test('waits while data is worked on', async () => {
    const { page } = await openOld();
    await site.deploy(buildFolder);
    await lookForUpdate(page);
    await notice(page).waitFor();
    const working = await openHarness(browser, site);
    await working.evaluate(() => {
      void navigator.locks.request(
        'ww:migrate',
        () => new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }))
      );
    });
    await notice(page).getByRole('button', { name: 'Update now' }).click();
    await notice(page).getByText('The new version follows as soon as that is done.').waitFor();
    const active = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state);
    expect(await active()).toBe('installed');
    await working.evaluate(() => (window as unknown as { letGo(): void }).letGo());
    await page.waitForEvent('load');
    await page.goto(`${site.url}upgrade`);
    await page.getByText('This app can bring it to 1.3.0.').waitFor();
  });
});

describe('an old window, while the new build upgrades the data in another', () => {
  test('steps aside, cannot write, keeps what was typed, and offers it again after the upgrade', async () => {
    const old = await openOld('holdings');
    await typeNotes(old.page, 'typed before the upgrade, never saved');
    await site.deploy(buildFolder);
    await lookForUpdate(old.page);

    const { page } = await openOld();
    await notice(page).getByRole('button', { name: 'Update now' }).click();
    await page.waitForEvent('load');
    await page.goto(`${site.url}upgrade`);
    await startUpgrade(page);
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    const looking = await openHarness(browser, site);
    const migrated = await fingerprint(looking);

    await seeHeading(old.page, 'Your data is newer than this app');
    // Its own code, on every way to write that it has, is refused by the database.
    const refused = await old.page.evaluate(async () => {
      const attempt = (work: () => Promise<unknown>) =>
        work().then(
          () => 'written',
          (error: Error) => error.name
        );
      const open = (version: number) =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('WealthWise', version);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      return attempt(() => open(30));
    });
    expect(refused).toBe('VersionError');
    expect(await fingerprint(looking)).toEqual(migrated);

    await old.page.getByRole('button', { name: 'Reload the app' }).click();
    // The page of the asset opens its form by itself.
    await old.page.getByText('What you had typed is still here').waitFor();
    expect(await old.page.getByLabel('Notes').inputValue()).toBe('typed before the upgrade, never saved');
    expect(await fingerprint(looking)).toEqual(migrated);
    await saveForm(old.page);
    expect((await fingerprint(looking)).digests['assets']).not.toBe(migrated.digests['assets']);
    expect(old.problems).toEqual([]);
  });

  test('still finds its own parts, and says so kindly when neither browser nor server has them', async () => {
    const { page } = await openOld();
    await site.deploy(buildFolder);
    await lookForUpdate(page);
    await notice(page).waitFor();
    await page.getByRole('link', { name: 'Data' }).first().click();
    await seeHeading(page, 'Data');
    await page.getByText(`WealthWise ${previousAppVersion}`).waitFor();
  });

  test('a downgrade of the app opens newer data for nobody, and offers the backups', async () => {
    await site.deploy(buildFolder);
    const { page } = await openOld('upgrade');
    await startUpgrade(page);
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    const looking = await openHarness(browser, site);
    const migrated = await fingerprint(looking);
    await site.deploy(previousBuildFolder);
    await lookForUpdate(page);
    await notice(page).getByRole('button', { name: 'Update now' }).click();
    await seeHeading(page, 'Your data is newer than this app');
    await page
      .getByRole('button', { name: /Download/ })
      .first()
      .waitFor();
    expect(await fingerprint(looking)).toEqual(migrated);
  });
});
