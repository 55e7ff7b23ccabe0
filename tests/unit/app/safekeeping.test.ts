import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { HealthReport } from '../../../src/lib/app/contract';
import type { Finding } from '../../../src/lib/app/verb-results';
import type { Surroundings } from '../../../src/lib/app/surroundings';
import {
  backup,
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

const day = 86_400_000;
const now = new Date('2024-06-28T12:00:00.000Z');
const before = (days: number): string => new Date(now.getTime() - days * day).toISOString();

const health: HealthReport = {
  at: now.toISOString(),
  dataVersion: '1.3.0',
  records: 5,
  findings: [
    {
      area: 'records',
      level: 'problem',
      sentence: 'One record does not satisfy the rules of its version.',
      details: [
        'assets, amount: Invalid type: Expected string but received 12345.67',
        'assets, name: received "Flat in Köln"'
      ],
      remedy: 'Look at it.'
    }
  ]
};

let finding: Finding;
let answer: (job: FakeJob) => unknown;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now });
  finding = supportedAt('1.3.0');
  answer = ({ job }) => {
    switch (job.verb) {
      case 'readArchive':
        return {
          status: statusAt('1.3.0'),
          history: [],
          log: 'line',
          backups: [backup('one')],
          retention: { leaving: ['one'], freeable: 1_000, suspended: null },
          quarantine: [],
          attachments: { count: 2, bytes: 5 }
        };
      case 'openBackup':
        return new Blob(['plain']);
      case 'copyBackup': {
        const { passphrase = 'nothing', attachments } = job;
        const name = attachments ? 'one_with_attachments.zip' : 'WealthWise_Backup_one.json.gz.age';
        return { name, content: new Blob([`encrypted with ${passphrase}`]), count: 2, bytes: 5, missing: ['gone.pdf'] };
      }
      case 'exportData':
        return { name: `export.${job.format}`, content: new Blob([job.format]) };
      case 'checkHealth':
        return health;
      case 'cleanBackups':
        return { removed: [backup('one')], freed: 1_000, suspended: null };
      default:
        return null;
    }
  };
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(changes: Partial<Surroundings> = {}): Promise<{ app: App; window: FakeWindow }> {
  const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), (job) =>
    job.job.verb === 'inspect' ? { finding, news: [] } : answer(job)
  );
  const app = createApp({ ...window.surroundings, ...changes });
  await app.boot.start();
  return { app, window };
}

