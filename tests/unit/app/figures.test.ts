import { beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { FigureQuestion } from '../../../src/lib/app/contract';
import type { FollowedQuestion, PortfolioFigures } from '../../../src/lib/app/figures.svelte';
import { FakeChannel, FakeLocks, fakeWindow, Refusal, settle, supportedAt, type FakeWindow } from './fakes';

let locks: FakeLocks;
let channel: FakeChannel;
let epoch: number;
let netWorth: string;
let answers: (() => void)[];
let hold: boolean;

beforeEach(() => {
  locks = new FakeLocks();
  channel = new FakeChannel();
  epoch = 1;
  netWorth = '100';
  answers = [];
  hold = false;
});

const overview = { ask: 'overview', day: '2024-06-28', period: '1Y' } as const;

async function open(name: string): Promise<{ app: App; window: FakeWindow; cancelled: () => number }> {
  let cancelled = 0;
  const window = fakeWindow(name, locks, channel, async ({ job, signal }) => {
    if (job.verb === 'inspect') return { finding: supportedAt('1.3.0', epoch), news: [] };
    if (job.verb === 'saveRecords') {
      netWorth = job.label;
      return { kind: 'saved', label: job.label, made: [], stores: ['assets'], undoNote: null, steps: null };
    }
    if (job.verb !== 'readFigures') throw new Refusal('unexpected', `No ${job.verb} here.`);
    if (job.standing.epoch !== epoch) throw new Refusal('staleWindow', 'This window still shows an older state.');
    signal.addEventListener('abort', () => cancelled++);
    const answer = { ask: job.question.ask, netWorth };
    if (hold) await new Promise<void>((resolve) => answers.push(resolve));
    return answer;
  });
  const app = createApp(window.surroundings);
  await app.boot.start();
  return { app, window, cancelled: () => cancelled };
}

/** As a component does, without one. */
function watchFigures(app: App, question: FigureQuestion | null): FollowedQuestion<FigureQuestion> {
  const watching = (app.figures as PortfolioFigures).follow();
  watching.put(question);
  return watching;
}

function asked(window: FakeWindow): number {
  return window.jobs.filter(({ verb }) => verb === 'readFigures').length;
}

describe('figures on the page', () => {
  it('are asked for once, and anew when the question changes', async () => {
    const { app, window } = await open('a');
    const watching = watchFigures(app, overview);
    await settle();
    expect(watching.value).toMatchObject({ ask: 'overview', netWorth: '100' });
    expect(watching.loading).toBe(false);
    expect(asked(window)).toBe(1);
    watching.put({ ask: 'accounts', day: '2024-06-28' });
    await settle();
    expect(watching.value).toMatchObject({ ask: 'accounts' });
    expect(asked(window)).toBe(2);
    watching.end();
  });

  it('follow a change of this window and of another', async () => {
    const first = await open('a');
    const second = await open('b');
    const [here, there] = [watchFigures(first.app, overview), watchFigures(second.app, overview)];
    await settle();
    await first.app.records.apply({ label: '250', writes: [] });
    await settle();
    expect(here.value).toMatchObject({ netWorth: '250' });
    expect(there.value).toMatchObject({ netWorth: '250' });
    here.end();
    there.end();
  });

  it('keep the last answer while a newer one is on its way, and give up what is no longer asked', async () => {
    const { app, cancelled } = await open('a');
    const watching = watchFigures(app, overview);
    await settle();
    hold = true;
    watching.put({ ask: 'income', day: '2024-06-28', year: 2024 });
    await settle();
    expect(watching.loading).toBe(true);
    expect(watching.value).toMatchObject({ ask: 'overview' });
    watching.put({ ask: 'accounts', day: '2024-06-28' });
    await settle();
    expect(cancelled()).toBe(1);
    // The later one answers first; the earlier one changes nothing any more.
    for (const answer of answers.toReversed()) answer();
    await settle();
    expect(watching.value).toMatchObject({ ask: 'accounts' });
    watching.end();
  });

  it('wait for the gate, and are there once it was passed', async () => {
    const { app, window } = await open('a');
    const watching = watchFigures(app, overview);
    await settle();
    window.leave();
    netWorth = '300';
    window.comeBack();
    await settle();
    expect(watching).toMatchObject({ loading: false, failure: null, value: { netWorth: '300' } });
    watching.end();
  });

  it('send a stale window through the gate, without a word of failure', async () => {
    const { app } = await open('a');
    const watching = watchFigures(app, overview);
    await settle();
    epoch = 2;
    netWorth = '400';
    watching.reload();
    await settle();
    expect(watching).toMatchObject({ loading: false, failure: null, value: { netWorth: '400' } });
    watching.end();
  });

  it('ask nothing where there is no question, and stop when the screen goes', async () => {
    const { app, window } = await open('a');
    const watching = watchFigures(app, null);
    await settle();
    expect(asked(window)).toBe(0);
    expect(watching).toMatchObject({ loading: false, value: null });
    watching.end();
    await app.records.apply({ label: '1', writes: [] });
    expect(asked(window)).toBe(0);
  });

  it('are answered once to whoever asks once', async () => {
    const { app } = await open('a');
    await expect(app.figures.ask(overview)).resolves.toMatchObject({ netWorth: '100' });
    expect(app.figures.today).toBe('2024-06-28');
  });

  it('know the day, and go on to the next one once anything is watched', async () => {
    const { app, window } = await open('a');
    window.begin('2024-06-29');
    expect(app.figures.today).toBe('2024-06-28');
    watchFigures(app, overview).end();
    watchFigures(app, overview).end();
    window.begin('2024-06-29');
    expect(app.figures.today).toBe('2024-06-29');
  });
});
