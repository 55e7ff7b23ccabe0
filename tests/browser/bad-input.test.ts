import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApp, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { golden } from './support/golden';
import { openHarness } from './support/harness';
import { dump } from './support/raw';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let page: Page;

beforeEach(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
});
afterEach(() => browser.discard());

/** Opens the app on what lies there; the heading it shows, and proof that what lies there was left alone. */
async function shownAndLeftAlone(heading: string | RegExp): Promise<void> {
  const before = await dump(page);
  const { page: app, problems } = await openApp(browser, site);
  await seeHeading(app, heading);
  expect(problems).toEqual([]);
  await app.close();
  expect(await dump(page)).toEqual(before);
}

function refused(from = '1.0.0', to = '1.3.0') {
  return page.evaluate((options) => window.harness.migrate(options), { from, to });
}

describe('what lies under the app’s name is not what it should be', () => {
  test('data newer than the app', async () => {
    await page.evaluate(() =>
      window.raw.createDatabase(
        'WealthWise',
        {
          native: 990,
          stores: {
            _meta: { keyPath: 'key', indexes: [] },
            assets: { keyPath: 'id', indexes: [] },
            wonders: { keyPath: 'id', indexes: [] }
          }
        },
        { _meta: [{ key: 'sentinel', version: '9.9.0', native: 990 }], wonders: [{ id: 'kept' }] }
      )
    );
    await shownAndLeftAlone('Your data is newer than this app');
    expect(await refused()).toMatchObject({
      ok: false,
      code: 'incompatibleVersion',
      message: expect.stringContaining('9.9.0')
    });
  });

  test('a database of something else', async () => {
    await page.evaluate(() =>
      window.raw.createDatabase(
        'WealthWise',
        { native: 3, stores: { notes: { keyPath: 'id', indexes: [] } } },
        { notes: [{ id: 1 }] }
      )
    );
    await shownAndLeftAlone('This data is not from WealthWise');
    expect(await refused()).toMatchObject({ ok: false, code: 'incompatibleVersion' });
  });

  test('a missing store', async () => {
    await page.evaluate((rows) => {
      const { accounts, ...rest } = window.raw.layout.stores;
      void accounts;
      return window.raw.createDatabase('WealthWise', { native: 10, stores: rest }, { ...rows, accounts: [] });
    }, golden('1.0.0'));
    await shownAndLeftAlone('Your data is not in the expected order');
    expect(await refused()).toMatchObject({
      ok: false,
      code: 'corruptData',
      message: expect.stringContaining("'accounts'")
    });
  });

  test('a missing index', async () => {
    await page.evaluate((rows) => {
      const { assets, ...rest } = window.raw.layout.stores;
      return window.raw.createDatabase(
        'WealthWise',
        { native: 10, stores: { ...rest, assets: { keyPath: assets?.keyPath ?? 'id', indexes: [] } } },
        rows
      );
    }, golden('1.0.0'));
    await shownAndLeftAlone('Your data is not in the expected order');
    expect(await refused()).toMatchObject({
      ok: false,
      code: 'corruptData',
      message: expect.stringContaining('index')
    });
  });

  test('a later version without the mark that it was completed', async () => {
    await page.evaluate((rows) => window.harness.createFrom('1.2.0', rows), golden('1.2.0'));
    await page.evaluate(() => window.raw.editDatabase('WealthWise', { _meta: { remove: ['sentinel'] } }));
    await shownAndLeftAlone('The last upgrade could not be confirmed');
    expect(await refused('1.2.0')).toMatchObject({ ok: false, code: 'corruptData' });
  });
});

describe('a version that nobody knows', () => {
  test.each([
    ['1.0.0', '2.0.0', ['Version not supported: 2.0.0']],
    ['0.9.0', '1.3.0', ['Version not supported: 0.9.0']],
    ['one', '1.3', ['Invalid source version format: one', 'Invalid target version format: 1.3']],
    ['1.3.0', '1.0.0', ['Cannot migrate backwards or to same version']],
    ['1.3.0', '1.3.0', ['Cannot migrate backwards or to same version']]
  ])('from %s to %s', async (from, to, issues) => {
    const found = await page.evaluate(
      ([source, target]) => window.harness.migrationsWith({}).validateMigrationPath(source, target),
      [from, to] as const
    );
    expect(found).toEqual({ isValid: false, issues });
  });
});

describe('the version record disagrees with the database', () => {
  test('the database wins, the disagreement is logged, and the data can be upgraded', async () => {
    await page.evaluate((rows) => window.harness.createFrom('1.1.0', rows), golden('1.1.0'));
    const [version, status, log] = await page.evaluate(async () => {
      const migrations = window.harness.migrationsWith({});
      await migrations.setDataVersion('1.3.0');
      return [
        await migrations.getCurrentDataVersion(),
        await migrations.getMigrationStatus(),
        await migrations.getMigrationLogs()
      ] as const;
    });
    expect(version).toBe('1.1.0');
    expect(status).toMatchObject({ currentVersion: '1.1.0', migrationNeeded: true, versionsBehind: 2 });
    expect(log).toContain('The version record says 1.3.0, the database is at 1.1.0');
    expect((await refused('1.1.0')).ok).toBe(true);
  });

  test('without a database it is what the record says, and 1.0.0 without a record', async () => {
    const versions = await page.evaluate(async () => {
      const migrations = window.harness.migrationsWith({});
      const unset = await migrations.getCurrentDataVersion();
      await migrations.setDataVersion('1.2.0');
      return [unset, await migrations.getCurrentDataVersion()];
    });
    expect(versions).toEqual(['1.0.0', '1.2.0']);
    expect(await dump(page)).toBeNull();
  });
});
