/** Copies in a folder of the owner's choosing: what the worker does there, and what the page says of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { FolderBackups, FolderState } from '../../../src/lib/app/contract';
import type { FilePlace } from '../../../src/lib/backup';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/testing';
import { MigrationError } from '../../../src/lib/migration';
import { memoryServices, portfolioAt, type MemoryServices } from '../data/memory-services';
import { smallPortfolio } from '../data/small-portfolio';
import { desk, type Desk } from './desk';
import { backup, FakeChannel, FakeLocks, fakeWindow, Refusal, settle, supportedAt, type FakeWindow } from './fakes';

describe('the worker', () => {
  let services: MemoryServices;
  let worker: Desk;
  let files: MemoryPlace;

  beforeEach(async () => {
    services = memoryServices();
    worker = desk(services);
    files = memoryPlace();
    services.chooseFolder({ name: 'Dropbox', owner: 'here', place: files, attachments: memoryPlace() });
    await portfolioAt(services, '1.0.0', smallPortfolio);
  });

  async function backUp(note: string): Promise<string> {
    return (await worker.ask({ verb: 'backUp', note })).name;
  }

  const copies = (): string[] => [...files.files.keys()].filter((name) => name.startsWith('WealthWise_')).sort();

  function damage(name: string): void {
    const bytes = files.files.get(name);
    if (bytes === undefined) throw new Error(`There is no ${name}.`);
    files.files.set(
      name,
      new Uint8Array(bytes).map((byte, at) => (at === 100 ? byte ^ 0xff : byte))
    );
  }

  it('copies every backup that is not there, once', async () => {
    expect(await worker.ask({ verb: 'readFolder' })).toEqual({ kind: 'connected', name: 'Dropbox', lastCopy: null });
    const first = await backUp('first');
    expect(copies()).toEqual([]);
    expect(await worker.ask({ verb: 'copyToFolder', again: false })).toEqual({ copied: 1 });
    expect(await worker.ask({ verb: 'copyToFolder', again: false })).toEqual({ copied: 0 });
    services.passDays(1);
    const second = await backUp('second');
    expect(await worker.ask({ verb: 'copyToFolder', again: false })).toEqual({ copied: 1 });
    expect(copies()).toEqual([first, second]);
    expect(await worker.ask({ verb: 'readFolder' })).toMatchObject({ lastCopy: '2024-06-29T12:00:00.000Z' });
  });

  it('writes a damaged copy anew when it is told to read them again', async () => {
    const name = await backUp('first');
    await worker.ask({ verb: 'copyToFolder', again: false });
    const whole = files.files.get(name);
    damage(name);
    await worker.ask({ verb: 'copyToFolder', again: false });
    expect(files.files.get(name)).not.toEqual(whole);
    await worker.ask({ verb: 'copyToFolder', again: true });
    expect(files.files.get(name)).toEqual(whole);
  });

  it('lets old copies go by their own retention, and touches no file of others', async () => {
    files.files.set('holiday.jpg', new Uint8Array([1]));
    const old = await backUp('old');
    await worker.ask({ verb: 'copyToFolder', again: false });
    services.passDays(40);
    const recent = await backUp('recent');
    await worker.ask({ verb: 'copyToFolder', again: false });
    expect(copies()).toEqual([recent]);
    expect(files.files.has('holiday.jpg')).toBe(true);
    // What it would let go at once is not copied again either.
    expect((await worker.ask({ verb: 'readArchive' })).backups.map(({ name }) => name)).toContain(old);
    expect(await worker.ask({ verb: 'copyToFolder', again: true })).toEqual({ copied: 1 });
    expect(copies()).toEqual([recent]);
  });

  it('removes no copy while a loss stands', async () => {
    const old = await backUp('old');
    await worker.ask({ verb: 'copyToFolder', again: false });
    services.passDays(40);
    const recent = await backUp('recent');
    const witness = await services.environment.witness.read();
    if (witness === null) throw new Error('no witness');
    await services.environment.witness.write({ ...witness, sequence: witness.sequence + 1 });
    await worker.ask({ verb: 'copyToFolder', again: false });
    expect(copies()).toEqual([old, recent]);
  });

  it('copies the others when one backup is damaged, and names it', async () => {
    const first = await backUp('first');
    services.passDays(1);
    const second = await backUp('second');
    const bytes = services.place.files.get(second);
    services.place.files.set(second, new Uint8Array(bytes ?? []).fill(0));
    const failure = await worker.failureOf({ verb: 'copyToFolder', again: false });
    expect(failure).toMatchObject({ code: 'backupFailed', message: expect.stringContaining(second) as unknown });
    expect(copies()).toEqual([first]);
  });

  it('says that the folder is lost, and copies nothing', async () => {
    await backUp('first');
    services.chooseFolder({ name: 'Dropbox', owner: 'here', place: closedPlace(files), attachments: memoryPlace() });
    expect(await worker.ask({ verb: 'readFolder' })).toEqual({ kind: 'lost', name: 'Dropbox', lastCopy: null });
    expect(await worker.failureOf({ verb: 'copyToFolder', again: false })).toMatchObject({
      code: 'cloudFolderNotAvailable'
    });
    const { findings } = await worker.ask({ verb: 'checkHealth' });
    expect(findings.find(({ area }) => area === 'copies')).toMatchObject({ level: 'note', details: ['Dropbox'] });
  });

  it('reads every copy back for "Check my data"', async () => {
    const name = await backUp('first');
    await worker.ask({ verb: 'copyToFolder', again: false });
    const level = async (): Promise<unknown> =>
      (await worker.ask({ verb: 'checkHealth' })).findings.find(({ area }) => area === 'copies');
    expect(await level()).toMatchObject({ level: 'good' });
    damage(name);
    expect(await level()).toMatchObject({ level: 'problem', details: [name] });
  });

  it('has nothing to do where no folder was chosen', async () => {
    services.chooseFolder(null);
    expect(await worker.ask({ verb: 'readFolder' })).toEqual({ kind: 'none' });
    expect(await worker.ask({ verb: 'copyToFolder', again: true })).toBeNull();
    const { findings } = await worker.ask({ verb: 'checkHealth' });
    expect(findings.map(({ area }) => area)).not.toContain('copies');
  });
});

/** A folder that the browser has closed again. */
function closedPlace(place: FilePlace): FilePlace {
  const refuse = (): Promise<never> => Promise.reject(new MigrationError('cloudFolderNotAvailable', 'Dropbox'));
  return { kind: place.kind, write: refuse, read: refuse, list: refuse, remove: refuse, sweep: refuse };
}

