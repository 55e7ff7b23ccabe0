/**
 * `npm run golden`: writes the golden database of every version that has none, and a backup file of each in the present
 * format, and leaves those that are there as they are.
 */
import { join } from 'node:path';
import { root, runOrExit } from './command.mjs';
import { install } from './install.mjs';

await install();
// Writes the settings without which no TypeScript can be loaded.
await runOrExit('npx', ['svelte-kit', 'sync'], { seconds: 60 });
// Only now: a fresh clone has no Vite before the install.
const { runnerImport } = await import('vite');

/** @param {string[]} path */
const load = async (...path) => (await runnerImport(join(root, ...path), { configFile: false, root })).module;
const { writeGolden } = /** @type {typeof import('../support/golden-writer.ts')} */ (
  await load('tests', 'support', 'golden-writer.ts')
);
const { history } = /** @type {typeof import('../../src/lib/schema/registry.ts')} */ (
  await load('src', 'lib', 'schema', 'registry.ts')
);
const { writeBackups } = /** @type {typeof import('../support/backup-writer.ts')} */ (
  await load('tests', 'support', 'backup-writer.ts')
);
const databases = writeGolden(history.versions.map((version) => version.definition));
const written = [...databases, ...(await writeBackups(history))];
console.log(
  written.length === 0 ? 'Every version has its golden database and backup file.' : `Wrote ${written.join(', ')}.`
);
