/** Versions, history, backups and log for looking at screens. */
import type { VersionNews } from '../../app/contract';
import type { BackupInfo, MigrationHistoryEntry, MigrationStatus, RowProblem, StepTiming } from '../../migration';

export const versions: readonly VersionNews[] = [
  { version: '1.0.0', description: 'Initial release', changes: ['Accounts, assets, transactions and prices.'] },
  {
    version: '1.1.0',
    description: 'Performance metrics',
    changes: [
      'The stated amount of an asset is called its current value.',
      'Quantities are kept exactly, digit by digit.',
      'Room for returns, volatility and the history of values.'
    ]
  },
  {
    version: '1.2.0',
    description: 'Currency risk',
    changes: [
      'Every asset that counts gets its currency risk: what its value depends on, and how much.',
      'A first proposal for hedging, with its reason.'
    ]
  },
  {
    version: '1.3.0',
    description: 'Compliance and tax residency',
    changes: [
      'Tax residencies are worked out from your home country and citizenships.',
      'What has to be reported where, with the rule it comes from.',
      'Documents become records of their own, with kind, title and dates.'
    ]
  }
];

export function statusAt(version: string): MigrationStatus {
  const place = versions.findIndex((entry) => entry.version === version);
  const behind = versions.length - 1 - place;
  return {
    currentVersion: version,
    latestVersion: '1.3.0',
    migrationNeeded: behind > 0,
    isUpToDate: behind === 0,
    versionsBehind: behind,
    lastMigrationDate: behind === 0 ? new Date('2026-11-23T14:05:00Z') : null
  };
}

export const steps: readonly StepTiming[] = [
  { step: 'CreateCurrencyRiskEntities', state: 'done', seconds: 0.41, rows: 9_120 },
  { step: 'PopulateCurrencyExposure', state: 'done', seconds: 0.62, rows: 9_120 },
  { step: 'SetupDefaultHedgingStrategies', state: 'done', seconds: 0.2, rows: 9_120 },
  { step: 'CreateTaxResidencyEntities', state: 'done', seconds: 0.02, rows: 3 },
  { step: 'UpdateComplianceRequirements', state: 'done', seconds: 0.3, rows: 4_410 },
  { step: 'MigrateDocumentReferences', state: 'done', seconds: 0.9, rows: 21_004 }
];

export function backup(
  id: string,
  createdAt: string,
  dataVersion: string,
  change: Partial<BackupInfo> = {}
): BackupInfo {
  return {
    id,
    name: `WealthWise_Backup_${createdAt.slice(0, 19).replace('T', '_').replaceAll(':', '-')}.json.gz`,
    createdAt,
    dataVersion,
    reason: 'Made by you',
    place: 'opfs',
    bytes: 2_412_345,
    counts: { settings: 1, persons: 1, accounts: 9, assets: 10_000, transactions: 20_000, prices: 4_100, fxRates: 60 },
    digest: '7f3a',
    verifiedAt: createdAt,
    pinned: false,
    encrypted: false,
    keptBecause: ['it is younger than 7 days'],
    leavesOn: null,
    ...change
  };
}

export const backups: readonly BackupInfo[] = [
  backup('b1', '2026-11-02T08:12:40Z', '1.0.0', {
    verifiedAt: null,
    leavesOn: '2026-12-02T08:12:40Z',
    keptBecause: []
  }),
  backup('b2', '2026-11-19T19:30:02Z', '1.0.0', { pinned: true, keptBecause: ['it is pinned'] }),
  backup('b3', '2026-11-23T14:04:55Z', '1.0.0', {
    reason: 'Before the upgrade to 1.3.0',
    keptBecause: ['it is the one before the present data version']
  }),
  backup('b4', '2026-11-23T18:20:11Z', '1.3.0', { place: 'download', bytes: 3_980_220 })
];

export const history: readonly MigrationHistoryEntry[] = [
  {
    id: 'h1',
    at: '2026-11-22T20:11:00Z',
    fromVersion: '1.0.0',
    toVersion: '1.3.0',
    path: 'direct',
    outcome: 'failed',
    steps: steps.map((step, place) => ({ ...step, state: place < 2 ? 'done' : place === 2 ? 'failed' : 'notRun' })),
    definitions: {},
    backupId: null,
    error: {
      code: 'migrationFailed',
      message: "Migration failed: Step 'SetupDefaultHedgingStrategies' failed: the window was closed"
    },
    appVersion: '0.1.0'
  },
  {
    id: 'h2',
    at: '2026-11-23T14:05:00Z',
    fromVersion: '1.0.0',
    toVersion: '1.3.0',
    path: 'direct',
    outcome: 'completed',
    steps,
    definitions: {},
    backupId: 'b3',
    appVersion: '0.1.0'
  }
];

export const problems: readonly (RowProblem & { row: unknown })[] = [
  { store: 'assets', key: '018f-7c1a', field: 'primaryCurrency', reason: 'Is “XYZ1”, which is no currency', row: {} },
  { store: 'assets', key: '018f-9b02', field: 'amount', reason: 'Is missing', row: {} },
  { store: 'transactions', key: '018f-aa41', field: 'date', reason: 'Is “2023-02-30”, which is no day', row: {} }
];

export const log = [
  '[2026-11-23T14:04:51.003Z] Upgrade from 1.0.0 to 1.3.0 started',
  '[2026-11-23T14:04:52.120Z] Free space tried: 104 MB are there',
  '[2026-11-23T14:04:55.801Z] Backup verified: 34,171 records',
  '[2026-11-23T14:05:00.344Z] Upgrade to 1.3.0 completed'
].join('\n');
