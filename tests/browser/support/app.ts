import type { Page } from 'playwright-core';
import type { Browser } from './browser';
import { watchProblems, type Site } from './site';

/** A window of the built app, and everything that went wrong in it. */
export interface AppWindow {
  readonly page: Page;
  /** Console errors, uncaught errors, refused resources. */
  readonly problems: readonly string[];
}

export async function openApp(browser: Browser, site: Pick<Site, 'url'>, path = ''): Promise<AppWindow> {
  const page = await browser.context.newPage();
  const problems = watchProblems(page);
  await page.goto(`${site.url}${path}`);
  return { page, problems };
}

/** Waits until the main heading says this; what the page says instead is in the error. */
export async function seeHeading(page: Page, name: string | RegExp, seconds = 30): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor({ timeout: seconds * 1000 }).catch(async (cause: unknown) => {
    const text = await page.locator('body').innerText();
    throw new Error(`No heading ${String(name)} within ${seconds} s. The page says:\n${text}`, { cause });
  });
}

export function button(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name });
}

/** Starts the upgrade that the page offers, as a person does. */
export async function startUpgrade(page: Page): Promise<void> {
  await seeHeading(page, 'Upgrade your data');
  await button(page, 'Upgrade now').click();
}
