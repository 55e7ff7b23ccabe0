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
  portfolio: 'app-2-portfolio-1440-light',
  upgrade: 'app-5-upgrade-1440-light',
  running: 'app-6-running-1440-light',
  data: 'app-8-data-1440-light',
  'portfolio-phone': 'app-2-portfolio-390-dark',
  'upgraded-phone': 'app-7-upgraded-390-dark'
};
/** Pixels: enough to read, small enough for a repository. */
const widest = 1200;

const folder = join(root, 'tests', 'pictures');
await mkdir(folder, { recursive: true });
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--disable-gpu', ...asRoot] });
const page = await browser.newPage();
for (const [name, source] of Object.entries(kept)) {
  const picture = await readFile(join(root, '.cache', 'pictures', `${source}.png`));
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
