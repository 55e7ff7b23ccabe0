import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMarks, dayNumber, dayOfNumber } from '../../../../src/lib/ui/charts/day-axis';
import { seed } from '../../../support/seed';

const marks = (from: string, to: string, most: number): readonly string[] =>
  dayMarks(dayNumber(from), dayNumber(to), most).map(dayOfNumber);

describe('the marks of a time axis', () => {
  test('stand at the beginnings of months over a year, and of quarters where there is less room', () => {
    expect(marks('2025-11-26', '2026-11-26', 14)).toEqual([
      ...['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'],
      ...['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']
    ]);
    expect(marks('2025-11-26', '2026-11-26', 5)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
  });

  test('stand at days over a week, and at years over decades', () => {
    expect(marks('2026-11-20', '2026-11-26', 8)).toHaveLength(7);
    expect(marks('2001-06-01', '2026-11-26', 6)).toEqual([
      '2005-01-01',
      '2010-01-01',
      '2015-01-01',
      '2020-01-01',
      '2025-01-01'
    ]);
  });

  test('are none where the days are the wrong way round', () => {
    expect(dayMarks(10, 5, 6)).toEqual([]);
  });

  test('lie within the days, ascend, and are no more than there is room for, but for one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 30_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 2, max: 20 }),
        (from, length, most) => {
          const found = dayMarks(from, from + length, most);
          expect(found.length).toBeLessThanOrEqual(most + 2);
          expect(found.every((mark) => mark >= from && mark <= from + length)).toBe(true);
          expect([...found].sort((a, b) => a - b)).toEqual(found);
        }
      ),
      seed()
    );
  });
});
