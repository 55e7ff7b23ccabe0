/** What a person may choose about reading, and the locales that the choices come to. Pure. */
import type { Period } from '../domain/figures';

/** The languages that there are texts in. */
export type Language = 'en' | 'de' | 'hi';

/** By their separators: `1,234.5`, `1.234,5`, `1 234,5`, `1’234.5`, `12,34,567.8`. */
export type NumberStyle = 'auto' | 'commaPoint' | 'pointComma' | 'spaceComma' | 'apostrophePoint' | 'indian';

/** `auto` writes the month as a word; the others `2026-11-23`, `23/11/2026`, `23.11.2026`, `11/23/2026`. */
export type DateStyle = 'auto' | 'iso' | 'dayFirst' | 'dayFirstDots' | 'monthFirst';

export type FirstDay = 'auto' | 'monday' | 'saturday' | 'sunday';

export interface Preferred {
  readonly language: 'browser' | Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly numbers: NumberStyle;
  readonly dates: DateStyle;
  readonly firstDay: FirstDay;
  readonly hiddenAmounts: boolean;
  readonly period: Period;
  /** By table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const languages: readonly Language[] = ['en', 'de', 'hi'];

/** Where the browser names no region. */
const regionOf: Readonly<Record<Language, string>> = { en: 'US', de: 'DE', hi: 'IN' };

const localeOfStyle: Readonly<Record<Exclude<NumberStyle, 'auto'>, string>> = {
  commaPoint: 'en-US',
  pointComma: 'de-DE',
  spaceComma: 'fr-FR',
  apostrophePoint: 'de-CH',
  indian: 'en-IN'
};

/** Countries whose week begins on a Saturday or a Sunday (CLDR); elsewhere on a Monday. */
const saturdays = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';
const sundays =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PY SA SG SV TH TT TW US VE VI WS YE ZA ZW';

/** The chosen language, or the first of the browser's that there are texts in, else English. */
export function languageOf(chosen: Preferred['language'], browser: readonly string[]): Language {
  if (chosen !== 'browser') return chosen;
  for (const tag of browser) {
    const found = languages.find((language) => language === baseOf(tag));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The language as it is used in the person's own region: `en` in Germany is `en-DE`, with the day before the month. */
export function localeOf(language: Language, browser: readonly string[]): string {
  const own = browser.find((tag) => baseOf(tag) === language);
  const region = own === undefined ? regionIn(browser[0]) : regionIn(own);
  return `${language}-${region ?? regionOf[language]}`;
}

/** Digits follow the browser where the language does, else the language; or they follow a style of their own. */
export function numberLocaleOf(style: NumberStyle, chosen: Preferred['language'], browser: readonly string[]): string {
  if (style !== 'auto') return localeOfStyle[style];
  if (chosen === 'browser') return browser[0] ?? 'en-US';
  return browser.find((tag) => baseOf(tag) === chosen) ?? `${chosen}-${regionOf[chosen]}`;
}

/** 1 is Monday, 6 Saturday, 7 Sunday, by the country of the browser unless it was chosen. */
export function weekStartOf(firstDay: FirstDay, browser: readonly string[]): 1 | 6 | 7 {
  if (firstDay !== 'auto') return firstDay === 'monday' ? 1 : firstDay === 'saturday' ? 6 : 7;
  const region = regionIn(browser[0]) ?? '';
  return region !== '' && saturdays.includes(region) ? 6 : region !== '' && sundays.includes(region) ? 7 : 1;
}

/** A system without a language gives engines such names as "C", which `Intl` takes for none. */
export function knownTags(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0 && baseOf(tag).length > 1;
    } catch {
      return false;
    }
  });
}

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

function regionIn(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : new Intl.Locale(tag).region;
}
