/** Every state of every screen by name, each made of plain fixture states. */
import type { Component } from 'svelte';
import type {
  Archive,
  Boot,
  BootState,
  Copies,
  Health,
  Restore,
  Rollback,
  Upgrade,
  Drafts,
  Installation,
  Updates,
  Figures
} from '../../app/contract';
import ChartsPage from './ChartsPage.svelte';
import ElementsPage from './ElementsPage.svelte';
import PalettePage from './PalettePage.svelte';
import ShortcutsPage from './ShortcutsPage.svelte';
import { sampleDrafts, sampleInstallation, sampleUpdates, waitingBuild } from './sample-release';
import { SampleArchive } from './sample-archive.svelte';
import { sampleFigures, sampleOverview, samplePerformance } from './sample-figures';
import { backups, history, statusAt } from './sample-history';
import { sampleAccounts, sampleAsset, sampleHoldings, sampleTransactionPage } from './sample-holdings';
import {
  folderBackups,
  healthStates,
  restoreStates,
  rollbackStates,
  sampleCopies,
  sampleHealth,
  sampleRestore,
  sampleRollback
} from './sample-recovery';
import { sampleUpgrade, upgradeStates } from './sample-upgrade';

export interface Scene {
  /** A page of parts, which stands for itself. */
  readonly part?: Component;
  readonly boot: Boot;
  readonly upgrade: Upgrade;
  readonly archive: Archive;
  readonly restore: Restore;
  readonly rollback: Rollback;
  readonly health: Health;
  readonly copies: Copies;
  readonly updates?: Updates;
  readonly installation?: Installation;
  readonly drafts?: Drafts;
  readonly figures?: Figures;
  readonly path:
    | '/'
    | '/holdings'
    | '/asset'
    | '/transactions'
    | '/accounts'
    | '/performance'
    | '/upgrade'
    | '/data'
    | '/restore'
    | '/rollback';
  /** The query part of the address. */
  readonly search?: string;
}

const bootStates: Readonly<Record<string, BootState>> = {
  checking: { kind: 'checking', sentence: 'Looking at your data…' },
  'waiting-migrating': {
    kind: 'waiting',
    reason: 'migrating',
    fraction: 0.42,
    sentence: 'Your data is being updated in another window. Nothing is lost. 4,210 of 10,000 assets',
    windows: 1
  },
  'waiting-busy': {
    kind: 'waiting',
    reason: 'busy',
    fraction: null,
    sentence: 'Another window is working on your data. This one goes on as soon as it is done.',
    windows: 2
  },
  'first-run': { kind: 'firstRun' },
  interrupted: {
    kind: 'interrupted',
    status: statusAt('1.0.0'),
    entry: {
      id: 'h9',
      at: '2026-11-22T20:11:00Z',
      fromVersion: '1.0.0',
      toVersion: '1.3.0',
      path: 'direct',
      outcome: 'interrupted',
      steps: [],
      definitions: {},
      backupId: 'b3',
      appVersion: '0.1.0'
    }
  },
  newer: { kind: 'newer', dataVersion: '1.4.0', appVersion: '0.1.0' },
  foreign: { kind: 'foreign', problems: ['There is no store named “assets”.', 'There is a store named “todos”.'] },
  drift: { kind: 'drift', problems: ['The index “accountId” of “assets” is missing.'] },
  missing: {
    kind: 'missing',
    lastSeen: { version: '1.0.0', at: '2026-11-20T21:40:00Z', records: 34_171 },
    found: 'nothing',
    backups
  },
  'missing-damaged': { kind: 'missing', lastSeen: null, found: 'damaged', backups },
  'missing-closed': { kind: 'missing', lastSeen: null, found: 'closed', backups },
  unverified: {
    kind: 'unverified',
    problems: ['prices: the digest is not the one from before.'],
    backup: backups[2] ?? null
  },
  broken: {
    kind: 'broken',
    sentence: 'Your data could not be opened. Nothing was changed.',
    detail: 'UnknownError: Internal error opening backing store for indexedDB.open.'
  }
};

function boot(state: BootState): Boot {
  return {
    state,
    expectsData: true,
    start: () => Promise.resolve(),
    startEmpty: () => Promise.reject(new Error('This is a gallery; nothing is created.')),
    startWithSample: () => Promise.reject(new Error('This is a gallery; nothing is created.')),
    decline: () => undefined
  };
}

function scene(path: Scene['path'], version: string, parts: Partial<Scene> & { offer?: boolean } = {}): Scene {
  const { offer = false, ...rest } = parts;
  return {
    path,
    boot: boot({ kind: 'ready', status: statusAt(version), offer }),
    upgrade: sampleUpgrade(upgradeStates.analysing),
    archive: new SampleArchive(version, { backups: version === '1.0.0' ? backups.slice(0, 2) : backups, history }),
    restore: sampleRestore({ kind: 'idle' }),
    rollback: sampleRollback({ kind: 'idle' }),
    health: sampleHealth({ kind: 'idle' }),
    copies: sampleCopies,
    ...rest
  };
}

type Maker = () => Scene;

const holdings = (assets: number, search = ''): Scene =>
  scene('/holdings', '1.3.0', { figures: sampleFigures({ holdings: sampleHoldings(assets) }), search });
const transactions = sampleFigures({ transactions: sampleTransactionPage });

