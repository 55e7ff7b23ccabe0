import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { MigrationReport, RollbackPreview } from '../../../src/lib/migration';
import {
  backup,
  FakeChannel,
  FakeLocks,
  fakeWindow,
  Refusal,
  settle,
  supportedAt,
  type FakeJob,
  type FakeWindow
} from './fakes';

const undo = backup('undo', { occasion: 'restore' });
const preview = {
  backup: backup('chosen'),
  verification: { ok: true, problems: [], rows: 5, seconds: 0, depth: 'full' },
  targetVersion: '1.3.0',
  records: 5,
  present: null,
  differences: {},
  netWorth: { amount: '10', currency: 'EUR' }
};
const rollbackPreview: RollbackPreview = {
  fromVersion: '1.3.0',
  toVersion: '1.0.0',
  backup: null,
  carriesEdits: true,
  lost: { documents: 2 },
  differences: {}
};
const news = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'].map((version) => ({ version, description: version, changes: [] }));

function report(outcome: MigrationReport['outcome'], toVersion: string): MigrationReport {
  return {
    outcome,
    fromVersion: '1.3.0',
    toVersion,
    backup: undo,
    steps: [],
    countsBefore: {},
    countsAfter: {},
    conserved: [],
    quarantined: 0,
    seconds: 1
  };
}

let locks: FakeLocks;
let channel: FakeChannel;
let version: string;
/** What the worker does with the long jobs. */
let work: (job: FakeJob) => unknown;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  locks = new FakeLocks();
  channel = new FakeChannel();
  version = '1.3.0';
  work = ({ job }) => {
    switch (job.verb) {
      case 'previewRestore':
        return preview;
      case 'restore':
        return report('restored', (version = job.keepVersion ? '1.0.0' : '1.3.0'));
      case 'previewRollback':
        return rollbackPreview;
      case 'rollBack':
        return report('rolledBack', (version = job.to));
      default:
        return null;
    }
  };
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<{ app: App; window: FakeWindow }> {
  const window = fakeWindow('a', locks, channel, (job) => {
    if (job.job.verb === 'inspect') return { finding: supportedAt(version), news };
    return work(job);
  });
  const app = createApp(window.surroundings);
  await app.boot.start();
  return { app, window };
}

/** Reports progress until it is cancelled. */
async function untilCancelled({ signal, progress }: FakeJob): Promise<never> {
  progress(0.3, 'Working');
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  throw new Refusal('migrationCancelled');
}

