import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver';
import type { Driver } from '../port';

/** WebKitGTK's own small browser, over WebDriver, on a screen that nobody sees. */
export const webkit: Driver = {
  engine: 'WebKitGTK',
  async launch() {
    const port = await freePort();
    const server = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
      detached: true,
      stdio: 'ignore',
      // Its sandbox does not start for root, nor inside most containers. A person's system has a language; without one
      // its language is "C", which uPlot hands to Intl, which refuses it.
      env: {
        ...process.env,
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        LANG: 'en_US.UTF-8',
        LANGUAGE: 'en_US',
        LC_ALL: 'en_US.UTF-8'
      }
    });
    const end = (): void => {
      try {
        if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      } catch {
        // It has ended already.
      }
    };
    try {
      const driver = await connect(port);
      const version = (await driver.getCapabilities()).get('browserVersion') as string;
      let first: string | null = await driver.getWindowHandle();
      return {
        version: `WebKitGTK ${version}`,
        async open() {
          if (first === null) await driver.switchTo().newWindow('window');
          const handle = first ?? (await driver.getWindowHandle());
          first = null;
          return windowOf(driver, handle);
        },
        async close() {
          await driver.quit().catch(() => undefined);
          end();
        }
      };
    } catch (error) {
      end();
      throw error;
    }
  }
};

/**
 * A person looks at a page before leaving it. Where one is left in the middle of opening a database, WebKit keeps the
 * connection that nobody has, until the browser ends, and no upgrade of that database is let in any more.
 */
const look = 1_500;

/** Commands go to one window at a time, so each names its own first. */
function windowOf(driver: WebDriver, handle: string) {
  const here = async <T>(work: () => Promise<T>): Promise<T> => {
    await driver.switchTo().window(handle);
    return work();
  };
  const leaving = <T>(work: () => Promise<T>): Promise<T> =>
    here(async () => {
      await new Promise((resolve) => setTimeout(resolve, look));
      return work();
    });
  return {
    goto: (address: string) => leaving(() => driver.get(address)),
    reload: () => leaving(() => driver.navigate().refresh()),
    run: (work: string, given: readonly unknown[]) =>
      here(async () => {
        const answer = await driver.executeAsyncScript<{ value?: unknown; error?: string }>(
          `const done = arguments[arguments.length - 1];
           Promise.resolve().then(() => (${work})(...${JSON.stringify(given)}))
             .then((value) => done({ value }), (error) => done({ error: String(error) }));`
        );
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.value;
      }),
    click: (css: string) => here(() => driver.findElement(By.css(css)).click()),
    fill: (css: string, text: string) =>
      here(async () => {
        const field = driver.findElement(By.css(css));
        await field.clear();
        await field.sendKeys(text);
      }),
    close: () => leaving(() => driver.close())
  };
}

/** The driver's server needs a moment to listen. */
async function connect(port: number): Promise<WebDriver> {
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      args: ['--automation']
    }
  });
  for (let attempt = 1; ; attempt++) {
    try {
      const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
      await driver.manage().setTimeouts({ script: 60_000, pageLoad: 30_000 });
      return driver;
    } catch (error) {
      if (attempt === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
