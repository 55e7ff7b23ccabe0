/**
 * The windows of the build before, with a form filled in or a question open in each, while another window changes to
 * the new build and upgrades the data. They hear nothing and hold no lock, as if every message was lost: what is left
 * is the database's own refusal. Each then does by its own screen what it was about to do.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../run/build.mjs';
import { previousBuildFolder } from '../run/previous-build.mjs';
import { openApp, seeHeading, startUpgrade } from '../browser/support/app';
import { openAssetForm, saveForm } from '../browser/support/asset-form';
import { Browser } from '../browser/support/browser';
import { openHarness } from '../browser/support/harness';
import { dump, presentName } from '../browser/support/raw';
import { lookForUpdate, untilKept } from '../browser/support/service-worker';
import { useSite } from '../browser/support/site';
import { ratesCsv } from '../browser/story/history';
import { choose } from '../browser/story/screen';
import { add, chooseFile } from '../browser/story/steps';

const site = useSite();
let browser: Browser;

interface Attempt {
  readonly at: string;
  /** Up to the last click. */
  prepare(page: Page): Promise<void>;
  act(page: Page): Promise<void>;
  /** What the person is told; left out where the whole window says it. */
  readonly told?: string;
  /** What is offered again afterwards, and where. */
  readonly typed?: { readonly into: string | RegExp; readonly text: string };
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).click();
const saveDialog = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
/** Types into the form that is open. */
const type = (page: Page, { into, text }: { into: string | RegExp; text: string }) =>
  page.getByRole('dialog').getByLabel(into).fill(text);

const typed = {
  notes: { into: 'Notes', text: 'typed before the upgrade, never saved' },
  amount: { into: /^Amount/, text: '1234.56' },
  name: { into: /^Name$/, text: 'An account that was never saved' },
  price: { into: /^Price per unit/, text: '98.765' }
} as const;

async function openFirstAsset(page: Page): Promise<void> {
  await page.locator('[data-index="1"] a').click();
  await page.getByRole('button', { name: 'More to do' }).waitFor();
}

