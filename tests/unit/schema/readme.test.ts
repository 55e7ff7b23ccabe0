/** The README says what every store holds, so that others can read and write it: it has to be true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoreDefinition } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { assetCategories, assetTypes, factsOf, transactionTypes } from '../../../src/lib/schema/v1.0.0';

const readme = readFileSync(join(import.meta.dirname, '../../../src/lib/schema/README.md'), 'utf8');

interface Described {
  readonly key: string;
  readonly indexes: readonly string[];
  readonly without: readonly string[];
  /** Field → whether it may be absent. */
  readonly fields: ReadonlyMap<string, boolean>;
  readonly ofRow: readonly string[];
}

function described(version: string, store: string): Described {
  const section = readme.split(`### ${version} ${store}\n`)[1]?.split(/\n#{2,3} /)[0];
  if (section === undefined) throw new Error(`src/lib/schema/README.md does not describe ${store} of ${version}`);
  const line = section.split('\n')[0] ?? '';
  const names = (text: string | undefined): string[] =>
    [...(text ?? '').matchAll(/`([^`]+)`( \([a-z-]+\))?/g)].map(([, name = '', more = '']) => name + more);
  const tables = section.split('\n\n').filter((block) => block.startsWith('| field'));
  const rowsOf = (table: string | undefined): [string, boolean][] =>
    [...(table ?? '').matchAll(/^\| `([^`]+)`(\??) \|/gm)].map(([, name = '', mark]) => [name, mark === '?']);
  return {
    key: /Key `([^`]+)`/.exec(line)?.[1] ?? '',
    indexes: names(/Indexes ([^.]+)\./.exec(line)?.[1]),
    without: names(/without ([^,]+(?:,[^,]+)*), and with/.exec(line)?.[1]),
    fields: new Map(rowsOf(tables.find((table) => table.startsWith('| field |')))),
    ofRow: rowsOf(tables.find((table) => table.startsWith('| field of a row'))).map(([name]) => name)
  };
}

function isOptional(definition: StoreDefinition, field: string): boolean {
  return definition.row.entries[field]?.type === 'optional';
}

const changed = history.versions.flatMap(({ version, definition }, at) =>
  Object.entries(definition.stores).flatMap(([name, store]) =>
    store ? [{ version, name, store, before: history.versions[at - 1]?.stores[name] }] : []
  )
);

describe('src/lib/schema/README.md', () => {
  it.each(changed)('describes $name of $version as it is', ({ version, name, store, before }) => {
    const said = described(version, name);
    expect(said.key).toBe(typeof store.keyPath === 'string' ? store.keyPath : `[${store.keyPath.join(', ')}]`);
    expect(said.indexes).toEqual(
      store.indexes.map(
        ({ keyPath, unique, multiEntry }) =>
          `${String(keyPath)}${unique ? ' (unique)' : ''}${multiEntry ? ' (multi-entry)' : ''}`
      )
    );
    const fields = new Map<string, boolean>();
    if (before)
      for (const field of Object.keys(before.row.entries))
        if (!said.without.includes(field)) fields.set(field, isOptional(before, field));
    for (const [field, optional] of said.fields) fields.set(field, optional);
    expect([...fields].sort()).toEqual(
      Object.keys(store.row.entries)
        .map((field): [string, boolean] => [field, isOptional(store, field)])
        .sort()
    );
    expect(said.ofRow).toEqual(store.packed?.containerFields ?? []);
  });

  it('names every asset type under its category, and every type of transaction', () => {
    for (const category of assetCategories) {
      const row = new RegExp(`^\\| \`${category}\` \\| (.+) \\|$`, 'm').exec(readme)?.[1] ?? '';
      expect(row.split(', ').sort(), category).toEqual(
        assetTypes
          .filter((type) => factsOf(type).category === category)
          .map((type) => `\`${type}\``)
          .sort()
      );
    }
    for (const type of transactionTypes) expect(readme).toContain(`\`${type}\``);
  });

  it('names the native version of every data version, and its steps', () => {
    for (const { version, native, definition } of history.versions) {
      expect(readme).toMatch(
        new RegExp(`${version.replaceAll('.', '\\.')} is (native version )?\\*\\*${native}\\*\\*`)
      );
      for (const step of definition.steps ?? []) expect(readme).toContain(`\`${step.name}\``);
    }
  });
});
