import { beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import { FakeChannel, FakeLocks, fakeWindow, Refusal, settle, statusAt, supportedAt, type FakeWindow } from './fakes';

let locks: FakeLocks;
let channel: FakeChannel;
let epoch: number;
let names: Map<string, string>;
let version: string;

beforeEach(() => {
  locks = new FakeLocks();
  channel = new FakeChannel();
  epoch = 1;
  version = '1.0.0';
  names = new Map([
    ['a-1', 'Infosys'],
    ['a-2', 'Bundesanleihe']
  ]);
});

/** A worker over data that lies in this test; refuses a standing that is not the present one, as the data layer does. */
async function open(name: string): Promise<{ app: App; window: FakeWindow }> {
  const window = fakeWindow(name, locks, channel, ({ job, part }) => {
    if (job.verb === 'inspect') return { finding: supportedAt(version, epoch), news: [] };
    if ('standing' in job && (job.standing.epoch !== epoch || job.standing.version !== version)) {
      throw new Refusal('staleWindow', 'This window still shows an older state of your data, so nothing was written.');
    }
    switch (job.verb) {
      case 'readPortfolio':
        for (const [id, assetName] of names) part([{ id, name: assetName }]);
        return {
          dataVersion: version,
          baseCurrency: 'EUR',
          netWorth: '0',
          withoutRate: 0,
          counts: { assets: names.size }
        };
      case 'saveAsset':
        names.set(job.id, job.change.name ?? '');
        return null;
      case 'readArchive':
        return { status: statusAt(version), history: [], log: 'line', backups: [], quarantine: [] };
      default:
        throw new Refusal('unexpected');
    }
  });
  const app = createApp(window.surroundings);
  await app.boot.start();
  return { app, window };
}

function shown(app: App): string[] {
  return app.portfolio.view?.lines.map((line) => line.name) ?? [];
}

describe('the portfolio on the page', () => {
  it('gathers the lines that come in parts', async () => {
    const { app } = await open('a');
    expect(app.portfolio.view).toBeNull();
    const loading = app.portfolio.load();
    expect(app.portfolio.loading).toBe(true);
    await loading;
    expect(app.portfolio.loading).toBe(false);
    expect(shown(app)).toEqual(['Infosys', 'Bundesanleihe']);
  });

  it('shows a saved change here and in the other windows', async () => {
    const first = await open('a');
    const second = await open('b');
    await first.app.portfolio.load();
    await second.app.portfolio.load();
    await first.app.portfolio.saveAsset('a-1', { name: 'Infosys Ltd' });
    await settle();
    expect(shown(first.app)).toContain('Infosys Ltd');
    expect(shown(second.app)).toContain('Infosys Ltd');
  });

  it('tells a stale window why its change was refused, and brings it up to date', async () => {
    const { app } = await open('a');
    await app.portfolio.load();
    epoch = 2;
    version = '1.3.0';
    await expect(app.portfolio.saveAsset('a-1', { name: 'Overwritten' })).rejects.toThrow('nothing was written');
    expect(names.get('a-1')).toBe('Infosys');
    await settle();
    expect(app.boot.state).toMatchObject({ kind: 'ready', status: { currentVersion: '1.3.0' } });
    expect(app.portfolio.view).toMatchObject({ dataVersion: '1.3.0' });
    await app.portfolio.saveAsset('a-1', { name: 'Written' });
    expect(names.get('a-1')).toBe('Written');
  });

  it('neither reads nor writes while the data is not open', async () => {
    const { app, window } = await open('a');
    window.leave();
    await expect(app.portfolio.saveAsset('a-1', { name: 'Overwritten' })).rejects.toThrow('not open in this window');
    await app.portfolio.load();
    expect(app.portfolio.failure).toMatchObject({ code: 'unexpected' });
    expect(names.get('a-1')).toBe('Infosys');
  });

  it('hands the log to the downloads under its name', async () => {
    const { app, window } = await open('a');
    await app.archive.load();
    app.archive.downloadLog();
    expect(window.saved[0]?.name).toBe('migration_log.txt');
    expect(await window.saved[0]?.content.text()).toBe('line');
  });
});
