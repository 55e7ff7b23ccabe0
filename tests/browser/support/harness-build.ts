import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../run/command.mjs';

/** Where the bundle lies that puts the engine's own functions into a page. */
export const harnessFolder = join(root, '.cache', 'harness');

/** Bundles the harness page for the same browsers, and with the same constants, as the app. */
export async function buildHarness(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await build({
    configFile: false,
    root: join(root, 'tests', 'browser', 'harness'),
    base: '/__harness/',
    logLevel: 'warn',
    publicDir: false,
    define: { __APP_VERSION__: JSON.stringify(version) },
    worker: { format: 'es' },
    build: {
      outDir: harnessFolder,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      sourcemap: false,
      // The page takes everything at once, also what the app loads when it is used.
      rolldownOptions: { checks: { ineffectiveDynamicImport: false } }
    }
  });
}
