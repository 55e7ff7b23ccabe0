import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { Finding } from '../../../src/lib/app/verb-results';
import { backup, FakeChannel, FakeLocks, fakeWindow, Refusal, settle, supportedAt, type FakeWindow } from './fakes';

let locks: FakeLocks;
let channel: FakeChannel;
/** What the database is, for every window. */
let finding: Finding;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  locks = new FakeLocks();
  channel = new FakeChannel();
  finding = supportedAt('1.3.0');
});

afterEach(() => {
  vi.useRealTimers();
});

function open(name: string): { app: App; window: FakeWindow } {
  const window = fakeWindow(name, locks, channel, ({ job }) => {
    if (job.verb === 'inspect') return { finding, news: [] };
    return null;
  });
  return { app: createApp(window.surroundings), window };
}

describe('the gate', () => {
  it('opens up-to-date data and keeps hold of it', async () => {
    const { app } = open('a');
    expect(app.boot.state.kind).toBe('checking');
    expect(locks.holders('ww:db')).toEqual([]);
    await app.boot.start();
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false, status: { currentVersion: '1.3.0' } });
    expect(locks.holders('ww:db')).toEqual(['shared a']);
  });

  it('offers an upgrade once, and not again after "Not now"', async () => {
    finding = supportedAt('1.0.0');
    const { app, window } = open('a');
    await app.boot.start();
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: true });
    app.boot.decline();
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false, status: { currentVersion: '1.0.0' } });
    window.leave();
    window.comeBack();
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: false });
  });

  it.each<[Finding, object]>([
    [{ kind: 'absent' }, { kind: 'firstRun' }],
    [
      { kind: 'newer', dataVersion: '1.4.0' },
      { kind: 'newer', dataVersion: '1.4.0', appVersion: '0.1.0' }
    ],
    [
      { kind: 'foreign', problems: ['Not ours.'] },
      { kind: 'foreign', problems: ['Not ours.'] }
    ],
    [{ kind: 'drift', problems: ["Store 'prices' is missing."] }, { kind: 'drift' }],
    [
      { kind: 'unverified', problems: ['Never completed.'], backup: null },
      { kind: 'unverified', backup: null }
    ],
    [
      {
        kind: 'missing',
        lastSeen: { version: '1.2.0', sequence: 9, counts: { assets: 3, accounts: 2 }, at: '2024-01-01' },
        found: 'less',
        backups: [backup('verified')]
      },
      {
        kind: 'missing',
        lastSeen: { version: '1.2.0', at: '2024-01-01', records: 5 },
        found: 'less',
        backups: [{ id: 'verified' }]
      }
    ],
    [
      { kind: 'missing', lastSeen: null, found: 'nothing', backups: [backup('verified')] },
      { kind: 'missing', lastSeen: null, found: 'nothing', backups: [{ id: 'verified' }] }
    ]
  ])('shows %o as a screen of its own and holds nothing', async (found, shown) => {
    finding = found;
    const { app } = open('a');
    await app.boot.start();
    expect(app.boot.state).toMatchObject(shown);
    expect(locks.holders('ww:db')).toEqual([]);
  });

  it('says that a migration was cut off until the person has decided', async () => {
    const entry = {
      id: 'attempt-1',
      at: '2024-06-01T10:00:00Z',
      fromVersion: '1.0.0',
      toVersion: '1.3.0',
      path: 'direct',
      outcome: 'interrupted',
      steps: [],
      definitions: {},
      backupId: null,
      appVersion: '0.1.0'
    } as const;
    finding = { ...supportedAt('1.0.0'), interrupted: entry };
    const { app, window } = open('a');
    await app.boot.start();
    expect(app.boot.state).toMatchObject({ kind: 'interrupted', entry: { id: 'attempt-1' } });
    app.boot.decline();
    expect(app.boot.state.kind).toBe('ready');
    window.leave();
    window.comeBack();
    await settle();
    expect(app.boot.state.kind).toBe('ready');
  });

  it('says what it could not do when the data cannot be opened', async () => {
    const window = fakeWindow('a', locks, channel, () => {
      throw new Refusal('unexpected', 'Internal error opening backing store');
    });
    const app = createApp(window.surroundings);
    await app.boot.start();
    expect(app.boot.state).toMatchObject({ kind: 'broken', detail: 'Internal error opening backing store' });
    expect(locks.holders('ww:db')).toEqual([]);
  });

  it('waits while another window works on the data, says so, and goes on by itself', async () => {
    const letGo = await locks.hold('ww:db', 'exclusive');
    const { app } = open('a');
    const started = app.boot.start();
    await settle();
    expect(app.boot.state.kind).toBe('checking');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(app.boot.state).toMatchObject({ kind: 'waiting', reason: 'busy', windows: 2 });
    await letGo();
    await started;
    expect(app.boot.state.kind).toBe('ready');
  });

  it('does not ask for the data while a migration runs, however it ends', async () => {
    const migrated = await locks.hold('ww:migrate', 'exclusive');
    const { app, window } = open('a');
    const started = app.boot.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(app.boot.state).toMatchObject({ kind: 'waiting', reason: 'migrating' });
    expect(window.jobs).toEqual([]);
    // The migrating window dies without a word: its lock goes with it.
    await migrated();
    await vi.advanceTimersByTimeAsync(1_000);
    await started;
    expect(app.boot.state.kind).toBe('ready');
  });
});

