import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page whose complaints are kept: console errors and warnings, thrown errors, breaches of the content policy. */
export class WatchedPage {
  /** @type {string[]} */
  #complaints = [];

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    page.on('console', (message) => {
      // The pictures are taken without a service worker, and the driver says so in the page's name.
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      if (['error', 'warning'].includes(message.type())) this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#complaints.push(`thrown: ${error.stack ?? error.message}`));
  }

  /** @param {import('playwright-core').BrowserContext} context */
  static async open(context) {
    const watched = new WatchedPage(await context.newPage());
    await watched.page.exposeFunction('reportBreach', (/** @type {string} */ text) =>
      watched.#complaints.push(`content policy: ${text}`)
    );
    await watched.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const breach = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`;
        /** @type {any} */ (window).reportBreach(breach);
      });
    });
    return watched;
  }

  /** What axe finds, one line per rule and place. */
  async #accessibility() {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
      return violations.flatMap((/** @type {any} */ violation) =>
        violation.nodes.map(
          (/** @type {any} */ node) => `axe ${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`
        )
      );
    });
  }

  /** Everything there is to complain of since the last call. */
  async complaints() {
    const found = [...this.#complaints, ...(await this.#accessibility())];
    this.#complaints = [];
    return found;
  }
}
