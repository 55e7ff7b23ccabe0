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

/** Leaves so many bytes free, also once the browser has tidied up behind its start. */
async function fill(room: number): Promise<void> {
  for (const wait of [0, 1500, 500]) {
    await delay(wait);
    const { bavail, bsize } = statfsSync(disk);
    appendFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
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

/** With room again: what is there is what was there, or the backup brings it back. */
async function nothingIsLost(): Promise<void> {
  rmSync(join(disk, 'ballast'), { force: true });
  await browser.close();
  await start();
  await page.evaluate(() => window.harness.settle()).catch(() => undefined);
  const found = await fingerprint(page).catch(() => null);
  const backups = await page.evaluate(() => window.harness.migrationsWith({}).listBackups());
  const kept = backups.find(({ reason }) => reason === 'before the disk is full');
  expect(kept?.verifiedAt).not.toBeNull();
  console.log(
    `after a full disk the database is ${JSON.stringify(found) === JSON.stringify(before) ? 'as it was' : 'gone'}`
  );
  const outcome = await page.evaluate((id) => window.harness.restore({ id, keepVersion: true }), kept?.id ?? '');
  expect(outcome).toMatchObject({ ok: true });
  expect(await fingerprint(page)).toEqual(before);
}

test.each([0, 1, 4])('a backup with %d MB left: refused with words, nothing half made, nothing lost', async (left) => {
  await fill(left * MB);
  const outcome = await page.evaluate(() =>
    window.harness.outcomeOf(() => window.harness.migrationsWith({}).createDataBackup('on a full disk'))
  );
  if (!outcome.ok) expect(['insufficientStorage', 'backupFailed']).toContain(outcome.code);
  if (left === 0) expect(outcome.ok).toBe(false);
  await nothingIsLost();
});

test.each([0.2, 2, 6])('a restore with %d MB left: refused with words, nothing lost', async (left) => {
  await fill(left * MB);
  const outcome = await page.evaluate(() => window.harness.restore({ space: 'unlimited' }));
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.message.length).toBeGreaterThan(20);
  await nothingIsLost();
});

test('the probe notices before anything is written', async () => {
  await fill(20 * MB);
  const outcome = await page.evaluate(() => window.harness.restore({}));
  expect(outcome).toMatchObject({ ok: false, code: 'insufficientStorage' });
  await nothingIsLost();
});
