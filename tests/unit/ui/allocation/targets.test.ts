import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '../../../../src/lib/app/preferences.svelte';
import {
  awayFrom,
  fits,
  hundredthsText,
  owned,
  presentParts,
  readTargets,
  typedShare
} from '../../../../src/lib/ui/allocation/targets';

afterEach(() => preferences.set({ numbers: 'auto' }));

describe('typed targets', () => {
  test('can be kept when they make up the whole, also in parts that no binary number has', () => {
    const read = readTargets({ equity: '33.3', cash: '33.3', bonds: '33.4 %', gold: '' });
    expect(read).toEqual({ targets: { equity: 0.333, cash: 0.333, bonds: 0.334 }, sum: 10_000, wrong: [] });
    expect(fits(read)).toBe(true);
  });

  test('cannot when something is missing or too much', () => {
    expect(fits(readTargets({ equity: '60', cash: '30' }))).toBe(false);
    expect(fits(readTargets({ equity: '60', cash: '40.01' }))).toBe(false);
  });

  test('can be taken away', () => {
    const read = readTargets({ equity: '', cash: '0' });
    expect(read.targets).toEqual({});
    expect(fits(read)).toBe(true);
  });

  test('that are no shares are named', () => {
    const read = readTargets({ equity: 'most', cash: '101', bonds: '-1', gold: '50' });
    expect(read.wrong).toEqual(['equity', 'cash', 'bonds']);
    expect(fits(read)).toBe(false);
  });

  test('are read and shown as the person writes numbers', () => {
    preferences.numbers = 'pointComma';
    expect(readTargets({ equity: '12,5', cash: '87,5' }).targets).toEqual({ equity: 0.125, cash: 0.875 });
    expect(typedShare(0.125)).toBe('12,5');
    expect(hundredthsText(9_950)).toBe('99,5 %');
  });
});

describe('where things stand', () => {
  const line = (key: string, amount: string, target: number | null, difference: string | null) => ({
    key,
    amount,
    target,
    difference
  });

  test('is a part of all that has a target', () => {
    const lines = [line('a', '70', 0.5, '20'), line('b', '30', 0.5, '-20'), line('c', '900', null, null)];
    expect(lines.map((each) => awayFrom(each, lines))).toEqual([0.2, -0.2, null]);
  });

  test('can be taken for targets: the parts of what is owned make up the whole', () => {
    const lines = [line('a', '1', null, null), line('b', '1', null, null), line('c', '1', null, null)];
    expect(presentParts(lines)).toEqual({ a: 3340, b: 3330, c: 3330 });
    expect(owned([...lines, line('debt', '-5', null, null)])).toEqual(lines);
    expect(presentParts([])).toEqual({});
  });
});
