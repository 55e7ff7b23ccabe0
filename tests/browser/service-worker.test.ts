import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, seeHeading, startUpgrade } from './support/app';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { untilKept } from './support/service-worker';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
  const seeding = await openHarness(browser, site);
  await seeding.evaluate(() => window.harness.createSample({ assets: 6000, transactions: 12_000, seed: 5 }));
  await seeding.close();
});
afterAll(() => browser.discard());

/** Ends every service worker of the browser, as the browser itself does after some idle seconds. */
async function stopServiceWorkers(page: Page): Promise<void> {
  const tools = await browser.devTools(page);
  await tools.send('ServiceWorker.enable');
  await tools.send('ServiceWorker.stopAllWorkers');
}

describe('while data is migrated', () => {
  test('a new window is shown the "Updating" page with true progress, and goes on by itself', async () => {
    const { page } = await openApp(browser, site, 'upgrade');
    await seeHeading(page, 'Upgrade your data');
    await untilKept(page);
    await startUpgrade(page);
    await page.waitForFunction(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name === 'ww:migrate');
    });
    // Also when the service worker was stopped meanwhile: it remembers nothing.
    await stopServiceWorkers(page);
    const other = await browser.context.newPage();
    await other.goto(`${site.url}data`);
    expect(await other.title()).toBe('Updating – WealthWise');
    await other.getByText(/\d+ % · /).waitFor();
    // A hard reload is not controlled by the service worker: the app's own gate holds it back.
    const uncontrolled = await browser.context.newPage();
    const tools = await browser.devTools(uncontrolled);
    await uncontrolled.goto(site.url);
    await tools.send('Page.reload', { ignoreCache: true });
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    await seeHeading(other, 'Data', 30);
    expect(new URL(other.url()).pathname).toBe('/data');
    await seeHeading(uncontrolled, /Overview/, 30);
    const looking = await openHarness(browser, site);
    expect((await fingerprint(looking)).native).toBe(40);
    const history = await looking.evaluate(() => window.harness.migrationsWith({}).getMigrationHistory());
    expect(history.map(({ outcome }) => outcome)).toEqual(['completed']);
    for (const window of [page, other, uncontrolled, looking]) await window.close();
  });

  test('names in the page between agree with the protocol', async () => {
    const page = await browser.context.newPage();
    const script = await (await page.request.get(`${site.url}updating.js`)).text();
    expect(script).toContain("'ww:migrate'");
    expect(script).toContain("BroadcastChannel('wealthwise')");
    await page.close();
  });
});

describe('a backup as a download', () => {
  test('is the file, byte for byte, under its own name, and can be asked for in parts', async () => {
    const { page, problems } = await openApp(browser, site, 'data');
    await seeHeading(page, 'Data');
    await untilKept(page);
    const saved = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Download (?!everything|tables|the log)/ })
      .first()
      .click();
    const download = await saved;
    expect(download.url()).toMatch(/\/backups\/WealthWise_Backup_.*\.json\.gz$/);
    const name = download.suggestedFilename();
    expect(name).toMatch(/^WealthWise_Backup_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d(-\d+)?\.json\.gz$/);
    const hash = createHash('sha256');
    await pipeline(createReadStream(await download.path()), hash);
    const digest = hash.digest('hex');

    const fetched = await page.evaluate(async (file) => {
      const hex = async (bytes: ArrayBuffer) =>
        [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join('');
      const address = `/backups/${file}`;
      const whole = await fetch(address);
      const tag = whole.headers.get('etag') ?? '';
      const bytes = await whole.arrayBuffer();
      const half = Math.floor(bytes.byteLength / 2);
      const head = await fetch(address, { headers: { range: `bytes=0-${half - 1}` } });
      const rest = await fetch(address, { headers: { range: `bytes=${half}-`, 'if-range': tag } });
      const parts = new Uint8Array(bytes.byteLength);
      parts.set(new Uint8Array(await head.arrayBuffer()), 0);
      parts.set(new Uint8Array(await rest.arrayBuffer()), half);
      const beyond = await fetch(address, { headers: { range: `bytes=${bytes.byteLength}-` } });
      const unknown = await fetch('/backups/WealthWise_Backup_1999-01-01_00-00-00.json.gz');
      const outside = await fetch('/backups/..%2Fmanifest.json');
      return {
        whole: await hex(bytes),
        joined: await hex(parts.buffer),
        stati: [whole, head, rest, beyond, unknown, outside].map(({ status }) => status),
        range: rest.headers.get('content-range'),
        size: bytes.byteLength,
        half
      };
    }, name);
    expect(fetched).toMatchObject({
      whole: digest,
      joined: digest,
      stati: [200, 206, 206, 416, 404, 404],
      range: `bytes ${fetched.half}-${fetched.size - 1}/${fetched.size}`
    });
    await seeHeading(page, 'Data');
    expect(problems.filter((problem) => !/40[46]|416/.test(problem))).toEqual([]);
    await page.close();
  });
});

test('a file shared with the installed app is shown on the restore page, and taken once', async () => {
  const { page } = await openApp(browser, site, 'data');
  await untilKept(page);
  const landed = await page.evaluate(async () => {
    const { backups } = await new Promise<{ backups: string[] }>((resolve) => {
      void (async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
        const names: string[] = [];
        for await (const name of folder.keys()) if (name.endsWith('.json.gz')) names.push(name);
        resolve({ backups: names });
      })();
    });
    const content = await (await fetch(`/backups/${backups[0]}`)).blob();
    const form = new FormData();
    form.set('file', new File([content], 'shared.json.gz'));
    const response = await fetch('/shared', { method: 'POST', body: form, redirect: 'manual' });
    return { type: response.type, kept: await caches.has('ww-shared') };
  });
  expect(landed).toEqual({ type: 'opaqueredirect', kept: true });
  // Another window that starts meanwhile leaves it alone.
  await page.reload();
  await seeHeading(page, 'Data', 30);
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => caches.has('ww-shared'))).toBe(true);
  await page.goto(`${site.url}restore`);
  await page
    .getByText(/shared\.json\.gz/)
    .first()
    .waitFor();
  expect(await page.evaluate(() => caches.has('ww-shared'))).toBe(false);
});

test('a table, shared with the installed app or opened with it, is read on the import page', async () => {
  const { page } = await openApp(browser, site, 'data');
  await untilKept(page);
  const text = 'Day;What;Amount;Currency\n13.01.2026;Fee;1,00;EUR\n';
  const led = await page.evaluate(async (table) => {
    const form = new FormData();
    form.set('file', new File([table], 'shared.csv', { type: 'text/csv' }));
    return new URL((await fetch('/shared', { method: 'POST', body: form })).url).pathname;
  }, text);
  expect(led).toBe('/import');
  await page.goto(`${site.url}import`);
  await page
    .getByText(/shared\.csv/)
    .first()
    .waitFor();
  // As the browser hands over a file from the file manager.
  await page.addInitScript((table) => {
    const file = { getFile: () => Promise.resolve(new File([table], 'opened.csv')) };
    const setConsumer = (consumer: (launch: object) => void): void => consumer({ files: [file] });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  }, text);
  await page.goto(`${site.url}import`);
  await page
    .getByText(/opened\.csv/)
    .first()
    .waitFor();
  await page.close();
});
