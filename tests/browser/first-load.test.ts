import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFolder } from '../run/build.mjs';
import { button, seeHeading } from './support/app';
import { Browser } from './support/browser';
import { useSite, watchProblems } from './support/site';

const site = useSite();
const places = [
  ...['', 'holdings', 'transactions', 'accounts', 'performance', 'income', 'allocation', 'import', 'data', 'settings'],
  ...['asset/none', 'upgrade', 'restore', 'rollback']
];
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
});
afterAll(() => browser.discard());

interface Script {
  readonly path: string;
  /** KiB, compressed. */
  readonly size: number;
}

const sum = (scripts: readonly Script[]): number => scripts.reduce((total, { size }) => total + size, 0);

/** Every script that the page and its worker load until nothing more comes, each once. */
async function scriptsOf(page: Page, visit: () => Promise<void>): Promise<readonly Script[]> {
  const paths = new Set<string>();
  const note = (response: Response): void => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && pathname !== '/service-worker.js') paths.add(pathname);
  };
  page.on('response', note);
  await visit();
  await page.waitForLoadState('networkidle');
  // What comes after this is not the visit.
  page.off('response', note);
  return Promise.all([...paths].map(weigh));
}

/** Asked for again, because the browser no longer tells what a page has loaded once that page is gone. */
async function weigh(path: string): Promise<Script> {
  const body = await (await fetch(new URL(path, site.url))).arrayBuffer();
  return { path, size: gzipSync(body).length / 1024 };
}

let first: readonly Script[] = [];

test('what must arrive before anything is shown takes at most 150 KiB of JavaScript, compressed', async () => {
  const page = await browser.context.newPage();
  const problems = watchProblems(page);
  first = await scriptsOf(page, async () => {
    await page.goto(site.url);
    await seeHeading(page, 'Your portfolio, kept on this device');
  });
  const ofWorker = first.filter(({ path }) => path.includes('/workers/'));
  const ofPage = first.filter((script) => !ofWorker.includes(script));
  console.log(`first load: page ${sum(ofPage).toFixed(1)} KiB, worker ${sum(ofWorker).toFixed(1)} KiB beside it`);
  expect(ofPage.length).toBeGreaterThan(0);
  expect(ofWorker.length).toBeGreaterThan(0);
  // Each is a request through the service worker, and they come in layers: thirty of them took a third of an opening.
  expect(ofWorker.length).toBeLessThanOrEqual(5);
  expect(sum(first)).toBeLessThanOrEqual(150);
  expect(problems).toEqual([]);
});

test('every place adds at most 60 KiB to the page, opened by itself; what reads the portfolio comes beside it', async () => {
  const page = await browser.context.newPage();
  await page.goto(site.url);
  await page.getByLabel('100', { exact: true }).check();
  await button(page, 'Try with sample data').click();
  await seeHeading(page, 'Overview');
  const known = new Set(first.map(({ path }) => path));
  const added: { place: string; page: number; worker: number }[] = [];
  for (const place of places) {
    const scripts = await scriptsOf(page, async () => {
      await page.goto(`${site.url}${place}`);
      if (place === 'asset/none') await seeHeading(page, 'There is no such asset');
      else await page.locator('main h1').waitFor();
    });
    const further = scripts.filter(({ path }) => !known.has(path));
    const ofWorker = further.filter(({ path }) => path.includes('/workers/'));
    const ofPage = further.filter((script) => !ofWorker.includes(script));
    added.push({ place: `/${place}`, page: sum(ofPage), worker: sum(ofWorker) });
  }
  const told = added.map((each) => `${each.place} ${each.page.toFixed(1)} + ${each.worker.toFixed(1)}`);
  console.log(`KiB that each place adds to the page, and to its worker: ${told.join(', ')}`);
  expect(known.size).toBeGreaterThan(0);
  expect(added.filter((each) => each.page > 60).map(({ place }) => place)).toEqual([]);
  // Once for all places: it stays in the worker.
  expect(added.filter((each) => each.worker > 90).map(({ place }) => place)).toEqual([]);
});

test('the page holds no inline script or style but what its policy names, and the server says the same', async () => {
  const page = await browser.context.newPage();
  const response = await page.goto(site.url);
  const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
  const meta = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  expect(policy).toBe(`${meta}; frame-ancestors 'none'`);
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/);
  for (const word of ["'unsafe-inline'", "'unsafe-eval'", 'http:', 'https:', '*']) expect(policy).not.toContain(word);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('no text becomes markup or code: such an attempt is refused by the browser itself', async () => {
  const page = await browser.context.newPage();
  await page.goto(site.url);
  await seeHeading(page, /./);
  const attempts = await page.evaluate(() => {
    interface Factory {
      createPolicy(name: string, rules: object): unknown;
    }
    const { trustedTypes } = globalThis as unknown as { trustedTypes: Factory };
    const acts: Record<string, () => unknown> = {
      markup: () => (document.createElement('p').innerHTML = '<b>bold</b>'),
      script: () => (document.createElement('script').src = '/_app/version.json'),
      worker: () => new Worker('https://elsewhere.example/worker.js'),
      download: () => new Worker('/backups/WealthWise_Backup_2026-11-02_08-00-00.json'),
      policy: () => trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })
    };
    return Object.fromEntries(
      Object.entries(acts).map(([name, act]) => {
        try {
          act();
          return [name, 'done'];
        } catch (error) {
          return [name, (error as Error).name];
        }
      })
    );
  });
  expect(attempts).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, 'TypeError'])));
  expect(Object.keys(attempts)).toHaveLength(5);
});

test('no part of a worker imports the worker’s own script: WebKit would run it twice, and do everything twice', () => {
  const folder = join(buildFolder, '_app', 'immutable', 'workers');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const own = scripts.filter((file) => !file.includes('chunks'));
  expect(own.map((file) => file.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual(['pipe-helper', 'worker']);
  const importing = scripts.filter((script) => {
    const imported = readFileSync(join(folder, script), 'utf8').matchAll(/(?:from|import\()\s*["'`]\.\.\/([^"'`]+)/g);
    return [...imported].some(([, name = '']) => own.includes(name));
  });
  expect(importing).toEqual([]);
});
