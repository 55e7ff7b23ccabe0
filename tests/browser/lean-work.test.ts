import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../run/command.mjs';
import { serve } from '../run/serve.mjs';
import { Browser, delay } from './support/browser';

const MB = 2 ** 20;
const bundle = join(root, '.cache', 'lean-work');
let browser: Browser;
let script: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  // As it is shipped: a bundler that found it without effect would take it out.
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: bundle,
      emptyOutDir: true,
      lib: {
        entry: join(root, 'src/lib/app/worker/lean-work.ts'),
        formats: ['iife'],
        name: 'lean',
        fileName: () => 'lean.js'
      }
    }
  });
  script = await readFile(join(bundle, 'lean.js'), 'utf8');
  site = await serve({ mounts: { '/__lean/': bundle } });
});
afterAll(() => site.close());

beforeEach(async () => {
  browser = await Browser.launch();
});
afterEach(() => browser.discard());

test('garbage that would wait is collected when it is asked for, and asking takes no memory', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${site.url}/__lean/lean.js`);
  // A heap that holds much may grow to a multiple of it before anything is collected.
  await page.evaluate(() => {
    const held: unknown[] = [];
    for (let at = 0; at < 500_000; at++) held.push({ at, text: `text ${at}`, list: [at] });
    Object.assign(window, { held, left: new WeakRef(held) });
  });
  await delay(3000);
  await page.evaluate(() => Object.assign(window, { held: null }) && undefined);
  const isThere = () =>
    page.evaluate(() => (window as unknown as { left: WeakRef<unknown[]> }).left.deref() !== undefined);
  await delay(500);
  expect(await isThere()).toBe(true);
  const { pages: before } = await browser.memory();

  await page.evaluate(`${script}; lean.askForCollection(); 0`);

  let most = 0;
  for (let tries = 0; tries < 20; tries++) {
    // As in a job that goes on; whether it is still there is not asked meanwhile, which would keep it.
    await page.evaluate(() => Array.from({ length: 1000 }, (_, at) => `text ${at}`).length);
    most = Math.max(most, (await browser.memory()).pages);
    await delay(100);
  }
  expect(await isThere()).toBe(false);
  expect(most - before).toBeLessThan(64 * MB);
});
