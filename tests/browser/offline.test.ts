import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../run/build.mjs';
import { openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { openHarness } from './support/harness';
import { keptBuilds, untilKept } from './support/service-worker';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
  const seeding = await openHarness(browser, site);
  await seeding.evaluate(() => window.harness.createSample({ assets: 200, transactions: 400, seed: 5 }));
  await seeding.close();
});
afterAll(() => browser.discard());

describe('installed', () => {
  test('Chromium finds nothing that keeps it from being installed, and every picture of the manifest is there', async () => {
    const { page } = await openApp(browser, site);
    await seeHeading(page, 'Overview');
    await untilKept(page);
    const tools = await browser.devTools(page);
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors, data } = await tools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '{}') as Record<
      'icons' | 'screenshots',
      { src: string; sizes: string; purpose?: string }[]
    >;
    expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['any', 'maskable', 'monochrome'])
    );
    for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
      const measured = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, `/${src}`);
      if (sizes !== 'any') expect(`${src} ${measured}`).toBe(`${src} ${sizes}`);
    }
    await page.close();
  });

  test('keeps every file of the build but the pictures for app stores', async () => {
    const { page } = await openApp(browser, site);
    await untilKept(page);
    const all = await readdir(buildFolder, { recursive: true, withFileTypes: true });
    const expected = all
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(buildFolder.length))
      .filter((path) => !/^\/(screenshots\/|service-worker\.js$|_app\/version\.json$|_app\/env\.js$)/.test(path));
    const kept = await page.evaluate(async () => {
      const [name = ''] = (await caches.keys()).filter((cache) => cache.startsWith('ww-build-'));
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept.sort()).toEqual(expected.sort());
    await page.close();
  });
});

describe('without a network', () => {
  test('a browser that was started anew opens every page, by its own address', async () => {
    await browser.close();
    await site.cut();
    browser = await Browser.launch({ profile: browser.profile });
    await expect(fetch(site.url)).rejects.toThrow();
    for (const [path, heading] of [
      ['', 'Overview'],
      ['holdings', 'Holdings'],
      ['performance', 'Performance'],
      ['data', 'Data'],
      ['upgrade', 'Upgrade your data'],
      ['restore', /restore/i],
      ['rollback', /./],
      ['no-such-page', /./]
    ] as const) {
      const { page, problems } = await openApp(browser, site, path);
      await seeHeading(page, heading);
      expect({ path, problems }).toEqual({ path, problems: [] });
      expect(await keptBuilds(page)).toHaveLength(1);
      await page.close();
    }
  });

  test('the data is there, can be upgraded, and a backup can be made', async () => {
    const { page, problems } = await openApp(browser, site, 'upgrade');
    await page.getByRole('button', { name: 'Upgrade now' }).click();
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    await page.goto(`${site.url}data`);
    await page.getByRole('heading', { name: 'Backups' }).waitFor();
    await page.getByText('it opens without a network').waitFor();
    expect(problems).toEqual([]);
    await site.mend();
  });
});

test('no request of any kind leaves the origin', async () => {
  const { page } = await openApp(browser, site);
  const foreign: string[] = [];
  const tools = await browser.browserTools();
  await tools.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: true });
  browser.context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && `${origin}/` !== site.url) foreign.push(request.url());
  });
  for (const path of ['', 'holdings', 'transactions', 'performance', 'data', 'upgrade', 'restore', 'rollback']) {
    await page.goto(`${site.url}${path}`);
    await seeHeading(page, /./);
    await page.waitForLoadState('networkidle');
  }
  expect(foreign).toEqual([]);
  // The policy is the second line: an attempt is refused by the browser itself.
  const refused = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'sent',
      () => 'refused'
    )
  );
  expect(refused).toBe('refused');
});
