import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { preferences } from '../../../src/lib/app/preferences.svelte';
import { takePreferences } from '../../../src/lib/ui/page-manner.svelte';

const root = { lang: 'en', dir: '', dataset: {} as Record<string, string> };

beforeEach(() => vi.stubGlobal('document', { documentElement: root }));

afterEach(async () => {
  preferences.set({ language: 'browser', theme: 'system', contrast: 'system' });
  await takePreferences();
  vi.unstubAllGlobals();
});

describe('the document', () => {
  test('has its theme at once, and its language as soon as the texts are there', async () => {
    preferences.set({ language: 'hi', theme: 'dark', contrast: 'more' });
    const taken = takePreferences();
    expect(root.dataset).toEqual({ theme: 'dark', contrast: 'more' });
    await taken;
    expect([root.lang, root.dir]).toEqual(['hi', 'ltr']);
  });

  test('follows the system where nothing was chosen', async () => {
    await takePreferences();
    expect(root.dataset).toEqual({ theme: 'light', contrast: 'usual' });
    expect(root.lang).toBe('en');
  });
});
