import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { root } from '../../run/command.mjs';
import { serve } from '../../run/serve.mjs';
import { harnessFolder } from './harness-build';

export interface Site {
  readonly url: string;
  /** The engine's own functions, on `window.harness`. */
  readonly harness: string;
  /** Raw IndexedDB and none of our code, on `window.raw`. */
  readonly raw: string;
  /** Puts another build in the place of the one that is served. */
  deploy(folder: string): Promise<void>;
  /** Takes the server away, as if the network was cut. */
  cut(): Promise<void>;
  /** Brings it back on the same port. */
  mend(): Promise<void>;
}

/** Serves the built app for the tests of one file; the harness and raw pages are on the same origin. */
export function useSite(): Site {
  let url = '';
  let close: () => Promise<void> = () => Promise.resolve();
  let deploy: (folder: string) => Promise<void> = () => Promise.resolve();
  let port = 0;
  const start = async (): Promise<void> => {
    const server = await serve({
      port,
      mounts: { '/__harness/': harnessFolder, '/__raw/': join(root, 'tests', 'browser', 'raw') }
    });
    ({ url, port, deploy } = server);
    close = () => server.close();
  };
  beforeAll(start);
  afterAll(() => close());
  return {
    deploy: (folder) => deploy(folder),
    cut: () => close(),
    async mend() {
      await close();
      await start();
    },
    get url() {
      return `${url}/`;
    },
    get harness() {
      return `${url}/__harness/index.html`;
    },
    get raw() {
      return `${url}/__raw/index.html`;
    }
  };
}

/** Everything that went wrong in a page: console errors, uncaught errors, refused resources. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}
