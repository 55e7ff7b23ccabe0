import { cp, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newestChange } from '../../run/build.mjs';
import { root, run } from '../../run/command.mjs';
import { isInstalled } from '../../run/install.mjs';
import { count } from '../../run/vitest.mjs';
import { read } from './imports';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wealthwise-commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the summary of a test run', () => {
  const file = (status: string, ...results: string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: results.map((result, index) => ({ status: result, fullName: `test ${index}` }))
  });

  test('counts what passed and names what failed', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
    expect(count(report)).toEqual({ passed: 3, failures: ['test 1 (failed)'] });
  });

  test.each(['skipped', 'pending', 'todo', 'disabled'])(
    'a test that is %s is a failure: it proves nothing',
    (status) => {
      expect(count({ testResults: [file('passed', 'passed', status)] })).toEqual({
        passed: 1,
        failures: [`test 1 (${status})`]
      });
    }
  );

  test('a file that could not be loaded is a failure', () => {
    expect(count({ testResults: [file('failed')] }).failures).toEqual(['a.test.ts (did not run to its end)']);
  });
});

describe('a command', () => {
  test('tells its exit code and what it said', async () => {
    const result = await run(process.execPath, ['-e', 'console.log("out"); console.error("err"); process.exit(3)'], {
      seconds: 20,
      quiet: true
    });
    expect(result).toMatchObject({ code: 3, timedOut: false });
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  test('that takes too long is ended, with everything it started', async () => {
    const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' })`;
    const began = Date.now();
    const result = await run(process.execPath, ['-e', child], { seconds: 1, quiet: true });
    expect(result).toMatchObject({ code: 124, timedOut: true });
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test('that does not exist is told', async () => {
    expect((await run('no-such-command-here', [], { seconds: 5, quiet: true })).code).toBe(127);
  });
});

describe('what is installed', () => {
  const write = async (path: string, packages: Record<string, unknown>) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify({ packages }));
  };
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true }
  };

  test('nothing, when nothing was', async () => {
    await write('package-lock.json', wanted);
    expect(isInstalled(folder)).toBe(false);
  });

  test('is what the lock file names, optional packages aside', async () => {
    await write('package-lock.json', wanted);
    await write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
  });

  test('is out of date when a version differs', async () => {
    await write('package-lock.json', wanted);
    await write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('in a fresh clone', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = Object.values(scripts).flatMap((script) => /^node (tests\/run\/\S+)/.exec(script)?.[1] ?? []);

  test('there are commands', () => {
    expect(commands).toEqual(expect.arrayContaining(['tests/run/start.mjs', 'tests/run/test.mjs']));
  });

  test.each(commands)('%s needs no package before it has installed them', async (command) => {
    await cp(join(root, 'tests', 'run'), join(folder, 'tests', 'run'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await cp(join(root, file), join(folder, file));
    // The one step that a clone without packages cannot do without; here it fails, so that nothing follows it.
    await writeFile(join(folder, 'npm'), '#!/bin/sh\necho "asked for: npm $1"\nexit 7\n', { mode: 0o755 });
    const { output } = await run(process.execPath, [join(folder, command)], {
      seconds: 20,
      quiet: true,
      cwd: folder,
      env: { PATH: `${folder}:${process.env['PATH']}` }
    });
    expect(output).toContain('asked for: npm ci');
    expect(output).not.toContain('MODULE_NOT_FOUND');
  });
});

test('the newest change below a folder is that of its newest file, or of a removal', async () => {
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'a'), '');
  const long = new Date('2001-01-01');
  for (const path of ['inner/a', 'inner', '.']) await utimes(join(folder, path), long, long);
  expect(newestChange(folder)).toBe(long.getTime());
  await rm(join(folder, 'inner', 'a'));
  expect(newestChange(folder)).toBeGreaterThan(long.getTime());
  expect(newestChange(join(folder, 'nothing'))).toBe(0);
});
