import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../run/command.mjs';
import { serve } from '../run/serve.mjs';
import { Browser, removeProfile } from './support/browser';
import { withPicker } from './support/picked-folder';

const MB = 2 ** 20;
const bundle = join(root, '.cache', 'backup-page');
/** Where the code runs, and where the files lie: all that an engine with a private file system and one without can have. */
const sides = [
  ['page', 'opfs'],
  ['worker', 'opfs'],
  ['page', 'cache'],
  ['worker', 'cache'],
  ['page', 'folder'],
  ['worker', 'folder']
] as const;

let origin: string;
let close: () => Promise<void>;
let browser: Browser;
let page: Page;

async function open(of: Browser): Promise<Page> {
  const opened = await of.context.newPage();
  await opened.goto(`${origin}/__backup/`);
  await opened.waitForFunction(() => window.backup !== undefined);
  return opened;
}

/** Bytes that the origin may hold; null: what the browser allows. */
async function limit(of: Page, quotaSize: number | null): Promise<void> {
  const session = await browser.devTools(of);
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === null ? {} : { quotaSize }) });
}

beforeAll(async () => {
  await build({
    configFile: false,
    root: join(root, 'tests', 'browser', 'backup-page'),
    base: '/__backup/',
    logLevel: 'warn',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: bundle, emptyOutDir: true, target: 'es2022', minify: false }
  });
  const server = await serve({ mounts: { '/__backup/': bundle } });
  origin = server.url;
  close = () => server.close();
  browser = await Browser.launch();
  page = await open(browser);
});
afterAll(async () => {
  await browser.discard();
  await close();
});
beforeEach(() => limit(page, null));

test.each(sides)('on the %s, files in %s do what every place must', async (side, kind) => {
  const { checks, failed } = await page.evaluate(([s, k]) => window.backup[s].conform(k), [side, kind] as const);
  expect(failed).toEqual([]);
  expect(checks).toBeGreaterThan(7);
});

test('the private file system is chosen where there is one, else Cache Storage', async () => {
  const other = await open(browser);
  expect(await other.evaluate(() => window.backup.page.chosen(false))).toBe('opfs');
  expect(await other.evaluate(() => window.backup.page.chosen(true))).toBe('cache');
  await other.close();
});

test.each(sides)(
  'on the %s, a backup in %s is a JSON document that holds the source, verified and listed',
  async (side, kind) => {
    const done = await page.evaluate(([s, k]) => window.backup[s].roundTrip(k, 12_345), [side, kind] as const);
    expect(done.same).toBe(true);
    expect(done.info).toMatchObject({ place: kind, counts: { things: 12_345 } });
    expect(done.verified).toMatchObject({ ok: true, rows: 12_345, depth: 'full' });
    expect([done.listed, done.left]).toEqual([true, ['manifest.json']]);
  }
);

test.each(['page', 'worker'] as const)(
  'on the %s, a backup is the same file with a helper, without one, and with one that does not start',
  async (side) => {
    const { helped, alone, gone } = await page.evaluate((s) => window.backup[s].withAndWithoutHelper(30_000), side);
    expect(helped.started).toBe(1);
    expect(alone).toEqual(helped);
    expect(gone).toEqual(helped);
  }
);

test.each(sides)(
  'on the %s, the ballast in %s is refused where the quota ends, and leaves nothing',
  async (side, kind) => {
    const probe = (bytes: number) =>
      page.evaluate(([s, k, b]) => window.backup[s].probe(k, b), [side, kind, bytes] as const);
    const before = await page.evaluate((k) => window.backup.page.everything(k), kind);
    expect(await probe(48 * MB)).toEqual({ enough: true, available: 48 * MB });
    await limit(page, 40 * MB);
    const refused = await probe(100 * MB);
    expect(refused.enough).toBe(false);
    expect(refused.available).toBeGreaterThanOrEqual(16 * MB);
    expect(refused.available).toBeLessThanOrEqual(40 * MB);
    expect(await probe(8 * MB)).toEqual({ enough: true, available: 8 * MB });
    expect(await page.evaluate((k) => window.backup.page.everything(k), kind)).toEqual(before);
  }
);

test.each(sides)(
  'on the %s, a quota that ends in the middle of a backup in %s leaves nothing of it',
  async (side, kind) => {
    const before = await page.evaluate((k) => window.backup.page.everything(k), kind);
    await limit(page, 6 * MB);
    const failure = await page.evaluate(([s, k]) => window.backup[s].tryBackup(k, 20_000, 1000), [side, kind] as const);
    expect(failure).toMatchObject({ code: 'insufficientStorage', message: 'Insufficient storage space for migration' });
    const [space] = failure?.details as [{ needed: number; available: number }];
    expect(space.needed).toBeGreaterThan(8 * MB);
    expect(space.available).toBeLessThan(8 * MB);
    expect(await page.evaluate((k) => window.backup.page.everything(k), kind)).toEqual(before);
  }
);

