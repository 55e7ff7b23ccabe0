/** Names that the data uses, as people read them. */

const storeNames: Readonly<Record<string, string>> = {
  fxRates: 'Exchange rates',
  currencyRisks: 'Currency risks',
  taxResidencies: 'Tax residencies',
  complianceRequirements: 'Compliance requirements',
  performanceMetrics: 'Performance figures',
  performanceSnapshots: 'Performance history',
  dayLog: 'Day log',
  quarantine: 'Set aside'
};

const abbreviations = /\b(isin|fx|etf|etfs|reit|reits|id|irr|url|kyc|crs|fatca|ulip|ppf|epf)\b/gi;

/** `expectedAnnualIncome` → `Expected annual income`. */
export function humanName(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(abbreviations, (word) => word.toUpperCase().replace(/S$/, (last) => (word.length > 3 ? 's' : last)));
  return sentenceStart(words);
}

/** The name of a store as a heading. */
export function storeName(store: string): string {
  return storeNames[store] ?? humanName(store);
}

const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });
const currencies = new Intl.DisplayNames(undefined, { type: 'currency', fallback: 'code' });

/** ISO 3166 alpha-2 → the country's name; what is no such code comes back as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** ISO 4217 → the currency's name; what is no such code comes back as it is. */
export function currencyName(code: string): string {
  return /^[A-Z]{3}$/.test(code) ? (currencies.of(code) ?? code) : code;
}

const outcomes: Readonly<Record<string, string>> = {
  completed: 'Completed',
  failed: 'Failed, nothing changed',
  cancelled: 'Cancelled, nothing changed',
  rolledBack: 'Rolled back',
  interrupted: 'Interrupted, nothing changed'
};

export const outcomeName = (outcome: string): string => outcomes[outcome] ?? humanName(outcome);

const places: Readonly<Record<string, string>> = {
  opfs: 'this browser’s private files',
  cache: 'this browser’s cache',
  folder: 'your backup folder',
  download: 'your downloads'
};

/** A text that stands by itself begins with a capital. */
export const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where a backup lies, to follow "in". */
export const placeName = (place: string): string => places[place] ?? place;
