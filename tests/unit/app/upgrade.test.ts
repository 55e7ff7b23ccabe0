import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { BackupInfo, MigrationAnalysis, MigrationReport } from '../../../src/lib/migration';
import {
  FakeChannel,
  FakeLocks,
  fakeWindow,
  Refusal,
  settle,
  statusAt,
  supportedAt,
  type FakeJob,
  type FakeWindow
} from './fakes';

const analysis: MigrationAnalysis = {
  rowsByStore: { assets: { total: 10, touched: 10, created: 0, invalid: 0 } },
  invalidRows: [],
  samples: [],
  estimatedSeconds: 2,
  backupBytes: 1000,
  spaceNeeded: 100_000_000,
  spaceAvailable: null
};

const report: MigrationReport = {
  outcome: 'completed',
  fromVersion: '1.0.0',
  toVersion: '1.3.0',
  backup: null,
  steps: [],
  countsBefore: { assets: 10 },
  countsAfter: { assets: 10 },
  conserved: [],
  quarantined: 0,
  seconds: 2
};

const backup: BackupInfo = {
  id: 'backup-1',
  name: 'WealthWise_Backup_2024-06-28_10-00-00.json.gz',
  createdAt: '2999-01-01T00:00:00Z',
  dataVersion: '1.0.0',
  reason: 'before the upgrade to 1.3.0',
  place: 'opfs',
  bytes: 1000,
  counts: { assets: 10 },
  digest: 'd',
  verifiedAt: '2999-01-01T00:00:01Z',
  pinned: false,
  encrypted: false,
  keptBecause: [],
  leavesOn: null
};

const news = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => ({ version, description: version, changes: ['x'] }));

let locks: FakeLocks;
let channel: FakeChannel;
let version: string;
/** The migration as the engine would run it. */
let migrate: (job: FakeJob) => unknown;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  locks = new FakeLocks();
  channel = new FakeChannel();
  version = '1.0.0';
  migrate = () => ((version = '1.3.0'), report);
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<{ app: App; window: FakeWindow }> {
  const window = fakeWindow('a', locks, channel, (work) => {
    switch (work.job.verb) {
      case 'inspect':
        return { finding: supportedAt(version), news };
      case 'analyse':
        return analysis;
      case 'migrate':
        return migrate(work);
      case 'readArchive':
        return { status: statusAt(version), history: [], log: '', backups: [backup], quarantine: [] };
      case 'diagnose':
        return {
          status: statusAt(version),
          history: [],
          log: '[2024-06-28T10:00:00Z] Started.',
          counts: { assets: 10 }
        };
      default:
        throw new Refusal('unexpected');
    }
  });
  const app = createApp(window.surroundings);
  await app.boot.start();
  return { app, window };
}

