/** Names that the data uses, as people read them. */
import { preferences } from '../../app/preferences.svelte';
import { said, t, type Said } from '../i18n/translate.svelte';
import { nameOfCode } from './names';

const abbreviations = /\b(isin|fx|etf|etfs|reit|reits|id|irr|url|kyc|crs|fatca|ulip|ppf|epf)\b/gi;

/** `equityEtf` → `Equity ETF` in the person's language; a code that has no words of its own is spelt out. */
export function humanName(name: string): string {
  const known = nameOfCode(name);
  if (known !== undefined) return t(known);
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(abbreviations, (word) => word.toUpperCase().replace(/S$/, (last) => (word.length > 3 ? 's' : last)));
  return sentenceStart(words);
}

/** The name of a store as a heading. */
export const storeName = (store: string): string => humanName(store);

const displayNames = new Map<string, Intl.DisplayNames>();

function namesOf(type: 'region' | 'currency'): Intl.DisplayNames {
  const key = `${preferences.locale} ${type}`;
  let found = displayNames.get(key);
  if (found === undefined) {
    found = new Intl.DisplayNames(preferences.locale, { type, fallback: 'code' });
    displayNames.set(key, found);
  }
  return found;
}

/** ISO 3166 alpha-2 → the country's name; what is no such code comes back as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (namesOf('region').of(code) ?? code) : code;
}

/** ISO 4217 → the currency's name; what is no such code comes back as it is. */
export function currencyName(code: string): string {
  return /^[A-Z]{3}$/.test(code) ? (namesOf('currency').of(code) ?? code) : code;
}

/** What a sum by some dimension is of: by its key where that is a code, else as the data calls it. */
export function groupName(by: string, key: string, label: string): string {
  if (by === 'country') return countryName(key);
  if (by === 'class' || by === 'type') return nameOfCode(key) === undefined ? label : humanName(key);
  return label;
}

const outcomes: Readonly<Record<string, Said>> = {
  completed: said('Completed'),
  failed: said('Failed, nothing changed'),
  cancelled: said('Cancelled, nothing changed'),
  rolledBack: said('Rolled back'),
  interrupted: said('Interrupted, nothing changed')
};

export function outcomeName(outcome: string): string {
  const known = outcomes[outcome];
  return known === undefined ? humanName(outcome) : t(known);
}

const places: Readonly<Record<string, Said>> = {
  opfs: said('this browser’s private files'),
  cache: said('this browser’s cache'),
  folder: said('your backup folder'),
  download: said('your downloads')
};

/** A text that stands by itself begins with a capital. */
export const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where a backup lies, to follow "in". */
export function placeName(place: string): string {
  const known = places[place];
  return known === undefined ? place : t(known);
}
