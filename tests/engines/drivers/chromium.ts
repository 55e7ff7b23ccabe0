import { Browser } from '../../browser/support/browser';
import type { Driver } from '../port';

/** Chromium, over its own protocol. */
export const chromium: Driver = {
  engine: 'Chromium',
  async launch() {
    const browser = await Browser.launch();
    return {
      version: `Chromium ${browser.context.browser()?.version() ?? ''}`,
      async open() {
        const page = await browser.context.newPage();
        return {
          goto: async (address) => void (await page.goto(address)),
          reload: async () => void (await page.reload()),
          run: (work, given) => page.evaluate(`(${work})(...${JSON.stringify(given)})`),
          click: (css) => page.click(css),
          fill: (css, text) => page.fill(css, text),
          close: () => page.close()
        };
      },
      close: () => browser.discard()
    };
  }
};
