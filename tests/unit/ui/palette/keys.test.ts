import { describe, expect, test } from 'vitest';
import { commandOf, type PressedKey } from '../../../../src/lib/ui/palette/keys';

const free = { typing: false, dialogOpen: false };
const press = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
  ...held
});

describe('shortcuts', () => {
  test.each([
    [press('k', { ctrlKey: true }), 'palette'],
    [press('k', { metaKey: true }), 'palette'],
    [press('/'), 'palette'],
    [press('?', { shiftKey: true }), 'shortcuts'],
    [press('h'), 'hide'],
    [press('n'), 'add'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('z', { metaKey: true }), 'undo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('y', { ctrlKey: true }), 'redo']
  ] as const)('%o does “%s”', (pressed, command) => {
    expect(commandOf(pressed, free)).toBe(command);
  });

  test('do nothing while somebody types, but for the one that opens the palette', () => {
    for (const key of ['/', '?', 'h', 'n']) expect(commandOf(press(key), { ...free, typing: true })).toBeNull();
    for (const key of ['z', 'y'])
      expect(commandOf(press(key, { ctrlKey: true }), { ...free, typing: true })).toBeNull();
    expect(commandOf(press('k', { ctrlKey: true }), { ...free, typing: true })).toBe('palette');
  });

  test('do nothing beneath an open dialog, nor where something else has taken the key', () => {
    const keys = [press('h'), press('k', { ctrlKey: true }), press('z', { ctrlKey: true })];
    for (const key of keys) {
      expect(commandOf(key, { ...free, dialogOpen: true })).toBeNull();
      expect(commandOf({ ...key, defaultPrevented: true }, free)).toBeNull();
    }
  });

  test('leave the browser its own', () => {
    expect(commandOf(press('h', { ctrlKey: true }), free)).toBeNull();
    expect(commandOf(press('h', { altKey: true }), free)).toBeNull();
    expect(commandOf(press('K', { ctrlKey: true, shiftKey: true }), free)).toBeNull();
    expect(commandOf(press('Tab'), free)).toBeNull();
  });
});
