import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runOrExit } from './command.mjs';

/**
 * True when the packages that are installed in a folder are those that its lock file names. Optional packages may be
 * missing, because most of them are for other platforms.
 * @param {string} folder
 */
export function isInstalled(folder = root) {
  const installedLock = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional === true || present[place]?.version === entry.version
  );
}

/**
 * Installs what the lock file names, when it is not there yet.
 * @param {string} folder
 * @param {readonly string[]} options further options of npm
 */
export async function install(folder = root, options = []) {
  if (isInstalled(folder)) return;
  console.log('Installing packages (npm ci) …');
  await runOrExit('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...options], {
    seconds: 600,
    cwd: folder
  });
}
