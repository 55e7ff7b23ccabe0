import type { CDPSession, Page } from 'playwright-core';
import { openApp, seeHeading, startUpgrade } from '../browser/support/app';
import { delay, type Browser } from '../browser/support/browser';
import { median, type Figure } from './figures';
import { openBench } from './stage';

/** The app itself, upgraded by clicks: how long the page was ever busy, and how much memory it took. */
export async function page(url: string, rounds = 3): Promise<Figure[]> {
  const tasks: number[] = [];
  for (let round = 0; round < rounds; round++) tasks.push(await longestTask(url));
  const growth = await memoryGrowth(url);
  console.log(`  longest task of each upgrade: ${tasks.map((task) => task.toFixed(1)).join(' ')} ms`);
  return [
    { name: 'ui.longestTask.ms', value: median(tasks), unit: 'ms', bound: { atMost: 50 } },
    { name: 'memory.growth.mb', value: growth, unit: 'MB', bound: { atMost: 200 } }
  ];
}

async function withOffer<T>(
  url: string,
  size: { assets: number; transactions: number },
  use: (browser: Browser, app: Page) => Promise<T>
): Promise<T> {
  const { browser, page: bench } = await openBench(url);
  try {
    await bench.evaluate((sample) => window.bench('prepare', 'WealthWise', { ...sample, seed: 1 }), size);
    await bench.close();
    const { page: app } = await openApp(browser, { url: `${url}/` }, 'upgrade');
    await app.getByRole('button', { name: 'Upgrade now' }).waitFor({ timeout: 120_000 });
    return await use(browser, app);
  } finally {
    await browser.discard();
  }
}

/** The longest task of the app's main thread from the click to the summary, in milliseconds, from a trace. */
function longestTask(url: string): Promise<number> {
  return withOffer(url, { assets: 10_000, transactions: 20_000 }, async (browser, app) => {
    const tools = await browser.browserTools();
    const trace = await startTrace(tools);
    await startUpgrade(app);
    await seeHeading(app, /^Your data is now at version/, 300);
    const events = await trace();
    const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
    const mine = new Set(mains.map(({ pid, tid }) => `${pid}/${tid}`));
    const durations = events
      .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mine.has(`${pid}/${tid}`))
      .map(({ dur }) => (dur ?? 0) / 1000);
    if (durations.length === 0) throw new Error('The trace holds no task of the page.');
    return Math.max(...durations);
  });
}

/** What browser and page need more during the upgrade of 100,000 assets than before it, in megabytes. */
function memoryGrowth(url: string): Promise<number> {
  return withOffer(url, { assets: 100_000, transactions: 200_000 }, async (browser, app) => {
    await delay(3000);
    const before = await browser.memory();
    const sum = ({ browser: own, pages }: typeof before) => own + pages;
    let most = before;
    let running = true;
    const watching = (async () => {
      while (running) {
        const now = await browser.memory();
        if (sum(now) > sum(most)) most = now;
        await delay(100);
      }
    })();
    await startUpgrade(app);
    await seeHeading(app, /^Your data is now at version/, 600);
    running = false;
    await watching;
    const tell = ({ browser: own, pages }: typeof before) =>
      `${(own / 2 ** 20).toFixed(0)} MB in the browser, ${(pages / 2 ** 20).toFixed(0)} MB in its pages`;
    console.log(`  before the upgrade ${tell(before)}; at most ${tell(most)}`);
    return (sum(most) - sum(before)) / 2 ** 20;
  });
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

async function startTrace(tools: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  tools.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await tools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordContinuously',
      includedCategories: ['toplevel', '__metadata'],
      excludedCategories: ['*']
    }
  });
  return async () => {
    const complete = new Promise<void>((resolve) => tools.once('Tracing.tracingComplete', () => resolve()));
    await tools.send('Tracing.end');
    await complete;
    return events;
  };
}
