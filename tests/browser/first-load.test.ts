import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeHeading } from './support/app';
import { Browser } from './support/browser';
import { useSite, watchProblems } from './support/site';

const site = useSite();
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
});
afterAll(() => browser.discard());

test('what must arrive before anything is shown takes at most 150 KiB of JavaScript, compressed', async () => {
  const page = await browser.context.newPage();
  const problems = watchProblems(page);
  const scripts: Promise<{ path: string; size: number }>[] = [];
  const weigh = (response: Response): void => {
    const path = new URL(response.url()).pathname;
    if (path.endsWith('.js'))
      scripts.push(response.body().then((body) => ({ path, size: gzipSync(body).length / 1024 })));
  };
  browser.context.on('response', weigh);
  await page.goto(site.url);
  await seeHeading(page, 'Your portfolio, kept on this device');
  await page.waitForLoadState('networkidle');
  // What comes after this is not the first load, and its page may be closed before it has arrived.
  browser.context.off('response', weigh);
  const loaded = await Promise.all(scripts);
  const ofWorker = loaded.filter(({ path }) => path.includes('/workers/'));
  const ofPage = loaded.filter((script) => !ofWorker.includes(script));
  const sum = (some: typeof loaded) => some.reduce((total, { size }) => total + size, 0);
  console.log(`first load: page ${sum(ofPage).toFixed(1)} KiB, worker ${sum(ofWorker).toFixed(1)} KiB beside it`);
  expect(ofPage.length).toBeGreaterThan(0);
  expect(ofWorker.length).toBeGreaterThan(0);
  expect(sum(loaded)).toBeLessThanOrEqual(150);
  expect(problems).toEqual([]);
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
