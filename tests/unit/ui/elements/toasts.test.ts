import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lastStep, toasts } from '../../../../src/lib/ui/elements/toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { key } of toasts.shown) toasts.dismiss(key);
  vi.useRealTimers();
});

const texts = (): readonly string[] => toasts.shown.map(({ text }) => text);
const undo = { label: 'Undo', run: () => undefined };

test('what was done is told for a while, and longer where it can be undone', () => {
  toasts.show({ text: 'Saved' });
  toasts.show({ text: 'Deleted', action: undo });
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual(['Deleted']);
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});

test('it stays while somebody is at it, and errors stay until they are dismissed', () => {
  toasts.show({ text: 'Deleted', action: undo });
  toasts.show({ text: 'Not saved', tone: 'bad' });
  const [first] = toasts.shown;
  toasts.hold(first?.key ?? -1);
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['Deleted', 'Not saved']);
  toasts.release(first?.key ?? -1);
  vi.advanceTimersByTime(11_000);
  expect(texts()).toEqual(['Not saved']);
});

test('three are shown at most, the newest last', () => {
  for (const text of ['1', '2', '3', '4']) toasts.show({ text });
  expect(texts()).toEqual(['2', '3', '4']);
});

test('only the newest step offers to be undone: an older one would undo that step, and not its own', () => {
  toasts.show({ text: 'Added a purchase', topic: lastStep, action: undo });
  toasts.show({ text: 'Copied' });
  toasts.show({ text: 'Added a sale', topic: lastStep, action: undo });
  expect(texts()).toEqual(['Copied', 'Added a sale']);
});

test('what is no longer so is taken away, and nothing else', () => {
  toasts.show({ text: 'Added a purchase', topic: lastStep, action: undo });
  toasts.show({ text: 'Copied' });
  toasts.drop(lastStep);
  expect(texts()).toEqual(['Copied']);
});
