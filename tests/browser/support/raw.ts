import type { Page } from 'playwright-core';
import type * as reader from '../raw/reader.js';
import type * as writer from '../raw/writer.js';
import type { Site } from './site';
import type { Browser } from './browser';

export type RawTools = Pick<typeof reader, 'canonicalLine' | 'openExisting' | 'readDatabase' | 'settled'> &
  Pick<typeof writer, 'createDatabase' | 'editDatabase' | 'layout' | 'readRow'>;

declare global {
  interface Window {
    raw: RawTools;
  }
}

/** A page on the app's origin that knows raw IndexedDB alone. */
export async function openRaw(browser: Browser, site: Site): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(site.raw);
  await page.waitForFunction(() => window.raw !== undefined);
  return page;
}

/** The whole database in canonical form; null when there is none. */
export function dump(page: Page, name = 'WealthWise', withRows = true) {
  return page.evaluate(([database, rows]) => window.raw.readDatabase(database, { withRows: rows }), [
    name,
    withRows
  ] as const);
}
