import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, seeHeading } from '../browser/support/app';
import { Browser } from '../browser/support/browser';
import { openHarness } from '../browser/support/harness';
import { untilKept } from '../browser/support/service-worker';
import { useSite } from '../browser/support/site';

const site = useSite();
const mebibyte = 1024 ** 2;
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
  const seeding = await openHarness(browser, site);
  await seeding.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 290_000, seed: 9 }));
  await seeding.close();
});
afterAll(() => browser.discard());

test('a backup of 300,000 rows leaves as a stream: the file is identical, and no page or service worker holds it', async () => {
  const { page } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await untilKept(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  const button = page.getByRole('button', { name: /^Download (?!everything|tables|the log)/ }).first();
  await button.waitFor({ timeout: 100_000 });
  // A fresh window, so that what making the backup took is no longer in memory.
  await page.close();
  const fresh = (await openApp(browser, site, 'data')).page;
  await seeHeading(fresh, 'Data');
  const download = fresh.getByRole('button', { name: /^Download (?!everything|tables|the log)/ }).first();
  await download.waitFor();
  const tools = await browser.devTools(fresh);
  await tools.send('HeapProfiler.collectGarbage');
  const before = await browser.memory();
  const saved = fresh.waitForEvent('download');
  let peak = before;
  const watching = setInterval(() => {
    void browser.memory().then((now) => (peak = now.pages > peak.pages ? now : peak));
  }, 50);
  await download.click();
  const path = await (await saved).path();
  clearInterval(watching);

  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const kept = await fresh.evaluate(
    async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
      const file = await (await folder.getFileHandle(name)).getFile();
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      return {
        size: file.size,
        digest: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      };
    },
    (await saved).suggestedFilename()
  );
  expect(hash.digest('hex')).toBe(kept.digest);
  const growth = (peak.pages - before.pages) / mebibyte;
  console.log(
    `${(kept.size / mebibyte).toFixed(1)} MiB streamed; pages and service worker grew by ${growth.toFixed(1)} MiB`
  );
  expect(growth).toBeLessThanOrEqual(64);
});
