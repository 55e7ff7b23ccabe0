/** Everything the palette offers beside what the portfolio holds. */
import type { PlaceProps } from '../place';
import { openEntry } from '../entry/entry.svelte';
import { places } from '../frame/places';
import { hiddenAmounts } from '../hidden-amounts.svelte';
import type { IconName } from '../frame/icons';
import { t } from '../i18n';
import type { Command } from './keys';

/** One line of the palette. */
export interface Offer {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: IconName;
  /** What else it is found by. */
  readonly words?: string;
  /** The shortcut that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

export interface Does {
  readonly ongo: PlaceProps['ongo'];
  readonly oncommand: (command: Command) => void;
  readonly upgradeExists: boolean;
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The modifier key as this keyboard names it. */
export const modifier = isApple ? '⌘' : 'Ctrl';

export const shortcuts: readonly { readonly command: Command; readonly keys: readonly string[] }[] = [
  { command: 'palette', keys: [`${modifier} K`, '/'] },
  { command: 'add', keys: ['N'] },
  { command: 'hide', keys: ['H'] },
  { command: 'undo', keys: [`${modifier} Z`] },
  { command: 'redo', keys: [`${modifier} Shift Z`, `${modifier} Y`] },
  { command: 'shortcuts', keys: ['?'] }
];

export function nameOf(command: Command): string {
  switch (command) {
    case 'palette':
      return t('Find or do');
    case 'add':
      return t('Add a transaction');
    case 'hide':
      return hiddenAmounts.on ? t('Show amounts') : t('Hide amounts');
    case 'undo':
      return t('Undo');
    case 'redo':
      return t('Redo');
    case 'shortcuts':
      return t('Show the shortcuts');
  }
}

const icons: Readonly<Record<Command, IconName>> = {
  palette: 'search',
  add: 'add',
  hide: 'covered',
  undo: 'undo',
  redo: 'redo',
  shortcuts: 'keys'
};

/** Places, and what can be done from anywhere. */
export function standing({ ongo, oncommand, upgradeExists }: Does): readonly Offer[] {
  const go = places(upgradeExists).map(({ path, name, icon }): Offer => ({
    key: path,
    group: t('Places'),
    label: t(name),
    icon,
    run: () => ongo(path)
  }));
  const act = shortcuts
    .filter(({ command }) => command !== 'palette')
    .map(({ command, keys }): Offer => ({
      key: command,
      group: t('Actions'),
      label: nameOf(command),
      icon: icons[command],
      keys: keys[0] ?? '',
      run: () => oncommand(command)
    }));
  return [
    ...act.slice(0, 1),
    {
      key: 'add-asset',
      group: t('Actions'),
      label: t('Add an asset'),
      icon: 'add',
      run: () => openEntry({ kind: 'asset' })
    },
    {
      key: 'add-account',
      group: t('Actions'),
      label: t('Add an account'),
      icon: 'add',
      run: () => openEntry({ kind: 'account' })
    },
    ...act.slice(1),
    {
      key: 'print',
      group: t('Actions'),
      label: t('Print this page'),
      icon: 'print',
      run: () => window.print()
    },
    ...go
  ];
}
