import type { CDPSession, Page } from 'playwright-core';
import { openApp } from '../browser/support/app';
import { delay } from '../browser/support/browser';
import { median, type Figure } from './figures';
import { openBench } from './stage';

/** Pixels of a gesture, and pixels in a second: a fast turn of the wheel through some 500 rows. */
const DISTANCE = 30_000;
const SPEED = 6_000;
const desktop = { width: 1280, height: 800 };

/** Holdings of 10,000 assets under a fast scroll, in percent of frames that came late; beside a page of nothing but height. */
export async function scroll(url: string, rounds = 9): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  const { browser, page: bench } = await openBench(url);
  try {
    await bench.evaluate((size) => window.bench('prepare', 'WealthWise', size), {
      assets: 10_000,
      transactions: 20_000,
      seed: 1
    });
    await bench.close();
    const { page: app } = await openApp(browser, { url: `${url}/` }, 'holdings');
    await app.setViewportSize(desktop);
    await app.getByRole('row').nth(5).waitFor({ timeout: 120_000 });
    // The worker gets the other places ready first.
    await delay(10_000);
    const height = await app.evaluate(() => document.documentElement.scrollHeight);
    if (height < DISTANCE * 2) throw new Error(`A list of 10,000 holdings is ${height} pixels high.`);
    const empty = await browser.context.newPage();
    await empty.setViewportSize(desktop);
    await empty.setContent('<!doctype html><div style="height: 500000px">Nothing</div>');
    for (let round = 0; round < rounds; round++) {
      const late = await lateFrames(app, round);
      const floor = await lateFrames(empty, round);
      // The first warms the code.
      if (round === 0) continue;
      ours.push(late);
      bare.push(floor);
    }
  } finally {
    await browser.discard();
  }
  const tell = (shares: readonly number[]): string => shares.map((share) => share.toFixed(2)).join(' ');
  console.log(`  late frames, rounds: holdings ${tell(ours)} %; a bare page ${tell(bare)} %`);
  return [
    { name: 'scroll.10k.droppedFrames', value: median(ours), unit: '%', bound: { atMost: 1 } },
    { name: 'scroll.bare.droppedFrames', value: median(bare), unit: '%' }
  ];
}

/** Percent of the frames during one gesture, down or up, that the page did not get to make. */
async function lateFrames(page: Page, round: number): Promise<number> {
  await page.bringToFront();
  await page.evaluate(() => {
    window.frameTimes = [];
    window.framesWanted = true;
    const next = (time: number): void => {
      window.frameTimes?.push(time);
      if (window.framesWanted) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const tools: CDPSession = await page.context().newCDPSession(page);
  const before = await page.evaluate(() => window.scrollY);
  await tools.send('Input.synthesizeScrollGesture', {
    x: 500,
    y: 500,
    yDistance: round % 2 === 0 ? -DISTANCE : DISTANCE,
    speed: SPEED,
    gestureSourceType: 'mouse'
  });
  await tools.detach();
  const { times, after } = await page.evaluate(() => {
    window.framesWanted = false;
    return { times: window.frameTimes ?? [], after: window.scrollY };
  });
  if (Math.abs(after - before) < DISTANCE / 2) throw new Error(`The page moved by ${after - before} pixels only.`);
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const frame = 1000 / 60;
  const due = gaps.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / frame)), 0);
  return (100 * (due - gaps.length)) / due;
}

declare global {
  interface Window {
    /** When each frame of the page was made, in milliseconds. */
    frameTimes?: number[];
    framesWanted?: boolean;
  }
}
