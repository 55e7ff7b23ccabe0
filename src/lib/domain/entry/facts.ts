/** Currencies and countries that may be written. */
import { codes } from 'currency-codes';
import { isValid } from 'i18n-iso-countries';

/** No longer in the standard, and still in bookings of their time. */
const withdrawn = ['BYR', 'HRK', 'LTL', 'MRO', 'SLL', 'STD', 'VEF', 'ZWL'];
/** In the standard, and no money. */
const noMoney = new Set(['XTS', 'XXX']);
const currencies = new Set([...codes().filter((code) => !noMoney.has(code)), ...withdrawn]);

export function isKnownCurrency(code: string): boolean {
  return currencies.has(code);
}

/** All of them, in the order of their codes. */
export function knownCurrencies(): readonly string[] {
  return [...currencies].sort();
}

/** ISO 3166-1 alpha-2, without codes that others have made up beside it. */
export function isKnownCountry(code: string): boolean {
  return code.length === 2 && code !== 'XK' && isValid(code);
}