describe('a browser that is killed', () => {
  test.each(sides)(
    'while the %s writes to %s leaves the old file, and leftovers that are swept',
    async (side, kind) => {
      const victim = await Browser.launch();
      const doomed = await open(victim);
      await doomed.evaluate((k) => window.backup.page.put(k, 'a.json', 'old'), kind);
      await doomed.evaluate(([s, k]) => window.backup[s].beginAndStop(k, 'a.json'), [side, kind] as const);
      await doomed.evaluate((k) => window.backup.page.beginAndStop(k, 'b.json'), kind);
      await victim.kill();

      const again = await Browser.launch({ profile: victim.profile });
      const healed = await open(again);
      expect(await healed.evaluate((k) => window.backup.page.list(k), kind)).toEqual(['a.json']);
      expect(await healed.evaluate((k) => window.backup.page.text(k, 'a.json'), kind)).toBe('old');
      const everything = () => healed.evaluate((k) => window.backup.page.everything(k), kind);
      const left = await everything();
      await healed.evaluate((k) => window.backup.page.sweep(k, 'c'), kind);
      expect(await everything()).toEqual(left);
      await healed.evaluate((k) => window.backup.page.sweep(k, ''), kind);
      const swept = await everything();
      console.log(`${side}, ${kind}: ${left.join(', ')} → ${swept.join(', ')}`);
      expect(left.length).toBeGreaterThan(swept.length);
      expect(swept).toHaveLength(kind === 'cache' ? 2 : 1);
      expect(await healed.evaluate((k) => window.backup.page.text(k, 'a.json'), kind)).toBe('old');
      await again.close();
      await removeProfile(victim.profile);
    }
  );
});

test.each(['opfs', 'cache'] as const)('the witness in %s is the last one written', async (kind) => {
  const seen = { version: '1.0.0', sequence: 2, counts: { assets: 3 }, at: '2026-02-28T09:05:00.000Z' };
  const witness = (value: typeof seen | null) =>
    page.evaluate(([k, w]) => window.backup.worker.witness(k, w), [kind, value] as const);
  expect(await witness(null)).toBeNull();
  expect(await witness({ ...seen, sequence: 1 })).toEqual({ ...seen, sequence: 1 });
  expect(await witness(seen)).toEqual(seen);
  expect(await page.evaluate(() => window.backup.page.estimate())).toBeGreaterThan(MB);
});

describe('a folder of the owner', () => {
  test('on the page, does what every place must where files cannot be moved', async () => {
    expect(await page.evaluate(() => window.backup.page.conformWithoutMoves())).toEqual({ failed: [], left: [] });
  });

  test('a folder in it does what every place must, and leaves what lies beside it alone', async () => {
    expect(await page.evaluate(() => window.backup.page.conformInside())).toEqual({
      failed: [],
      outer: ['attachments'],
      inner: ['id.digest']
    });
  });

  test('on a disk, does what every place must, and so does a folder in it', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'wealthwise-folder-'));
    let picking = await Browser.launch();
    try {
      picking = await withPicker(picking, `${origin}/__backup/`, disk);
      const there = await open(picking);
      expect(await there.evaluate(() => window.backup.page.conformPicked(null))).toEqual([]);
      expect(await readdir(disk)).toEqual(['kept.json']);
      expect(await there.evaluate(() => window.backup.page.conformPicked('attachments'))).toEqual([]);
      expect((await readdir(disk, { recursive: true })).toSorted()).toEqual([
        'attachments',
        'attachments/kept.json',
        'kept.json'
      ]);
    } finally {
      await picking.discard();
      await rm(disk, { recursive: true, force: true });
    }
  });

  test('shows nothing of a file whose naming was cut off by a kill, and is swept', async () => {
    const victim = await Browser.launch();
    const doomed = await open(victim);
    await doomed.evaluate(() => window.backup.page.put('folder', 'whole.json', 'whole'));
    await doomed.evaluate(() => window.backup.page.stopWhileNaming('cut.json'));
    await victim.kill();
    const again = await Browser.launch({ profile: victim.profile });
    const healed = await open(again);
    const everything = () => healed.evaluate(() => window.backup.page.everything('folder'));
    const left = await everything();
    expect(left.filter((name) => name.startsWith('cut.json')).length).toBeGreaterThan(1);
    expect(await healed.evaluate(() => window.backup.page.list('folder'))).toEqual(['whole.json']);
    expect(await healed.evaluate(() => window.backup.page.text('folder', 'cut.json'))).toBeNull();
    await healed.evaluate(() => window.backup.page.sweep('folder', 'cut'));
    expect(await everything()).toEqual(['whole.json']);
    await again.close();
    await removeProfile(victim.profile);
  });

  test('is not available until the person allows it again, and says so', async () => {
    const { before, refused, afterRefusal, allowed, after } = await page.evaluate(() =>
      window.backup.page.permission()
    );
    expect(before).toEqual(Array(5).fill('cloudFolderNotAvailable permission'));
    expect([refused, allowed]).toEqual([false, true]);
    expect(afterRefusal).toEqual(before);
    expect(after).toEqual(Array(5).fill('done'));
  });

  test('that was deleted is not available, and is not made anew', async () => {
    const { before, after, message, reconnected } = await page.evaluate(() => window.backup.page.gone());
    expect(before).toEqual(Array(5).fill('done'));
    expect(after).toEqual(Array(5).fill('cloudFolderNotAvailable missing'));
    expect(message).toMatch(/^Backup folder not available: "for a while" was moved.*choose the folder anew$/);
    expect(reconnected).toBe('cloudFolderNotAvailable');
  });

  test.each(['page', 'worker'] as const)('on the %s, gets a copy that is read back from there', async (side) => {
    expect(await page.evaluate((s) => window.backup[s].copyToFolder(12_345), side)).toEqual({
      before: [],
      same: true,
      place: 'folder',
      listed: [true]
    });
  });

  test('is remembered until it is forgotten', async () => {
    const found = await page.evaluate(() => window.backup.page.remembering());
    expect(found).toEqual({ before: null, same: true, after: null, sameOwner: true });
  });

  test('keeps what other programs left there', async () => {
    expect(await page.evaluate(() => window.backup.page.sweepBesideOthers())).toEqual([
      'budget.xlsx.part',
      'empty.txt'
    ]);
  });
});
