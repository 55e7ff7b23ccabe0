import { describe, expect, test } from 'vitest';
import { nextPlace } from '../../../../src/lib/ui/portfolio/list-keys';
import { Selection } from '../../../../src/lib/ui/portfolio/selection.svelte';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('what is chosen', () => {
  test('is put in and taken out one by one', () => {
    const selection = new Selection();
    selection.toggle('a');
    selection.toggle('b');
    selection.toggle('a');
    expect([...selection.ids]).toEqual(['b']);
  });

  test('is extended from the one chosen last, in both directions', () => {
    const selection = new Selection();
    selection.toggle('c');
    selection.extendTo('a', order);
    expect([...selection.ids].sort()).toEqual(['a', 'b', 'c']);
    selection.extendTo('b', order);
    selection.extendTo('d', order);
    expect([...selection.ids].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('begins with the line itself where none was chosen before', () => {
    const selection = new Selection();
    selection.extendTo('d', order);
    expect([...selection.ids]).toEqual(['d']);
    selection.clear();
    expect(selection.size).toBe(0);
  });

  test('loses what is there no more', () => {
    const selection = new Selection();
    selection.choose(['a', 'b']);
    selection.keepOnly(new Set(['b', 'c']));
    expect([...selection.ids]).toEqual(['b']);
  });
});

test('arrow keys stay within the list, and other keys lead nowhere', () => {
  expect(nextPlace('ArrowDown', 4, 5, 10)).toBe(4);
  expect(nextPlace('ArrowUp', 2, 5, 10)).toBe(1);
  expect(nextPlace('PageDown', 0, 50, 10)).toBe(10);
  expect(nextPlace('PageUp', 3, 50, 10)).toBe(0);
  expect(nextPlace('Home', 3, 5, 10)).toBe(0);
  expect(nextPlace('End', 0, 5, 10)).toBe(4);
  expect(nextPlace('x', 0, 5, 10)).toBeNull();
  expect(nextPlace('End', 0, 0, 10)).toBeNull();
});
