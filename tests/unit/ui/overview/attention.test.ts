import { describe, expect, test } from 'vitest';
import type { AttentionItem } from '../../../../src/lib/app/contract';
import { concerns } from '../../../../src/lib/ui/overview/attention';

const kept = { nudge: false, lastCopyOutside: '2026-11-25T08:00:00Z' };
const item = (kind: AttentionItem['kind'], count: number, ...labels: string[]): AttentionItem => ({
  kind,
  count,
  examples: labels.map((label) => ({ id: `id of ${label}`, label }))
});

describe('what needs attention', () => {
  test('is told with what is wrong first, then what is missing, then what is old', () => {
    const found = concerns(
      [item('stalePrices', 2), item('missingRates', 1), item('oversold', 1), item('dueItems', 1)],
      { nudge: true, lastCopyOutside: null },
      'EUR'
    );
    expect(found.map(({ key }) => key)).toEqual(['oversold', 'missingRates', 'dueItems', 'backup', 'stalePrices']);
    expect(found[0]?.tone).toBe('bad');
  });

  test('names a few of those concerned, and counts the others', () => {
    const [one] = concerns([item('stalePrices', 14, 'Apple', 'Bund')], kept, 'EUR');
    expect(one?.sentence).toBe('The prices of 14 assets are old');
    expect(one?.examples).toBe('Apple, Bund and 12 more');
  });

  test('leads to the one asset where there is only one', () => {
    const [one] = concerns([item('missingPrices', 1, 'Apple')], kept, 'EUR');
    expect(one?.action?.to).toBe('/asset/id%20of%20Apple');
    const [many] = concerns([item('missingPrices', 2, 'Apple', 'Bund')], kept, 'EUR');
    expect(many?.action?.to).toBe('/import');
  });

  test('says how old the last copy outside is, and nothing where it is young', () => {
    expect(concerns([], kept, 'EUR')).toEqual([]);
    const [old] = concerns([], { nudge: true, lastCopyOutside: '2026-10-01T08:00:00Z' }, 'EUR');
    expect(old?.sentence).toMatch(/2026/);
    expect(old?.action?.to).toBe('/data');
  });
});
