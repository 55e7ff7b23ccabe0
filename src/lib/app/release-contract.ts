/** What the screens know of builds, of installing, and of input that was not saved yet. */
import type { ReleaseNews } from '../protocol';

export type { ReleaseNews } from '../protocol';

export type UpdateState =
  | { readonly kind: 'current' }
  | {
      readonly kind: 'ready';
      readonly news: ReleaseNews;
      /** The data upgrade that it offers afterwards; null when it brings none. */
      readonly upgrade: {
        readonly from: string;
        readonly to: string;
        /** From what an upgrade took on this device before; null where there was none. */
        readonly seconds: number | null;
      } | null;
      /** Data is being worked on: the change waits for that. */
      readonly busy: boolean;
    }
  | { readonly kind: 'activating' }
  /** Another window changed to a newer build; this one still shows the old. */
  | { readonly kind: 'outdated' }
  /** A part of this build is neither in this browser nor on the server any more. */
  | { readonly kind: 'partMissing' };

/** Newer builds of the app: `updates.svelte.ts`. */
export interface Updates {
  readonly state: UpdateState;
  readonly appVersion: string;
  /** The whole app is kept in this browser: it opens without a network. */
  readonly offline: boolean;
  /** Changes to the build that waits, and loads it. What was typed is kept as a draft. */
  updateNow(): Promise<void>;
  /** Not in this visit; it is taken over by itself once every window was closed. */
  later(): void;
  /** Asks the server. @returns whether a newer build was found. */
  look(): Promise<boolean>;
  /** Loads this window anew, with the newest build that can be had. */
  reload(): Promise<void>;
}

/** The app as one of this device: `installation.svelte.ts`. */
export interface Installation {
  readonly installed: boolean;
  /** The browser lets the person install it now. */
  readonly offered: boolean;
  /** It is a good moment to say so unasked. */
  readonly hinted: boolean;
  install(): Promise<void>;
  /** "Not now": the hint does not come back by itself. */
  dismiss(): void;
}

/** Input that was typed and not saved. */
export interface Draft {
  readonly id: string;
  /** What the person calls the thing it belongs to. */
  readonly label: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Unsaved input, kept as it is typed: `drafts.svelte.ts`. */
export interface Drafts {
  /** Drafts of this window whose form is not open, newest first. */
  readonly left: readonly Draft[];
  find(id: string): Draft | null;
  keep(draft: Pick<Draft, 'id' | 'label' | 'values'>): void;
  /** It was saved, or given up. */
  drop(id: string): void;
  /** The form is on the screen no more; its draft stays. */
  leave(id: string): void;
}
