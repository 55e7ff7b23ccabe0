/**
 * `npm run pictures [-- filter]`: every screen in every state, at three widths, light and dark, into .cache/pictures;
 * then the real app from its first run to the end of an upgrade (alone with the filter `app`), and every place of it
 * with a sample portfolio (alone with the filter `places`).
 * Fails on console errors, breaches of the content policy, and anything that axe finds. PICTURES_BUILD names a build
 * with the gallery in it that is there already.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { root } from './command.mjs';
import { install } from './install.mjs';
import { buildWithGallery } from './pictures/build-with-gallery.mjs';
import { walkApp } from './pictures/walk-app.mjs';
import { walkPlaces } from './pictures/walk-places.mjs';
import { serve } from './serve.mjs';

const widths = [
  { width: 390, height: 844, touch: true },
  { width: 820, height: 1180, touch: true },
  { width: 1440, height: 900, touch: false }
];
const schemes = /** @type {const} */ (['light', 'dark']);
/** Pages higher than this are shown as far as the window goes: a list of 10,000 has no end. */
const highest = 5000;

const filter = process.argv[2] ?? '';
const folder = join(root, '.cache', 'pictures');
await install();
// Only now: a fresh clone has neither Playwright nor axe before the install.
const { chromium } = await import('playwright-core');
const { WatchedPage } = await import('./pictures/watched-page.mjs');
const built = process.env.PICTURES_BUILD ?? (await buildWithGallery(join(root, '.cache', 'pictures-app')));
const site = await serve({ folder: built });
const profile = await mkdtemp(join(tmpdir(), 'wealthwise-pictures-'));
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const executablePath = await ensureChromium();
/** @type {string[]} */
const complaints = [];
let pictures = 0;

/**
 * @param {(typeof widths)[number]} size
 * @param {(typeof schemes)[number]} colorScheme
 * @param {string} profileName
 * @param {(page: import('playwright-core').Page, look: (name: string) => Promise<void>) => Promise<void>} tour
 */
async function inBrowser(size, colorScheme, profileName, tour) {
  const context = await chromium.launchPersistentContext(join(profile, profileName), {
    executablePath,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', ...asRoot],
    viewport: { width: size.width, height: size.height },
    hasTouch: size.touch,
    isMobile: size.width < 500,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    serviceWorkers: 'block'
  });
  try {
    const watched = await WatchedPage.open(context);
    const { page } = watched;
    page.setDefaultTimeout(20_000);
    await tour(page, async (name) => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(350);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      // A window as high as the page shows what is fixed to its edges where it belongs.
      const whole = height > size.height && height <= highest;
      if (whole) await page.setViewportSize({ width: size.width, height });
      await page.screenshot({ path: join(folder, `${name}-${size.width}-${colorScheme}.png`) });
      pictures++;
      const label = `${name} at ${size.width} ${colorScheme}`;
      if (overflow > 0) complaints.push(`${label}: is ${overflow} pixels wider than the window`);
      for (const complaint of await watched.complaints()) complaints.push(`${label}: ${complaint}`);
      if (whole) await page.setViewportSize({ width: size.width, height: size.height });
    });
  } finally {
    await context.close();
  }
}

/** @param {(typeof widths)[number]} size @param {(typeof schemes)[number]} colorScheme */
const walkGallery = (size, colorScheme) =>
  inBrowser(size, colorScheme, `gallery-${size.width}-${colorScheme}`, async (page, look) => {
    await page.goto(`${site.url}/gallery`);
    await page.waitForSelector('main li a');
    const names = await page.locator('main li a').allInnerTexts();
    for (const name of names.filter((candidate) => candidate.includes(filter))) {
      await page.goto(`${site.url}/gallery/${name}`);
      await page.waitForSelector('h1');
      await look(name);
    }
  });

try {
  if (filter === '') await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (filter !== 'app' && filter !== 'places')
    for (const size of widths) for (const scheme of schemes) await walkGallery(size, scheme);
  if (filter === '' || filter === 'places') {
    for (const size of widths) {
      for (const scheme of schemes)
        await inBrowser(size, scheme, `places-${size.width}-${scheme}`, (page, look) =>
          walkPlaces(page, site.url, look)
        );
    }
  }
  if (filter === '' || filter === 'app') {
    for (const size of widths) {
      const scheme = size.width === 390 ? 'dark' : 'light';
      await inBrowser(size, scheme, `app-${size.width}`, async (page, look) => {
        complaints.push(...(await walkApp(page, site.url, look)));
      });
    }
  }
} finally {
  await site.close();
  await rm(profile, { recursive: true, force: true });
}
for (const complaint of complaints) console.log(complaint);
console.log(`${pictures} pictures in .cache/pictures, ${complaints.length} complaints`);
process.exitCode = complaints.length === 0 && pictures > 0 ? 0 : 1;
