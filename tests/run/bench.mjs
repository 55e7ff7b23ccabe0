/**
 * `npm run bench [-- part …]`: installs the libraries it compares with, and prints one line "BENCH name value unit" for
 * each figure. Parts: migrate, scale, untouched, backup, backup100k, restore, import, startup, figures, dashboard,
 * open, page, scroll, domain. Exit code 1 when a bound is not kept.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { root, runOrExit } from './command.mjs';
import { install } from './install.mjs';

const parts = process.argv.slice(2);

await install();
// Some of them ask for a newer Node, which never runs them: they are bundled for the browser.
await install(join(root, 'tests', 'bench'), ['--engine-strict=false']);
if (parts.length !== 1 || parts[0] !== 'domain') {
  await build();
  // After the build, which writes the settings these types stand on.
  await runOrExit('npx', ['tsc', '--noEmit', '-p', 'tests/bench/tsconfig.json'], { seconds: 120 });
  process.env.CHROMIUM_PATH = await ensureChromium();
}

// Only now: a fresh clone has no Vite before the install.
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(root, 'tests', 'bench', 'bench.ts'), { configFile: false, root });
const { bench } = /** @type {typeof import('../bench/bench.ts')} */ (module);
process.exit((await bench(parts)) ? 0 : 1);
