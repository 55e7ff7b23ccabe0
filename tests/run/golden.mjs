/** `npm run golden`: writes the golden database of every version that has none, and leaves the others as they are. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './command.mjs';

const options = { configFile: false, root };
const { module } = await runnerImport(join(root, 'tests', 'support', 'golden-writer.ts'), options);
const { module: schema } = await runnerImport(join(root, 'src', 'lib', 'schema', 'registry.ts'), options);
const written = module.writeGolden(schema.history.versions.map((version) => version.definition));
console.log(written.length === 0 ? 'Every version has its golden database.' : `Wrote ${written.join(', ')}.`);
