import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;

beforeEach(async () => {
  browser = await Browser.launch();
});
afterEach(() => browser.discard());

/** What has the focus, as its role or element and its text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.activeElement?.localName} ${document.activeElement?.textContent?.trim()}`);

/** A sample portfolio at the oldest version, made by clicks. */
async function openSample(
  assets: '100' | '1,000',
  place = 'Holdings'
): Promise<{ page: Page; problems: readonly string[] }> {
  const { page, problems } = await openApp(browser, site);
  await seeHeading(page, 'Your portfolio, kept on this device');
  await page.getByLabel(assets, { exact: true }).check();
  await page.getByLabel('Data version').selectOption('1.0.0');
  await button(page, 'Try with sample data').click();
  await page.getByText('Net worth').waitFor();
  if (place !== 'Overview') {
    await page.getByRole('link', { name: place, exact: true }).click();
    await seeHeading(page, place);
    await names(page).first().waitFor();
  }
  return { page, problems };
}

/** As the browser tells the page that it is laid out for paper, and that this is over. */
const print = (page: Page, when: 'before' | 'after') =>
  page.evaluate((name) => void window.dispatchEvent(new Event(name)), `${when}print`);

const names = (page: Page) => page.locator('[data-index]').getByRole('link');

test('a click anywhere in a row of the transactions opens it; the name of the asset leads to the asset', async () => {
  const { page, problems } = await openSample('100', 'Transactions');
  const row = page.locator('[data-index="0"]');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await row.locator('.words').first().click({ force: true });
  await page.getByRole('dialog', { name: 'Edit a transaction' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await names(page).first().click();
  await page.waitForURL(/\/asset\//);
  expect(problems).toEqual([]);
});

describe('the table of holdings', () => {
  test('is whole for those who ask for it, and made of a window of rows only', async () => {
    const { page, problems } = await openSample('1,000');
    const table = page.getByRole('table', { name: 'Holdings' });
    const rows = Number(await table.getAttribute('aria-rowcount'));
    expect(rows).toBeGreaterThan(900);
    expect(await names(page).count()).toBeLessThan(100);
    expect(await names(page).count()).toBeGreaterThan(5);

    await names(page).first().focus();
    await page.keyboard.press('End');
    // The head is the first row, the foot the last.
    await page.locator(`[data-index="${rows - 3}"] a:focus`).waitFor();
    expect(await page.locator('[role=row]:has(:focus)').getAttribute('aria-rowindex')).toBe(String(rows - 1));
    await page.keyboard.press('ArrowUp');
    await page.locator(`[data-index="${rows - 4}"] a:focus`).waitFor();
    await page.keyboard.press('Home');
    await page.locator('[data-index="0"] a:focus').waitFor();

    // On paper the list is whole, one row after the other; afterwards it is a window again.
    await print(page, 'before');
    expect(await names(page).count()).toBe(rows - 2);
    await print(page, 'after');
    await page.waitForFunction(() => document.querySelectorAll('[data-index]').length < 100);
    expect(problems).toEqual([]);
  });

  test('clips no cell that has room, and lets no text reach into the next cell', async () => {
    const { page, problems } = await openSample('1,000');
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('[data-index] > .fits')].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const [text, room] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        return { text: cell.textContent, over: Math.max(room.left - text.left, text.right - room.right) };
      })
    );
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter(({ over }) => over > 0.5)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('of transactions is whole on paper, up to what paper may be', async () => {
    const { page, problems } = await openSample('1,000', 'Transactions');
    const rows = Number(await page.getByRole('table', { name: 'Transactions' }).getAttribute('aria-rowcount')) - 1;
    expect(rows).toBeGreaterThan(1000);
    // Fetched in a quiet moment: printing waits for nothing.
    await expect
      .poll(
        async () => {
          await print(page, 'before');
          const made = await page.locator('[data-index] .main').count();
          await print(page, 'after');
          return made;
        },
        { timeout: 20_000 }
      )
      .toBe(Math.min(rows, 2000));
    expect(problems).toEqual([]);
  });

  test('keeps search, order and group in the address, over a reload', async () => {
    const { page } = await openSample('100');
    const unfiltered = await names(page).first().innerText();
    await page.getByRole('searchbox').fill('flat pune');
    await page.waitForURL(/q=flat/);
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.waitForURL(/sort=name/);
    await page.getByLabel('Group').selectOption({ label: 'Country' });
    await page.waitForURL(/group=country/);
    await page.locator('[data-index] [aria-expanded="true"]').first().waitFor();
    const found = await names(page).allInnerTexts();
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((name) => /flat/i.test(name))).toBe(true);
    expect(found).not.toContain(unfiltered);

    await page.reload();
    await names(page).first().waitFor();
    expect(await names(page).allInnerTexts()).toEqual(found);
    expect(await page.getByRole('searchbox').inputValue()).toBe('flat pune');
    expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
  });
});

describe('the focus', () => {
  test('goes to the heading of what is shown next, so that it is read out', async () => {
    const { page, problems } = await openSample('100');
    expect(await focused(page)).toBe('h1 Holdings');
    await page.getByRole('link', { name: 'Data', exact: true }).press('Enter');
    await seeHeading(page, 'Data');
    expect(await focused(page)).toBe('h1 Data');
    expect(await page.title()).toBe('Data · WealthWise');

    await page.getByRole('link', { name: 'Upgrade', exact: true }).press('Enter');
    await button(page, 'Upgrade now').press('Enter');
    await seeHeading(page, /^Your data is now at version/);
    expect(await focused(page)).toMatch(/^h1 Your data is now at version/);
    expect(problems).toEqual([]);
  });

  test('can skip the places and go straight to the content', async () => {
    const { page } = await openSample('100', 'Overview');
    await page.reload();
    await page.getByText('Net worth').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

describe('amounts', () => {
  test('are hidden everywhere at a click, and stay hidden', async () => {
    const { page } = await openSample('100', 'Overview');
    const worth = page.locator('section', { hasText: 'Net worth' }).first();
    const shown = await worth.innerText();
    expect(shown).toMatch(/\d{3}\.\d{2}/);
    const width = (await worth.locator('.amount').first().boundingBox())?.width;

    await button(page, 'Hide amounts').click();
    expect(await worth.innerText()).toContain('••••');
    expect((await worth.locator('.amount').first().boundingBox())?.width).toBeCloseTo(width ?? 0, 0);
    await page.reload();
    await page.getByText('Net worth').waitFor();
    expect(await worth.innerText()).toContain('••••');
    expect(await worth.innerText()).not.toMatch(/\d{3}\.\d{2}/);
  });
});

test('an address that leads nowhere says so, and leads back', async () => {
  const { page } = await openApp(browser, site, 'no/such/page');
  await seeHeading(page, 'There is no page here');
  await page.getByRole('link', { name: 'Go to your portfolio' }).click();
  await seeHeading(page, 'Your portfolio, kept on this device');
});
