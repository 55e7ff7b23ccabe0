import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const define = { __APP_VERSION__: JSON.stringify(version) };

/** Tests in `tests/<name>` that drive a browser; of the long suite, `faults`, no part runs in `npm test`. */
const inChromium = (name: string) => ({
  define,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup: ['tests/browser/support/setup.ts'],
    environment: 'node' as const,
    // Each file drives a browser of its own; more than one at a time would make their timings meaningless.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});

export default defineConfig({
  // Tests need Svelte's compiler for the state modules, but none of the routing.
  plugins: process.env.VITEST ? [svelte()] : [sveltekit()],
  define,
  build: { target: 'es2022' },
  worker: { format: 'es' },
  server: { port: Number(process.env.PORT ?? 5173) },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000
        }
      },
      inChromium('browser'),
      inChromium('faults')
    ]
  }
});
