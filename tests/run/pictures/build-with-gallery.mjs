import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newestChange } from '../build.mjs';
import { root, runOrExit } from '../command.mjs';

const sources = ['src', 'static', 'package.json', 'README.md', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];

/**
 * Builds the app once more with the gallery in it, in a folder of its own, so that the build that ships stays as it is.
 * @param {string} folder
 * @returns {Promise<string>} the folder that holds the built app
 */
export async function buildWithGallery(folder) {
  const built = join(folder, 'build');
  const age = newestChange(join(built, 'index.html'));
  if (age > 0 && sources.every((source) => newestChange(join(root, source)) <= age)) return built;
  console.log('Building the app with its gallery …');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const source of sources) await cp(join(root, source), join(folder, source), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await runOrExit('npx', ['vite', 'build', '--logLevel', 'warn'], {
    seconds: 300,
    cwd: folder,
    env: { VITE_GALLERY: 'yes' }
  });
  return built;
}
