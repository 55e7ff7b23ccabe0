import type { EntryRequest } from '../entry/entry.svelte';
import { said, type Said } from '../i18n';
import type { IconName } from './icons';

/** Every address that the frame leads to. */
export type PlacePath =
  | '/'
  | '/holdings'
  | '/transactions'
  | '/accounts'
  | '/performance'
  | '/income'
  | '/allocation'
  | '/import'
  | '/data'
  | '/settings'
  | '/upgrade';

/** A place in the frame: only those that exist. */
export interface Place {
  readonly path: PlacePath;
  readonly name: Said;
  readonly icon: IconName;
  /** Its figures are of the chosen period. */
  readonly period: boolean;
  /** On a phone: in the bar itself, or behind `More`. */
  readonly onPhone: 'bar' | 'more';
}

type More = Partial<Pick<Place, 'period' | 'onPhone'>>;

const place = (
  path: PlacePath,
  name: Said,
  icon: IconName,
  { period = false, onPhone = 'more' }: More = {}
): Place => ({
  path,
  name,
  icon,
  period,
  onPhone
});

/** The places of the app, by use; `Upgrade` only while there is one. */
export function places(upgradeExists: boolean): readonly Place[] {
  return [
    place('/', said('Overview'), 'overview', { period: true, onPhone: 'bar' }),
    place('/holdings', said('Holdings'), 'holdings', { period: true, onPhone: 'bar' }),
    place('/transactions', said('Transactions'), 'transactions', { onPhone: 'bar' }),
    place('/accounts', said('Accounts'), 'accounts'),
    place('/performance', said('Performance'), 'performance', { period: true }),
    place('/income', said('Income'), 'income'),
    place('/allocation', said('Allocation'), 'allocation'),
    place('/import', said('Import'), 'import'),
    place('/data', said('Data'), 'data'),
    ...(upgradeExists ? [place('/upgrade', said('Upgrade'), 'upgrade')] : []),
    place('/settings', said('Settings'), 'settings')
  ];
}

/** A line of a sheet: it leads to a place, or opens a form over the page. */
export type SheetItem = { readonly name: Said; readonly icon: IconName } & (
  { readonly to: PlacePath } | { readonly opens: EntryRequest }
);

/** What can be added from anywhere. */
export const additions: readonly SheetItem[] = [
  { opens: { kind: 'transaction' }, name: said('Transaction'), icon: 'transactions' },
  { opens: { kind: 'asset' }, name: said('Asset'), icon: 'holdings' },
  { opens: { kind: 'account' }, name: said('Account'), icon: 'accounts' },
  { to: '/import', name: said('Import a file'), icon: 'import' }
];