describe('a restore', () => {
  it('shows the preview of a file, with its name, and lets go of the data only to run', async () => {
    const { app, window } = await open();
    expect(app.restore.state).toEqual({ kind: 'idle' });
    const looking = app.restore.chooseFile(new File(['x'], 'mine.json.gz'));
    expect(app.restore.state).toMatchObject({ kind: 'checking', name: 'mine.json.gz', fraction: 0 });
    await looking;
    expect(app.restore.state).toEqual({ kind: 'preview', preview: { ...preview, name: 'mine.json.gz' } });
    expect(window.jobs.at(-1)).toMatchObject({ verb: 'previewRestore', day: '2024-06-28' });
    expect(locks.holders('ww:db')).toEqual(['shared a']);

    let held: string[] = ['not asked'];
    const done = work;
    work = (job) => {
      if (job.job.verb === 'restore') held = locks.holders('ww:db');
      return done(job);
    };
    await app.restore.run({ mode: 'replace', keepVersion: false });
    expect(held).toEqual([]);
    expect(app.restore.state).toMatchObject({ kind: 'succeeded', undo: { id: 'undo' } });
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    expect(channel.said.map(({ type }) => type)).toContain('changed');
  });

  it('does nothing before there is a preview', async () => {
    const { app, window } = await open();
    await app.restore.run({ mode: 'replace', keepVersion: false });
    await app.restore.unlock('secret');
    app.restore.cancel();
    expect(app.restore.state).toEqual({ kind: 'idle' });
    expect(window.jobs.map(({ verb }) => verb)).toEqual(['inspect']);
  });

  it('keeps asking for the passphrase until it is right, and uses it for the restore too', async () => {
    const done = work;
    work = (fake) => {
      const { job } = fake;
      if (job.verb !== 'previewRestore' || job.passphrase === 'right') return done(fake);
      const wrongPassphrase = job.passphrase !== undefined;
      throw new Refusal('backupFailed', 'Encrypted.', [{ encrypted: true, wrongPassphrase }]);
    };
    const { app, window } = await open();
    await app.restore.chooseBackup('secret');
    expect(app.restore.state).toMatchObject({ kind: 'locked', wrong: false });
    await app.restore.unlock('wrong');
    expect(app.restore.state).toMatchObject({ kind: 'locked', wrong: true });
    await app.restore.unlock('right');
    expect(app.restore.state).toMatchObject({ kind: 'preview' });
    await app.restore.run({ mode: 'merge', keepVersion: false });
    expect(window.jobs.find(({ verb }) => verb === 'restore')).toEqual({
      verb: 'restore',
      source: 'secret',
      passphrase: 'right',
      mode: 'merge',
      keepVersion: false
    });
  });

  it('says why a file is refused, and takes another', async () => {
    const done = work;
    work = () => {
      throw new Refusal('backupFailed', 'Backup file is empty');
    };
    const { app } = await open();
    await app.restore.chooseFile(new File([], 'empty.json'));
    expect(app.restore.state).toMatchObject({
      kind: 'refused',
      name: 'empty.json',
      failure: { message: 'Backup file is empty' }
    });
    work = done;
    await app.restore.chooseBackup('chosen');
    expect(app.restore.state.kind).toBe('preview');
  });

  it('shows the last file chosen, however late another one answers', async () => {
    let answer: (value: unknown) => void = () => undefined;
    work = ({ job }) => {
      if (job.verb !== 'previewRestore') return null;
      return job.source === 'slow' ? new Promise((resolve) => (answer = resolve)) : preview;
    };
    const { app } = await open();
    const slow = app.restore.chooseBackup('slow');
    await app.restore.chooseBackup('quick');
    answer({ ...preview, records: 99 });
    await slow;
    expect(app.restore.state).toMatchObject({ kind: 'preview', preview: { records: 5 } });
  });

  it('stops checking when it is cancelled or left', async () => {
    work = untilCancelled;
    const { app } = await open();
    for (const stop of [() => app.restore.cancel(), () => app.restore.leave()]) {
      const looking = app.restore.chooseBackup('chosen');
      await settle();
      expect(app.restore.state).toMatchObject({ kind: 'checking', fraction: 0.3 });
      stop();
      await looking;
      expect(app.restore.state).toEqual({ kind: 'idle' });
    }
  });

  it('can be cancelled while it runs: it says so, and the data is open again', async () => {
    const { app } = await open();
    await app.restore.chooseBackup('chosen');
    work = untilCancelled;
    const running = app.restore.run({ mode: 'replace', keepVersion: false });
    await settle();
    expect(app.restore.state).toMatchObject({ kind: 'running', fraction: 0.3, cancelling: false });
    app.restore.leave();
    expect(app.restore.state.kind).toBe('running');
    app.restore.cancel();
    expect(app.restore.state).toMatchObject({ kind: 'running', cancelling: true });
    await running;
    expect(app.restore.state).toMatchObject({ kind: 'failed', failure: { code: 'migrationCancelled' } });
    expect(app.boot.state.kind).toBe('ready');
    expect(locks.holders('ww:db')).toEqual(['shared a']);
  });

  it('ends a worker that does not hear the cancel', async () => {
    const { app, window } = await open();
    await app.restore.chooseBackup('chosen');
    work = () => new Promise(() => undefined);
    const running = app.restore.run({ mode: 'replace', keepVersion: false });
    await settle();
    app.restore.cancel();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(window.workers.map(({ terminated }) => terminated)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(2_000);
    await running;
    expect(window.workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(app.restore.state).toMatchObject({ kind: 'failed', failure: { code: 'migrationCancelled' } });
  });

  it('may be tried again after a failure', async () => {
    const { app } = await open();
    await app.restore.chooseBackup('chosen');
    const done = work;
    work = () => {
      throw new Refusal('insufficientStorage');
    };
    await app.restore.run({ mode: 'replace', keepVersion: false });
    expect(app.restore.state).toMatchObject({ kind: 'failed', failure: { code: 'insufficientStorage' } });
    work = done;
    await app.restore.run({ mode: 'replace', keepVersion: false });
    expect(app.restore.state.kind).toBe('succeeded');
  });

  it('at its own version is not followed by an offer to leave it', async () => {
    const { app } = await open();
    await app.restore.chooseBackup('chosen');
    await app.restore.run({ mode: 'replace', keepVersion: true });
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false, status: { currentVersion: '1.0.0' } });
  });

  it('is begun by a file that was opened with the installed app', async () => {
    const { app, window } = await open();
    window.open(new File(['x'], 'opened.json.gz'));
    await settle();
    expect(app.restore.state).toMatchObject({ kind: 'preview', preview: { name: 'opened.json.gz' } });
  });
});

describe('a rollback', () => {
  it('offers the older versions, newest first, and shows what would be lost', async () => {
    const { app } = await open();
    expect(app.rollback.targets).toEqual(['1.2.0', '1.1.0', '1.0.0']);
    await app.rollback.look('1.0.0');
    expect(app.rollback.state).toEqual({ kind: 'preview', preview: rollbackPreview });
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    app.rollback.leave();
    expect(app.rollback.state).toEqual({ kind: 'idle' });
  });

  it('goes back, and the app runs on there without nagging, also after the next start', async () => {
    const { app, window } = await open();
    await app.rollback.look('1.0.0');
    await app.rollback.run();
    expect(app.rollback.state).toMatchObject({ kind: 'succeeded', report: { backup: { id: 'undo' } } });
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false, status: { currentVersion: '1.0.0' } });
    window.leave();
    window.comeBack();
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false });
    expect(app.rollback.targets).toEqual([]);
  });

  it('does not change the choice when it fails or is cancelled', async () => {
    const { app, window } = await open();
    await app.rollback.look('1.0.0');
    work = untilCancelled;
    const running = app.rollback.run();
    await settle();
    expect(app.rollback.state).toMatchObject({ kind: 'running', fraction: 0.3 });
    app.rollback.cancel();
    expect(app.rollback.state).toMatchObject({ cancelling: true });
    await running;
    expect(app.rollback.state).toMatchObject({ kind: 'failed', to: '1.0.0', failure: { code: 'migrationCancelled' } });
    expect(window.choices.get('declined')).toBeUndefined();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' } });
  });

  it('says why it cannot be done', async () => {
    work = () => {
      throw new Refusal('rollbackFailed', 'Rollback failed: no way back.');
    };
    const { app } = await open();
    await app.rollback.look('1.0.0');
    expect(app.rollback.state).toMatchObject({ kind: 'failed', to: '1.0.0', failure: { code: 'rollbackFailed' } });
  });
});
