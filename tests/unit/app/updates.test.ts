import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { ReleaseHandlers } from '../../../src/lib/app/surroundings';
import type { Finding } from '../../../src/lib/app/verb-results';
import { FakeChannel, FakeLocks, fakeWindow, settle, supportedAt } from './fakes';

let finding: Finding;
let handlers: ReleaseHandlers;
let answers: ('activating' | 'busy')[];
let done: string[];
let hidden: boolean;
let onHidden: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  finding = supportedAt('1.3.0');
  answers = ['activating'];
  done = [];
  hidden = false;
  return () => vi.useRealTimers();
});

const news = { build: 'b2', appVersion: '0.2.0', dataVersion: '1.4.0', changes: ['More.'] };

async function start(): Promise<App> {
  const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), ({ job }) => {
    if (job.verb === 'inspect') return { finding, news: [] };
    if (job.verb === 'readArchive') return { history: [] };
    return null;
  });
  const app = createApp({
    ...window.surroundings,
    releases: {
      watch: (given) => Promise.resolve(void (handlers = given)),
      look: () => Promise.resolve(false),
      activate: () => Promise.resolve(answers.shift() ?? 'activating'),
      reload: () => void done.push('reload'),
      reloadOnce: () => void done.push('reload unseen')
    },
    document: { hidden: () => hidden, onHidden: (handler) => void (onHidden = handler) }
  });
  await app.boot.start();
  await settle();
  return app;
}

describe('a newer build', () => {
  it('is told with the upgrade it brings, and nothing happens unasked', async () => {
    const app = await start();
    handlers.onWaiting(news);
    await settle();
    expect(app.updates.state).toEqual({
      kind: 'ready',
      news,
      busy: false,
      upgrade: { from: '1.3.0', to: '1.4.0', seconds: null }
    });
    expect(done).toEqual([]);
  });

  it('brings no upgrade where it knows no newer data version', async () => {
    const app = await start();
    handlers.onWaiting({ ...news, dataVersion: '1.3.0' });
    await settle();
    expect(app.updates.state).toMatchObject({ kind: 'ready', upgrade: null });
  });

  it('is asked for again while data is worked on, and loaded once it took over', async () => {
    answers = ['busy', 'busy', 'activating'];
    const app = await start();
    handlers.onWaiting(news);
    await settle();
    void app.updates.updateNow();
    await settle();
    expect(app.updates.state).toMatchObject({ kind: 'ready', busy: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(app.updates.state).toMatchObject({ kind: 'ready', busy: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(app.updates.state).toEqual({ kind: 'activating' });
    expect(done).toEqual([]);
    handlers.onChangedOver();
    expect(done).toEqual(['reload']);
  });

  it('that another window changed to is told; this one is loaded anew only unseen and with nothing typed', async () => {
    const app = await start();
    app.drafts.keep({ id: 'x', label: 'Fund', values: {} });
    handlers.onChangedOver();
    expect(app.updates.state).toEqual({ kind: 'outdated' });
    hidden = true;
    onHidden();
    expect(done).toEqual([]);
    app.drafts.drop('x');
    hidden = false;
    onHidden();
    expect(done).toEqual([]);
    hidden = true;
    onHidden();
    expect(done).toEqual(['reload unseen']);
  });
});
