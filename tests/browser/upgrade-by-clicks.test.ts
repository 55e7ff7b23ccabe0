import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { setClock } from './support/clock';
import { golden, goldenInstant, goldenLines } from './support/golden';
import { dataOf, openHarness } from './support/harness';
import { dump, openRaw } from './support/raw';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;

beforeEach(async () => {
  browser = await Browser.launch();
});
afterEach(() => browser.discard());

describe('a person, a browser, and a database that none of our code wrote', () => {
  test('is shown the upgrade, starts it, and ends with the golden database of 1.3.0, row by row', async () => {
    await setClock(browser.context, goldenInstant);
    const raw = await openRaw(browser, site);
    await raw.evaluate((rows) => window.raw.createDatabase('WealthWise', window.raw.layout, rows), golden('1.0.0'));
    expect(dataOf(await dump(raw))).toEqual(goldenLines('1.0.0'));

    const { page, problems } = await openApp(browser, site, 'upgrade');
    await seeHeading(page, 'Upgrade your data');
    await page.getByText('Your data is at version 1.0.0. This app can bring it to 1.3.0.').waitFor();
    await button(page, 'Upgrade now').click();
    await seeHeading(page, 'Your data is now at version 1.3.0');
    await page.getByText('all are the same to the last digit').waitFor();

    const after = await dump(raw);
    expect(after?.native).toBe(40);
    expect(dataOf(after)).toEqual(goldenLines('1.3.0'));

    await button(page, 'See your portfolio').click();
    await seeHeading(page, 'Overview');
    expect(problems).toEqual([]);
  });

  test('"Not now" leaves the data where it is, and it is not asked again', async () => {
    const raw = await openRaw(browser, site);
    await raw.evaluate((rows) => window.raw.createDatabase('WealthWise', window.raw.layout, rows), golden('1.0.0'));
    const before = dataOf(await dump(raw));
    const { page, problems } = await openApp(browser, site, 'upgrade');
    await button(page, /^Not now/).click();
    await seeHeading(page, 'Overview');
    await page.reload();
    await seeHeading(page, 'Overview');
    expect(dataOf(await dump(raw))).toEqual(before);
    expect(problems).toEqual([]);
  });
});

describe('10,000 assets', () => {
  test('are upgraded with true progress in far less than a minute', async () => {
    const seeding = await openHarness(browser, site);
    await seeding.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 20_000, seed: 2 }));
    await seeding.close();
    const { page, problems } = await openApp(browser, site, 'upgrade');
    await button(page, 'Upgrade now').waitFor();
    const seen: number[] = [];
    await page.exposeFunction('seeProgress', (value: number) => seen.push(value));
    await page.evaluate(() => {
      const look = () => {
        const bar = document.querySelector('progress');
        if (bar?.hasAttribute('value'))
          void (window as unknown as { seeProgress(value: number): void }).seeProgress(bar.position);
        requestAnimationFrame(look);
      };
      look();
    });
    const began = Date.now();
    await button(page, 'Upgrade now').click();
    await seeHeading(page, 'Your data is now at version 1.3.0', 60);
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(new Set(seen.map((value) => value.toFixed(2))).size).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  test('Cancel, clicked in the middle, leaves everything as it was', async () => {
    const looking = await openHarness(browser, site);
    await looking.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 20_000, seed: 2 }));
    const before = dataOf(await dump(looking));
    const { page, problems } = await openApp(browser, site, 'upgrade');
    await button(page, 'Upgrade now').click();
    await page.getByRole('heading', { level: 1, name: /^Upgrading to/ }).waitFor();
    await button(page, 'Cancel').click();
    await seeHeading(page, 'Cancelled. Nothing changed.');
    expect(dataOf(await dump(looking))).toEqual(before);
    expect(problems).toEqual([]);
  });
});
