/**
 * `npm run test:faults [-- kills rounds]`: thousands of files that are no sound backup, many more kills of the browser in
 * the middle of an upgrade, and of a backup, a restore and a rollback (so many of each), than `npm test` makes, and so many
 * rounds of windows opened, frozen, edited, upgraded and killed in any order, on both of Chromium's storage engines.
 */
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { runProject } from './vitest.mjs';

const kills = process.argv[2] ?? '12';
const rounds = process.argv[3] ?? '50';
await install();
await build();
const chromium = await ensureChromium();

console.log('\n── 6,000 hostile files');
const hostile = await runProject('unit', { seconds: 900, args: ['hostile-files'], env: { FILES: '6000' } });

let passed = hostile.passed;
/** @type {string[]} */
const failures = [...hostile.failures];
for (const [engine, flags] of [
  ['LevelDB', ''],
  ['SQLite', '--enable-features=IdbSqliteBackingStore']
]) {
  console.log(`\n── ${kills} kills of each, and ${rounds} rounds of windows, on ${engine}`);
  const result = await runProject('browser', {
    seconds: 7200,
    args: ['kill', 'quota', 'restore', 'windows-model', 'service-worker', 'offline'],
    env: { CHROMIUM_PATH: chromium, CHROMIUM_FLAGS: flags ?? '', KILLS: kills, ROUNDS: rounds }
  });
  console.log(`\n── windows put aside, and builds side by side, on ${engine}`);
  const windows = await runProject('faults', {
    seconds: 1200,
    args: ['lifecycle', 'updates', 'old-screens'],
    env: { CHROMIUM_PATH: chromium, CHROMIUM_FLAGS: flags ?? '' }
  });
  passed += result.passed + windows.passed;
  failures.push(...[...result.failures, ...windows.failures].map((failure) => `${engine}: ${failure}`));
}
console.log('\n── a full disk, a broken store, a large download');
const disk = await runProject('faults', {
  seconds: 900,
  args: ['full-disk', 'broken-store', 'download'],
  env: { CHROMIUM_PATH: chromium }
});
passed += disk.passed;
failures.push(...disk.failures);
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
