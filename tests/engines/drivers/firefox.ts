import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { Driver } from '../port';

/** Firefox, over WebDriver BiDi. */
export const firefox: Driver = {
  engine: 'Firefox',
  async launch() {
    const profile = await mkdtemp(join(tmpdir(), 'wealthwise-firefox-'));
    const browser = await launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      headless: true,
      userDataDir: profile
    });
    return {
      version: (await browser.version()).replace('/', ' '),
      async open() {
        const page = await browser.newPage();
        page.setDefaultTimeout(30_000);
        return {
          goto: async (address) => void (await page.goto(address)),
          reload: async () => void (await page.reload()),
          run: (work, given) => page.evaluate(`(${work})(...${JSON.stringify(given)})`),
          click: (css) => page.click(css),
          fill: (css, text) => page.locator(css).fill(text),
          close: () => page.close()
        };
      },
      async close() {
        await browser.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    };
  }
};
