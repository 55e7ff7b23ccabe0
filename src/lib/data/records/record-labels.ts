/** What a record is called when people are told of it. */
import type { Row } from '../../migration';

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  settings: ['settings', 'settings'],
  persons: ['person', 'persons'],
  accounts: ['account', 'accounts'],
  assets: ['asset', 'assets'],
  transactions: ['transaction', 'transactions'],
  prices: ['price', 'prices'],
  fxRates: ['exchange rate', 'exchange rates'],
  documents: ['document', 'documents'],
  performanceMetrics: ['performance figure', 'performance figures'],
  performanceSnapshots: ['year of recorded values', 'years of recorded values'],
  currencyRisks: ['currency risk', 'currency risks'],
  taxResidencies: ['tax residency', 'tax residencies'],
  dayLog: ['entry of the day log', 'entries of the day log'],
  complianceRequirements: ['requirement', 'requirements']
};

export function nounOf(store: string, count = 1): string {
  const [one, many] = nouns[store] ?? ['record', 'records'];
  return count === 1 ? one : many;
}

/** `3 assets and 120 transactions`. */
export function countedWords(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).flatMap(([store, count]) =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${nounOf(store, count)}`]
  );
  const last = parts.pop() ?? 'nothing';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** A record's name, or what it is. */
export function labelOf(store: string, record: Row | null): string {
  const text = (field: string): string => (typeof record?.[field] === 'string' ? (record[field] as string) : '');
  const own = text('name') || text('title');
  if (own !== '') return own;
  if (store === 'transactions' && text('date') !== '') return `${text('type')} of ${text('date')}`;
  return store === 'settings' ? 'Settings' : `A ${nounOf(store)}`;
}
