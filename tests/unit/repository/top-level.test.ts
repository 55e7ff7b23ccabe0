import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../run/command.mjs';
import { read } from './imports';

test('the top level holds what it is fixed to, and nothing else', () => {
  const ignored = read('.gitignore')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const visible = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.includes(name));
  expect(visible.sort()).toEqual(
    [
      'README.md',
      'package-lock.json',
      'package.json',
      'src',
      'static',
      'svelte.config.js',
      'tests',
      'tsconfig.json',
      'vite.config.ts'
    ].sort()
  );
});

test('every package has one exact version, and the lock file has the same', () => {
  const named = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string }> };
  for (const [name, version] of Object.entries({ ...named.dependencies, ...named.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});