describe('copies outside this browser', () => {
  it.each<[string, string | null, boolean]>([
    ['never', null, true],
    ['a while ago', before(13), false],
    ['long ago', before(15), true],
    ['at an instant that nobody can read', 'yesterday', true]
  ])('nudge by the age of the last one: %s', async (_, last, nudge) => {
    const { app, window } = await open();
    if (last !== null) window.choices.set('lastCopyOutside', last);
    await app.copies.load();
    expect(app.copies.safekeeping).toMatchObject({ nudge, persisted: false });
  });

  it('nudge nobody who has no data', async () => {
    finding = { kind: 'absent' };
    const { app } = await open();
    await app.copies.load();
    expect(app.copies.safekeeping).toMatchObject({ lastCopyOutside: null, nudge: false });
  });

  it.each<[string, (app: App) => Promise<unknown>, string]>([
    ['a download', (app) => app.copies.download('one'), 'WealthWise_Backup_one.json.gz: plain'],
    [
      'an encrypted download',
      (app) => app.copies.download('one', 'secret'),
      'WealthWise_Backup_one.json.gz.age: encrypted with secret'
    ],
    [
      'a download with attachments',
      async (app) => {
        expect(app.archive.attachments).toEqual({ count: 2, bytes: 5 });
        expect(await app.copies.download('one', undefined, true)).toEqual({
          count: 2,
          bytes: 5,
          missing: ['gone.pdf']
        });
      },
      'one_with_attachments.zip: encrypted with nothing'
    ],
    ['a download from another screen', (app) => app.archive.download('one'), 'WealthWise_Backup_one.json.gz: plain'],
    ['an export that can be restored', (app) => app.copies.exportJson(), 'export.json: json']
  ])('are remembered: %s', async (_, take, expected) => {
    const { app, window } = await open();
    await Promise.all([app.archive.load(), app.copies.load()]);
    expect(app.copies.safekeeping).toMatchObject({ lastCopyOutside: null, nudge: true });
    await take(app);
    await app.copies.load();
    expect(app.copies.safekeeping).toMatchObject({ lastCopyOutside: now.toISOString(), nudge: false });
    expect(await contents(window)).toEqual([expected]);
  });

  it('are not what a table of figures is: it cannot be restored', async () => {
    const { app, window } = await open();
    await app.copies.exportCsv();
    expect(await contents(window)).toEqual(['export.csv: csv']);
    expect(app.copies.safekeeping.nudge).toBe(true);
  });

  it('are not remembered when the file could not be made', async () => {
    answer = () => {
      throw new Refusal('backupFailed', 'Backup file not found');
    };
    const { app, window } = await open();
    await expect(app.copies.download('one')).rejects.toThrow('Backup file not found');
    expect(app.copies.safekeeping.lastCopyOutside).toBeNull();
    expect(window.saved).toEqual([]);
  });

  it('count when they were shared, and not when the sheet was closed', async () => {
    const closed = await open({ share: () => Promise.resolve(false) });
    await closed.app.archive.load();
    await closed.app.copies.share('one');
    expect(closed.app.copies.safekeeping.lastCopyOutside).toBeNull();
    const { app, window } = await open();
    await app.archive.load();
    await app.copies.share('one');
    expect(window.shared.map(({ name }) => name)).toEqual(['WealthWise_Backup_one.json.gz']);
    expect(app.copies.safekeeping.lastCopyOutside).toBe(now.toISOString());
  });
});

describe('the log of migrations', () => {
  it('is handed to the downloads under its name', async () => {
    const { app, window } = await open();
    await app.archive.load();
    app.archive.downloadLog();
    expect(await contents(window)).toEqual(['migration_log.txt: line']);
  });
});

describe('the word of the browser that it keeps the data', () => {
  const sample = { version: '1.3.0', assets: 1, transactions: 1, seed: 1 };
  let asked: number;
  const asking = (persisted: boolean | null): Partial<Surroundings> => ({
    persisted: () => Promise.resolve(persisted),
    persist: () => Promise.resolve(++asked > 0)
  });

  beforeEach(() => {
    asked = 0;
  });

  it('is asked for once there is something to lose, and once only', async () => {
    const { app } = await open(asking(false));
    expect(asked).toBe(0);
    await app.boot.startWithSample(sample, () => undefined);
    await settle();
    expect(asked).toBe(1);
    await app.restore.chooseBackup('one');
    await app.restore.run({ mode: 'replace', keepVersion: false });
    await settle();
    expect(asked).toBe(1);
  });

  it('is asked for after a restore', async () => {
    answer = ({ job }) => (job.verb === 'restore' ? { backup: null } : {});
    const { app } = await open(asking(false));
    await app.restore.chooseBackup('one');
    expect(asked).toBe(0);
    await app.restore.run({ mode: 'replace', keepVersion: false });
    await settle();
    expect(asked).toBe(1);
  });

  it.each([true, null])('is not asked for where the browser says %s', async (persisted) => {
    const { app } = await open(asking(persisted));
    await app.boot.startWithSample(sample, () => undefined);
    await settle();
    expect(asked).toBe(0);
  });

  it('is no reason to fail', async () => {
    const { app } = await open({ ...asking(false), persist: () => Promise.reject(new Error('refused')) });
    await app.boot.startWithSample(sample, () => undefined);
    await settle();
    expect(app.boot.state.kind).toBe('ready');
  });
});

