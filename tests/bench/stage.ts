import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { Browser } from '../browser/support/browser';
import { root } from '../run/command.mjs';
import { serve } from '../run/serve.mjs';
import type {} from './page/main';

const folder = join(root, '.cache', 'bench');

/** Bundles the contenders as the app is bundled: same target, minified, no source maps. */
export async function buildPage(version: string): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'tests', 'bench', 'page'),
    base: '/__bench/',
    logLevel: 'error',
    publicDir: false,
    define: { __APP_VERSION__: JSON.stringify(version) },
    worker: { format: 'es' },
    // One Dexie for the peers and for us, the app's own.
    resolve: { dedupe: ['dexie'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: ['index.html', 'bare.html'].map((page) => join(root, 'tests', 'bench', 'page', page)) }
    }
  });
}

export function serveAll(): ReturnType<typeof serve> {
  return serve({ mounts: { '/__bench/': folder } });
}

/** The page of the contenders, in a browser with a fresh profile or the one that is given. */
export async function openBench(url: string, profile?: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await Browser.launch(profile === undefined ? {} : { profile });
  const page = await browser.context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${url}/__bench/`);
  await page.waitForFunction(() => window.bench !== undefined);
  return { browser, page };
}
