import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const define = {
  __APP_VERSION__: JSON.stringify(version),
  __DATA_VERSION__: JSON.stringify(dataVersion(read('src/lib/schema/registry.ts'))),
  __CHANGES__: JSON.stringify(changesOf(version, read('README.md')))
};

/** How long plugins take is Kit's own affair, and nothing that is wrong. */
const rolldownOptions = { checks: { pluginTimings: false } };

/** The last version that the registry imports: the service worker names it without loading any. */
function dataVersion(registry: string): string {
  const versions = [...registry.matchAll(/from '\.\/v(\d+\.\d+\.\d+)'/g)].map(([, found]) => found);
  const last = versions.at(-1);
  if (last === undefined) throw new Error('src/lib/schema/registry.ts imports no version.');
  return last;
}

/** The changelog's entries of one app version, as plain sentences. */
function changesOf(release: string, readme: string): readonly string[] {
  const [, section = ''] = readme.split(`\n### ${release}\n`);
  const [own = ''] = section.split(/\n#{1,3} /);
  const entries = own.split(/^- /m).map((entry) => entry.replace(/\s+/g, ' ').replaceAll('`', '').trim());
  const changes = entries.filter((entry) => entry !== '');
  if (changes.length === 0) throw new Error(`The changelog in README.md says nothing about ${release}.`);
  return changes;
}

/** Vite's manifest names no workers, and the service worker keeps what the manifest names. */
function workersInManifest(): Plugin {
  return {
    name: 'workers-in-manifest',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const manifest = bundle['.vite/manifest.json'];
        if (manifest?.type !== 'asset') return;
        const entries = JSON.parse(String(manifest.source)) as Record<string, { file: string }>;
        const workers = Object.keys(bundle).filter((file) => file.includes('/workers/') && file.endsWith('.js'));
        for (const file of workers) entries[file] ??= { file };
        manifest.source = JSON.stringify(entries, null, 2);
      }
    }
  };
}

/** What four places or more have in common comes as one file. */
const pageSplitting = { groups: [{ name: 'shared', minShareCount: 4 }] };

/**
 * Each file costs a request through the service worker, and a worker waits for one layer of files after the other. So
 * what the worker needs before it can look at the data comes as one file, and what it needs for figures as another.
 */
const workerParts = [
  { name: 'look', entry: 'desk', modules: new Set<string>() },
  { name: 'figures', entry: 'figure-jobs', modules: new Set<string>() }
];
const workerSplitting = {
  groups: workerParts.map(({ name, modules }, at) => ({
    name,
    test: (id: string) => modules.has(id),
    priority: workerParts.length - at
  }))
};

/** Finds out what is in each part by bundling it alone: whatever it does not use is then left out. */
function findWorkerParts(): Plugin {
  const later: Plugin = { name: 'later', resolveDynamicImport: (id) => ({ id: String(id), external: true }) };
  const bundle = async (entry: string): Promise<readonly string[]> => {
    const input = fileURLToPath(new URL(`src/lib/app/worker/${entry}.ts`, import.meta.url));
    const built = await build({
      configFile: false,
      logLevel: 'error',
      define,
      plugins: [later],
      build: { write: false, minify: false, rolldownOptions: { input, preserveEntrySignatures: 'strict' } }
    });
    const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
    return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  };
  return {
    name: 'find-worker-parts',
    apply: 'build',
    async buildStart() {
      for (const { entry, modules } of workerParts) for (const id of await bundle(entry)) modules.add(id);
    }
  };
}

/** Tests in `tests/<name>` that drive a browser; of the long suites, `faults` and `engines`, no part runs in `npm test`. */
const inBrowsers = (name: string) => ({
  define,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    globalSetup: ['tests/browser/support/setup.ts'],
    environment: 'node' as const,
    // Each file drives a browser of its own, and spends as much time waiting for it as computing. Nothing is timed here.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
});

/** The longest files begin first, so that at the end no worker waits for another; they are not the largest ones. */
class LongestFirst extends BaseSequencer {
  static readonly #longest = ['kill', 'restore', 'recovery', 'upgrade-by-clicks', 'quota', 'screens', 'story'];

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LongestFirst.#longest.findIndex((name) => moduleId.endsWith(`/browser/${name}.test.ts`));
      return at === -1 ? LongestFirst.#longest.length : at;
    };
    return (await super.sort(files)).sort((first, second) => rank(first) - rank(second));
  }
}

export default defineConfig(({ isSsrBuild = false }) => ({
  // Tests need Svelte's compiler for the state modules, but none of the routing.
  plugins: process.env.VITEST ? [svelte()] : [sveltekit(), workersInManifest()],
  define,
  build: {
    target: 'es2022',
    rolldownOptions: isSsrBuild ? rolldownOptions : { ...rolldownOptions, output: { codeSplitting: pageSplitting } }
  },
  worker: {
    format: 'es',
    plugins: () => [findWorkerParts()],
    rolldownOptions: { ...rolldownOptions, output: { codeSplitting: workerSplitting } }
  },
  server: { port: Number(process.env.PORT ?? 5173) },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          environment: 'node',
          // Files share a context, and undo what they stub: one for each would cost a third of the time.
          pool: 'threads',
          isolate: false,
          testTimeout: 60_000
        }
      },
      inBrowsers('browser'),
      inBrowsers('faults'),
      inBrowsers('engines')
    ]
  }
}));
