import { describe, expect, test } from 'vitest';
import { drawdowns } from '../../../../src/lib/ui/performance/drawdown';
import { readQuery, writeQuery, type PerformanceQuery } from '../../../../src/lib/ui/performance/query';

const there = (query: PerformanceQuery): PerformanceQuery => readQuery(new URLSearchParams(writeQuery(query).slice(1)));

describe('what the performance is of', () => {
  test.each<PerformanceQuery>([
    { scope: { kind: 'portfolio' }, benchmark: null },
    { scope: { kind: 'account', id: 'a & b' }, benchmark: null },
    { scope: { kind: 'asset', id: 'x' }, benchmark: 'y' },
    { scope: { kind: 'group', by: 'country', key: 'DE' }, benchmark: null }
  ])('comes back from the address as it went in: %o', (query) => {
    expect(there(query)).toEqual(query);
  });

  test('is the whole portfolio where the address says nothing, or nothing that is known', () => {
    const whole = { scope: { kind: 'portfolio' }, benchmark: null };
    expect(writeQuery(there({ scope: { kind: 'portfolio' }, benchmark: null }))).toBe('');
    expect(readQuery(new URLSearchParams('by=colour&key=red'))).toEqual(whole);
    expect(readQuery(new URLSearchParams('by=class'))).toEqual(whole);
  });
});

describe('falls below the peak', () => {
  test('are counted on one plus the accumulated return', () => {
    const accumulated = [1, 1, -0.5, 1, 1, 2, 3, 4, 5, 6];
    expect(Math.min(...drawdowns(accumulated))).toBeCloseTo(-0.75, 12);
    expect(drawdowns([0, 0.1, 0.2])).toEqual([0, 0, 0]);
  });

  test('are none of what is lost whole from the start', () => {
    expect(drawdowns([-1, -1])).toEqual([0, 0]);
  });
});
