/**
 * A disk that is truly full: the browser's profile lies on a small file system of its own. Needs the right to mount one
 * (root on Linux).
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser, delay } from '../browser/support/browser';
import { fingerprint, openHarness } from '../browser/support/harness';
import { useSite } from '../browser/support/site';

const MB = 2 ** 20;
const site = useSite();
let disk: string;
let browser: Browser;
let page: Page;
let before: Awaited<ReturnType<typeof fingerprint>>;

async function start(): Promise<void> {
  browser = await Browser.launch({ profile: join(disk, 'profile') });
  page = await openHarness(browser, site);
}

/** The result of `act`, with so many bytes free all the while: what the browser tidies up behind its start is taken too. */
async function withRoom<T>(room: number, act: () => Promise<T>): Promise<T> {
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(disk);
    try {
      appendFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error; // The browser was faster.
    }
  };
  const filling = setInterval(fill, 20);
  try {
    await delay(2000);
    return await act();
  } finally {
    clearInterval(filling);
  }
}

beforeEach(async () => {
  disk = mkdtempSync(join(tmpdir(), 'wealthwise-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`This test fills a file system of its own, and may not mount one here: ${String(error)}`);
  }
  await start();
  await page.evaluate(() => window.harness.createSample({ assets: 3000, transactions: 6000, seed: 3 }));
  await page.evaluate(() => window.harness.migrationsWith({}).createDataBackup('before the disk is full'));
  before = await fingerprint(page);
  await browser.close();
  await start();
});
afterEach(async () => {
  await browser.close().catch(() => undefined);
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/**
 * With room again, what is there is what was there, and the backup brings it back. Not so where private files are written
 * through `createWritable`, as on a page: then Chromium empties the origin, in about half of the runs.
 * `databaseMayGo`: a LevelDB that meets the end of the disk itself may be given up by the browser.
 */
async function nothingIsLost(databaseMayGo = false): Promise<void> {
  rmSync(join(disk, 'ballast'), { force: true });
  await browser.close();
  await start();
  await page.evaluate(() => window.harness.settle());
  const found = await fingerprint(page);
  if (!databaseMayGo || found.native > 0) expect(found).toEqual(before);
  const backups = await page.evaluate(() => window.harness.migrationsWith({}).listBackups());
  const kept = backups.find(({ reason }) => reason === 'before the disk is full');
  expect(kept).toMatchObject({ verifiedAt: expect.any(String) as string });
  const outcome = await page.evaluate(
    (id) => window.harness.inWorker('restore', { id, keepVersion: true }),
    kept?.id ?? ''
  );
  expect(outcome.ok ? 'restored' : outcome.message).toBe('restored');
  expect(await fingerprint(page)).toEqual(before);
}

test.each([0, 1, 4])('a backup with %d MB left: refused with words, nothing half made, nothing lost', async (left) => {
  const outcome = await withRoom(left * MB, () =>
    page.evaluate(() => window.harness.inWorker('backUp', 'on a full disk'))
  );
  if (!outcome.ok) expect(['insufficientStorage', 'backupFailed']).toContain(outcome.code);
  if (left === 0) expect(outcome.ok).toBe(false);
  await nothingIsLost();
});

test.each([0.2, 2, 6])('a restore with %d MB left: refused with words, nothing lost', async (left) => {
  const outcome = await withRoom(left * MB, () =>
    page.evaluate(() => window.harness.inWorker('restore', { space: 'unlimited' }))
  );
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.message.length).toBeGreaterThan(20);
  await nothingIsLost(true);
});

test('the probe notices before anything is written', async () => {
  const outcome = await withRoom(20 * MB, () => page.evaluate(() => window.harness.inWorker('restore', {})));
  expect(outcome).toMatchObject({ ok: false, code: 'insufficientStorage' });
  await nothingIsLost();
});