describe('"Check my data"', () => {
  it('shows progress and what was found, with what is known of copies', async () => {
    let finish = (): void => undefined;
    answer = async ({ progress }) => {
      progress(0.4, 'Reading your records: 2');
      await new Promise<void>((resolve) => (finish = resolve));
      return health;
    };
    const { app } = await open();
    const checking = app.health.check();
    await settle();
    expect(app.health.state).toEqual({ kind: 'running', fraction: 0.4, message: 'Reading your records: 2' });
    finish();
    await checking;
    const state = app.health.state;
    expect(state.kind === 'done' && state.report.findings.map(({ area, level }) => `${area} ${level}`)).toEqual([
      'records problem',
      'copies note'
    ]);
  });

  it('saves its report without amounts and names', async () => {
    const { app, window } = await open();
    app.health.save();
    expect(window.saved).toEqual([]);
    await app.health.check();
    app.health.save();
    const [text] = await contents(window);
    expect(text).toContain('PROBLEM records: One record does not satisfy the rules of its version.');
    expect(text).toContain('assets, amount: Invalid type: Expected string but received (left out)');
    expect(text).toContain('What to do: Look at it.');
    expect(text).not.toMatch(/12345|Köln/);
  });

  it('goes back to the start when it is cancelled, and says why it failed', async () => {
    answer = async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Refusal('cancelled');
    };
    const { app } = await open();
    const checking = app.health.check();
    await settle();
    app.health.cancel();
    await checking;
    expect(app.health.state).toEqual({ kind: 'idle' });
    answer = () => {
      throw new Refusal('corruptData', 'There is no data that could be checked.');
    };
    await app.health.check();
    expect(app.health.state).toMatchObject({ kind: 'failed', failure: { code: 'corruptData' } });
  });
});

describe('the backups of this browser', () => {
  it('say what cleaning would free, and how much it freed', async () => {
    const { app, window } = await open();
    expect(app.archive.retention).toBeNull();
    await app.archive.load();
    expect(app.archive.retention).toEqual({ leaving: ['one'], freeable: 1_000, suspended: null });
    expect(await app.archive.clean()).toEqual({ removed: 1, freed: 1_000 });
    await app.archive.setPinned('one', true);
    expect(window.jobs).toContainEqual({ verb: 'pinBackup', id: 'one', pinned: true });
  });

  it('are looked after a while after the data was opened, and every hour from then on', async () => {
    const { window } = await open();
    const daily = (): number => window.jobs.filter(({ verb }) => verb === 'backUpDaily').length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(daily()).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(daily()).toBe(1);
    await vi.advanceTimersByTimeAsync(3_590_000);
    expect(daily()).toBe(2);
    window.leave();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(daily()).toBe(2);
    window.comeBack();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(daily()).toBe(3);
  });

  it('wait for a moment in which the person leaves the window alone', async () => {
    const { window } = await open();
    const daily = (): number => window.jobs.filter(({ verb }) => verb === 'backUpDaily').length;
    window.touch(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(daily()).toBe(0);
    window.touch(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(daily()).toBe(1);
  });

  it('wait for who is offered an upgrade, which makes one itself, to decide', async () => {
    finding = supportedAt('1.0.0');
    const { app, window } = await open();
    const daily = (): number => window.jobs.filter(({ verb }) => verb === 'backUpDaily').length;
    expect(app.boot.state).toMatchObject({ kind: 'ready', offer: true });
    await vi.advanceTimersByTimeAsync(3_700_000);
    expect(daily()).toBe(0);
    app.boot.decline();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(daily()).toBe(1);
  });

  it('get none while the data is not open', async () => {
    finding = { kind: 'missing', lastSeen: null, found: 'nothing', backups: [] };
    const { window } = await open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(window.jobs.map(({ verb }) => verb)).toEqual(['inspect']);
  });
});

async function contents({ saved }: FakeWindow): Promise<string[]> {
  return Promise.all(
    saved.map(async ({ name, content }) => {
      const text = await content.text();
      return `${name}: ${text}`;
    })
  );
}
