import { afterEach, describe, expect, test, vi } from 'vitest';
import { preferences } from '../../../../src/lib/app/preferences.svelte';
import { said, speech, t, tn } from '../../../../src/lib/ui/i18n';

vi.mock('../../../../src/lib/ui/i18n/de', () => ({
  german: {
    'Sold {count} of {name}': '{count} von {name} verkauft',
    '{count} assets': { one: 'eine Anlage', other: '{count} Anlagen' },
    Bought: 'Gekauft'
  }
}));

afterEach(async () => {
  preferences.set({ language: 'browser', numbers: 'auto' });
  await speech.speak('en');
});

describe('a text', () => {
  test('is the English one until another language is spoken, and where a translation is missing', async () => {
    expect(t('Sold {count} of {name}', { count: 3, name: 'Acme' })).toBe('Sold 3 of Acme');
    preferences.language = 'de';
    await speech.speak('de');
    expect(t('Sold {count} of {name}', { count: 3, name: 'Acme' })).toBe('3 von Acme verkauft');
    expect(t('Not translated yet')).toBe('Not translated yet');
  });

  test('of a table is translated where it is shown', async () => {
    const names = { buy: said('Bought') };
    preferences.language = 'de';
    await speech.speak('de');
    expect(t(names.buy)).toBe('Gekauft');
  });

  test('has the form that its count asks for, with the count as the person writes numbers', async () => {
    const shown = (count: number) => tn('{count} asset', '{count} assets', count);
    expect([0, 1, 1234].map(shown)).toEqual(['0 assets', '1 asset', '1,234 assets']);
    preferences.language = 'de';
    await speech.speak('de');
    expect([0, 1, 1234].map(shown)).toEqual(['0 Anlagen', 'eine Anlage', '1.234 Anlagen']);
  });

  test('puts in imported text as text, and leaves names without a value', () => {
    expect(t('Found {name}', { name: '{count} <b>' })).toBe('Found {count} <b>');
    expect(t('Found {name}')).toBe('Found {name}');
  });

  test('of a language that is no longer wished for does not come late', async () => {
    preferences.language = 'de';
    const late = speech.speak('de');
    preferences.language = 'en';
    await late;
    expect(speech.language).toBe('en');
  });
});
