import { describe, expect, test } from 'vitest';
import { german } from '../../../../src/lib/ui/i18n/de';
import { hindi } from '../../../../src/lib/ui/i18n/hi';
import type { Catalogue, Translation } from '../../../../src/lib/ui/i18n/translate.svelte';
import { namesIn, textsOf, textsOfScreens } from './texts';

const texts = textsOfScreens();
const catalogues: readonly (readonly [string, Catalogue, string])[] = [
  ['German', german, 'de'],
  ['Hindi', hindi, 'hi']
];

/** A form that stands for exactly one thing need not count it: "an asset". Hindi's first form stands for none too. */
function formsOf(translation: Translation, language: string): readonly { form: string; counts: boolean }[] {
  if (typeof translation === 'string') return [{ form: translation, counts: true }];
  const ofNone = new Intl.PluralRules(language).select(0);
  return Object.entries(translation).map(([rule, form]) => ({ form, counts: rule !== 'one' || rule === ofNone }));
}

describe('reading texts from the source', () => {
  test('finds what is written in place, in every form it may have', () => {
    const source = `
      <script lang="ts">
        const names = { buy: said('Bought') };
        const title = $derived(on ? t('Show it') : t(off ? 'Hide {name}' : "Leave"));
      </script>
      <p aria-label={t('A label')}>{tn('{count} row', '{count} rows', n)} {t(names.buy)}</p>`;
    expect(textsOf('a.svelte', source).map(({ key, plural, names }) => [key, plural, names])).toEqual([
      ['Bought', false, []],
      ['Show it', false, []],
      ['Hide {name}', false, ['name']],
      ['Leave', false, []],
      ['A label', false, []],
      ['{count} rows', true, ['count']]
    ]);
  });

  test('refuses what it cannot know', () => {
    expect(() => textsOf('a.ts', `export const a = said(word);`)).toThrow('a.ts: said()');
    expect(() => textsOf('a.ts', `export const a = (n: number) => tn(word, words, n);`)).toThrow('a.ts: tn()');
  });
});

describe.each(catalogues)('the %s catalogue', (_name, catalogue, language) => {
  test('has every text of the screens', () => {
    const missing = texts.filter(({ key }) => !Object.hasOwn(catalogue, key));
    expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
  });

  test('has nothing that no screen shows', () => {
    const shown = new Set(texts.map(({ key }) => key));
    expect(Object.keys(catalogue).filter((key) => !shown.has(key))).toEqual([]);
  });

  test('names the same values as the English text, and no others', () => {
    const wrong = texts.filter(({ key, names }) =>
      formsOf(catalogue[key] ?? key, language).some(({ form, counts }) => {
        const own = namesIn(form);
        const needed = counts ? names : names.filter((name) => name !== 'count');
        return !needed.every((name) => own.includes(name)) || !own.every((name) => names.includes(name));
      })
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test('has plural forms wherever a count decides, and only there', () => {
    const uncounted = new Set(texts.filter(({ plural }) => !plural).map(({ key }) => key));
    const wrong = texts.filter(({ key }) => {
      const translation = catalogue[key];
      return translation !== undefined && (typeof translation === 'object') === uncounted.has(key);
    });
    expect([...new Set(wrong.map(({ key }) => key))]).toEqual([]);
  });
});
