/**
 * The app as it was before its newest data version: the same sources, with the last line of the registry taken away.
 * Two really different builds for the tests, and no binary in the repository.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { newestChange } from './build.mjs';
import { root, run } from './command.mjs';

const folder = join(root, '.cache', 'previous-build');
const parts = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'README.md'];

/** Where the built files of the previous data version lie. */
export const previousBuildFolder = join(folder, 'build');

/** The app version that the previous build calls itself. */
export const previousAppVersion = '0.0.9';

/** Builds it, when it is not built yet or out of date. */
export async function buildPrevious() {
  const built = statSync(join(previousBuildFolder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (parts.every((part) => newestChange(join(root, part)) <= built)) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await change('src/lib/schema/registry.ts', withoutLast);
  await change('package.json', (text) => text.replace(/"version": "[^"]+"/, `"version": "${previousAppVersion}"`));
  await change('README.md', (text) => text.replace(/\n### \d+\.\d+\.\d+\n/, `\n### ${previousAppVersion}\n`));
  const result = await run('npx', ['vite', 'build', '--logLevel', 'warn'], {
    seconds: 300,
    quiet: true,
    cwd: folder,
    env: { VITEST: '', NODE_ENV: 'production' }
  });
  if (result.code !== 0) throw new Error(`The previous build could not be made:\n${result.output}`);
}

/**
 * @param {string} path
 * @param {(text: string) => string} edit
 */
async function change(path, edit) {
  const before = await readFile(join(folder, path), 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`${path} has another form than the previous build expects.`);
  await writeFile(join(folder, path), after);
}

/** @param {string} registry */
function withoutLast(registry) {
  const last = /, (v\d+_\d+_\d+)\]/.exec(registry)?.[1] ?? 'none';
  return registry.replace(new RegExp(`import \\{ ${last} \\}[^\\n]*\\n`), '').replace(`, ${last}]`, ']');
}
