/**
 * `npm run test:engines [-- firefox,webkitgtk]`: one person's story in Chromium, Firefox and WebKitGTK. Installs from
 * the system's packages what is missing.
 */
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './command.mjs';
import { install } from './install.mjs';
import { runProject } from './vitest.mjs';

/** Debian's places; WEBKIT_PATH and FIREFOX_PATH name others. */
const webkitPlaces = ['6.0', '4.1', '4.0'].flatMap((version) =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) =>
    version === '6.0'
      ? `/usr/lib/${machine}/webkitgtk-6.0/MiniBrowser`
      : `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`
  )
);
const firefoxPlaces = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

const firstOf = (/** @type {readonly (string | undefined)[]} */ places) =>
  places.find((place) => place !== undefined && existsSync(place));
const findFirefox = () => firstOf([process.env.FIREFOX_PATH, ...firefoxPlaces]);
const findWebkit = () =>
  firstOf(['/usr/bin/WebKitWebDriver']) && firstOf(['/usr/bin/xvfb-run'])
    ? firstOf([process.env.WEBKIT_PATH, ...webkitPlaces])
    : undefined;

/**
 * @param {string} name
 * @param {() => string | undefined} find
 * @param {readonly string[]} packages
 */
async function ensure(name, find, packages) {
  const found = find();
  if (found !== undefined) return found;
  console.log(`Installing ${name} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { seconds: 180, quiet: true, env });
  const options = ['install', '-y', '-qq', '--no-install-recommends'];
  const { output } = await run('apt-get', [...options, ...packages], { seconds: 600, quiet: true, env });
  const installed = find();
  if (installed !== undefined) return installed;
  const said = output.trim().split('\n').slice(-5).join('\n');
  throw new Error(`No ${name} was found, and none could be installed: install ${packages.join(', ')}.\n${said}`);
}

await install();
await build();
const engines = (process.argv[2] ?? 'chromium,firefox,webkitgtk').toLowerCase();
/** @type {Record<string, string>} */
const env = { ENGINES: engines };
if (engines.includes('chromium')) env.CHROMIUM_PATH = await ensureChromium();
if (engines.includes('firefox')) env.FIREFOX_PATH = await ensure('Firefox', findFirefox, ['firefox-esr']);
if (engines.includes('webkitgtk')) {
  env.WEBKIT_PATH = await ensure('WebKitGTK', findWebkit, ['webkit2gtk-driver', 'xvfb', 'xauth']);
}
const result = await runProject('engines', { seconds: 1800, env });
for (const failure of result.failures) console.log(`failed: ${failure}`);
console.log(`${result.passed} passed, ${result.failures.length} failed`);
process.exitCode = result.failures.length === 0 ? 0 : 1;
