/** Getting data back by clicks alone: after a loss, in a fresh browser, from an encrypted file, and back to an older version. */
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { withoutConsent, withPicker } from './support/picked-folder';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let before: Awaited<ReturnType<typeof fingerprint>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wealthwise-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  browser = await Browser.launch();
  const harness = await openHarness(browser, site);
  await harness.evaluate(() => window.harness.createSample({ assets: 300, transactions: 600, seed: 5 }));
  before = await fingerprint(harness);
  expect(before.native).toBe(10);
  await harness.close();
});
afterEach(() => browser.discard());

async function digestsIn(of: Browser): Promise<typeof before> {
  const harness = await openHarness(of, site);
  const found = await fingerprint(harness);
  await harness.close();
  return found;
}

async function backUp(page: Page): Promise<void> {
  await button(page, 'Back up now').click();
  await page.getByText('read back and verified').waitFor();
}

/** The file that a click hands to the browser's downloads, under the name it is given there. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<string> {
  const begun = page.waitForEvent('download');
  await click();
  const download = await begun;
  const path = join(folder, download.suggestedFilename());
  await copyFile(await download.path(), path);
  return path;
}

async function firstAsset(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('WealthWise');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = database.transaction('assets').objectStore('assets').getAllKeys();
    await new Promise((resolve) => (keys.onsuccess = resolve));
    database.close();
    return String(keys.result[0]);
  });
}

async function openDocuments(page: Page, asset: string): Promise<void> {
  await page.goto(`${site.url}asset/${asset}`);
  await page.getByText('Documents', { exact: true }).click();
}

async function attach(page: Page, asset: string, path: string): Promise<void> {
  await openDocuments(page, asset);
  await button(page, 'Attach a file').click();
  await page.getByLabel('File', { exact: true }).setInputFiles(path);
  await button(page, 'Attach').last().click();
  await page.getByText('kept here').waitFor();
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function restoreShown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'What is in it' }).waitFor();
  await page.getByLabel(/Keep it at data version 1\.0\.0/).check();
  await button(page, 'Restore it').click();
}

test('the origin has lost its databases: the backups are offered, never a first run, and two clicks bring all back', async () => {
  const { page, problems } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await backUp(page);
  const tools = await browser.devTools(page);
  await tools.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'indexeddb' });
  await page.goto(site.url);
  await seeHeading(page, 'Your portfolio is not where it was');
  expect((await digestsIn(browser)).native).toBe(0);
  await button(page, /^Look at it/)
    .first()
    .click();
  await restoreShown(page);
  await page.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
  expect(await digestsIn(browser)).toEqual(before);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
  expect(problems).toEqual([]);
});

test('a folder on the disk gets copies, and brings everything back in another browser', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'wealthwise-folder-'));
  let other = await Browser.launch();
  try {
    await writeFile(join(disk, 'holiday.txt'), 'of somebody else');
    browser = await withPicker(browser, site.raw, disk);
    const { page, problems } = await openApp(browser, site, 'data');
    await seeHeading(page, 'Data');
    const asset = await firstAsset(page);
    const deed = join(folder, 'deed.pdf');
    await writeFile(deed, randomBytes(300_000));
    await attach(page, asset, deed);
    await page.goto(`${site.url}data`);
    await backUp(page);
    const present = await digestsIn(browser);
    await button(page, 'Choose a folder').click();
    await page.getByText('the last copy was read back').waitFor();
    const attached = join(disk, 'attachments');
    const digests = async (): Promise<string[]> =>
      Promise.all((await readdir(attached).catch(() => [])).map((name) => digestOf(join(attached, name))));
    await expect.poll(digests, { timeout: 20_000 }).toEqual([await digestOf(deed)]);
    const names = await readdir(disk);
    expect(names.filter((name) => /^WealthWise_Backup_.*\.json\.gz$/.test(name))).toHaveLength(1);
    expect(names).toContain('holiday.txt');
    expect(problems).toEqual([]);

    other = await withPicker(other, site.raw, disk);
    const there = await openApp(other, site);
    await seeHeading(there.page, 'Your portfolio, kept on this device');
    expect((await digestsIn(other)).native).toBe(0);
    await there.page.getByText('I have a backup').click();
    await there.page.getByText('No backup was found here.').waitFor();
    await button(there.page, 'Choose a folder').click();
    await button(there.page, /^Look at it/).click();
    await there.page.getByText('1 in the folder, 300 KB').waitFor();
    await restoreShown(there.page);
    await there.page.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
    expect(await digestsIn(other)).toEqual(present);
    await openDocuments(there.page, asset);
    const saved = await downloaded(there.page, () => button(there.page, /^Save a copy/).click());
    expect(await digestOf(saved)).toBe(await digestOf(deed));
    expect(there.problems).toEqual([]);
    expect((await readdir(disk)).toSorted()).toEqual(names.toSorted());

    // Without the consent nothing is lost; the page says how the folder is reached again.
    browser = await withoutConsent(browser, site.raw, disk);
    const later = await openApp(browser, site, 'data');
    await button(later.page, 'Reconnect').first().waitFor();
    expect(await digestsIn(browser)).toEqual(present);
    expect((await readdir(disk)).toSorted()).toEqual(names.toSorted());
  } finally {
    await other.discard();
    await rm(disk, { recursive: true, force: true });
  }
});

test('a downloaded file brings everything back in a browser that has never seen it, and a wrong file is refused kindly', async () => {
  const { page } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await backUp(page);
  const path = await downloaded(page, () =>
    button(page, /^Download the backup/)
      .first()
      .click()
  );
  expect(path).toMatch(/WealthWise_Backup_[\d_-]+\.json\.gz$/);
  const other = await Browser.launch();
  try {
    const { page: fresh, problems } = await openApp(other, site);
    await seeHeading(fresh, 'Your portfolio, kept on this device');
    await fresh.getByText('I have a backup').click();
    const wrong = join(folder, 'holiday.json');
    await writeFile(wrong, '{"name":"not a backup"}');
    await fresh.getByLabel('Choose a file').setInputFiles(wrong);
    await fresh.getByText('This file cannot be restored').waitFor();
    await button(fresh, 'Choose another').click();
    await fresh.getByLabel('Choose a file').setInputFiles(path);
    await restoreShown(fresh);
    await fresh.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
    expect(await digestsIn(other)).toEqual(before);
    expect(problems).toEqual([]);
  } finally {
    await other.discard();
  }
});

test('an encrypted copy opens with its passphrase alone', async () => {
  const { page } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await backUp(page);
  await page.getByText('Why it is kept').first().click();
  await button(page, /^Download the backup .* encrypted/).click();
  const passphrase = 'lantern orbit velvet cactus';
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  const path = await downloaded(page, () => button(page, 'Download it').click());
  expect(path).toMatch(/\.json\.gz\.age$/);
  await page.goto(`${site.url}restore`);
  await page.getByLabel('Choose a file').setInputFiles(path);
  await page.getByLabel('Passphrase').fill('lantern orbit velvet');
  await button(page, 'Open it').click();
  await page.getByText('That passphrase does not open it').waitFor();
  await page.getByLabel('Passphrase').fill(passphrase);
  await button(page, 'Open it').click();
  await page.getByText('Nothing: the records are the same.').waitFor();
});

test('attachments go along where the person chooses so, and open in a browser that has never seen them', async () => {
  const scan = join(folder, 'Purchase deed, Köln.pdf');
  // Some megabytes that no compression makes smaller.
  await writeFile(scan, randomBytes(5_000_000));
  const { page, problems } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  expect(await button(page, /with attachments$/).count()).toBe(0);
  const asset = await firstAsset(page);
  await attach(page, asset, scan);
  await page.goto(`${site.url}data`);
  await backUp(page);
  await page.getByText('The app keeps 1 file for your documents, 5.0 MB.').waitFor();
  await button(page, /^Download the backup .* with attachments$/)
    .first()
    .click();
  const path = await downloaded(page, () => button(page, 'Download it').click());
  expect(path).toMatch(/WealthWise_Backup_[\d_-]+_with_attachments\.zip$/);
  await page.getByText('It holds the backup and 1 attachment, 5.0 MB.').waitFor();
  const other = await Browser.launch();
  try {
    const { page: fresh, problems: freshProblems } = await openApp(other, site);
    await seeHeading(fresh, 'Your portfolio, kept on this device');
    await fresh.getByText('I have a backup').click();
    await fresh.getByLabel('Choose a file').setInputFiles(path);
    await fresh.getByText('1 in this file, 5.0 MB').waitFor();
    await restoreShown(fresh);
    await fresh.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
    await openDocuments(fresh, asset);
    const saved = await downloaded(fresh, () => button(fresh, /^Save a copy/).click());
    expect(await digestOf(saved)).toBe(await digestOf(scan));
    await fresh.goto(`${site.url}data`);
    await button(fresh, 'Check my data').click();
    await fresh.getByText('The attachments of your documents are all here, and exactly what was put in: 1.').waitFor();
    expect([...problems, ...freshProblems]).toEqual([]);
  } finally {
    await other.discard();
  }
});

test('a rollback goes back by clicks, does not ask to upgrade, and can be undone', async () => {
  const harness = await openHarness(browser, site);
  const upgraded = await harness.evaluate(() => window.harness.migrate({ from: '1.0.0', to: '1.3.0' }));
  expect(upgraded.ok).toBe(true);
  const at130 = await fingerprint(harness);
  await harness.close();
  const { page, problems } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await button(page, /^Go back to an older/).click();
  await button(page, '1.0.0').click();
  await page.getByText('What you have changed since is brought along.').waitFor();
  await page.getByRole('heading', { name: 'What stays behind' }).waitFor();
  await button(page, 'Go back to 1.0.0').click();
  await page.getByText('Your data is at version 1.0.0').waitFor();
  expect(await digestsIn(browser)).toEqual(before);
  await page.reload();
  await page.goto(site.url);
  await page.getByRole('heading', { level: 1, name: 'Overview', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Not now' }).count()).toBe(0);
  await page.goto(`${site.url}data`);
  await button(page, /^Restore the backup/)
    .first()
    .click();
  await page.getByRole('heading', { name: 'What is in it' }).waitFor();
  await button(page, 'Restore it').click();
  await page.getByText('Your data is restored').waitFor();
  expect(await digestsIn(browser)).toEqual(at130);
  expect(problems).toEqual([]);
});

test('"Check my data" reads everything and finds what was damaged behind its back', async () => {
  const { page } = await openApp(browser, site, 'data');
  await seeHeading(page, 'Data');
  await backUp(page);
  await button(page, 'Check my data').click();
  await page.getByText('Your data is sound').waitFor();
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('WealthWise');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const store = database.transaction('assets', 'readwrite').objectStore('assets');
    await new Promise<void>((resolve) => {
      store.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        cursor.update({ ...(cursor.value as object), accountId: '00000000-0000-4000-8000-000000000000' });
        resolve();
      };
    });
    database.close();
  });
  await button(page, 'Check again').click();
  await page.getByText(/need your attention/).waitFor();
  await page.getByText('Some records name others that are not there.').waitFor();
  await page.getByText('still your data is not what it holds').waitFor();
});
