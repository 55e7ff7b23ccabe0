/**
 * `npm test`: installs what is missing, then lint, formatting, types, build, unit tests, and the tests in Chromium.
 * Ends with a line of its own, "N passed, N failed"; every gate counts as one check.
 */
import { ensureChromium } from './chromium.mjs';
import { run } from './command.mjs';
import { install } from './install.mjs';
import { runProject } from './vitest.mjs';

let passed = 0;
/** @type {string[]} */
const failures = [];
const started = Date.now();

const heading = (/** @type {string} */ name, /** @type {number} */ since) =>
  console.log(`\n── ${name} (${((Date.now() - since) / 1000).toFixed(0)} s)`);

/**
 * One check that either passes or fails as a whole; its output is shown when it fails.
 * @param {string} name
 * @param {readonly (readonly [string, ...string[]])[]} commands
 * @param {number} seconds for each command
 * @param {RegExp} [never] what its output may not hold, though it succeeds
 */
async function gate(name, commands, seconds, never) {
  const since = Date.now();
  for (const [command, ...args] of commands) {
    const result = await run(command, args, { seconds, quiet: true });
    if (result.code !== 0 || never?.test(result.output)) {
      heading(name, since);
      console.log(result.output);
      failures.push(result.timedOut ? `${name} took longer than ${seconds} s` : name);
      return;
    }
  }
  heading(name, since);
  console.log('passed');
  passed++;
}

/**
 * @param {string} project
 * @param {number} seconds
 * @param {Record<string, string>} env
 */
async function tests(project, seconds, env = {}) {
  const since = Date.now();
  const result = await runProject(project, { seconds, env, quiet: true });
  heading(`${project} tests`, since);
  console.log(result.output);
  passed += result.passed;
  failures.push(...result.failures);
}

await install();
await gate('generated types', [['npx', 'svelte-kit', 'sync']], 60);

await Promise.all([
  (async () => {
    await gate('lint', [['npx', 'eslint', '--config', 'tests/eslint.config.js', '.', '--max-warnings', '0']], 240);
    await gate('format', [['npx', 'prettier', '--check', '.']], 120);
    await gate('types', [['npm', 'run', '--silent', 'check']], 300);
  })(),
  (async () => {
    // Warnings of the bundler are told by their code, such as [CIRCULAR_DEPENDENCY], and do not end it.
    await gate('build', [['npx', 'vite', 'build', '--logLevel', 'warn']], 300, /\[[A-Z]+(?:_[A-Z]+)+\]|\bwarning\b/i);
    await tests('unit', 480);
  })()
]);

try {
  const chromium = await ensureChromium();
  await tests('browser', 1000, { CHROMIUM_PATH: chromium });
} catch (error) {
  failures.push(error instanceof Error ? error.message : String(error));
}

console.log(`\nFinished in ${((Date.now() - started) / 1000).toFixed(0)} s`);
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
