/** What must hold between records. A record in quarantine still counts as there: it can come back. */
import type { IntegrityCheck, Row } from '../../migration';
import type { Transaction } from './transactions';
import { SETTINGS_ID } from './people';

const MOST_TOLD = 20;

/** The first problems, and how many more there are. */
export function told(problems: readonly string[]): readonly string[] {
  if (problems.length <= MOST_TOLD) return problems;
  return [...problems.slice(0, MOST_TOLD), `and ${problems.length - MOST_TOLD} more`];
}

/** Every id in `field` of `from` (one, several, or none) is the id of a record of `to`. */
export function referencesResolve(from: string, field: string, to: string): IntegrityCheck {
  return {
    name: `every ${field} of ${from} exists in ${to}`,
    observes: [...new Set([from, to, 'quarantine'])],
    begin() {
      const known = new Set<unknown>();
      const wanted = new Set<unknown>();
      const want = (row: Row): void => {
        const value = row[field];
        if (Array.isArray(value)) for (const id of value) wanted.add(id);
        else if (value !== undefined) wanted.add(value);
      };
      const know = (row: Row): void => void known.add(row['id']);
      const both = (row: Row): void => {
        know(row);
        want(row);
      };
      // Only a whole record in quarantine can come back; a part of one says nothing about the record.
      const quarantine = (row: Row): void => {
        const kept = row['row'] as Row | null;
        if (row['store'] === to && kept?.['id'] === row['key']) known.add(row['key']);
      };
      return {
        observe: from === to ? { [from]: both, quarantine } : { [from]: want, [to]: know, quarantine },
        problems: () => told([...wanted].filter((id) => !known.has(id)).map((id) => `${to} ${String(id)} is missing`))
      };
    }
  };
}

/** A check of each record by itself that needs more than one field of it. */
export function everyRecord(name: string, store: string, problemOf: (row: Row) => string | null): IntegrityCheck {
  return {
    name,
    observes: [store],
    begin() {
      const problems: string[] = [];
      return {
        observe: {
          [store]: (row) => {
            const problem = problemOf(row);
            if (problem !== null) problems.push(problem);
          }
        },
        problems: () => told(problems)
      };
    }
  };
}

/** Values stand beside days, one for each, all in the row's year. */
function seriesIsWhole(store: string, key: string, values: string): IntegrityCheck {
  return everyRecord(`days and ${values} of ${store} belong together`, store, (row) => {
    const days = row['days'] as readonly string[];
    const where = `${store} ${String(row[key])} ${String(row['year'])}`;
    if ((row[values] as readonly string[]).length !== days.length)
      return `${where} has ${days.length} days and another number of ${values}`;
    const year = String(row['year']).padStart(4, '0');
    return days.every((day) => day.startsWith(year)) ? null : `${where} has days of another year`;
  });
}

const trades: ReadonlySet<string> = new Set(['buy', 'sell', 'split', 'deliveryIn', 'deliveryOut']);

export const checks: readonly IntegrityCheck[] = [
  everyRecord('settings are one row', 'settings', (row) =>
    row['id'] === SETTINGS_ID ? null : `settings ${String(row['id'])} is one too many`
  ),
  referencesResolve('accounts', 'ownerIds', 'persons'),
  referencesResolve('assets', 'accountId', 'accounts'),
  referencesResolve('transactions', 'accountId', 'accounts'),
  referencesResolve('transactions', 'assetId', 'assets'),
  referencesResolve('prices', 'assetId', 'assets'),
  everyRecord('trades name an asset and a quantity', 'transactions', (row) => {
    const { id, type, assetId, quantity } = row as Transaction;
    return !trades.has(type) || (assetId !== undefined && quantity !== undefined)
      ? null
      : `transaction ${id} (${type}) lacks its asset or quantity`;
  }),
  everyRecord('pairs are written as their currencies', 'fxRates', (row) =>
    row['pair'] === `${String(row['base'])}${String(row['quote'])}`
      ? null
      : `fxRates ${String(row['pair'])} is not ${String(row['base'])} and ${String(row['quote'])}`
  ),
  seriesIsWhole('prices', 'assetId', 'closes'),
  seriesIsWhole('fxRates', 'pair', 'rates')
];
