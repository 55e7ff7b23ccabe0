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
}

/** Serves the built app for the tests of one file; the harness and raw pages are on the same origin. */
export function useSite(): Site {
  let url = '';
  let close: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const server = await serve({
      mounts: { '/__harness/': harnessFolder, '/__raw/': join(root, 'tests', 'browser', 'raw') }
    });
    url = server.url;
    close = () => server.close();
  });
  afterAll(() => close());
  return {
    get url() {
      return `${url}/`;
    },
    get harness() {
      return `${url}/__harness/`;
    },
    get raw() {
      return `${url}/__raw/`;
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
