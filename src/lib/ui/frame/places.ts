import type { IconName } from './Icon.svelte';

/** A place in the frame: only those that exist. */
export interface Place {
  readonly path: '/' | '/upgrade' | '/data';
  readonly name: string;
  readonly icon: IconName;
}

/** The places of the app; `Upgrade` only while there is one. */
export function places(upgradeExists: boolean): readonly Place[] {
  return [
    { path: '/', name: 'Portfolio', icon: 'portfolio' },
    { path: '/data', name: 'Data', icon: 'data' },
    ...(upgradeExists ? [{ path: '/upgrade', name: 'Upgrade', icon: 'upgrade' } as const] : [])
  ];
}
