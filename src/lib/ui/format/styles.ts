/** The formatters of the person's styles. Each is made once: making one costs a hundred times what using it does. */
import { preferences } from '../../app/preferences.svelte';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Digits grouped in the person's style. Takes decimal text too, exactly. */
export function plainNumber(minimum: number, maximum: number): Intl.NumberFormat {
  const locale = preferences.numberLocale;
  const key = `${locale} ${minimum} ${maximum}`;
  let found = numbers.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale, { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
    numbers.set(key, found);
  }
  return found;
}

export function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = preferences.locale;
  const key = `${locale} ${name}`;
  let found = dates.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, options);
    dates.set(key, found);
  }
  return found;
}
