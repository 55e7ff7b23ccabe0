/** Every state of the upgrade, for looking at screens. */
import type { Failure, Upgrade, UpgradePlan, UpgradeState } from '../../app/contract';
import type { MigrationAnalysis, MigrationReport } from '../../migration';
import { backups, problems, steps, versions } from './sample-history';

const plan: UpgradePlan = {
  fromVersion: '1.0.0',
  toVersion: '1.3.0',
  migrationType: 'heavyweight',
  estimatedTime: 135,
  backupRequired: true,
  customMigrationSteps: steps.map(({ step }) => ({ name: step, description: step })),
  description: 'From 1.0.0 to 1.3.0'
};

const before = {
  id: '018f-0001',
  name: 'iShares Core MSCI World UCITS ETF (Acc)',
  assetType: 'equityETF',
  primaryCountry: 'DE',
  primaryCurrency: 'EUR',
  amount: '48210.55',
  quantity: 481.223,
  documents: ['statement|2025-12-31|Annual statement|file.pdf', 'notice.pdf'],
  isActive: true
};

const analysis: MigrationAnalysis = {
  rowsByStore: {
    settings: { total: 1, touched: 0, created: 0, invalid: 0 },
    accounts: { total: 9, touched: 0, created: 0, invalid: 0 },
    assets: { total: 10_000, touched: 10_000, created: 0, invalid: 0 },
    transactions: { total: 20_000, touched: 0, created: 0, invalid: 0 },
    prices: { total: 4_100, touched: 0, created: 0, invalid: 0 },
    currencyRisks: { total: 0, touched: 0, created: 9_120, invalid: 0 },
    taxResidencies: { total: 0, touched: 0, created: 3, invalid: 0 },
    complianceRequirements: { total: 0, touched: 0, created: 4_410, invalid: 0 },
    documents: { total: 0, touched: 0, created: 21_004, invalid: 0 }
  },
  invalidRows: [],
  samples: [
    {
      store: 'assets',
      before,
      after: {
        id: before.id,
        name: before.name,
        assetType: before.assetType,
        primaryCountry: 'DE',
        primaryCurrency: 'EUR',
        currentValue: '48210.55',
        quantity: '481.223',
        isActive: true
      }
    }
  ],
  estimatedSeconds: 14,
  backupBytes: 2_412_345,
  spaceNeeded: 104_857_600,
  spaceAvailable: 9_663_676_416
};

const withInvalid: MigrationAnalysis = {
  ...analysis,
  rowsByStore: {
    ...analysis.rowsByStore,
    assets: { total: 10_000, touched: 9_998, created: 0, invalid: 2 },
    transactions: { total: 20_000, touched: 0, created: 0, invalid: 1 }
  },
  invalidRows: problems
};

const report: MigrationReport = {
  outcome: 'completed',
  fromVersion: '1.0.0',
  toVersion: '1.3.0',
  backup: backups[2] ?? null,
  steps,
  countsBefore: { settings: 1, accounts: 9, assets: 10_000, transactions: 20_000, prices: 4_100 },
  countsAfter: {
    settings: 1,
    accounts: 9,
    assets: 10_000,
    transactions: 20_000,
    prices: 4_100,
    currencyRisks: 9_120,
    taxResidencies: 3,
    complianceRequirements: 4_410,
    documents: 21_004
  },
  conserved: [
    ['Zerodha, brokerage', 'INR', 'holding', '18234119.5000'],
    ['Zerodha, brokerage', 'INR', 'cash', '182340.25'],
    ['Fidelity, brokerage', 'USD', 'cost basis', '412233.18'],
    ['Fidelity, brokerage', 'USD', 'cash', '9120.02'],
    ['Depot, comdirect', 'EUR', 'cost basis', '318220.77'],
    ['Depot, comdirect', 'EUR', 'cash', '-120.50'],
    ['Immobilien', 'EUR', 'stated value', '420000'],
    ['Sparkasse, liability', 'EUR', 'stated value', '-238000.00'],
    ['Ledger, wallet', 'USD', 'holding', '1.25000000'],
    ['Chase, bank', 'USD', 'cash', '25011.93']
  ].map(([account = '', currency = '', measure = '', value = '']) => ({
    account,
    currency,
    measure,
    before: value,
    after: value
  })),
  quarantined: 3,
  seconds: 11.4
};

const running = (fraction: number, message: string, change: object = {}): UpgradeState => ({
  kind: 'running',
  plan,
  fraction,
  message,
  elapsedSeconds: Math.round(fraction * 14),
  remainingSeconds: fraction < 0.05 ? null : Math.round((1 - fraction) * 14),
  canCancel: fraction < 0.95,
  cancelling: false,
  ...change
});

const failed = (failure: Partial<Failure> & { code: string; message: string }): UpgradeState => ({
  kind: 'failed',
  plan,
  failure: { step: null, details: [], ...failure },
  backup: backups[2] ?? null
});

export const upgradeStates = {
  analysing: { kind: 'analysing', plan },
  offered: { kind: 'offered', plan, analysis },
  'invalid-rows': { kind: 'offered', plan, analysis: withInvalid },
  'too-little-space': { kind: 'offered', plan, analysis: { ...analysis, spaceAvailable: 12_000_000 } },
  'analysis-failed': {
    kind: 'analysisFailed',
    plan,
    failure: { code: 'unexpected', message: 'Connection to the database was lost', step: null, details: [] }
  },
  'backing-up': running(0.04, 'Making a backup: 12,400 of 34,171 records'),
  running: running(0.42, 'Working out currency exposure: 4,210 of 10,000 assets'),
  cancelling: running(0.42, 'Cancelling: everything goes back to how it was…', { cancelling: true }),
  committed: running(0.96, 'Comparing with the backup'),
  succeeded: { kind: 'succeeded', report },
  failed: failed({
    code: 'migrationFailed',
    message: "Migration failed: Step 'PopulateCurrencyExposure' failed: the rate of 2024-02-30 is no rate",
    step: 'PopulateCurrencyExposure'
  }),
  'failed-space': failed({
    code: 'insufficientStorage',
    message: 'Insufficient storage space for migration',
    details: [{ needed: 104_857_600, available: 12_000_000, freedByDeletingBackups: 9_400_000 }]
  }),
  'failed-corrupt': failed({
    code: 'corruptData',
    message: 'Data corruption detected: 3 records do not have the form of version 1.0.0',
    details: problems
  }),
  cancelled: failed({ code: 'migrationCancelled', message: 'Migration was cancelled by user' })
} as const satisfies Readonly<Record<string, UpgradeState>>;

/** An upgrade that stands still in one state. */
export function sampleUpgrade(state: UpgradeState): Upgrade {
  return {
    state,
    news: versions.slice(1),
    analyse: () => Promise.resolve(),
    run: () => Promise.resolve(),
    cancel: () => undefined,
    diagnosticReport: () => Promise.resolve('Report')
  };
}