describe('the upgrade', () => {
  it('is looked at before it is offered', async () => {
    const { app, window } = await open();
    expect(app.upgrade.state).toMatchObject({ kind: 'analysing', plan: { fromVersion: '1.0.0', toVersion: '1.3.0' } });
    await app.upgrade.analyse();
    expect(app.upgrade.state).toMatchObject({ kind: 'offered', analysis: { estimatedSeconds: 2 } });
    expect(app.upgrade.news.map((entry) => entry.version)).toEqual(['1.1.0', '1.2.0', '1.3.0']);
    expect(window.jobs.map((job) => job.verb)).toEqual(['inspect', 'analyse']);
  });

  it('lets go of the data before the worker starts, and opens it again before the end is shown', async () => {
    const { app } = await open();
    let holdersDuring: string[] | null = null;
    migrate = ({ progress }) => {
      holdersDuring = locks.holders('ww:db');
      progress(0.1, 'Backup made and verified');
      version = '1.3.0';
      return report;
    };
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    await app.upgrade.run({ invalidRows: 'stop' });
    expect(holdersDuring).toEqual([]);
    expect(app.upgrade.state).toMatchObject({ kind: 'succeeded', report: { toVersion: '1.3.0' } });
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' }, offer: false });
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    expect(app.upgrade.news.map((entry) => entry.version)).toEqual(['1.1.0', '1.2.0', '1.3.0']);
  });

  it('is not disturbed by what other windows say meanwhile', async () => {
    const { app } = await open();
    let end: (value: MigrationReport) => void = () => undefined;
    migrate = () => new Promise((resolve) => (end = resolve));
    const running = app.upgrade.run({ invalidRows: 'stop' });
    await settle();
    const migrating = await locks.hold('ww:migrate', 'exclusive', 'a');
    channel.end().post({ type: 'changed', window: 'b' });
    channel.end().post({ type: 'hello', window: 'b', appVersion: '0.0.9', dataVersion: '1.1.0' });
    await settle();
    expect(app.boot.state.kind).toBe('ready');
    expect(locks.holders('ww:db')).toEqual([]);
    await migrating();
    end(report);
    await running;
    expect(app.upgrade.state.kind).toBe('succeeded');
  });

  it('is over when the page is put aside, and the gate says how it ended', async () => {
    const { app, window } = await open();
    migrate = () => new Promise(() => undefined);
    const running = app.upgrade.run({ invalidRows: 'stop' });
    await settle();
    window.leave();
    await running;
    expect(window.workers).toEqual([{ terminated: true }]);
    expect(app.upgrade.state).toMatchObject({ kind: 'failed', failure: { code: 'windowPutAside' } });
    window.comeBack();
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.0.0' } });
  });

  it('shows true progress with elapsed and remaining time', async () => {
    const { app } = await open();
    let end: (value: MigrationReport) => void = () => undefined;
    let told: FakeJob['progress'] = () => undefined;
    migrate = ({ progress }) => {
      told = progress;
      return new Promise((resolve) => (end = resolve));
    };
    const running = app.upgrade.run({ invalidRows: 'stop' });
    await settle();
    expect(app.upgrade.state).toMatchObject({ kind: 'running', fraction: 0, remainingSeconds: null, canCancel: true });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(app.upgrade.state).toMatchObject({ elapsedSeconds: 4 });
    told(0.4, '4,000 of 10,000 assets');
    expect(app.upgrade.state).toMatchObject({ fraction: 0.4, message: '4,000 of 10,000 assets', remainingSeconds: 6 });
    told(0.9, 'Reading your data again from disk');
    expect(app.upgrade.state).toMatchObject({ canCancel: false });
    end(report);
    await running;
    expect(app.upgrade.state.kind).toBe('succeeded');
  });

  it('ends where it began when the person cancels', async () => {
    const { app } = await open();
    migrate = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Refusal('migrationCancelled')));
      });
    const running = app.upgrade.run({ invalidRows: 'stop' });
    await settle();
    app.upgrade.cancel();
    expect(app.upgrade.state).toMatchObject({ kind: 'running', cancelling: true });
    await running;
    expect(app.upgrade.state).toMatchObject({ kind: 'failed', failure: { code: 'migrationCancelled' } });
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.0.0' } });
  });

  it('ends a worker that does not heed the cancel', async () => {
    const { app, window } = await open();
    migrate = () => new Promise(() => undefined);
    const running = app.upgrade.run({ invalidRows: 'stop' });
    await settle();
    app.upgrade.cancel();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(window.workers).toEqual([{ terminated: false }]);
    await vi.advanceTimersByTimeAsync(2_000);
    await running;
    expect(window.workers[0]).toEqual({ terminated: true });
    expect(app.upgrade.state).toMatchObject({ kind: 'failed', failure: { code: 'migrationCancelled' } });
  });

  it('says what failed, keeps the backup at hand, and can be tried again', async () => {
    const { app, window } = await open();
    const message = "Migration failed: Step 'PopulateCurrencyExposure' failed: no rate";
    migrate = () => {
      throw new Refusal('migrationFailed', message);
    };
    await app.upgrade.run({ invalidRows: 'stop' });
    expect(app.upgrade.state).toMatchObject({
      kind: 'failed',
      failure: { code: 'migrationFailed', message },
      backup: { id: 'backup-1' }
    });
    // What the failed one still waits for stands in the way of nothing.
    expect(window.workers).toEqual([{ terminated: true }, { terminated: false }]);
    expect(await app.upgrade.diagnosticReport()).toContain("Step 'PopulateCurrencyExposure' failed");
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.0.0' } });

    migrate = () => ((version = '1.3.0'), report);
    await app.upgrade.run({ invalidRows: 'quarantine' });
    expect(app.upgrade.state.kind).toBe('succeeded');
  });

  it('shows an analysis that failed', async () => {
    const window = fakeWindow('a', locks, channel, ({ job }) => {
      if (job.verb === 'inspect') return { finding: supportedAt('1.0.0'), news };
      throw new Refusal('incompatibleVersion');
    });
    const app = createApp(window.surroundings);
    await app.boot.start();
    await app.upgrade.analyse();
    expect(app.upgrade.state).toMatchObject({ kind: 'analysisFailed', failure: { code: 'incompatibleVersion' } });
  });
});
