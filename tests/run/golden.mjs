/** `npm run golden`: writes the golden database of every version that has none, and leaves the others as they are. */
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
const written = writeGolden(history.versions.map((version) => version.definition));
console.log(written.length === 0 ? 'Every version has its golden database.' : `Wrote ${written.join(', ')}.`);
