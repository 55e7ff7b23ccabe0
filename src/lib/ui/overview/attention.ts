/** What needs attention, in words, each with what to do about it. The worst comes first. */
import type { AttentionItem, Safekeeping } from '../../app/contract';
import { dateText } from '../format';
import { t, tn } from '../i18n';
import type { Address } from '../place';

export interface Concern {
  readonly key: string;
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly sentence: string;
  /** Those concerned, a few of them. */
  readonly examples: string;
  readonly action: { readonly label: string; readonly to: Address } | null;
}

/** What is wrong comes before what is missing, and that before what is old. */
const rank: readonly string[] = [
  'wrongTransactions',
  'oversold',
  'missingRates',
  'missingPrices',
  'dueItems',
  'backup',
  'staleRates',
  'stalePrices'
];

export function concerns(
  items: readonly AttentionItem[],
  safekeeping: Pick<Safekeeping, 'nudge' | 'lastCopyOutside'>,
  currency: string
): readonly Concern[] {
  const all = items.map((item) => concern(item, currency));
  if (safekeeping.nudge) all.push(backup(safekeeping.lastCopyOutside));
  return all.sort((a, b) => rank.indexOf(a.key) - rank.indexOf(b.key));
}

function concern({ kind, count, examples }: AttentionItem, currency: string): Concern {
  const names = examples.map(({ label }) => label);
  const only = count === 1 ? examples[0] : undefined;
  const rest = count - names.length;
  const said = {
    key: kind,
    examples:
      rest > 0 && names.length > 0
        ? tn('{names} and {count} more', '{names} and {count} more', rest, { names: names.join(', ') })
        : names.join(', ')
  };
  const asset: Address = only === undefined ? '/holdings' : `/asset/${encodeURIComponent(only.id)}`;
  switch (kind) {
    case 'wrongTransactions':
      return {
        ...said,
        tone: 'bad',
        sentence: tn(
          '{count} transaction cannot be booked as it is',
          '{count} transactions cannot be booked as they are',
          count
        ),
        action: { label: t('Look at them'), to: '/transactions?wrong=yes' }
      };
    case 'oversold':
      return {
        ...said,
        tone: 'bad',
        sentence: tn('{count} asset sold more than it held', '{count} assets sold more than they held', count),
        action: { label: t('Look at them'), to: '/transactions?wrong=yes' }
      };
    case 'missingRates':
      return {
        ...said,
        tone: 'warn',
        sentence: tn(
          'No exchange rate to {currency} for {count} currency',
          'No exchange rate to {currency} for {count} currencies',
          count,
          { currency }
        ),
        action: { label: t('Load rates'), to: '/import' }
      };
    case 'missingPrices':
      return {
        ...said,
        tone: 'warn',
        sentence: tn('No price for {count} asset', 'No price for {count} assets', count),
        action: { label: t('Add prices'), to: only === undefined ? '/import' : asset }
      };
    case 'dueItems':
      return {
        ...said,
        tone: 'warn',
        sentence: tn('{count} item is due', '{count} items are due', count),
        action: null
      };
    case 'staleRates':
      return {
        ...said,
        tone: 'plain',
        sentence: tn('The rate of {count} currency is old', 'The rates of {count} currencies are old', count),
        action: { label: t('Load rates'), to: '/import' }
      };
    case 'stalePrices':
      return {
        ...said,
        tone: 'plain',
        sentence: tn('The price of {count} asset is old', 'The prices of {count} assets are old', count),
        action: { label: t('Add prices'), to: only === undefined ? '/import' : asset }
      };
  }
}

function backup(last: string | null): Concern {
  return {
    key: 'backup',
    tone: 'warn',
    sentence:
      last === null
        ? t('There is no copy of your data outside this browser')
        : t('The last copy outside this browser is from {day}', { day: dateText(last) }),
    examples: '',
    action: { label: t('Make a copy'), to: '/data' }
  };
}
