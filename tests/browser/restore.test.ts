/** Restore and rollback in the browser: after a loss, on another device, from damaged files, killed, and without room. */
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser, copyProfile, delay, removeProfile } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { chooseSeed, randomFrom } from './support/random';
import { useSite } from './support/site';

/** Few here; the long suite asks for many. */
const kills = Number(process.env.KILLS ?? 1);
const rooms = process.env.KILLS === undefined ? [0, 4_000_000] : [0, 1_500_000, 4_000_000, 8_000_000];
const seed = chooseSeed(`${kills} kills each of backup, restore and rollback`);
const instant = '2026-02-03T04:05:06.789Z';
const site = useSite();

type Fingerprint = Awaited<ReturnType<typeof fingerprint>>;

const backUp = (page: Page) => page.evaluate(() => window.harness.migrationsWith({}).createDataBackup('for the test'));
const addAsset = (page: Page) =>
  page.evaluate(async () => {
    const { history, environmentWith, openDataset, inspectDatabase } = window.harness;
    const found = await inspectDatabase(history, environmentWith({}));
    if (found.kind !== 'supported') throw new Error(found.kind);
    const dataset = await openDataset(history, environmentWith({}), found.version);
    const asset = (await dataset.table('assets').toCollection().first()) as Record<string, unknown>;
    await dataset.table('assets').put({ ...asset, name: 'Edited since the backup' });
    dataset.close();
  });

describe('after a loss', () => {
  let browser: Browser;
  let page: Page;
  let before: Fingerprint;

  beforeEach(async () => {
    browser = await Browser.launch();
    page = await openHarness(browser, site);
    await page.evaluate(() => window.harness.createSample({ assets: 500, transactions: 1000, seed: 5 }));
    before = await fingerprint(page);
    expect(before.native).toBe(10);
    await backUp(page);
  });
  afterEach(() => browser.discard());

  test('of every database of this origin: the backup brings back the same digests', async () => {
    const tools = await browser.devTools(page);
    const { origin } = new URL(site.url);
    await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await page.close();
    page = await openHarness(browser, site);
    expect((await fingerprint(page)).native).toBe(0);
    const outcome = await page.evaluate(() => window.harness.restore({ keepVersion: true }));
    expect(outcome).toMatchObject({ ok: true, result: { outcome: 'restored', backup: null } });
    expect(await fingerprint(page)).toEqual(before);
  });

  test('of the whole device: a downloaded file brings it back in a fresh profile', async () => {
    const bytes = await page.evaluate(async () => {
      const { backups } = window.harness.environmentWith({});
      const [info] = await backups.list();
      return [...new Uint8Array(await (await backups.open(info?.id ?? '')).arrayBuffer())];
    });
    const other = await Browser.launch();
    try {
      const there = await openHarness(other, site);
      expect((await fingerprint(there)).native).toBe(0);
      const outcome = await there.evaluate((file) => window.harness.restore({ bytes: file, keepVersion: true }), bytes);
      expect(outcome).toMatchObject({ ok: true });
      expect(await fingerprint(there)).toEqual(before);
    } finally {
      await other.discard();
    }
  });

  test.each(['flipped', 'cut'] as const)('when the files of the database are %s', async (how) => {
    await browser.close();
    const random = randomFrom(seed);
    const damaged = await damage(browser.profile, how, random);
    expect(damaged).toBeGreaterThan(0);
    browser = await Browser.launch({ profile: browser.profile });
    page = await openHarness(browser, site);
    const found = await page
      .evaluate(() => window.harness.inspectDatabase(window.harness.history, window.harness.environmentWith({})))
      .catch((error: unknown) => ({ kind: String(error) }));
    console.log(`${damaged} files ${how}: the database is ${found.kind}`);
    await page.evaluate(() => window.harness.settle()).catch(() => undefined);
    const outcome = await page.evaluate(() => window.harness.restore({ keepVersion: true }));
    expect(outcome).toMatchObject({ ok: true });
    expect(await fingerprint(page)).toEqual(before);
  });
});

/** Spoils every file of the origin's databases; the backups lie elsewhere. @returns how many. */
async function damage(profile: string, how: 'flipped' | 'cut', random: () => number): Promise<number> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const names = await readdir(folder, { recursive: true });
  let count = 0;
  // LevelDB's logs and tables; SQLite's files bear names of 52 letters and digits, and those of their logs.
  for (const name of names.filter((path) => /\.(log|ldb)$|MANIFEST|[A-Z2-7]{52}(-wal|-journal)?$/.test(path))) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (size < 64) continue;
    const file = await open(path, 'r+');
    if (how === 'cut') await file.truncate(Math.floor(size * (0.2 + random() * 0.5)));
    else {
      for (let at = 0; at < 40; at++) {
        const position = Math.floor(random() * size);
        await file.write(new Uint8Array([Math.floor(random() * 256)]), 0, 1, position);
      }
    }
    await file.close();
    count++;
  }
  return count;
}

