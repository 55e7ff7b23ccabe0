import { createRequire } from 'node:module';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withKnownLanguage } from '../../../../src/lib/ui/charts/known-language';

/** As in a browser: its language is read from the prototype. */
function browserIn(language: string): Pick<Navigator, 'language'> {
  return Object.create({ language }) as Pick<Navigator, 'language'>;
}

const require = createRequire(import.meta.url);

/** As when a page first loads it. */
function loadAnew(): Promise<unknown> {
  delete require.cache[require.resolve('uplot')];
  return Promise.resolve().then(() => require('uplot') as unknown);
}

/** What uPlot touches of a page while it is loaded. */
function stubPage(browser: object): void {
  const some = { addEventListener: () => undefined, removeEventListener: () => undefined, dispatchEvent: () => true };
  vi.stubGlobal('window', some);
  vi.stubGlobal('document', some);
  vi.stubGlobal('navigator', browser);
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('matchMedia', () => some);
  vi.stubGlobal('CustomEvent', class {});
}

afterEach(() => vi.unstubAllGlobals());

describe('the library that draws lines', () => {
  test('cannot be loaded as it is where the system has no language', async () => {
    stubPage(browserIn('C'));
    await expect(loadAnew()).rejects.toThrow(RangeError);
  });

  test('is loaded all the same, and the browser then says what it said before', async () => {
    const browser = browserIn('C');
    stubPage(browser);
    expect(await withKnownLanguage(loadAnew, browser)).toBeTypeOf('function');
    expect(browser.language).toBe('C');
  });

  test('is left alone where there is a language', async () => {
    const browser = browserIn('de-AT');
    expect(await withKnownLanguage(() => Promise.resolve(browser.language), browser)).toBe('de-AT');
  });

  test('gives the language back also when it cannot be loaded', async () => {
    const browser = browserIn('POSIX.1');
    await expect(withKnownLanguage(() => Promise.reject(new Error('offline')), browser)).rejects.toThrow('offline');
    expect(browser.language).toBe('POSIX.1');
  });
});
