import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './command.mjs';

/**
 * Counts what a vitest report (JSON) says. A file that could not be loaded is one failure, and so is a test that was
 * skipped: a test that does not run proves nothing.
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 */
export function count(report) {
  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const file of report.testResults) {
    const before = failures.length;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else failures.push(`${test.fullName} (${test.status})`);
    }
    if (file.status === 'failed' && failures.length === before) failures.push(`${file.name} (did not run to its end)`);
  }
  return { passed, failures };
}

/**
 * Runs one vitest project and reads its report.
 * @param {string} project
 * @param {{ seconds: number, args?: readonly string[], env?: Record<string, string>, quiet?: boolean }} options
 * @returns {Promise<{ passed: number, failures: string[], output: string }>}
 */
export async function runProject(project, { seconds, args = [], env = {}, quiet = false }) {
  const folder = join(root, '.cache');
  const file = join(folder, `report-${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = await run('npx', ['vitest', 'run', '--project', project, ...reporters, ...args], {
    seconds,
    env,
    quiet
  });
  if (result.timedOut)
    return { passed: 0, failures: [`${project} took longer than ${seconds} s`], output: result.output };
  try {
    const { passed, failures } = count(JSON.parse(readFileSync(file, 'utf8')));
    if (result.code !== 0 && failures.length === 0) failures.push(`${project} tests ended with code ${result.code}`);
    if (passed + failures.length === 0) failures.push(`${project} has no tests`);
    return { passed, failures, output: result.output };
  } catch {
    return { passed: 0, failures: [`${project} tests left no report (code ${result.code})`], output: result.output };
  }
}
