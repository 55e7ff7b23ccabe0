/** `npm run test:browser [-- filter]`: the tests in Chromium alone. */
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { runProject } from './vitest.mjs';

await install();
await build();
const chromium = await ensureChromium();
const result = await runProject('browser', {
  seconds: 1200,
  args: process.argv.slice(2),
  env: { CHROMIUM_PATH: chromium }
});
console.log(`${result.passed} passed, ${result.failures.length} failed`);
process.exitCode = result.failures.length === 0 ? 0 : 1;
