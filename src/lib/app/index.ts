/**
 * What the routes use: four objects, each with a state and the verbs a person has. Nothing is touched until
 * `app.boot.start()`.
 *
 * ```ts
 * onMount(() => app.boot.start());
 * ```
 */
import { DataArchive } from './archive.svelte';
import { BootGate } from './boot.svelte';
import { browserSurroundings } from './browser-surroundings';
import type { Archive, Boot, Portfolio, Upgrade } from './contract';
import { PortfolioReader } from './portfolio.svelte';
import type { Surroundings } from './surroundings';
import { DataUpgrade } from './upgrade.svelte';
import { WorkerClient } from './worker-client';

export interface App {
  readonly boot: Boot;
  readonly upgrade: Upgrade;
  readonly portfolio: Portfolio;
  readonly archive: Archive;
}

export function createApp(surroundings: Surroundings): App {
  const client = new WorkerClient(() => surroundings.startWorker());
  const boot = new BootGate(surroundings, client);
  return {
    boot,
    upgrade: new DataUpgrade(surroundings, client, boot),
    portfolio: new PortfolioReader(surroundings, client, boot),
    archive: new DataArchive(surroundings, client, boot)
  };
}

let made: App | null = null;

/** The app of this page, made on first use; only a browser can make it. */
export function theApp(): App {
  return (made ??= createApp(browserSurroundings()));
}

/** The app of this page, for the screens. */
export const app: App = {
  get boot() {
    return theApp().boot;
  },
  get upgrade() {
    return theApp().upgrade;
  },
  get portfolio() {
    return theApp().portfolio;
  },
  get archive() {
    return theApp().archive;
  }
};

export type * from './contract';
