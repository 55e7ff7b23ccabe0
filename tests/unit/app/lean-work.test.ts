import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRequestHandler } from '../../../src/lib/app/worker/handle-request';
import { memoryServices } from '../data/memory-services';

const location = 'attachments/00000000-0000-4000-8000-000000000000/contract.pdf';

let collected = 0;
let answered: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  collected = 0;
  answered = [];
});
afterEach(() => vi.useRealTimers());

/** Asks for a file that is not there, in a place that takes so long to open. */
async function ask(milliseconds: number): Promise<void> {
  const services = memoryServices();
  let opened = false;
  const handle = createRequestHandler({
    ...services,
    attachments: async () => {
      opened = true;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return services.attachments();
    },
    collect: () => void collected++
  });
  void handle({ type: 'request', id: 1, job: { verb: 'openAttachment', location } }, ({ type }) => answered.push(type));
  while (!opened) await new Promise((resolve) => setImmediate(resolve));
}

it('lets garbage be collected now and then while a job takes long, and once when it is over', async () => {
  await ask(5000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(collected).toBe(0);
  await vi.advanceTimersByTimeAsync(3900);
  expect([collected, answered]).toEqual([2, []]);
  await vi.advanceTimersByTimeAsync(200);
  expect([collected, answered]).toEqual([3, ['answer']]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(collected).toBe(3);
});

it('leaves it alone in short jobs', async () => {
  await ask(1500);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([collected, answered]).toEqual([0, ['answer']]);
});
