/** What there is to choose from in the settings. */
import type { DateStyle, FirstDay, Language, NumberStyle } from '../../app/preferences.svelte';
import { preferences } from '../../app/preferences.svelte';
import { dateFormat } from '../format/styles';
import { said, type Said } from '../i18n';

/** Each in its own language, so that who chose the wrong one finds back. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', hi: 'हिन्दी' };

/** As they look, so that they need no translation. */
export const numberLooks: Readonly<Record<Exclude<NumberStyle, 'auto'>, string>> = {
  commaPoint: '1,234,567.89',
  pointComma: '1.234.567,89',
  spaceComma: '1 234 567,89',
  apostrophePoint: '1’234’567.89',
  indian: '12,34,567.89'
};

const dateLooks: Readonly<Record<Exclude<DateStyle, 'auto'>, string>> = {
  iso: '2026-11-23',
  dayFirst: '23/11/2026',
  dayFirstDots: '23.11.2026',
  monthFirst: '11/23/2026'
};

export function dateOptions(): readonly { readonly value: DateStyle; readonly label: string }[] {
  const words = dateFormat('day', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date('2026-11-23T00:00:00Z'));
  return [
    { value: 'auto', label: words },
    ...Object.entries(dateLooks).map(([value, label]) => ({ value: value as DateStyle, label }))
  ];
}

export const firstDayNames: Readonly<Record<FirstDay, Said>> = {
  auto: said('As in my region'),
  monday: said('Monday'),
  saturday: said('Saturday'),
  sunday: said('Sunday')
};

const locales =
  'ar-AE ar-SA bn-BD cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US en-ZA es-ES es-MX fi-FI fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hu-HU id-ID it-CH it-IT ja-JP ko-KR mr-IN nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sv-SE ta-IN te-IN th-TH tr-TR uk-UA vi-VN zh-CN zh-HK zh-TW';

/** Languages as they are used in a country, in the person's own words. `kept` is offered too, whatever it is. */
export function localeChoices(
  kept: string
): readonly { readonly value: string; readonly label: string; readonly hint: string }[] {
  const names = new Intl.DisplayNames(preferences.locale, { type: 'language', fallback: 'code' });
  const tags = [...new Set([...locales.split(' '), kept])].filter((tag) => tag !== '');
  return tags.map((tag) => ({ value: tag, label: nameIn(names, tag), hint: tag }));
}

/** What is no locale, a hand may have written; it is shown as it is. */
function nameIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
