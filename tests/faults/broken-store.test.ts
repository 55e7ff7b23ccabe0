/** A browser whose disk ran full may open no database of the origin any more: the data comes back in a place of its own. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { button, openApp, seeHeading } from '../browser/support/app';
import { Browser } from '../browser/support/browser';
import { fingerprint, openHarness } from '../browser/support/harness';
import { openRaw } from '../browser/support/raw';
import { useSite } from '../browser/support/site';

const site = useSite();

/** What a disk that ran full can leave: LevelDB answers every open of this origin with an error of input and output. */
async function breakStore(profile: string): Promise<void> {
  const stores = join(profile, 'Default', 'IndexedDB');
  const own = (await readdir(stores)).filter((name) => name.startsWith('http_localhost_') && name.endsWith('.leveldb'));
  expect(own).toHaveLength(1);
  const lock = join(stores, own[0] ?? '', 'LOCK');
  await rm(lock);
  await mkdir(join(lock, 'in the way'), { recursive: true });
}

test('no database of the origin opens any more: two clicks bring all back, in a storage bucket of its own', async () => {
  let browser = await Browser.launch();
  const harness = await openHarness(browser, site);
  await harness.evaluate(() => window.harness.createSample({ assets: 300, transactions: 600, seed: 5 }));
  const before = await fingerprint(harness);
  await harness.close();
  const { page } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await button(page, 'Back up now').click();
  await page.getByText('read back and verified').waitFor();
  await browser.close();
  await breakStore(browser.profile);
  browser = await Browser.launch({ profile: browser.profile });
  const { page: hurt, problems } = await openApp(browser, site);
  await seeHeading(hurt, 'Your portfolio is not where it was');
  await hurt.getByText('the browser cannot open it: its files are damaged').waitFor();
  await button(hurt, /^Look at it/)
    .first()
    .click();
  await hurt.getByRole('heading', { name: 'What is in it' }).waitFor();
  await hurt.getByLabel(/Keep it at data version 1\.0\.0/).check();
  await button(hurt, 'Restore it').click();
  await seeHeading(hurt, 'Overview');
  const raw = await openRaw(browser, site);
  await raw.evaluate(async () => {
    interface Buckets {
      open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
    }
    const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
    const { indexedDB } = await storageBuckets.open('wealthwise-1');
    Object.defineProperty(window, 'indexedDB', { value: indexedDB });
  });
  expect(await fingerprint(raw)).toEqual(before);
  // The next start, and another window, find it there.
  await browser.close();
  browser = await Browser.launch({ profile: browser.profile });
  const { page: later } = await openApp(browser, site);
  await seeHeading(later, 'Overview');
  await browser.discard();
  expect(problems).toEqual([]);
});