const gates = Object.entries(bootStates).map(([name, state]): [string, Maker] => [
  name,
  () =>
    scene('/', '1.0.0', { boot: boot(state), archive: new SampleArchive('1.0.0', { backups: backups.slice(0, 3) }) })
]);

const upgrades = Object.entries(upgradeStates).map(([name, state]): [string, Maker] => [
  `upgrade-${name}`,
  () => scene('/upgrade', state.kind === 'succeeded' ? '1.3.0' : '1.0.0', { upgrade: sampleUpgrade(state) })
]);

const restores = Object.entries(restoreStates).map(([name, state]): [string, Maker] => [
  `restore-${name}`,
  () => scene('/restore', '1.3.0', { restore: sampleRestore(state) })
]);

const folders = Object.entries(folderBackups).map(([name, folder]): [string, Maker] => [
  `restore-folder-${name}`,
  () => scene('/restore', '1.3.0', { restore: sampleRestore({ kind: 'idle' }, folder) })
]);

const rollbacks = Object.entries(rollbackStates).map(([name, state]): [string, Maker] => [
  `rollback-${name}`,
  () => scene('/rollback', '1.3.0', { rollback: sampleRollback(state) })
]);

/** Name → maker, so that only the scene that is looked at is made. */
export const scenes: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['overview', () => scene('/', '1.3.0')],
  ['overview-offer', () => scene('/', '1.0.0', { offer: true })],
  ['overview-empty', () => scene('/', '1.3.0', { figures: sampleFigures({ overview: sampleOverview(0) }) })],
  ['overview-reading', () => scene('/', '1.3.0', { figures: sampleFigures({ overview: null }) })],
  ['overview-failed', () => scene('/', '1.3.0', { figures: sampleFigures({ overview: null }, true) })],
  ['performance', () => scene('/performance', '1.3.0')],
  [
    'performance-alone',
    () =>
      scene('/performance', '1.3.0', {
        figures: sampleFigures({ performance: { ...samplePerformance(), benchmark: null, contributions: [] } })
      })
  ],
  ['elements', () => scene('/', '1.3.0', { part: ElementsPage })],
  ['palette', () => scene('/', '1.3.0', { part: PalettePage })],
  ['shortcuts', () => scene('/', '1.3.0', { part: ShortcutsPage })],
  ['charts', () => scene('/', '1.3.0', { part: ChartsPage })],
  ...gates,
  [
    'missing-no-backup',
    () => scene('/', '1.0.0', { boot: boot(bootStates['missing'] as BootState), archive: new SampleArchive('1.0.0') })
  ],
  ...upgrades,
  ...restores,
  ...folders,
  ...rollbacks,
  ['update-ready', () => scene('/holdings', '1.3.0', { updates: sampleUpdates(waitingBuild) })],
  ['update-elsewhere', () => scene('/holdings', '1.3.0', { updates: sampleUpdates({ kind: 'outdated' }) })],
  ['install-hint', () => scene('/holdings', '1.3.0', { installation: sampleInstallation(true) })],
  [
    'draft-kept',
    () =>
      scene('/holdings', '1.3.0', {
        drafts: sampleDrafts([{ id: 'x', label: 'HDFC Balanced Advantage', at: '2026-11-23T13:05:00Z', values: {} }])
      })
  ],
  [
    'missing-restoring',
    () =>
      scene('/', '1.0.0', {
        boot: boot(bootStates['missing'] as BootState),
        restore: sampleRestore(restoreStates['running'] ?? { kind: 'idle' })
      })
  ],
  [
    'data-health',
    () => scene('/data', '1.3.0', { health: sampleHealth(healthStates['troubled'] ?? { kind: 'idle' }) })
  ],
  ['upgrade-up-to-date', () => scene('/upgrade', '1.3.0')],
  ['holdings', () => holdings(10_000)],
  ['holdings-found', () => holdings(60, 'q=koln&country=DE')],
  ['holdings-grouped', () => holdings(60, 'group=country')],
  ['holdings-nothing-found', () => holdings(60, 'q=zzz')],
  ['holdings-small', () => holdings(24)],
  ['holdings-empty', () => holdings(0)],
  ['holdings-reading', () => scene('/holdings', '1.3.0', { figures: sampleFigures({ holdings: null }) })],
  ['holdings-failed', () => scene('/holdings', '1.3.0', { figures: sampleFigures({ holdings: null }, true) })],
  ['asset', () => scene('/asset', '1.3.0', { figures: sampleFigures({ asset: sampleAsset() }) })],
  ['asset-gone', () => scene('/asset', '1.3.0', { figures: sampleFigures({ asset: null }) })],
  ['transactions', () => scene('/transactions', '1.3.0', { figures: transactions })],
  ['transactions-account', () => scene('/transactions', '1.3.0', { figures: transactions, search: 'account=a1' })],
  ['accounts', () => scene('/accounts', '1.3.0', { figures: sampleFigures({ accounts: sampleAccounts }) })],
  ['accounts-empty', () => scene('/accounts', '1.3.0', { figures: sampleFigures({ accounts: [] }) })],
  [
    'data',
    () => scene('/data', '1.3.0', { archive: new SampleArchive('1.3.0', { backups, history, quarantined: true }) })
  ],
  ['data-old', () => scene('/data', '1.0.0')],
  ['data-new', () => scene('/data', '1.3.0', { archive: new SampleArchive('1.3.0') })]
]);
