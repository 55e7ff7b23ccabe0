import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from './support/browser';
import { golden, goldenInstant, goldenLines, goldenVersions } from './support/golden';
import { dataOf, openHarness, shapeOf } from './support/harness';
import { dump } from './support/raw';
import { useSite } from './support/site';

const site = useSite();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await Browser.launch();
  page = await openHarness(browser, site);
});
afterAll(() => browser.discard());
beforeEach(() => page.evaluate(() => window.harness.clearEverything()));

const pairs = goldenVersions.flatMap((from, index) => goldenVersions.slice(index + 1).map((to) => [from, to] as const));

test('the golden databases are those of all supported versions', async () => {
  expect(await page.evaluate(() => window.harness.history.versions.map(({ version }) => version))).toEqual(
    goldenVersions
  );
});

describe.each(pairs)('from %s to %s', (from, to) => {
  test.each(['direct', 'incremental'] as const)('%s: the golden database, row by row', async (path) => {
    await page.evaluate(([version, rows]) => window.harness.createFrom(version, rows), [from, golden(from)] as const);
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      from,
      to,
      path,
      instant: goldenInstant
    });
    expect(outcome).toMatchObject({ ok: true, result: { outcome: 'completed', fromVersion: from, toVersion: to } });
    const migrated = await dump(page);
    expect(dataOf(migrated)).toEqual(goldenLines(to));

    // A database that was made at that version has the same stores, keys and indexes.
    await page.evaluate(() => window.harness.clearEverything());
    await page.evaluate((version) => window.harness.createFrom(version, {}), to);
    expect(shapeOf(migrated)).toEqual(shapeOf(await dump(page)));
  });
});

describe('what the report says', () => {
  test('every step was run, every figure is conserved, and the backup is verified', async () => {
    await page.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      from: '1.0.0',
      to: '1.3.0',
      instant: goldenInstant
    });
    if (!outcome.ok) throw new Error(outcome.message);
    const { steps, conserved, backup } = outcome.result;
    expect(steps.map(({ state }) => state)).toEqual(steps.map(() => 'done'));
    expect(conserved.length).toBeGreaterThan(0);
    expect(conserved.filter(({ before, after }) => before !== after)).toEqual([]);
    const verification = await page.evaluate(
      (id) => window.harness.migrationsWith({}).verifyBackup(id),
      backup?.id ?? ''
    );
    expect(verification).toMatchObject({ ok: true, problems: [], depth: 'full' });
  });

  test('damage found on reading back is told, and blocks writing', async () => {
    await page.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      from: '1.0.0',
      to: '1.3.0',
      misread: ['transactions']
    });
    expect(outcome).toMatchObject({ ok: false, code: 'corruptData' });
    const opened = await page.evaluate(() => {
      const { history, environmentWith, openDataset } = window.harness;
      return openDataset(history, environmentWith({}), '1.3.0').then(
        () => 'opened',
        (error: Error) => error.message
      );
    });
    expect(opened).toContain('nothing is written until you have decided');
  });
});

describe('nothing there', () => {
  test('an empty database is brought to every later version, and stays empty', async () => {
    await page.evaluate(() => window.harness.createFrom('1.0.0', {}));
    const outcome = await page.evaluate((options) => window.harness.migrate(options), { from: '1.0.0', to: '1.3.0' });
    expect(outcome.ok).toBe(true);
    const after = await dump(page);
    expect(after?.native).toBe(40);
    expect(Object.values(dataOf(after)).flat()).toEqual([]);
  });

  test('without a database an empty one is made at the target', async () => {
    expect(await dump(page)).toBeNull();
    const outcome = await page.evaluate((options) => window.harness.migrate(options), { from: '1.0.0', to: '1.2.0' });
    expect(outcome).toMatchObject({ ok: true, result: { backup: null, toVersion: '1.2.0' } });
    expect((await dump(page))?.native).toBe(30);
  });
});

describe('corrupt rows', () => {
  beforeEach(async () => {
    await page.evaluate((rows) => window.harness.createFrom('1.0.0', rows), golden('1.0.0'));
    await page.evaluate(() =>
      window.raw.editDatabase('WealthWise', {
        assets: { put: [{ id: '00000000-0000-4000-8000-00000000bad1', name: 'No country, no amount' }] },
        accounts: { put: [{ id: '00000000-0000-4000-8000-00000000bad2', name: 5 }] }
      })
    );
  });
  const run = { from: '1.0.0', to: '1.3.0', instant: goldenInstant } as const;

  test('stop it before anything is written, with a list of what and why', async () => {
    const before = await dump(page);
    const outcome = await page.evaluate((options) => window.harness.migrate(options), run);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'corruptData',
      message: expect.stringMatching(/^Data corruption detected: /)
    });
    const details = (outcome.ok ? [] : outcome.details) as readonly {
      store: string;
      key: unknown;
      field: string;
      reason: string;
    }[];
    expect(new Set(details.map(({ store, key }) => `${store}/${String(key)}`))).toEqual(
      new Set(['assets/00000000-0000-4000-8000-00000000bad1', 'accounts/00000000-0000-4000-8000-00000000bad2'])
    );
    for (const { field, reason } of details) expect([field, reason]).not.toContain('');
    expect(await dump(page)).toEqual(before);
  });

  test('are moved to quarantine whole, when the person says so, and the rest is as if they had not been there', async () => {
    const outcome = await page.evaluate((options) => window.harness.migrate(options), {
      ...run,
      invalidRows: 'quarantine' as const
    });
    const { quarantine, ...rest } = dataOf(await dump(page));
    const { quarantine: expected = [], ...others } = goldenLines('1.3.0');
    // Besides the two there are the old document texts that become no document.
    expect(outcome).toMatchObject({ ok: true, result: { quarantined: expected.length + 2 } });
    expect(rest).toEqual(others);
    expect(quarantine).toHaveLength(expected.length + 2);
    const rows = await page.evaluate(() => window.harness.migrationsWith({}).listQuarantine());
    expect(rows.map(({ row }) => row)).toContainEqual({
      id: '00000000-0000-4000-8000-00000000bad1',
      name: 'No country, no amount'
    });
  });
});