describe('the page', () => {
  let state: FolderState;
  let copying: () => unknown;

  beforeEach(() => {
    state = { kind: 'none' };
    copying = () => ({ copied: 1 });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function open(supported = true): Promise<{ app: App; window: FakeWindow; asked: string[] }> {
    const asked: string[] = [];
    const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), async ({ job, progress }) => {
      if (job.verb === 'inspect') return { finding: supportedAt('1.3.0'), news: [] };
      if (job.verb === 'readFolder') return state;
      if (job.verb === 'listFolder') return listed();
      progress(0.5, 'Copying');
      await settle();
      return copying();
    });
    const answer = (verb: string, next: FolderState) => () => {
      asked.push(verb);
      state = next;
      return Promise.resolve(next.kind === 'connected');
    };
    const connected = { kind: 'connected', name: 'Dropbox', lastCopy: null } as const;
    const app = createApp({
      ...window.surroundings,
      folder: {
        supported,
        choose: answer('choose', connected),
        reconnect: answer('reconnect', { ...connected, kind: 'lost' }),
        forget: async () => void (await answer('forget', { kind: 'none' })())
      }
    });
    await app.boot.start();
    await app.copies.load();
    return { app, window, asked };
  }

  /** As the worker says it of the present state. */
  function listed(): FolderBackups {
    if (state.kind === 'connected') return { kind: 'open', name: state.name, backups: [backup('there')] };
    return state.kind === 'lost' ? { kind: 'lost', name: state.name } : { kind: 'none' };
  }

  it('lists what could be restored from the folder once it is chosen, and looks at a copy by its name', async () => {
    const { app, window, asked } = await open();
    expect(app.restore.folder).toBeNull();
    await app.restore.lookIntoFolder();
    expect(app.restore.folder).toEqual({ kind: 'none' });
    await app.restore.chooseFolder();
    expect(asked).toEqual(['choose']);
    expect(app.restore.folder).toMatchObject({ kind: 'open', name: 'Dropbox', backups: [{ id: 'there' }] });
    await app.restore.chooseCopy('there.json.gz');
    expect(window.jobs.at(-1)).toMatchObject({ verb: 'previewRestore', source: { copy: 'there.json.gz' } });
    expect(app.restore.state).toMatchObject({ kind: 'preview', preview: { name: 'there.json.gz' } });
  });

  it('asks for access to a folder that was closed again, and says when it is refused', async () => {
    state = { kind: 'lost', name: 'Dropbox', lastCopy: null };
    const { app, asked } = await open();
    await app.restore.lookIntoFolder();
    expect(app.restore.folder).toEqual({ kind: 'lost', name: 'Dropbox' });
    await expect(app.restore.reconnectFolder()).rejects.toThrow('The browser gave no access to the folder.');
    expect(app.restore.folder).toEqual({ kind: 'lost', name: 'Dropbox' });
    // It may be gone for good.
    await app.restore.chooseFolder();
    expect(asked).toEqual(['reconnect', 'choose']);
    expect(app.restore.folder).toMatchObject({ kind: 'open' });
  });

  it('copies by itself after the daily look, and counts that as a copy outside', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { app, window } = await open();
    expect(app.copies.safekeeping.lastCopyOutside).toBeNull();
    await vi.advanceTimersByTimeAsync(20_000);
    await settle();
    expect(window.jobs.slice(-2)).toEqual([{ verb: 'backUpDaily' }, { verb: 'copyToFolder', again: false }]);
    await settle();
    await app.copies.load();
    expect(app.copies.safekeeping.lastCopyOutside).not.toBeNull();
  });

  it('says where there can be none', async () => {
    const { app } = await open(false);
    expect(app.copies.safekeeping.folder).toEqual({ kind: 'unsupported' });
    await app.restore.lookIntoFolder();
    expect(app.restore.folder).toEqual({ kind: 'unsupported' });
  });

  it('chooses, copies and forgets; a copy there is one outside this browser', async () => {
    const { app, asked } = await open();
    expect(app.copies.safekeeping).toMatchObject({ folder: { kind: 'none' }, nudge: true });
    await app.copies.chooseFolder();
    expect(app.copies.safekeeping).toMatchObject({ folder: { kind: 'connected', name: 'Dropbox' }, nudge: true });
    const progress: number[] = [];
    await app.copies.copyToFolder((fraction) => progress.push(fraction));
    expect(progress).toEqual([0.5]);
    expect(app.copies.safekeeping.nudge).toBe(false);
    await app.copies.forgetFolder();
    expect(app.copies.safekeeping.folder).toEqual({ kind: 'none' });
    expect(asked).toEqual(['choose', 'forget']);
  });

  it('says what to do when access is refused or the folder is gone', async () => {
    state = { kind: 'lost', name: 'Dropbox', lastCopy: null };
    const { app } = await open();
    await expect(app.copies.reconnectFolder()).rejects.toThrow('The copies in it are as they were.');
    copying = () => {
      throw new Refusal('cloudFolderNotAvailable', 'Backup folder not available: Dropbox');
    };
    await expect(app.copies.copyToFolder(() => undefined)).rejects.toThrow('Backup folder not available');
    expect(app.copies.safekeeping).toMatchObject({ folder: { kind: 'lost' }, lastCopyOutside: null });
  });
});
