import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { chromium, type Browser as Remote, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../../run/chromium.mjs';

/**
 * Chromium is started here, not by Playwright, because its whole process group must be killable at any instant and
 * because Playwright's defaults switch off things that are tested, such as the back/forward cache.
 */
const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--password-store=basic',
  '--use-mock-keychain',
  '--remote-debugging-port=0',
  // Pages of the address bar that nobody sees here: without them a start costs a third of the time.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  // The browser ends when this pipe closes: with the test that started it, however that ends.
  '--remote-debugging-pipe'
];

let chromiumPath: Promise<string | null> | undefined;

export interface BrowserOptions {
  /** A profile folder to go on with; a fresh one otherwise. */
  readonly profile?: string;
  readonly flags?: readonly string[];
  /** The person's folder, where the system keeps what is installed; that of who runs the tests otherwise. */
  readonly home?: string;
}

/** A browser with a profile folder on disk, and the means to end it as a power cut would. */
export class Browser {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly #process: ChildProcess;
  readonly #remote: Remote;
  #lastCommand = 0;

  private constructor(context: BrowserContext, profile: string, child: ChildProcess, remote: Remote) {
    this.context = context;
    this.profile = profile;
    this.#process = child;
    this.#remote = remote;
  }

  static async launch(options: BrowserOptions = {}): Promise<Browser> {
    const path = await (chromiumPath ??= findChromium());
    if (path === null)
      throw new Error('No Chromium was found: run "npm test", which installs one, or set CHROMIUM_PATH.');
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'wealthwise-profile-')));
    await forgetOwner(profile);
    const fromEnvironment = (process.env.CHROMIUM_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const child = spawn(
      path,
      [...flags, ...asRoot, ...fromEnvironment, ...(options.flags ?? []), `--user-data-dir=${profile}`, 'about:blank'],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
        ...(options.home !== undefined && { env: atHome(options.home) })
      }
    );
    const remote = await chromium.connectOverCDP(await debuggerAddress(child));
    const context = remote.contexts()[0];
    if (context === undefined) throw new Error('Chromium started without a window.');
    context.setDefaultTimeout(30_000);
    return new Browser(context, profile, child, remote);
  }

  /** Ends every process of the browser at once, without a chance to write anything more. */
  async kill(): Promise<void> {
    signalGroup(this.#process, 'SIGKILL');
    await gone(this.#process);
    await this.#remote.close().catch(() => undefined);
  }

  /** Ends the browser in the ordinary way, so that everything is written. */
  async close(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const session = await this.#remote.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await Promise.race([gone(this.#process), delay(10_000)]);
    }
    await this.kill();
  }

  /** Ends the browser and removes its profile, so that there is nothing left to be written in the ordinary way. */
  async discard(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Resident memory of the browser process and of its pages together, in bytes. Linux only. */
  async memory(): Promise<{ browser: number; pages: number }> {
    const group = String(this.#process.pid);
    const memory = { browser: 0, pages: 0 };
    for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const [stat, command] = await Promise.all([readProcess(id, 'stat'), readProcess(id, 'cmdline')]);
      const processGroup = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
      if (processGroup !== group || (id !== group && !command.includes('--type=renderer'))) continue;
      const kilobytes = /^Pss:\s+(\d+)/m.exec(await readProcess(id, 'smaps_rollup'))?.[1];
      memory[id === group ? 'browser' : 'pages'] += Number(kilobytes ?? 0) * 1024;
    }
    return memory;
  }

  /**
   * A command over the pipe. What acts on the whole system, such as installing an app, the browser takes from nowhere else.
   * @throws Error with what the browser said.
   */
  async command(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const [, , , commands, answers] = this.#process.stdio;
    if (!(commands instanceof Writable) || !(answers instanceof Readable)) throw new Error('There is no pipe.');
    const id = ++this.#lastCommand;
    commands.write(`${JSON.stringify({ id, method, params })}\0`);
    return new Promise((resolve, reject) => {
      let text = '';
      const hear = (piece: Buffer): void => {
        text += piece.toString();
        const messages = text.split('\0');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const answer = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } };
          if (answer.id !== id) continue;
          answers.off('data', hear);
          if (answer.error === undefined) resolve(answer.result);
          else reject(new Error(`${method}: ${answer.error.message}`));
        }
      };
      answers.on('data', hear);
    });
  }

  /** A session with the browser itself, for what no page can see. */
  browserTools(): Promise<CDPSession> {
    return this.#remote.newBrowserCDPSession();
  }

  devTools(page: Page): Promise<CDPSession> {
    return this.context.newCDPSession(page);
  }
}

/** The environment of somebody whose home is there. */
function atHome(home: string): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('XDG_'));
  return { ...Object.fromEntries(others), HOME: home };
}

/** A copy of a profile, so that many runs can begin from the same state. The browser that made it must have ended. */
export async function copyProfile(profile: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'wealthwise-profile-'));
  await cp(profile, copy, { recursive: true, filter: (source) => !/Singleton(Lock|Cookie|Socket)$/.test(source) });
  return copy;
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A browser that was killed leaves the marks of its ownership behind. */
async function forgetOwner(profile: string): Promise<void> {
  for (const mark of ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'DevToolsActivePort']) {
    await rm(join(profile, mark), { force: true });
  }
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      reject(new Error(`Chromium did not start within 60 s:\n${said}`));
    }, 60_000);
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      child.stderr?.removeAllListeners('data');
      child.stderr?.resume();
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Chromium ended at once with code ${code}:\n${said}`));
    });
  });
}

/** A process may end between being listed and being read. */
function readProcess(id: string, file: string): Promise<string> {
  return readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether any thread of the group still runs. Dead processes that nobody has taken note of yet hold nothing any more;
 * some systems take a second or two over that.
 */
async function isRunning(child: ChildProcess): Promise<boolean> {
  const processes = await readdir('/proc').catch(() => null);
  if (processes === null) return true;
  const group = String(child.pid);
  const states = await Promise.all(
    processes
      .filter((name) => /^\d+$/.test(name))
      .map(async (id) => {
        const stat = await readProcess(id, 'stat');
        // After the name: state, parent, group, …, and the number of threads as the twentieth field of all.
        const [state = '', , processGroup, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return processGroup === group && (!/[ZX]/.test(state) || Number(rest[14]) > 1);
      })
  );
  return states.includes(true);
}

async function gone(child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (!signalGroup(child, 0) || !(await isRunning(child))) return;
    await delay(20);
  }
}