describe('living beside other windows', () => {
  const migrator = { window: 'migrator' };

  it('lets go before another window migrates, follows its progress, and reopens at the new version', async () => {
    finding = supportedAt('1.0.0', 1);
    const { app, window } = open('a');
    await app.boot.start();
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    const heldWhenClosing: (readonly string[])[] = [];
    window.whenLettingGo(() => heldWhenClosing.push(locks.holders('ww:db')));

    const end = channel.end();
    const migrated = await locks.hold('ww:migrate', 'exclusive');
    end.post({ type: 'prepare', ...migrator, from: '1.0.0', to: '1.3.0' });
    await settle();
    expect(heldWhenClosing).toEqual([['shared a']]);
    expect(locks.holders('ww:db')).toEqual([]);
    expect(app.boot.state).toMatchObject({ kind: 'waiting', reason: 'migrating' });
    expect(channel.said.at(-1)).toEqual({ type: 'ack', window: 'a', to: '1.3.0' });
    expect(window.workers.every((worker) => worker.terminated)).toBe(true);

    end.post({ type: 'progress', ...migrator, fraction: 0.5, message: '5,000 of 10,000 assets' });
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'waiting', fraction: 0.5 });
    expect(app.boot.state).toHaveProperty('sentence', expect.stringContaining('5,000 of 10,000 assets'));

    finding = supportedAt('1.3.0', 2);
    await migrated();
    end.post({ type: 'done', ...migrator, version: '1.3.0', epoch: 2 });
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' } });
    expect(locks.holders('ww:db')).toEqual(['shared a']);
  });

  it('reopens at the old version when the migration was given up', async () => {
    finding = supportedAt('1.0.0');
    const { app } = open('a');
    await app.boot.start();
    const end = channel.end();
    const migrated = await locks.hold('ww:migrate', 'exclusive');
    end.post({ type: 'prepare', ...migrator, from: '1.0.0', to: '1.3.0' });
    await settle();
    await migrated();
    end.post({ type: 'aborted', ...migrator, reason: 'cancelled' });
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.0.0' } });
  });

  it('ignores what its own worker tells the others', async () => {
    const { app, window } = open('a');
    await app.boot.start();
    channel.end().post({ type: 'prepare', window: 'a', from: '1.0.0', to: '1.3.0' });
    await settle();
    expect(app.boot.state.kind).toBe('ready');
    expect(locks.holders('ww:db')).toEqual(['shared a']);
    expect(channel.said.map(({ type }) => type)).toEqual(['hello', 'prepare']);
    expect(window.workers).toEqual([{ terminated: false }]);
  });

  it('ends its worker and lets go when the page is put aside, and passes the gate again afterwards', async () => {
    finding = supportedAt('1.0.0', 1);
    const { app, window } = open('a');
    await app.boot.start();
    window.leave();
    await settle();
    expect(locks.holders('ww:db')).toEqual([]);
    expect(window.workers).toEqual([{ terminated: true }]);

    finding = supportedAt('1.3.0', 2);
    channel.end().post({ type: 'done', ...migrator, version: '1.3.0', epoch: 2 });
    await settle();
    expect(locks.holders('ww:db')).toEqual([]);

    window.comeBack();
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' } });
    expect(window.workers).toHaveLength(2);
  });

  it('shows a portfolio that another window has just created', async () => {
    finding = { kind: 'absent' };
    const first = open('a');
    const second = open('b');
    await first.app.boot.start();
    await second.app.boot.start();
    expect(second.app.boot.state.kind).toBe('firstRun');
    finding = supportedAt('1.3.0');
    await first.app.boot.startEmpty('EUR', 'DE');
    await settle();
    expect(first.window.jobs).toContainEqual({ verb: 'createEmpty', baseCurrency: 'EUR', homeCountry: 'DE' });
    expect(first.app.boot.state.kind).toBe('ready');
    expect(second.app.boot.state.kind).toBe('ready');
  });

  it('looks again when another window is open at another version', async () => {
    finding = supportedAt('1.0.0');
    const first = open('a');
    await first.app.boot.start();
    finding = supportedAt('1.3.0', 1);
    await open('b').app.boot.start();
    await settle();
    expect(first.app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' } });
  });
});
