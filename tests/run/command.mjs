import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a command in its own process group, bounded in time and without standard input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ seconds: number, cwd?: string, env?: Record<string, string>, quiet?: boolean }} options
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 124 after a time-out, 127 when there is no such command
 */
export function run(command, args, { seconds, cwd = root, env = {}, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true
    });
    let output = '';
    let timedOut = false;
    const endGroup = (/** @type {NodeJS.Signals} */ signal) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      } catch {
        // The group has already ended.
      }
    };
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup('SIGKILL');
    }, seconds * 1000);
    const stop = () => {
      endGroup('SIGKILL');
      process.exit(130);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const take = (/** @type {Buffer} */ bytes) => {
      output += bytes.toString();
      if (!quiet) process.stdout.write(bytes);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve({ code: timedOut ? 124 : code, output, timedOut });
    };
    child.once('error', () => finish(127));
    child.once('close', (code) => finish(code ?? 1));
  });
}

/**
 * Runs a command and leaves the whole script with its exit code when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ seconds: number, cwd?: string, env?: Record<string, string>, quiet?: boolean }} options
 */
export async function runOrExit(command, args, options) {
  const result = await run(command, args, options);
  if (result.code === 0) return result;
  if (options.quiet) process.stdout.write(result.output);
  const why = result.timedOut ? `took longer than ${options.seconds} s` : `ended with code ${result.code}`;
  console.error(`"${[command, ...args].join(' ')}" ${why}.`);
  process.exit(result.code);
}
