/**
 * The whole story by clicks: from nothing through two accounts, a broker's file, exchange rates and prices to figures
 * that agree with a sheet of their own to the cent; then changes and their undoing, a reload, and a copy in a browser
 * that has never seen any of it.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, brokerage, brokerCsv, priceCsv, ratesCsv, savings, symbols, today } from './story/history';
import { choose, goTo, openAsset, save, shownFigures, sinceTheBeginning, undo } from './story/screen';
import { sheetOf } from './story/sheet';
import { add, addAccount, addPrice, chooseFile, runImport } from './story/steps';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const browsers: Browser[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wealthwise-story-'));
});
afterAll(async () => {
  for (const browser of browsers) await browser.discard();
  await rm(folder, { recursive: true, force: true });
});

/** A fresh browser on the day of the story, and everything that goes wrong or leaves the origin in it. */
async function begin(): Promise<{ browser: Browser; page: Page; problems: readonly string[] }> {
  const browser = await Browser.launch();
  browsers.push(browser);
  const foreign: string[] = [];
  browser.context.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && !url.startsWith(site.url)) foreign.push(url);
  });
  await browser.context.clock.setFixedTime(`${today}T12:00:00`);
  const { page, problems } = await openApp(browser, site);
  await page.setViewportSize({ width: 1280, height: 900 });
  return {
    browser,
    page,
    get problems() {
      return [...problems, ...foreign];
    }
  };
}

async function digestsIn(browser: Browser): Promise<Awaited<ReturnType<typeof fingerprint>>> {
  const harness = await openHarness(browser, site);
  const found = await fingerprint(harness);
  await harness.close();
  return found;
}

test('from nothing to figures that agree with a sheet to the cent, through changes, a reload and a copy elsewhere', async () => {
  const own = await begin();
  const { browser, page } = own;
  const all = [savings, ...brokerage];

  // From nothing: two accounts in two countries and currencies, and a payment into one of them.
  await seeHeading(page, 'Your portfolio, kept on this device');
  await page.getByLabel('Base currency').selectOption('EUR');
  await page.getByLabel('Home country').selectOption({ label: 'Germany' });
  await button(page, 'Start empty').click();
  await button(page, 'Add an account').click();
  await addAccount(page, accounts.broker);
  await add(page, 'Account');
  await addAccount(page, accounts.savings);
  await add(page, 'Transaction');
  const form = page.getByRole('dialog', { name: 'Add a transaction' });
  await form.getByRole('radio', { name: 'Deposit', exact: true }).check();
  await choose(form, 'Account', accounts.savings.name);
  await form.getByLabel('Date').fill(savings.day);
  await form.getByLabel(/^Amount/).fill(savings.moved);
  await save(page, form);

  // The broker's file, the rates and the prices.
  await goTo(page, 'Import');
  await chooseFile(page, 'trading212.csv', brokerCsv());
  await page.getByText(`Goes to: ${accounts.broker.name}`).waitFor();
  await runImport(page, /^Import 8 transactions$/, /^8 transactions were imported/);
  await chooseFile(page, 'eurofxref-hist.csv', ratesCsv());
  await runImport(page, /^Import \d+ rates$/, /exchange rates are new/);
  await chooseFile(page, 'closes.csv', priceCsv());
  // Four closes stand where what was paid stood until now.
  await runImport(page, /^Import 12 prices$/, /^4 were replaced/);
  for (const asset of symbols) await addPrice(page, asset);

  await sinceTheBeginning(page);
  const figures = await shownFigures(page);
  expect(figures).toEqual(sheetOf(all));
  const digests = await digestsIn(browser);

  // The same file once more brings nothing.
  await goTo(page, 'Import');
  await chooseFile(page, 'trading212 again.csv', brokerCsv());
  await page.getByText('There already 8').waitFor();
  expect(await button(page, 'Nothing to import').isDisabled()).toBe(true);
  await button(page, 'Put this file aside').click();
  expect(await digestsIn(browser)).toEqual(digests);

  // A change, and back.
  await openAsset(page, 'LGEN');
  await button(page, /^Edit: Buy/).click();
  const edit = page.getByRole('dialog', { name: 'Edit a transaction' });
  await edit.getByLabel('Fees', { exact: true }).fill('4.91');
  await save(page, edit);
  const edited = all.map((entry) =>
    entry.asset === 'LGEN' && entry.kind === 'buy' ? { ...entry, fee: '4.91', moved: '986.91' } : entry
  );
  expect(await shownFigures(page)).toEqual(sheetOf(edited));
  expect((await digestsIn(browser)).digests).not.toEqual(digests.digests);
  await undo(page, /^Undone: Edit a /);
  expect(await digestsIn(browser)).toEqual(digests);

  // An asset goes with all that belongs to it, and comes back.
  await openAsset(page, 'CSCO');
  await button(page, 'More to do').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete?' }).getByRole('button', { name: 'Delete' }).click();
  await seeHeading(page, 'Holdings');
  const without = all.filter(({ asset }) => asset !== 'CSCO');
  expect(await shownFigures(page, ['LGEN'])).toEqual(sheetOf(without));
  await undo(page, /^Undone: Delete /);
  expect(await shownFigures(page)).toEqual(figures);
  expect(await digestsIn(browser)).toEqual(digests);

  await page.reload();
  expect(await shownFigures(page)).toEqual(figures);
  expect(await digestsIn(browser)).toEqual(digests);

  // A file of it, and a browser that has never seen any of it.
  await goTo(page, 'Data');
  await button(page, 'Back up now').click();
  await page.getByText('read back and verified').waitFor();
  const begun = page.waitForEvent('download');
  await button(page, /^Download the backup/)
    .first()
    .click();
  const download = await begun;
  const path = join(folder, download.suggestedFilename());
  await copyFile(await download.path(), path);
  expect(own.problems).toEqual([]);

  const other = await begin();
  await seeHeading(other.page, 'Your portfolio, kept on this device');
  await other.page.getByText('I have a backup').click();
  await other.page.getByLabel('Choose a file').setInputFiles(path);
  await other.page.getByRole('heading', { name: 'What is in it' }).waitFor();
  await button(other.page, 'Restore it').click();
  await seeHeading(other.page, 'Overview');
  await sinceTheBeginning(other.page);
  expect(await shownFigures(other.page)).toEqual(figures);
  expect(await digestsIn(other.browser)).toEqual(digests);
  expect(other.problems).toEqual([]);
}, 240_000);
