import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** Browsers that Playwright has downloaded, newest first. */
function downloaded() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright')
  ];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
  ];
  return caches
    .filter((cache) => cache !== undefined && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(cache ?? '')
        .filter((name) => /^chromium-\d+$/.test(name))
        .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
        .flatMap((name) => inside.map((path) => join(cache ?? '', name, path)))
    );
}

function candidates() {
  const folders = (process.env.PATH ?? '').split(':');
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...applications, ...downloaded()];
}

/** True when this is a browser that starts: a package may have left a file that only says where to get one. */
async function works(/** @type {string} */ path) {
  return existsSync(path) && (await run(path, ['--version'], { seconds: 30, quiet: true })).code === 0;
}

/**
 * The path of a Chromium: CHROMIUM_PATH, an installed Chromium or Chrome, or one that Playwright has downloaded.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told !== undefined && told !== '') {
    if (await works(told)) return told;
    throw new Error(`CHROMIUM_PATH is "${told}", and no browser starts there.`);
  }
  for (const candidate of candidates()) if (await works(candidate)) return candidate;
  return null;
}

/** Finds a Chromium, or installs one; throws a sentence that says what to do when there is no way. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Installing Chromium (apt-get) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { seconds: 180, quiet: true, env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      seconds: 300,
      quiet: true,
      env
    });
    const installed = await findChromium();
    if (installed !== null) return installed;
  }
  console.log('Downloading Chromium (playwright-core) …');
  await run('npx', ['playwright-core', 'install', '--no-shell', 'chromium'], { seconds: 300, quiet: true });
  const installed = await findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.'
  );
}
