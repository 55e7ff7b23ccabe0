/**
 * What the routes use: objects, each with a state and the verbs a person has. Nothing is touched until
 * `app.boot.start()`.
 *
 * ```ts
 * onMount(() => app.boot.start());
 * ```
 */
import { isTable } from '../protocol';
import { DataArchive } from './archive.svelte';
import { BootGate } from './boot.svelte';
import { browserSurroundings } from './browser-surroundings';
import type {
  Archive,
  Boot,
  Copies,
  Drafts,
  Figures,
  Health,
  Importing,
  Installation,
  Records,
  Restore,
  Rollback,
  Updates,
  Upgrade
} from './contract';
import { keepDaily } from './daily-backup';
import { showDue } from './due-badge';
import { DataCopies } from './copies.svelte';
import { KeptDrafts } from './drafts.svelte';
import { PortfolioFigures } from './figures.svelte';
import { DataHealth } from './health.svelte';
import { FileImport } from './importing.svelte';
import { AppInstallation } from './installation.svelte';
import { PortfolioRecords } from './records.svelte';
import { preferences, type Preferences } from './preferences.svelte';
import { DataRestore } from './restore.svelte';
import { DataRollback } from './rollback.svelte';
import type { Surroundings } from './surroundings';
import { AppUpdates } from './updates.svelte';
import { DataUpgrade } from './upgrade.svelte';
import { WorkerClient } from './worker-client';

export interface App {
  readonly boot: Boot;
  readonly upgrade: Upgrade;
  readonly records: Records;
  readonly figures: Figures;
  readonly archive: Archive;
  readonly restore: Restore;
  readonly rollback: Rollback;
  readonly health: Health;
  readonly copies: Copies;
  readonly updates: Updates;
  readonly installation: Installation;
  readonly importing: Importing;
  readonly drafts: Drafts;
  readonly preferences: Preferences;
}

export function createApp(surroundings: Surroundings): App {
  const client = new WorkerClient(() => surroundings.startWorker());
  const boot = new BootGate(surroundings, client);
  const archive = new DataArchive(surroundings, client, boot);
  const restore = new DataRestore(surroundings, client, boot, archive);
  const importing = new FileImport(surroundings, client, boot);
  const drafts = new KeptDrafts(surroundings);
  keepDaily(boot, client, surroundings);
  showDue(boot, client, surroundings);
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    if (!isTable(file.name)) return restore.chooseFile(file);
    await boot.opened();
    await importing.chooseFile(file);
  };
  surroundings.onOpenedFile((file) => void take(file));
  boot.onSettled(() => void surroundings.takeSharedFile().then(take));
  return {
    boot,
    upgrade: new DataUpgrade(surroundings, client, boot),
    records: new PortfolioRecords(surroundings, client, boot),
    figures: new PortfolioFigures(surroundings, client, boot),
    archive,
    restore,
    rollback: new DataRollback(client, boot),
    health: new DataHealth(surroundings, client),
    copies: new DataCopies(surroundings, client, boot, archive),
    updates: new AppUpdates(surroundings, client, boot, drafts),
    installation: new AppInstallation(surroundings, boot),
    importing,
    drafts,
    preferences
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
  get figures() {
    return theApp().figures;
  },
  get records() {
    return theApp().records;
  },
  get archive() {
    return theApp().archive;
  },
  get restore() {
    return theApp().restore;
  },
  get rollback() {
    return theApp().rollback;
  },
  get health() {
    return theApp().health;
  },
  get copies() {
    return theApp().copies;
  },
  get updates() {
    return theApp().updates;
  },
  get importing() {
    return theApp().importing;
  },
  get installation() {
    return theApp().installation;
  },
  get drafts() {
    return theApp().drafts;
  },
  // Read before anything else, also where no app is made.
  preferences
};

export type * from './contract';
