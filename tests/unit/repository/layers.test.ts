import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, read, type Import } from './imports';

/** From top to bottom: a file imports from its own layer and from those below, never upwards. */
const layers = [
  ['src/routes', 'src/lib/ui', 'src/service-worker'],
  ['src/lib/app'],
  ['src/lib/data'],
  ['src/lib/schema'],
  ['src/lib/backup'],
  ['src/lib/migration'],
  ['src/lib/import'],
  ['src/lib/domain'],
  ['src/lib/protocol']
];

const code = filesBelow('src', ['.ts', '.js', '.svelte']);
const imports = code.flatMap(importsOf);

function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);
}

function layerOf(path: string): number | null {
  const found = layers.findIndex((folders) => folders.some((folder) => inside(path, folder)));
  return found < 0 ? null : found;
}

function told(found: readonly Import[]): string[] {
  return found.map(({ from, target }) => `${from} imports ${target}`);
}

function importing(folder: string): readonly Import[] {
  return imports.filter(({ from }) => inside(from, folder));
}

describe('layers', () => {
  test('every source file belongs to a layer', () => {
    const outside = code.filter((file) => layerOf(file) === null && file !== 'src/app.d.ts');
    expect(outside).toEqual([]);
    expect(code.length).toBeGreaterThan(0);
  });

  test('imports point downwards only', () => {
    const upwards = imports.filter(({ from, target, own }) => {
      const [upper, lower] = [layerOf(from), layerOf(target)];
      return own && upper !== null && lower !== null && lower < upper;
    });
    expect(told(upwards)).toEqual([]);
  });

  test('source imports nothing from outside src', () => {
    expect(told(imports.filter(({ target, own }) => own && !target.startsWith('src/')))).toEqual([]);
  });

  test('screens know the app layer alone, no engine internals', () => {
    const allowed = ['src/routes', 'src/lib/ui', 'src/lib/app', 'src/app.css'];
    const beneath = [...importing('src/routes'), ...importing('src/lib/ui')].filter(
      ({ target, own, typeOnly }) =>
        own && !allowed.some((folder) => inside(target, folder)) && !(typeOnly && target === 'src/lib/migration')
    );
    expect(told(beneath)).toEqual([]);
  });

  test('Dexie is used by the data layer and by one adapter file of the engine', () => {
    const withDexie = [...new Set(imports.filter(({ target }) => target === 'dexie').map(({ from }) => from))];
    const elsewhere = withDexie.filter(
      (file) => !inside(file, 'src/lib/data') && file !== 'src/lib/migration/dexie-adapter.ts'
    );
    expect(elsewhere).toEqual([]);
    expect(withDexie).toContain('src/lib/migration/dexie-adapter.ts');
  });

  test('the engine knows no WealthWise and no Svelte', () => {
    expect(
      told(importing('src/lib/migration').filter(({ target }) => target === 'svelte' || target.startsWith('$app')))
    ).toEqual([]);
    // `currency` alone is a word of the public face: a conserved figure is counted in one.
    const words =
      /\b(wealthwise|portfolios?|assets?|currencies|hedg(e|es|ing)|residenc(y|ies)|tax(es)?|dividends?|securit(y|ies))\b/i;
    const spoken = filesBelow('src/lib/migration', ['.ts'])
      .filter((file) => !inside(file, 'src/lib/migration/testing'))
      .flatMap((file) =>
        withoutComments(read(file))
          .split('\n')
          .filter((line) => words.test(line))
          .map((line) => `${file}: ${line.trim()}`)
      );
    expect(spoken).toEqual([]);
  });

  test('a data version imports types of the engine, its predecessors, valibot and big.js: nothing live', () => {
    const versions = filesBelow('src/lib/schema', ['.ts']).filter((file) => /\/v\d+\.\d+\.\d+(\/|\.ts$)/.test(file));
    expect(versions.length).toBeGreaterThan(0);
    const live = versions.flatMap(importsOf).filter(({ from, target, own, typeOnly }) => {
      if (!own) return target !== 'valibot' && target !== 'big.js';
      if (target === 'src/lib/migration' && typeOnly) return false;
      const [mine, theirs] = [versionIn(from), versionIn(target)];
      return theirs === null || mine === null || theirs.localeCompare(mine, 'en', { numeric: true }) > 0;
    });
    expect(told(live)).toEqual([]);
  });

  test('no page holds markup made from text', () => {
    const markup = code.filter((file) => file.endsWith('.svelte') && read(file).includes('{@html'));
    expect(markup).toEqual([]);
  });
});

function versionIn(path: string): string | null {
  return /\/v(\d+\.\d+\.\d+)(?:\/|\.ts$|$)/.exec(path)?.[1] ?? null;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
