import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leftAlone } from '../../../src/lib/app/left-alone';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('waits until nothing was touched for a while, and listens no longer then', async () => {
  const window = new EventTarget();
  const removed = vi.spyOn(window, 'removeEventListener');
  let alone = false;
  void leftAlone(window, 3000).then(() => (alone = true));
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll']) {
    await vi.advanceTimersByTimeAsync(2900);
    window.dispatchEvent(new Event(kind));
  }
  await vi.advanceTimersByTimeAsync(2900);
  expect([alone, removed.mock.calls.length]).toEqual([false, 0]);
  await vi.advanceTimersByTimeAsync(200);
  expect([alone, removed.mock.calls.length]).toEqual([true, 5]);
});
