/** Really installed: by the browser's own command, with its own window, the system's files opened with it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { fingerprint } from './support/harness';
import { openRaw } from './support/raw';
import { useSite, watchProblems } from './support/site';

const site = useSite();
let home: string;
let browser: Browser;
let page: Page;
/** A backup as it was downloaded. */
let backup: string;

const launch = (profile?: string): Promise<Browser> =>
  Browser.launch({ home, ...(profile !== undefined && { profile }) });
const app = () => ({ manifestId: site.url });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'wealthwise-home-'));
  browser = await launch();
  ({ page } = await openApp(browser, site));
  await page.getByLabel('100', { exact: true }).check();
  await button(page, 'Try with sample data').click();
  await page.getByText('Net worth').first().waitFor();
  await page.goto(`${site.url}data`);
  await button(page, 'Back up now').click();
  await page
    .getByText(/read back and verified/)
    .first()
    .waitFor();
  const [name = ''] = (await page.locator('body').innerText()).match(/WealthWise_Backup_[\d_-]+\.json\.gz/) ?? [];
  const bytes = await page.evaluate(async (file) => {
    const response = await fetch(`/backups/${file}`);
    return [...new Uint8Array(await response.arrayBuffer())];
  }, name);
  backup = join(home, name);
  await writeFile(backup, Uint8Array.from(bytes));
});
afterAll(async () => {
  await browser.discard();
  await rm(home, { recursive: true, force: true });
});

/** What the database holds. Seen from a window that is closed again: a file is opened in the last one that was used. */
async function stand(): ReturnType<typeof fingerprint> {
  const raw = await openRaw(browser, site);
  try {
    return await fingerprint(raw);
  } finally {
    await raw.close();
  }
}

describe('installed as an app', () => {
  test('is one of the programs that the system opens its files with', async () => {
    await expect(browser.command('PWA.getOsAppState', app())).rejects.toThrow('PWA.getOsAppState');
    await browser.command('PWA.install', { ...app(), installUrlOrBundleUrl: site.url });
    const { fileHandlers } = (await browser.command('PWA.getOsAppState', app())) as OsAppState;
    const opened = fileHandlers.map(({ action, accepts }) => ({
      path: new URL(action).pathname,
      extensions: accepts.flatMap(({ fileExtensions }) => fileExtensions).toSorted()
    }));
    expect(opened).toEqual([
      { path: '/restore', extensions: ['.age', '.gz', '.json', '.json.gz', '.zip'] },
      { path: '/import', extensions: ['.csv', '.tsv'] }
    ]);
  });

  test('a backup that is opened with it is shown, packed or not, and nothing is written', async () => {
    const before = await stand();
    expect(before.native).toBeGreaterThan(0);
    const unpacked = backup.replace(/\.gz$/, '');
    await writeFile(unpacked, gunzipSync(await readFile(backup)));
    // A name with two endings is known by both together.
    for (const file of [backup, unpacked]) {
      await browser.command('PWA.launchFilesInApp', { ...app(), files: [file] });
      await seeHeading(page, 'Restore');
      await page.getByText(basename(file), { exact: true }).first().waitFor();
      await page.getByRole('heading', { name: 'What is in it' }).waitFor();
      await page.goto(site.url);
    }
    expect(await stand()).toEqual(before);
  });

  test('a file of a broker that is opened with it is read on the import page', async () => {
    const table = join(home, 'trades.csv');
    await writeFile(table, 'date,type,symbol,quantity,price,currency\n2024-01-02,buy,AAA,3,10,EUR\n');
    await browser.command('PWA.launchFilesInApp', { ...app(), files: [table] });
    await seeHeading(page, 'Import');
    await page.getByText('trades.csv').first().waitFor();
    await page.getByText('1 line of transactions').first().waitFor();
  });

  test('starts after the browser was closed, without a network', async () => {
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await browser.close();
    await site.cut();
    try {
      browser = await launch(browser.profile);
      await browser.command('PWA.launch', app());
      const windows = (): Page[] => browser.context.pages().filter((one) => one.url() === site.url);
      await expect.poll(() => windows().length, { timeout: 20_000 }).toBe(1);
      const [own] = windows() as [Page];
      const problems = watchProblems(own);
      await own.getByText('Net worth').first().waitFor();
      await own.getByRole('link', { name: 'Holdings', exact: true }).click();
      await seeHeading(own, 'Holdings');
      expect(problems).toEqual([]);
    } finally {
      await site.mend();
    }
  });
});

interface OsAppState {
  readonly fileHandlers: readonly {
    readonly action: string;
    readonly accepts: readonly { readonly fileExtensions: readonly string[] }[];
  }[];
}
