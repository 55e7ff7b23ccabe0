import { beforeEach, describe, expect, it } from 'vitest';
import { KeptDrafts } from '../../../src/lib/app/drafts.svelte';

let stored: Map<string, string>;
let time: number;

beforeEach(() => {
  stored = new Map();
  time = Date.parse('2026-02-03T04:05:06Z');
});

function tab(name: string): KeptDrafts {
  return new KeptDrafts({
    tab: name,
    now: () => new Date(time),
    choices: { get: (key) => stored.get(key) ?? null, set: (key, value) => void stored.set(key, value) }
  });
}

const typed = { id: 'asset', label: 'Fund', values: { notes: 'typed' } };

describe('input that was not saved', () => {
  it('is found again by the same tab after its page was loaded anew, and is left once its form is gone', () => {
    const before = tab('a');
    expect(before.unsaved).toBe(false);
    before.keep(typed);
    expect(before.unsaved).toBe(true);
    expect(before.left).toEqual([]);
    before.leave('asset');
    expect(before.left).toMatchObject([typed]);
    expect(tab('a').left).toMatchObject([typed]);
    expect(tab('a').find('asset')).toMatchObject(typed);
  });

  it('of another tab is neither shown nor dropped by a save here, until it was left alone for a while', () => {
    tab('a').keep(typed);
    const other = tab('b');
    expect(other.find('asset')).toBeNull();
    other.keep({ ...typed, values: { notes: 'mine' } });
    other.drop('asset');
    expect(tab('a').find('asset')).toMatchObject(typed);
    time += 11 * 60_000;
    expect(tab('b').find('asset')).toMatchObject(typed);
  });

  it('goes when it is dropped, and after a month', () => {
    const here = tab('a');
    here.keep(typed);
    here.drop('asset');
    expect(tab('a').find('asset')).toBeNull();
    here.keep(typed);
    time += 31 * 86_400_000;
    expect(tab('a').left).toEqual([]);
  });

  it('survives storage that holds something else', () => {
    stored.set('drafts', '{"not": "a list"}');
    expect(tab('a').left).toEqual([]);
    stored.set('drafts', 'no JSON');
    tab('a').keep(typed);
    expect(tab('a').find('asset')).toMatchObject(typed);
  });
});
