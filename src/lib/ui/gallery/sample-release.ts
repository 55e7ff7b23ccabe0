/** What builds, installing and drafts look like, without a service worker. */
import type { Draft, Drafts, Installation, Updates, UpdateState } from '../../app/contract';

const nothing = (): Promise<void> => Promise.resolve();

export function sampleUpdates(state: UpdateState): Updates {
  return {
    state,
    appVersion: '0.1.0',
    offline: true,
    updateNow: nothing,
    later: () => undefined,
    look: () => Promise.resolve(false),
    reload: nothing
  };
}

export function sampleInstallation(hinted: boolean): Installation {
  return { installed: false, offered: true, hinted, install: nothing, dismiss: () => undefined };
}

export function sampleDrafts(left: readonly Draft[]): Drafts {
  const find = (id: string): Draft | null => left.find((draft) => draft.id === id) ?? null;
  return { left, find, keep: () => undefined, drop: () => undefined, leave: () => undefined };
}

export const waitingBuild: UpdateState = {
  kind: 'ready',
  busy: false,
  upgrade: { from: '1.3.0', to: '1.4.0', seconds: 14 },
  news: {
    build: 'b',
    appVersion: '0.2.0',
    dataVersion: '1.4.0',
    changes: [
      'Data version 1.4.0: goals, with what each of them needs by when.',
      'Dividends can be booked in a currency of their own.',
      'The list of assets opens faster.'
    ]
  }
};
