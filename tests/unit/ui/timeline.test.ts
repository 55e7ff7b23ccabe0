import { describe, expect, test } from 'vitest';
import { stations } from '../../../src/lib/ui/data/timeline';
import { backups, history, versions } from '../../../src/lib/ui/gallery/sample-history';

describe('the life of the data', () => {
  test('has a station for every version, behind, here or ahead', () => {
    const line = stations(versions, '1.1.0', [], []);
    expect(line.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '1.0.0 behind',
      '1.1.0 here',
      '1.2.0 ahead',
      '1.3.0 ahead'
    ]);
  });

  test('says when a version was reached, and only a completed upgrade counts', () => {
    const reached = stations(versions, '1.3.0', history, []).find(({ version }) => version === '1.3.0')?.reachedAt;
    expect(reached).toBe('2026-11-23T14:05:00Z');
    const failedOnly = history.filter(({ outcome }) => outcome === 'failed');
    expect(failedOnly).toHaveLength(1);
    expect(stations(versions, '1.0.0', failedOnly, []).every(({ reachedAt }) => reachedAt === null)).toBe(true);
  });

  test('has every backup at its version, oldest first, also of a version that is not known here', () => {
    const stranger = { ...backups[0], id: 'b9', dataVersion: '2.0.0' } as (typeof backups)[number];
    const line = stations(versions, '1.3.0', history, [stranger, ...backups].reverse());
    expect(line.map(({ version, backups: marks }) => [version, marks.map(({ id }) => id)])).toEqual([
      ['1.0.0', ['b1', 'b2', 'b3']],
      ['1.1.0', []],
      ['1.2.0', []],
      ['1.3.0', ['b4']],
      ['2.0.0', ['b9']]
    ]);
  });
});
