import type { IconName } from './Icon.svelte';

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
  readonly name: string;
  readonly icon: IconName;
  /** On a phone: in the bar itself, or behind `More`. */
  readonly onPhone: 'bar' | 'more';
}

const place = (path: PlacePath, name: string, icon: IconName, onPhone: Place['onPhone'] = 'more'): Place => ({
  path,
  name,
  icon,
  onPhone
});

/** The places of the app, by use; `Upgrade` only while there is one. */
export function places(upgradeExists: boolean): readonly Place[] {
  return [
    place('/', 'Overview', 'overview', 'bar'),
    place('/holdings', 'Holdings', 'holdings', 'bar'),
    place('/transactions', 'Transactions', 'transactions', 'bar'),
    place('/accounts', 'Accounts', 'accounts'),
    place('/performance', 'Performance', 'performance'),
    place('/income', 'Income', 'income'),
    place('/allocation', 'Allocation', 'allocation'),
    place('/import', 'Import', 'import'),
    place('/data', 'Data', 'data'),
    ...(upgradeExists ? [place('/upgrade', 'Upgrade', 'upgrade')] : []),
    place('/settings', 'Settings', 'settings')
  ];
}

/** Something that can be gone to. */
export interface Target {
  readonly to: PlacePath | `${PlacePath}?add`;
  readonly name: string;
  readonly icon: IconName;
}

/** What can be added, and the address that opens the form for it. */
export const additions = [
  { to: '/transactions?add', name: 'Transaction', icon: 'transactions' },
  { to: '/holdings?add', name: 'Asset', icon: 'holdings' },
  { to: '/accounts?add', name: 'Account', icon: 'accounts' },
  { to: '/import', name: 'Import a file', icon: 'import' }
] as const satisfies readonly Target[];
