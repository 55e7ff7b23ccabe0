/** Restore, rollback, copies and health in every state. */
import type {
  Copies,
  FolderBackups,
  Health,
  HealthState,
  Restore,
  RestorePreview,
  RestoreReport,
  RestoreState,
  Rollback,
  RollbackPreview,
  RollbackState
} from '../../app/contract';
import { backups } from './sample-history';

const [sample] = backups;
if (!sample) throw new Error('There are no sample backups.');

const preview: RestorePreview = {
  name: sample.name,
  backup: { ...sample, dataVersion: '1.0.0' },
  verification: { ok: true, problems: [], rows: 34_171, seconds: 0.6, depth: 'full' },
  targetVersion: '1.3.0',
  records: 34_171,
  netWorth: { amount: '18236540.12', currency: 'EUR' },
  attachments: {
    from: 'file',
    inFile: [
      { id: 'a1', name: 'Contract.pdf' },
      { id: 'a2', name: 'Statement 2025.pdf' }
    ],
    bytes: 1_900_000,
    here: 0,
    missing: ['Purchase deed, Köln.pdf']
  },
  present: { version: '1.3.0', records: 34_180 },
  differences: {
    assets: { onlyInBackup: 3, onlyInPresent: 12, changed: 41, same: 9956 },
    transactions: { onlyInBackup: 0, onlyInPresent: 127, changed: 0, same: 20_000 },
    accounts: { onlyInBackup: 0, onlyInPresent: 0, changed: 0, same: 16 }
  }
};

const report: RestoreReport = {
  outcome: 'restored',
  fromVersion: '1.3.0',
  toVersion: '1.3.0',
  backup: sample,
  steps: [],
  countsBefore: {},
  countsAfter: { assets: 9999, transactions: 20_000 },
  conserved: [],
  quarantined: 0,
  attachments: { restored: 1, failed: ['Statement 2024.pdf'] },
  seconds: 2.4
};

const failure = (code: string, message: string) => ({ code, message, step: null, details: [] });

export const restoreStates: Readonly<Record<string, RestoreState>> = {
  idle: { kind: 'idle' },
  checking: {
    kind: 'checking',
    name: sample.name,
    fraction: 0.62,
    message: 'Checking the file: 21,186 of 34,171 records'
  },
  locked: { kind: 'locked', name: `${sample.name}.age`, wrong: false },
  'locked-wrong': { kind: 'locked', name: `${sample.name}.age`, wrong: true },
  refused: {
    kind: 'refused',
    name: 'holiday.json.gz',
    failure: failure('backupFailed', 'Backup failed: This file is not a backup of this app.')
  },
  preview: { kind: 'preview', preview },
  'preview-folder': {
    kind: 'preview',
    preview: {
      ...preview,
      attachments: {
        from: 'folder',
        inFile: [{ id: 'a1', name: 'Contract.pdf' }],
        bytes: 900_000,
        here: 1,
        missing: []
      }
    }
  },
  running: {
    kind: 'running',
    preview,
    fraction: 0.41,
    message: 'Writing: 14,010 of 34,171 records',
    cancelling: false
  },
  failed: {
    kind: 'failed',
    preview,
    failure: failure('insufficientStorage', 'Insufficient storage space for migration')
  },
  succeeded: { kind: 'succeeded', report, undo: sample }
};

const rollbackPreview: RollbackPreview = {
  fromVersion: '1.3.0',
  toVersion: '1.0.0',
  backup: sample,
  carriesEdits: true,
  lost: { documents: 527, currencyRisks: 9812, complianceRequirements: 37 },
  differences: preview.differences
};

export const rollbackStates: Readonly<Record<string, RollbackState>> = {
  idle: { kind: 'idle' },
  preview: { kind: 'preview', preview: rollbackPreview },
  failed: {
    kind: 'failed',
    to: '1.0.0',
    failure: failure(
      'rollbackFailed',
      'Rollback failed: there is no whole backup of version 1.0.0. Nothing was changed'
    )
  },
  succeeded: { kind: 'succeeded', report: { ...report, outcome: 'rolledBack', toVersion: '1.0.0' } }
};

export const healthStates: Readonly<Record<string, HealthState>> = {
  idle: { kind: 'idle' },
  running: { kind: 'running', fraction: 0.3, message: 'Reading your records: 12,000' },
  troubled: {
    kind: 'done',
    report: {
      at: '2026-11-23T19:00:00Z',
      dataVersion: '1.3.0',
      records: 34_171,
      findings: [
        {
          area: 'records',
          level: 'good',
          sentence: 'Every record satisfies the rules of its version.',
          details: [],
          remedy: null
        },
        {
          area: 'backups',
          level: 'problem',
          sentence: '1 of 4 backups cannot be restored.',
          details: ['WealthWise_Backup_2026-11-02_09-00-00.json.gz: The file is cut off or damaged.'],
          remedy: 'Make a new backup now. Damaged ones are kept until you delete them.'
        },
        {
          area: 'space',
          level: 'good',
          sentence: 'There is room: 20480 MB by the browser’s own word.',
          details: [],
          remedy: null
        }
      ]
    }
  }
};

export const folderBackups: Readonly<Record<string, FolderBackups>> = {
  none: { kind: 'none' },
  lost: { kind: 'lost', name: 'iCloud Drive' },
  open: {
    kind: 'open',
    name: 'iCloud Drive',
    backups: backups.slice(0, 3).map((backup, at) => ({
      ...backup,
      id: `copy ${at}`,
      place: 'folder',
      encrypted: at === 2
    }))
  },
  same: { kind: 'open', name: 'iCloud Drive', backups: backups.slice(0, 2) }
};

const nothing = () => Promise.resolve();

export function sampleRestore(state: RestoreState, folder: FolderBackups | null = null): Restore {
  return {
    state,
    folder,
    lookIntoFolder: nothing,
    chooseFolder: nothing,
    reconnectFolder: nothing,
    chooseCopy: nothing,
    chooseBackup: nothing,
    chooseFile: nothing,
    unlock: nothing,
    run: nothing,
    cancel: () => undefined,
    leave: () => undefined
  };
}

export function sampleRollback(state: RollbackState): Rollback {
  return {
    state,
    targets: ['1.2.0', '1.1.0', '1.0.0'],
    look: nothing,
    run: nothing,
    cancel: () => undefined,
    leave: () => undefined
  };
}

export function sampleHealth(state: HealthState): Health {
  return { state, check: nothing, cancel: () => undefined, save: () => undefined };
}

export const sampleCopies: Copies = {
  safekeeping: { lastCopyOutside: null, nudge: true, persisted: false, folder: { kind: 'none' } },
  load: nothing,
  persist: () => Promise.resolve(true),
  chooseFolder: nothing,
  reconnectFolder: nothing,
  forgetFolder: nothing,
  copyToFolder: nothing,
  download: () => Promise.resolve({ count: 3, bytes: 2_100_000, missing: ['Purchase deed, Köln.pdf'] }),
  canShare: true,
  share: nothing,
  exportCsv: nothing,
  exportJson: nothing,
  strengthOf: () => Promise.resolve({ bits: 50, level: 'fair' as const, hint: 'A word or two more makes it strong.' })
};
