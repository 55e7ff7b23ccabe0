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

/** Name of the database that holds the data: where the pointer points, without one the first. */
export function presentName(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { openExisting } = window.raw;
    // One that is damaged and cannot be removed goes on under another name.
    const database = await openExisting('WealthWise_Pointer').catch(() => openExisting('WealthWise_Pointer_2'));
    if (database === null) return 'WealthWise';
    try {
      const store = database.transaction('pointer').objectStore('pointer');
      const pointer = (await window.raw.settled(store.get('pointer'))) as { current: string } | undefined;
      return pointer?.current ?? 'WealthWise';
    } finally {
      database.close();
    }
  });
}

/** The whole database in canonical form; null when there is none. */
export async function dump(page: Page, database?: string, withRows = true) {
  const name = database ?? (await presentName(page));
  return page.evaluate(([named, rows]) => window.raw.readDatabase(named, { withRows: rows }), [
    name,
    withRows
  ] as const);
}
