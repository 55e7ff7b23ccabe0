import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { button, openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { useSite } from './support/site';

const site = useSite();
const run = { from: '1.0.0', to: '1.3.0' } as const;
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
});
afterAll(() => browser.discard());
beforeEach(async () => {
  for (const open of browser.context.pages()) if (open.url() !== 'about:blank') await open.close();
  const page = await openHarness(browser, site);
  await page.evaluate(() => window.harness.clearEverything());
  await page.evaluate(() => window.harness.createSample({ assets: 2000, transactions: 3000, seed: 5 }));
  await page.close();
});

test('two engines that start at once: one migrates, the other is told that one is running', async () => {
  const windows = [await openHarness(browser, site), await openHarness(browser, site)];
  const outcomes = await Promise.all(
    windows.map((page) => page.evaluate((options) => window.harness.migrate(options), run))
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    code: 'migrationInProgress',
    message: 'Migration already in progress'
  });

  const [page] = windows;
  const history = await page?.evaluate(() => window.harness.migrationsWith({}).getMigrationHistory());
  expect(history?.filter(({ outcome }) => outcome === 'completed')).toHaveLength(1);
  expect(await page?.evaluate(async () => (await window.harness.migrationsWith({}).listBackups()).length)).toBe(1);
});

test('a window that crashes while it migrates leaves no lock behind', async () => {
  const first = await openHarness(browser, site);
  const second = await openHarness(browser, site);
  const before = await fingerprint(second);
  const started = first.evaluate(
    (options) =>
      new Promise<string>((resolve) => {
        const { migrationsWith } = window.harness;
        const migrations = migrationsWith({});
        void migrations.executeMigration(migrations.getMigrationPlan(options.from, options.to), (fraction) => {
          if (fraction > 0.3) resolve('in the transaction');
        });
      }),
    run
  );
  expect(await started).toBe('in the transaction');
  const tools = await browser.devTools(first);
  await Promise.race([tools.send('Page.crash').catch(() => undefined), first.waitForEvent('crash')]);
  expect(await fingerprint(second)).toEqual(before);
  const outcome = await second.evaluate((options) => window.harness.migrate(options), run);
  expect(outcome.ok).toBe(true);
});

test('two windows of the app, both clicked at once: both end with the upgraded portfolio', async () => {
  const first = await openApp(browser, site, 'upgrade');
  const second = await openApp(browser, site, 'upgrade');
  await Promise.all([first, second].map(({ page }) => button(page, 'Upgrade now').waitFor()));
  await Promise.all(
    [first, second].map(({ page }) =>
      button(page, 'Upgrade now')
        .click({ timeout: 5000 })
        .catch(() => undefined)
    )
  );
  const ended =
    /^(Your data is now at version 1\.3\.0|Nothing to upgrade|Your portfolio|Overview|Another window is upgrading already)/;
  for (const { page } of [first, second]) await seeHeading(page, ended, 60);

  const looking = await openHarness(browser, site);
  expect((await fingerprint(looking)).native).toBe(40);
  const history = await looking.evaluate(() => window.harness.migrationsWith({}).getMigrationHistory());
  expect(history.map(({ outcome }) => outcome)).toEqual(['completed']);
  expect([...first.problems, ...second.problems]).toEqual([]);
});
