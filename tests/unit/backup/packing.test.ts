import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Repacker, unpackRow } from '../../../src/lib/backup/format/packing';
import type { Row } from '../../../src/lib/migration';
import { seed } from '../../support/seed';
import { entry, months } from './sources';

/** Through the lines and back: what is written between is the containers and entries alone. */
function roundTrip(rows: readonly Row[]): { rows: Row[]; containers: number } {
  const repacker = new Repacker(months);
  const again: Row[] = [];
  let containers = 0;
  for (const row of rows) {
    const { container, entries } = unpackRow(months, row);
    if (container) {
      containers++;
      again.push(...repacker.container(container));
    }
    for (const one of entries) again.push(...repacker.entry(one));
  }
  again.push(...repacker.end());
  return { rows: again, containers };
}

const january = months.pack([entry('1'), entry('2', 'a', '2026-01-09')]);
const february = months.pack([entry('3', 'a', '2026-02-01')]);

test('sound rows need no container and come back by packing', () => {
  expect(roundTrip([january, february])).toEqual({ rows: [january, february], containers: 0 });
});

test.each<[string, Row]>([
  ['an unknown field', { ...january, seen: true }],
  ['fields in another order', { items: january['items'], month: '2026-01', account: 'a', days: january['days'] }],
  ['a stale index field', { ...january, days: ['2025-12-31'] }],
  ['a missing field', { account: 'a', month: '2026-01', items: [entry('1')] }],
  ['no entries', { account: 'a', month: '2026-01', days: [], items: [] }],
  ['an entry of another month', { ...january, items: [entry('1'), entry('9', 'a', '2026-07-01')] }],
  ['another key than its entries', { ...january, month: '2026-03' }],
  ['entries that are no records', { ...january, items: [null, 'x', entry('1')] }],
  ['an entry that cannot be packed', { ...january, items: [{ id: '1', account: 'a', day: 7 }] }],
  ['a text for its entries', { ...january, items: 'gone' }],
  ['a number for its entries', { ...january, items: 2 }],
  ['nothing for its entries', { account: 'a', month: '2026-01' }]
])('a row with %s comes back as it was, between its neighbours', (_, odd) => {
  const rows = [january, odd, odd, february];
  const { rows: again, containers } = roundTrip(rows);
  expect(containers).toBe(2);
  expect(isDeepStrictEqual(again, rows)).toBe(true);
  expect(again.map((row) => Object.keys(row))).toEqual(rows.map((row) => Object.keys(row)));
});

test('any rows, sound and not, come back in their order', () => {
  // Records read from a database always have the ordinary prototype.
  const plain = { noNullPrototype: true };
  const record = fc.record(
    {
      id: fc.string(),
      account: fc.constantFrom('a', 'b'),
      day: fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-01')
    },
    plain
  );
  const sound = fc
    .tuple(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.constantFrom('2026-01-01', '2026-02-01'))
    .map(([ids, day]) => months.pack(ids.map((id) => entry(id, 'a', day))));
  const odd: fc.Arbitrary<Row> = fc.record(
    {
      account: fc.constantFrom('a', 'b'),
      month: fc.constantFrom('2026-01', '2026-02'),
      days: fc.array(fc.constantFrom('2026-01-01', '2026-02-01')),
      items: fc.oneof(
        fc.array(fc.oneof(record, fc.constant(null)), { maxLength: 3 }),
        fc.constant('gone'),
        fc.integer()
      )
    },
    plain
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(sound, odd), { maxLength: 8 }), (drawn) => {
      // Two rows that pack alike and follow each other cannot lie in one store: their keys are the same.
      const rows = drawn.filter((row, at) => {
        const before = drawn[at - 1];
        return !before || before['account'] !== row['account'] || before['month'] !== row['month'];
      });
      const again = roundTrip(rows).rows;
      expect(isDeepStrictEqual(again, rows)).toBe(true);
    }),
    seed(1000)
  );
});
