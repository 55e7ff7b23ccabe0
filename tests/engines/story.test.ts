/** One person's story, the same in every engine: from the first start over an upgrade and a loss to a start without a network. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useSite } from '../browser/support/site';
import { firstAsset, loseDatabases, standOf, type Stand } from './database';
import { chromium } from './drivers/chromium';
import { firefox } from './drivers/firefox';
import { webkit } from './drivers/webkit';
import { featuresOf } from './features';
import { PersonWindow } from './person';
import type { DriverBrowser } from './port';
import { asset, data, firstRun, list, paths, recovery, rollback, upgrade } from './screens';

const site = useSite();
const wanted = (process.env.ENGINES ?? '').split(',').filter((engine) => engine !== '');
const drivers = [chromium, firefox, webkit].filter(
  ({ engine }) => wanted.length === 0 || wanted.includes(engine.toLowerCase())
);

/** No version after 1.0.0 names them, so they must stay as they are, byte for byte. */
const untouched = ['prices', 'fxRates', 'transactions'] as const;

describe.each(drivers)('$engine', ({ launch }) => {
  let browser: DriverBrowser;
  let app: PersonWindow;
  let raw: PersonWindow;
  let id: string;
  let atFirst: Stand;
  let upgraded: Stand;

  beforeAll(async () => {
    browser = await launch();
    raw = await PersonWindow.open(browser, site.raw);
    app = await PersonWindow.open(browser, site.url);
    console.log(browser.version, await featuresOf(raw));
  });
  afterAll(() => browser?.close());

  // One story: after a part that failed the rest would only wait in vain.
  let failed = false;
  beforeEach(({ onTestFailed }) => {
    if (failed) throw new Error('An earlier part of the story has failed.');
    onTestFailed(() => void (failed = true));
  });

  test('a first run says so, and makes a sample at data version 1.0.0', async () => {
    await app.see(firstRun.shown);
    await app.click(firstRun.hundredAssets);
    await app.choose(firstRun.version, '1.0.0');
    await app.click(firstRun.begin);
    await app.see(list.shown);
    await app.see(list.atVersion('1.0.0'));
    atFirst = await standOf(raw);
    expect(atFirst.native).toBe(10);
    expect(atFirst.counts).toMatchObject({ assets: 100 });
    id = await firstAsset(raw);
  });

  test('an asset is edited at data version 1.0.0, and keeps it', async () => {
    await edit(app, 'written at 1.0.0');
    expect(await notesIn(app)).toBe('written at 1.0.0');
    atFirst = await standOf(raw);
  });

  test('the upgrade is done by clicks; another window follows by itself', async () => {
    const other = await PersonWindow.open(browser, site.url + paths.list);
    await other.see(list.atVersion('1.0.0'));
    await app.goto(site.url + paths.upgrade);
    await app.see(upgrade.shown);
    await app.click(upgrade.start);
    await app.see(upgrade.done, 60);
    await app.see(upgrade.sameFigures);
    await other.see(list.atVersion('1.3.0'));
    await other.close();
    upgraded = await standOf(raw);
    expect(upgraded.native).toBe(40);
    for (const store of untouched) expect(upgraded.digests[store]).toBe(atFirst.digests[store]);
  });

  test('an edit in one window is seen in the other', async () => {
    const other = await PersonWindow.open(browser, site.url + paths.asset(id));
    expect(await other.valueOf(asset.notes)).toBe('written at 1.0.0');
    await edit(app, 'written at 1.3.0');
    await expect.poll(() => other.valueOf(asset.notes), { timeout: 20_000 }).toBe('written at 1.3.0');
    await other.close();
  });

  test('a backup is made, read back, and handed out as a file; all is found sound', async () => {
    await app.goto(site.url + paths.data);
    await app.see(data.shown);
    await app.click(data.backUp);
    await app.see(data.backedUp);
    await app.click(data.check);
    await app.see(data.sound);
    const named = await app.run(() => document.body.textContent?.match(/WealthWise_Backup_[\d_-]+\.json\.gz/g) ?? []);
    const newest = named.toSorted().at(-1) ?? '';
    const file = await app.run(async (name) => {
      const response = await fetch(`/backups/${name}`);
      const inflated = response.body?.pipeThrough(new DecompressionStream('gzip'));
      const snapshot = JSON.parse(await new Response(inflated).text()) as { header: { dataVersion: string } };
      return {
        disposition: response.headers.get('content-disposition'),
        version: snapshot.header.dataVersion
      };
    }, newest);
    expect(file).toEqual({ disposition: `attachment; filename="${newest}"`, version: '1.3.0' });
  });

  test('a rollback goes back to 1.0.0 with what was edited since, and is upgraded again', async () => {
    await app.goto(site.url + paths.rollback);
    await app.click(rollback.to('1.0.0'));
    await app.click(rollback.goBack('1.0.0'));
    await app.see(rollback.done('1.0.0'), 60);
    const back = await standOf(raw);
    expect(back.native).toBe(10);
    expect(back.counts['assets']).toBe(atFirst.counts['assets']);
    for (const store of untouched) expect(back.digests[store]).toBe(atFirst.digests[store]);
    expect(await notesIn(app)).toBe('written at 1.3.0');
    await app.goto(site.url + paths.upgrade);
    await app.click(upgrade.start);
    await app.see(upgrade.done, 60);
    await edit(app, 'written before the loss');
    await app.goto(site.url + paths.data);
    await app.click(data.backUp);
    await app.see(data.backedUp);
    upgraded = await standOf(raw);
  });

  test('all databases are lost: the backups are offered, and bring back the same', async () => {
    await app.goto(site.raw);
    expect((await loseDatabases(raw)).length).toBeGreaterThan(1);
    expect((await standOf(raw)).native).toBe(0);
    await app.goto(site.url);
    await app.see(recovery.shown);
    await app.click(recovery.look);
    await app.see(recovery.preview);
    await app.click(recovery.restore);
    await app.see(recovery.done, 60);
    expect(await standOf(raw)).toEqual(upgraded);
  });

  test('without a network every page opens, and an edit is kept', async () => {
    await app.run(async () => void (await navigator.serviceWorker.ready));
    await site.cut();
    try {
      await app.goto(site.url + paths.list);
      await app.reload();
      await app.see(list.shown);
      await app.goto(site.url + paths.data);
      await app.see(data.shown);
      await edit(app, 'written without a network');
      expect(await notesIn(app)).toBe('written without a network');
    } finally {
      await site.mend();
    }
  });

  /** Read again from disk, on a page that is loaded anew. */
  async function notesIn(window: PersonWindow): Promise<string> {
    await window.goto(site.url + paths.asset(id));
    return window.valueOf(asset.notes);
  }

  async function edit(window: PersonWindow, notes: string): Promise<void> {
    await window.goto(site.url + paths.asset(id));
    await window.fill(asset.notes, notes);
    await window.click(asset.save);
    await window.see(asset.saved);
  }
});
