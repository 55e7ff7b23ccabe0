import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let page: Page;
let problems: readonly string[];

beforeAll(async () => {
  browser = await Browser.launch();
  ({ page, problems } = await openApp(browser, site));
  await seeHeading(page, 'Your portfolio, kept on this device');
});
afterAll(() => browser.discard());

const press = (...keys: readonly string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => page.keyboard.type(text);

/** What has the focus: its element, its role and its name, as far as they go. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const field = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const label = field ? element.labels?.[0]?.textContent : element?.textContent;
    return `${element?.localName} ${(element?.getAttribute('aria-label') ?? label ?? '').replace(/\\s+/g, ' ').trim()}`;
  });

/** What was last read out of the pages that came. */
const heard = () => page.locator('#svelte-announcer').innerText();

/** Goes on by the Tab key until what has the focus is called so. */
async function tabTo(name: RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < most; step++) {
    const here = await focused();
    if (name.test(here)) return;
    passed.push(here);
    await press('Tab');
  }
  throw new Error(`No ${String(name)} within ${most} steps of the Tab key. Passed: ${passed.join(', ')}`);
}

/** Types into a combobox and takes what fits. */
async function choose(text: string): Promise<void> {
  await type(text);
  await page.locator('dialog [role=listbox] [role=option]').first().waitFor();
  await press('Enter');
}

const done = (what: RegExp) => page.getByRole('status').filter({ hasText: what }).first().waitFor();
const dialog = (name: string) => page.getByRole('dialog', { name });

test('a portfolio is started, filled, mended and looked through without a mouse', async () => {
  // From the first page to an empty portfolio.
  await tabTo(/button Start empty/);
  await press('Enter');
  await seeHeading(page, 'Overview');

  // An account.
  await tabTo(/a Accounts/);
  await press('Enter');
  await seeHeading(page, 'Accounts');
  await tabTo(/button Add an account/);
  await press('Enter');
  await dialog('Add an account').waitFor();
  await page.locator('dialog input:focus').waitFor();
  expect(await focused()).toBe('input Name');
  await type('Depot');
  await press('Enter');
  await dialog('Add an account').waitFor({ state: 'detached' });
  await done(/Done: .*Depot/);
  await page.getByRole('link', { name: 'Depot' }).waitFor();

  // An asset: what is missing is said at its field, and the keyboard is brought there.
  await tabTo(/a Holdings/);
  await press('Enter');
  await seeHeading(page, 'Holdings');
  await tabTo(/button Add an asset/);
  await press('Enter');
  await page.locator('dialog input:focus').waitFor();
  await type('World fund');
  await press('Enter');
  await page.locator('[aria-invalid="true"]:focus').waitFor();
  await tabTo(/select Type of asset/);
  await type('Equity ETF');
  await press('Shift+Tab', 'Enter');
  await dialog('Add an asset').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'World fund' }).waitFor();
  expect(await focused()).toContain('Add an asset');

  // A transaction, from anywhere by one key: units and price give the amount.
  await press('n');
  await page.locator('dialog input:focus').waitFor();
  expect(await focused()).toBe('input Buy');
  await tabTo(/input Account/);
  await choose('Depot');
  await tabTo(/input Asset/);
  await choose('World');
  await tabTo(/input Units/);
  await type('4');
  await tabTo(/input Price per unit/);
  await type('2.5');
  expect(await page.getByLabel(/^Amount before fees/).inputValue()).toBe('10');
  await press('Enter');
  await dialog('Add a transaction').waitFor({ state: 'detached' });
  await done(/Done:/);

  // It is edited where it is listed.
  await tabTo(/a Transactions/);
  await press('Enter');
  await seeHeading(page, 'Transactions');
  await page.locator('[data-index="0"] .main').waitFor();
  await tabTo(/^button Edit/);
  await press('Enter');
  await page.locator('dialog input:focus').waitFor();
  await tabTo(/input Units/);
  await press('Control+a');
  await type('5');
  await press('Enter');
  await dialog('Edit a transaction').waitFor({ state: 'detached' });
  await page.locator('[data-index="0"]', { hasText: '12.50' }).waitFor();
  expect(await focused()).toMatch(/^button Edit/);

  // Deleted after a word, and brought back.
  await press('Delete');
  await page.getByRole('dialog', { name: 'Delete?' }).getByText(/undo/i).waitFor();
  await tabTo(/button Delete/);
  await press('Enter');
  await page.getByText('Every purchase, sale, dividend and payment will be listed here.').waitFor();
  await press('Control+z');
  await page.locator('[data-index="0"]', { hasText: '12.50' }).waitFor();

  // The asset’s page opens each figure downwards.
  await tabTo(/a Holdings/);
  await press('Enter');
  await page.getByRole('link', { name: 'World fund' }).waitFor();
  await tabTo(/a World fund/);
  await press('Enter');
  await seeHeading(page, 'World fund');
  expect(await heard()).toBe('World fund · WealthWise');
  await tabTo(/summary Cost/);
  await press('Enter');
  await page.getByRole('table', { name: 'Lots' }).waitFor();

  // What is bought for the first time is made where its name was typed, and worth what was paid for it.
  await press('n');
  await page.locator('dialog input:focus').waitFor();
  await tabTo(/input Asset/);
  await type('Gilt 2031');
  await press('Tab');
  await dialog('Add an asset').waitFor();
  await press('Escape');
  await dialog('Add an asset').waitFor({ state: 'detached' });
  expect(await focused()).toBe('input Asset');
  await choose('Gilt 2031');
  await dialog('Add an asset').waitFor();
  expect(await focused()).toBe('input Name');
  expect(await page.locator('dialog input:focus').inputValue()).toBe('Gilt 2031');
  await tabTo(/select Type of asset/);
  await type('Government bond');
  await press('Shift+Tab', 'Enter');
  await dialog('Add an asset').waitFor({ state: 'detached' });
  expect(await focused()).toBe('input Asset');
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === 'Gilt 2031');
  await tabTo(/input Units/);
  await type('2');
  await tabTo(/input Price per unit/);
  await type('49.75');
  await press('Enter');
  await dialog('Add a transaction').waitFor({ state: 'detached' });
  await tabTo(/a Holdings/);
  await press('Enter');
  await page.getByRole('row').filter({ hasText: 'Gilt 2031' }).getByText('99.50', { exact: true }).waitFor();

  // Every place is reached from the keyboard.
  const places = ['Overview', 'Performance', 'Income', 'Allocation', 'Import', 'Data', 'Settings'];
  for (const place of places) {
    await tabTo(new RegExp(`^a ${place}`));
    await press('Enter');
    // What is read out aloud names the page that comes, not the one before.
    await page.waitForFunction(() => document.activeElement?.localName === 'h1');
    expect(await heard()).toBe(`${place} · WealthWise`);
    expect(await page.title()).toBe(`${place} · WealthWise`);
  }
  expect(problems).toEqual([]);
});
