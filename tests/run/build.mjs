import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runOrExit } from './command.mjs';

/** The folder that `vite build` writes. */
export const buildFolder = join(root, 'build');

const sources = ['src', 'static', 'package-lock.json', 'package.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * The time of the newest change below a path, in milliseconds; folders count too, because a removal changes only them.
 * @param {string} path
 * @returns {number}
 */
export function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stats.mtimeMs);
}

/** True when the build is there and nothing it is made from has changed since. */
export function isBuilt() {
  const built = statSync(join(buildFolder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return built > 0 && sources.every((source) => newestChange(join(root, source)) <= built);
}

/** Builds the app, when it is not built yet or out of date. */
export async function build() {
  if (isBuilt()) return;
  console.log('Building the app …');
  // Under vitest the settings leave routing out; the build is the app's.
  await runOrExit('npx', ['vite', 'build', '--logLevel', 'warn'], {
    seconds: 300,
    env: { VITEST: '', NODE_ENV: 'production' }
  });
}
