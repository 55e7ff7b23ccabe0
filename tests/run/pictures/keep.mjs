/**
 * `node tests/run/pictures/keep.mjs`: takes the pictures that README.md shows from .cache/pictures into tests/pictures,
 * as WebP.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../chromium.mjs';
import { root } from '../command.mjs';

/** Name to keep it under → picture. */
const kept = {
  overview: 'places-overview-1440-light',
  'overview-dark': 'places-overview-1440-dark',
  'overview-phone': 'places-overview-390-light',
  holdings: 'places-holdings-1440-light',
  'holdings-phone': 'places-holdings-390-dark',
  asset: 'places-asset-1440-light',
  'asset-phone': 'places-asset-390-light',
  transactions: 'places-transactions-1440-light',
  accounts: 'places-accounts-1440-dark',
  performance: 'places-performance-1440-light',
  'performance-phone': 'places-performance-390-dark',
  income: 'places-income-1440-light',
  allocation: 'places-allocation-1440-light',
  import: 'places-import-file-1440-light',
  'import-phone': 'places-import-file-390-light',
  entry: 'places-entry-1440-light',
  'entry-phone': 'places-entry-390-dark',
  palette: 'places-palette-1440-dark',
  settings: 'places-settings-1440-light',
  upgrade: 'app-5-upgrade-1440-light',
  running: 'app-6-running-1440-light',
  'upgraded-phone': 'app-7-upgraded-390-dark',
  data: 'app-8-data-1440-light'
};
/** Pixels: enough to read, small enough for a repository. */
const widest = 1200;

const folder = join(root, 'tests', 'pictures');
await mkdir(folder, { recursive: true });
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--disable-gpu', ...asRoot] });
const page = await browser.newPage();
for (const [name, source] of Object.entries(kept)) {
  const picture = await readFile(join(root, '.cache', 'pictures', `${source}.png`)).catch(() => null);
  if (picture === null) {
    console.log(`${name}.webp stays as it is: there is no ${source}.png`);
    continue;
  }
  const encoded = await page.evaluate(
    async ([data, most]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const scale = Math.min(1, Number(most) / image.width);
      const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('This browser cannot draw.');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [picture.toString('base64'), widest]
  );
  await writeFile(join(folder, `${name}.webp`), Buffer.from(encoded));
  console.log(`${name}.webp: ${Math.round(encoded.length / 1000)} KB`);
}
await browser.close();
