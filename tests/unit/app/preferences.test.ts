import { describe, expect, test } from 'vitest';
import { Preferences, type Kept } from '../../../src/lib/app/preferences.svelte';

function storage(content: Record<string, string> = {}): Kept & { readonly content: Record<string, string> } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => void (content[key] = value)
  };
}

const made = (kept: Kept | null, ...browser: string[]) =>
  new Preferences(
    () => kept,
    () => browser
  );

describe('preferences', () => {
  test('are kept at once, and are there before anything else when the page is loaded anew', () => {
    const kept = storage();
    const first = made(kept, 'en-US');
    first.set({ theme: 'dark', language: 'hi' });
    first.hiddenAmounts = true;
    first.period = { from: '2026-01-01', to: '2026-06-30' };
    first.chooseColumns('holdings', ['name', 'value']);
    const second = made(kept, 'en-US');
    expect(second.theme).toBe('dark');
    expect(second.spoken).toBe('hi');
    expect(second.hiddenAmounts).toBe(true);
    expect(second.period).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(second.columnsOf('holdings')).toEqual(['name', 'value']);
    expect(second.columnsOf('transactions')).toBeNull();
  });

  test('work without storage, and with one that refuses', () => {
    const refusing: Kept = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('full');
      }
    };
    for (const kept of [null, refusing]) {
      const preferences = made(kept, 'en-US');
      preferences.theme = 'light';
      expect(preferences.theme).toBe('light');
    }
  });

  test('take nothing that this build does not know', () => {
    const text = JSON.stringify({
      theme: 'sepia',
      numbers: 'indian',
      language: '<b>',
      period: '9Y',
      columns: { holdings: [1] },
      more: true
    });
    const preferences = made(storage({ 'ww:preferences': text }), 'en-US');
    expect([preferences.theme, preferences.numbers, preferences.language, preferences.period]).toEqual([
      'system',
      'indian',
      'browser',
      '1Y'
    ]);
    expect(preferences.columns).toEqual({});
    expect(made(storage({ 'ww:preferences': '{' }), 'en-US').theme).toBe('system');
  });

  test('know amounts that were hidden before there were other preferences', () => {
    expect(made(storage({ 'ww:hide-amounts': 'yes' }), 'en-US').hiddenAmounts).toBe(true);
  });

  test('speak the first language of the browser that there are texts in', () => {
    expect(made(null, 'fr-FR', 'de-AT', 'en').spoken).toBe('de');
    expect(made(null, 'fr-FR').spoken).toBe('en');
    expect(made(null).spoken).toBe('en');
  });

  test('write months in the spoken language and dates as in the person’s region', () => {
    expect(made(null, 'en-GB').locale).toBe('en-GB');
    expect(made(null, 'fr-FR').locale).toBe('en-FR');
  });

  test('work where the browser names no language that there is', () => {
    for (const tag of ['C', 'not a tag', '']) {
      const preferences = made(null, tag);
      expect([preferences.spoken, preferences.locale, preferences.numberLocale]).toEqual(['en', 'en-US', 'en-US']);
    }
  });

  test('write digits as the browser does, unless another language or a style was chosen', () => {
    const preferences = made(null, 'fr-CH');
    expect(preferences.numberLocale).toBe('fr-CH');
    preferences.language = 'de';
    expect(preferences.numberLocale).toBe('de-DE');
    preferences.numbers = 'indian';
    expect(preferences.numberLocale).toBe('en-IN');
  });

  test('begin the week where the person lives, unless they say otherwise', () => {
    expect([made(null, 'en-US').weekStart, made(null, 'de-DE').weekStart, made(null, 'ar-EG').weekStart]).toEqual([
      7, 1, 6
    ]);
    const preferences = made(null, 'en-US');
    preferences.firstDay = 'monday';
    expect(preferences.weekStart).toBe(1);
  });
});