describe('killed', () => {
  const works = {
    backup: {
      run: (page: Page) => page.evaluate(() => window.harness.migrationsWith({}).createDataBackup('again')),
      natives: [40, 40]
    },
    restore: {
      run: (page: Page) => page.evaluate((options) => window.harness.restore(options), { id: 'oldest', instant }),
      natives: [40, 40]
    },
    rollback: {
      run: (page: Page) => page.evaluate((options) => window.harness.rollBack(options), { to: '1.0.0', instant }),
      natives: [40, 10]
    }
  } as const;
  let profile: string;
  let before: Fingerprint;

  /** Data at 1.3.0, edited, with a backup of 1.0.0 from before the upgrade and one of 1.3.0. */
  beforeAll(async () => {
    const seeding = await Browser.launch();
    profile = seeding.profile;
    const page = await openHarness(seeding, site);
    await page.evaluate(() => window.harness.createSample({ assets: 4000, transactions: 8000, seed: 7 }));
    const upgraded = await page.evaluate((options) => window.harness.migrate(options), {
      from: '1.0.0',
      to: '1.3.0',
      instant
    });
    expect(upgraded.ok).toBe(true);
    await addAsset(page);
    before = await fingerprint(page);
    await seeding.close();
  });
  afterAll(() => removeProfile(profile));

  describe.each(Object.keys(works) as (keyof typeof works)[])('in the middle of a %s', (name) => {
    const { run, natives } = works[name];
    let total = 0;
    let after: Fingerprint;

    beforeAll(async () => {
      const whole = await Browser.launch({ profile: await copyProfile(profile) });
      const page = await openHarness(whole, site);
      const began = Date.now();
      await run(page);
      total = Date.now() - began;
      await page.evaluate(() => window.harness.settle());
      after = await fingerprint(page);
      expect(before.native).toBe(natives[0]);
      expect(after.native).toBe(natives[1]);
      if (name === 'backup') expect(after).toEqual(before);
      else expect(after).not.toEqual(before);
      await whole.discard();
    });

    test.each(Array.from({ length: kills }, (_, kill) => kill))(
      'kill %i: the old data or the new, whole',
      async (kill) => {
        const random = randomFrom(seed + kill);
        // Every second kill falls around the switch, the others anywhere.
        const when = total * (kill % 2 === 1 ? 0.85 + random() * 0.25 : random());
        const victim = await Browser.launch({ profile: await copyProfile(profile) });
        const page = await openHarness(victim, site);
        const working = run(page).catch(() => null);
        await delay(when);
        await victim.kill();
        await working;

        const again = await Browser.launch({ profile: victim.profile });
        try {
          const next = await openHarness(again, site);
          await next.evaluate(() => window.harness.settle());
          const found = await fingerprint(next);
          console.log(`kill ${kill} in the ${name} after ${when.toFixed(0)} ms: native version ${found.native}`);
          expect(found).toEqual(JSON.stringify(found) === JSON.stringify(after) ? after : before);
          // Nothing half built is left, and no backup that is listed is broken.
          const left = await next.evaluate(async () => {
            const names = (await indexedDB.databases()).map(({ name: of }) => of ?? '');
            const { backups } = window.harness.environmentWith({});
            const listed = await Promise.all((await backups.list()).map(({ id }) => backups.verify(id)));
            return {
              databases: names.filter((of) => /^WealthWise(_G\d+)?$/.test(of)),
              whole: listed.every(({ ok }) => ok),
              backups: listed.length
            };
          });
          expect(left.databases).toHaveLength(1);
          expect(left.whole).toBe(true);
          expect(left.backups).toBeGreaterThanOrEqual(1);
        } finally {
          await again.discard();
        }
      }
    );
  });
});

describe('without room', () => {
  let browser: Browser;
  let page: Page;

  beforeEach(async () => {
    browser = await Browser.launch();
    page = await openHarness(browser, site);
    await page.evaluate(() => window.harness.createSample({ assets: 4000, transactions: 8000, seed: 3 }));
    await backUp(page);
    await addAsset(page);
    // Chromium remembers from one commit to the next how much room there was: the limit is set before the first of a run.
    await browser.close();
    browser = await Browser.launch({ profile: browser.profile });
    page = await openHarness(browser, site);
  });
  afterEach(() => browser.discard());

  test.each(rooms)('%i bytes left: says so, and the data is as it was', async (room) => {
    const before = await fingerprint(page);
    const tools = await browser.devTools(page);
    const { origin } = new URL(site.url);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + room });
    const outcome = await page.evaluate(() => window.harness.restore({ space: 'unlimited' }));
    expect(outcome).toMatchObject({ ok: false, code: 'insufficientStorage' });
    await tools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.evaluate(() => window.harness.settle());
    expect(await fingerprint(page)).toEqual(before);
    expect(await page.evaluate(() => window.harness.restore({ keepVersion: true }))).toMatchObject({ ok: true });
  });
});
