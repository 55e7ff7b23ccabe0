import type { Page } from 'playwright-core';
import type { RawDatabase } from '../raw/reader.js';
import type {} from '../harness';
import type { Browser } from './browser';
import { dump } from './raw';
import type { Site } from './site';

/** A page with the engine's own functions on `window.harness`, and raw IndexedDB on `window.raw`. */
export async function openHarness(browser: Browser, site: Site): Promise<Page> {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(110_000);
  await page.goto(site.harness);
  await page.waitForFunction(() => window.harness !== undefined && window.raw !== undefined);
  return page;
}

/** The rows of every store as sorted lines, `_meta` left out: its times and counters differ from run to run. */
export function dataOf(database: RawDatabase | null): Readonly<Record<string, readonly string[]>> {
  const stores = Object.entries(database?.stores ?? {}).filter(([name]) => name !== '_meta');
  return Object.fromEntries(stores.map(([name, { rows }]) => [name, [...rows].sort()]));
}

/** Native version and a digest of every store but `_meta`: enough to tell whether two databases hold the same. */
export async function fingerprint(page: Page): Promise<{ native: number; digests: Record<string, string> }> {
  const database = await dump(page, undefined, false);
  const stores = Object.entries(database?.stores ?? {}).filter(([name]) => name !== '_meta');
  return {
    native: database?.native ?? 0,
    digests: Object.fromEntries(stores.map(([name, { digest }]) => [name, digest]))
  };
}

/** Key paths and indexes of every store. */
export function shapeOf(database: RawDatabase | null) {
  return Object.fromEntries(
    Object.entries(database?.stores ?? {}).map(([name, { keyPath, indexes }]) => [name, { keyPath, indexes }])
  );
}
