import type { Page } from 'playwright-core';
import { Browser, copyProfile, delay, removeProfile } from '../browser/support/browser';
import { Rounds, median, type Figure } from './figures';
import { openBench } from './stage';

const small = { assets: 1_000, transactions: 100_000, seed: 1 };

/** Figures from columns: beside folding a million rows, and after an edit. */
export async function figures(url: string, rounds = 5): Promise<Figure[]> {
  const times = new Rounds();
  let edits: readonly number[] = [];
  const { browser, page } = await openBench(url);
  try {
    await page.evaluate((size) => window.bench('prepare', 'Own', size), { ...small, transactions: 1_000_000 });
    for (let round = 0; round < rounds; round++) {
      const { rows, columns, file, same } = await page.evaluate(() => window.bench('measureFigures', 'Own'));
      if (!same) throw new Error('The columns do not hold what the rows do.');
      if (round === 0) continue;
      times.add('1M, rows folded', rows);
      times.add('1M, columns', columns);
      times.add('1M, file', file);
    }
    await page.evaluate(() => window.bench('remove', 'Own'));
    await page.evaluate((size) => window.bench('prepare', 'Edited', size), small);
    // The first ones warm the code.
    edits = (await page.evaluate(() => window.bench('measureEdit', 'Edited', 25))).slice(5);
  } finally {
    await browser.discard();
  }
  times.tell();
  console.log(`  edits: ${edits.map((time) => time.toFixed(0)).join(' ')} ms`);
  return [
    {
      name: 'dashboard.1M.vsRowFold',
      value: times.ratio('1M, rows folded', '1M, columns'),
      unit: 'ratio',
      bound: { atLeast: 20 }
    },
    { name: 'dashboard.1M.fromFile.vsRowFold', value: times.ratio('1M, rows folded', '1M, file'), unit: 'ratio' },
    { name: 'edit.100k.ms', value: median(edits), unit: 'ms', bound: { atMost: 50 } }
  ];
}

/** The overview from navigation on, each time in a browser that has only just been started, beside a page that only reads the rows. */
export async function dashboard(url: string, rounds = 6): Promise<Figure[]> {
  const daily = await contest(url, rounds, async (page) => {
    await page.evaluate((size) => window.bench('prepareDaily', 'WealthWise', size), small);
  });
  return [
    {
      name: 'dashboard.100k.cold.vsRawRead',
      value: daily.ratio('overview', 'rows alone'),
      unit: 'ratio',
      bound: { atMost: 2 }
    },
    { name: 'dashboard.100k.first.vsRawRead', value: daily.ratio('overview, first time', 'rows alone'), unit: 'ratio' }
  ];
}

/** The same with a thousand assets as a household has them. */
export async function opening(url: string, rounds = 6): Promise<Figure[]> {
  const sample = await contest(url, rounds, async (page) => {
    await page.evaluate((size) => window.bench('prepare', 'WealthWise', size), { ...small, transactions: 20_000 });
  });
  return [
    {
      name: 'open.cached.vsBarePage',
      value: sample.ratio('overview', 'rows alone'),
      unit: 'ratio',
      bound: { atMost: 1.5 }
    }
  ];
}

async function contest(url: string, rounds: number, prepare: (page: Page) => Promise<void>): Promise<Rounds> {
  const seeded = await openBench(url);
  await prepare(seeded.page);
  await seeded.browser.close();
  const opened = await copyProfile(seeded.browser.profile);
  // Once as a person does, until the app is kept and the ledger is in its file.
  const first = await Browser.launch({ profile: opened });
  await overview(first, url);
  await delay(8_000);
  await first.close();
  const times = new Rounds();
  const measure = async (label: string, profile: string, use: (browser: Browser) => Promise<number>) => {
    const browser = await Browser.launch({ profile: await copyProfile(profile) });
    times.add(label, await use(browser));
    await browser.discard();
  };
  for (let round = 0; round < rounds; round++) {
    await measure('rows alone', opened, (browser) => rowsAlone(browser, url));
    await measure('overview', opened, (browser) => overview(browser, url));
    if (round % 2 === 0)
      await measure('overview, first time', seeded.browser.profile, (browser) => overview(browser, url));
  }
  for (const profile of [opened, seeded.browser.profile]) await removeProfile(profile);
  times.tell();
  return times;
}

async function rowsAlone(browser: Browser, url: string): Promise<number> {
  const page = await browser.context.newPage();
  // The app's service worker would answer with the app.
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto(`${url}/__bench/bare.html`);
  await page.waitForFunction(() => window.bareRead !== undefined, undefined, { timeout: 120_000 });
  return page.evaluate(() => window.bareRead ?? Number.NaN);
}

/** Milliseconds from navigation until the net worth is in the page. */
async function overview(browser: Browser, url: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.getElementById('net-worth') === null) return;
      watch.disconnect();
      performance.mark('figures');
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${url}/`);
  await page.waitForFunction(() => performance.getEntriesByName('figures').length > 0, undefined, { timeout: 120_000 });
  return page.evaluate(() => performance.getEntriesByName('figures')[0]?.startTime ?? Number.NaN);
}