const attempts: Readonly<Record<string, Attempt>> = {
  'saves an asset': {
    at: 'holdings',
    async prepare(page) {
      await openAssetForm(page);
      await type(page, typed.notes);
    },
    act: saveDialog,
    typed: typed.notes
  },
  'saves a transaction': {
    at: 'transactions',
    async prepare(page) {
      await add(page, 'Transaction');
      const form = page.getByRole('dialog', { name: 'Add a transaction' });
      await form.getByRole('radio', { name: 'Deposit', exact: true }).check();
      await form.getByLabel('Account', { exact: true }).click();
      await form.getByRole('option').first().click();
      await form.getByLabel('Date').fill('2024-02-01');
      await type(page, typed.amount);
    },
    act: saveDialog,
    typed: typed.amount
  },
  'saves an account': {
    at: 'accounts',
    async prepare(page) {
      await add(page, 'Account');
      const form = page.getByRole('dialog', { name: 'Add an account' });
      await form.getByLabel('Bank or broker').fill('Sparkasse');
      await choose(form, 'Currency', 'EUR');
      await choose(form, 'Country', 'Germany');
      await type(page, typed.name);
    },
    act: saveDialog,
    typed: typed.name
  },
  'saves a price': {
    at: 'holdings',
    async prepare(page) {
      await openFirstAsset(page);
      await page.getByRole('button', { name: 'More to do' }).click();
      await page.getByRole('menuitem', { name: 'Add a price' }).click();
      await type(page, typed.price);
    },
    act: saveDialog,
    typed: typed.price
  },
  'attaches a file': {
    at: 'holdings',
    async prepare(page) {
      await openFirstAsset(page);
      await page.locator('summary', { hasText: 'Documents' }).click();
      await page.getByRole('button', { name: 'Attach a file' }).click();
      const dialog = page.getByRole('dialog', { name: 'Attach a file' });
      await dialog
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'contract.txt', mimeType: 'text/plain', buffer: Buffer.from('signed') });
    },
    act: (page) => page.getByRole('dialog').getByRole('button', { name: 'Attach', exact: true }).click()
  },
  'deletes several assets': {
    at: 'holdings',
    async prepare(page) {
      await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      const verb = page.getByRole('dialog', { name: 'Delete?' }).getByRole('button', { name: 'Delete' });
      // Once it is known what belongs to them.
      await verb.click({ trial: true });
    },
    act: (page) => page.getByRole('dialog', { name: 'Delete?' }).getByRole('button', { name: 'Delete' }).click()
  },
  'takes a step back': {
    at: 'holdings',
    async prepare(page) {
      await openAssetForm(page, 2);
      await type(page, { into: 'Notes', text: 'saved before the upgrade' });
      await saveForm(page);
    },
    act: async (page) => {
      await page.locator('main h1').click();
      await page.keyboard.press('Control+z');
    }
  },
  'changes a setting': {
    at: 'settings',
    prepare: (page) => page.getByLabel('Cost of what is sold').waitFor(),
    act: async (page) => {
      const method = page.getByLabel('Cost of what is sold');
      await method.selectOption((await method.inputValue()) === 'fifo' ? 'average' : 'fifo');
    }
  },
  'imports a file': {
    at: 'import',
    prepare: (page) => chooseFile(page, 'eurofxref-hist.csv', ratesCsv()),
    act: press(/^Import \d+ rates$/)
  },
  'restores a backup': {
    at: 'restore',
    async prepare(page) {
      await page
        .getByRole('button', { name: /^Look at it/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Restore it' }).waitFor();
    },
    act: press('Restore it')
  },
  'goes back to an older version': {
    at: 'rollback',
    async prepare(page) {
      await press('1.0.0')(page);
      await page.getByRole('button', { name: 'Go back to 1.0.0' }).waitFor();
    },
    act: press('Go back to 1.0.0')
  },
  'backs up': {
    at: 'data',
    prepare: (page) => page.getByRole('button', { name: 'Back up now' }).waitFor(),
    act: press('Back up now'),
    told: 'The backup was not made'
  }
};

/** Native version and digests of every store, `_meta` too, and which databases there are. */
async function stateOf(looking: Page) {
  const database = await dump(looking, undefined, false);
  const others = await looking.evaluate(async () =>
    (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort()
  );
  return {
    name: await presentName(looking),
    native: database?.native,
    digests: Object.entries(database?.stores ?? {}).map(([name, { digest, count }]) => `${name} ${count} ${digest}`),
    others
  };
}

/** No message reaches it, and no other window sees that it holds the data. */
function beDeaf(): void {
  class Silence extends EventTarget {
    postMessage(): void {
      // Lost.
    }
    close(): void {
      // Nothing is open.
    }
  }
  const locks = {
    request: (name: string, options: unknown, work?: (lock: object) => unknown) =>
      Promise.resolve((work ?? (options as typeof work))?.({ name })),
    query: () => Promise.resolve({ held: [], pending: [] })
  };
  Object.assign(window, { BroadcastChannel: Silence });
  Object.defineProperty(navigator, 'locks', { value: locks });
}

describe('windows of the build before, of which no message and no lock is seen', () => {
  const windows = new Map<string, Page>();
  let looking: Page;
  let upgraded: Awaited<ReturnType<typeof stateOf>>;

  beforeAll(async () => {
    await site.deploy(previousBuildFolder);
    browser = await Browser.launch();
    const seeding = await openHarness(browser, site);
    await seeding.evaluate(() => window.harness.createSample({ assets: 60, transactions: 120, seed: 11 }));
    const { ok } = await seeding.evaluate(() => window.harness.migrate({ from: '1.0.0', to: '1.2.0' }));
    expect(ok).toBe(true);
    await seeding.close();
    const { page: first } = await openApp(browser, site);
    await untilKept(first);
    for (const [name, { at, prepare }] of Object.entries(attempts)) {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.addInitScript(beDeaf);
      await page.goto(`${site.url}${at}`);
      await seeHeading(page, /./);
      await prepare(page);
      windows.set(name, page);
    }
    await site.deploy(buildFolder);
    await lookForUpdate(first);
    await first.getByRole('button', { name: 'Update now' }).click();
    await first.waitForEvent('load');
    await first.goto(`${site.url}upgrade`);
    await startUpgrade(first);
    await seeHeading(first, 'Your data is now at version 1.3.0', 60);
    await first.close();
    looking = await openHarness(browser, site);
    upgraded = await stateOf(looking);
    expect(upgraded.native).toBe(40);
  }, 300_000);
  afterAll(() => browser.discard());

  test.each(Object.entries(attempts))('one that %s is refused in words, and changes nothing', async (name, attempt) => {
    const page = windows.get(name);
    if (page === undefined) throw new Error(`There is no window that ${name}.`);
    expect(await page.getByText('Your data is newer than this app').count()).toBe(0);
    await attempt.act(page);
    await page.getByText(attempt.told ?? 'Your data is newer than this app').waitFor();
    expect(await stateOf(looking)).toEqual(upgraded);
    const { typed } = attempt;
    if (typed === undefined) return;
    await page.getByRole('button', { name: 'Reload the app' }).click();
    await page.waitForEvent('load');
    await page.goto(site.url);
    await page.getByText(/^You had not saved/).waitFor();
    await page.getByRole('button', { name: 'Go on with it' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('What you had typed is still here').waitFor();
    expect(await form.getByLabel(typed.into).inputValue()).toBe(typed.text);
    expect(await stateOf(looking)).toEqual(upgraded);
  });
});
