import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let page: Page;
let problems: readonly string[];

beforeAll(async () => {
  browser = await Browser.launch();
  ({ page, problems } = await openApp(browser, site));
  await page.getByLabel('100', { exact: true }).check();
  await button(page, 'Try with sample data').click();
  await page.getByText('Net worth').first().waitFor();
});
afterAll(() => browser.discard());

const palette = () => page.getByRole('dialog', { name: 'Find or do' });
const chart = () => page.getByRole('slider', { name: /^Net worth/ });

describe('by keys alone', () => {
  test('the palette leads to a place, and to an asset by a part of its name', async () => {
    await page.keyboard.press('/');
    await palette().waitFor();
    await page.keyboard.type('perfor');
    await page.keyboard.press('Enter');
    await seeHeading(page, 'Performance');
    await page.keyboard.press('Control+k');
    await palette().waitFor();
    await page.keyboard.type('flat');
    const found = palette().getByRole('option').filter({ hasText: 'Assets' }).first();
    const name = await found.locator('.label').innerText();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await seeHeading(page, name);
    expect(problems).toEqual([]);
  });

  test('one key hides all amounts, and the same letter does nothing while it is typed', async () => {
    await page.getByRole('link', { name: 'Overview', exact: true }).press('Enter');
    await page.getByText('Net worth').first().waitFor();
    const worth = page.locator('section', { hasText: 'Net worth' }).first();
    expect(await worth.innerText()).toMatch(/\d{3}\.\d{2}/);
    await page.keyboard.press('h');
    await page.getByText('Hidden amount').first().waitFor();
    expect(await worth.innerText()).not.toMatch(/\d{3}\.\d{2}/);
    await page.keyboard.press('/');
    await palette().getByRole('combobox').waitFor();
    await page.keyboard.type('h');
    expect(await worth.innerText()).not.toMatch(/\d{3}\.\d{2}/);
    await page.keyboard.press('Escape');
    await palette().waitFor({ state: 'detached' });
    await page.keyboard.press('h');
    expect(await worth.innerText()).toMatch(/\d{3}\.\d{2}/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await palette().getByRole('combobox').fill('shortcuts');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
    await page.waitForTimeout(100);
    expect(await page.getByRole('dialog', { name: 'Shortcuts' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  });

  test('the line over time tells each day, and has its figures in a table', async () => {
    await chart().focus();
    const last = await chart().getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    const before = await chart().getAttribute('aria-valuetext');
    expect(before).toMatch(/Net worth [\d,]+\.\d\d EUR/);
    expect(before).not.toBe(last);
    await page.keyboard.press('Home');
    expect(await chart().getAttribute('aria-valuenow')).toBe('0');
    await page.keyboard.press('Escape');
    expect(await chart().getAttribute('aria-valuetext')).toBe(last);
    await page.locator('summary', { hasText: 'Show as table' }).first().press('Enter');
    const rows = page.getByRole('region', { name: /^Net worth/ }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(Number(await chart().getAttribute('aria-valuemax')) + 2);
    expect(problems).toEqual([]);
  });
});

test('what is typed while the palette is still on its way is no command', async () => {
  const { page: slow, problems: wrong } = await openApp(browser, site);
  await slow.getByText('Net worth').first().waitFor();
  const tools = await browser.devTools(slow);
  await tools.send('Network.enable');
  await tools.send('Network.setBypassServiceWorker', { bypass: true });
  let asked = 0;
  let letGo = (): void => undefined;
  const arrival = new Promise<void>((resolve) => (letGo = resolve));
  await slow.route(/\/_app\/immutable\//, async (route) => {
    asked++;
    await arrival;
    await route.continue();
  });
  await slow.keyboard.press('/');
  await expect.poll(() => asked).toBeGreaterThan(0);
  // Each of these is a command of its own: hide all amounts, add something, the list of shortcuts.
  for (const key of ['h', 'n', '?']) await slow.keyboard.press(key);
  expect(await slow.getByRole('dialog').count()).toBe(0);
  letGo();
  await slow.getByRole('dialog', { name: 'Find or do' }).waitFor();
  expect(await slow.getByRole('dialog').count()).toBe(1);
  await slow.keyboard.type('perfor');
  await slow.keyboard.press('Enter');
  await seeHeading(slow, 'Performance');
  expect(await slow.getByText('Hidden amount').count()).toBe(0);
  expect(wrong).toEqual([]);
  await slow.close();
});

test('a form whose record takes a while to be read says so, and is there then', async () => {
  const { page: slow, problems: wrong } = await openApp(browser, site, 'holdings');
  await slow.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: { job?: { verb: string } }) {
      const late = message.job?.verb === 'readRecords' ? 1000 : 0;
      setTimeout(() => postMessage.call(this, message), late);
    };
  });
  await slow.locator('[data-index="1"] a').click();
  await button(slow, /^Edit$/).click();
  const form = slow.getByRole('dialog', { name: 'Edit an asset' });
  await form.getByText('Reading…').waitFor();
  await form.getByLabel('Notes').fill('typed after a while');
  await slow.waitForTimeout(100);
  expect(await form.getByLabel('Notes').inputValue()).toBe('typed after a while');
  expect(wrong).toEqual([]);
  await slow.close();
});

test('on a phone every place is within reach of a thumb', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, 'More').click();
  const sheet = page.getByRole('dialog', { name: 'All places' });
  const places = await sheet.getByRole('link').allInnerTexts();
  expect(places.map((name) => name.trim())).toEqual(
    expect.arrayContaining(['Overview', 'Holdings', 'Transactions', 'Accounts', 'Performance', 'Income', 'Settings'])
  );
  await sheet.getByRole('link', { name: 'Income' }).click();
  await seeHeading(page, 'Income');
  for (const target of await page.getByRole('navigation', { name: 'Places' }).getByRole('button').all()) {
    const box = await target.boundingBox();
    if (box === null) continue;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  }
  await button(page, 'Add').click();
  await page.getByRole('dialog', { name: 'Add' }).getByRole('button', { name: 'Transaction' }).click();
  await page.getByRole('dialog').getByLabel(/date/i).first().waitFor();
  expect(problems).toEqual([]);
});
