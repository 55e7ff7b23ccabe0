import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangedRecordsError, RefusedWritesError } from '../../../../src/lib/data/records';
import type { RecordWriting } from '../../../../src/lib/protocol';
import { supportedVersions } from '../../../../src/lib/schema';
import { seed } from '../../../support/seed';
import { idOf, ids } from '../small-portfolio';
import { recordsAt } from './bench-of-records';

const accounts = [ids.depot, ids.bank];
const assets = [ids.infosys, ids.sap, ids.flat, ids.old];
const dates = ['2024-01-10', '2024-01-15', '2024-01-20', '2024-02-01', '2024-07-01', '2024-07-02'];
/** Booked ones. Those that are made get ids of their own and are changed by later steps too. */
const booked = [101, 102, 103].map(idOf);

const account = fc.constantFrom(...accounts);
const asset = fc.constantFrom(...assets);
const date = fc.constantFrom(...dates);
const amount = fc.integer({ min: 0, max: 9_999 }).map(String);

/** A write once it is known which transactions there are. */
type Planned = (known: string[]) => RecordWriting;

const which = fc.nat({ max: 50 });
const transaction: fc.Arbitrary<Planned> = fc.oneof(
  fc.record({ accountId: account, assetId: asset, date, gross: amount }).map((fields): Planned => (known) => {
    const id = idOf(1_000 + known.length);
    known.push(id);
    return { op: 'put', store: 'transactions', record: { id, type: 'buy', quantity: '1', currency: 'EUR', ...fields } };
  }),
  fc
    .tuple(which, fc.record({ accountId: account, date, note: fc.string() }, { requiredKeys: [] }))
    .map(([at, fields]): Planned => (known) => ({
      op: 'patch',
      store: 'transactions',
      id: known[at % known.length] ?? '',
      fields
    })),
  which.map((at): Planned => (known) => ({ op: 'remove', store: 'transactions', id: known[at % known.length] ?? '' }))
);

const other: fc.Arbitrary<RecordWriting> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({ assetId: asset, day: date, close: amount })
      .map((record): RecordWriting => ({ op: 'put', store: 'prices', record }))
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ day: date, value: fc.option(amount.map((text) => `${text}.5`)) })
      .map(({ day, value }): RecordWriting => ({
        op: 'series',
        store: 'fxRates',
        base: 'EUR',
        quote: 'INR',
        days: [day],
        values: [value]
      }))
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ id: asset, notes: fc.string() })
      .map(({ id, notes }): RecordWriting => ({ op: 'patch', store: 'assets', id, fields: { notes } }))
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ id: fc.constantFrom(idOf(301), idOf(302)), assetId: asset, title: fc.constantFrom('Deed', 'A|b\\') })
      .map((record): RecordWriting => ({
        op: 'put',
        store: 'documents',
        record: { kind: 'contract', locationKind: 'paper', location: 'Shelf 2', ...record }
      }))
  },
  {
    weight: 1,
    arbitrary: account.map((id): RecordWriting => ({
      op: 'patch',
      store: 'accounts',
      id,
      fields: { institution: 'X' }
    }))
  }
);

const writing: fc.Arbitrary<Planned> = fc.oneof(
  transaction,
  other.map(
    (fixed): Planned =>
      () =>
        fixed
  )
);

const move = fc.oneof(
  { weight: 5, arbitrary: fc.array(writing, { minLength: 1, maxLength: 5 }) },
  { weight: 2, arbitrary: fc.constantFrom<'undo' | 'redo'>('undo', 'redo') }
);

describe.each(supportedVersions)('steps in any order at %s', (version) => {
  it('are all taken back to the byte, and done again to the byte', async () => {
    let saved = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
        const records = await recordsAt(version);
        const before = await records.rows();
        const known = [...booked];
        for (const taken of moves) {
          try {
            if (taken === 'undo') await records.undo();
            else if (taken === 'redo') await records.redo();
            else {
              const writes = taken.map((write) => write(known));
              await records.save('A step', writes);
              saved++;
            }
          } catch (error) {
            if (!(error instanceof ChangedRecordsError || error instanceof RefusedWritesError)) throw error;
            refused++;
          }
        }
        const after = await records.rows();
        records.reopen();
        let undone = 0;
        while ((await records.undo()) !== null) undone++;
        expect(await records.rows()).toBe(before);
        for (let redone = 0; redone < undone; redone++) await records.redo();
        expect(await records.rows()).toBe(after);
        records.dataset.close();
      }),
      seed(version === '1.0.0' ? 40 : 20)
    );
    // Drawn so that most steps really do something.
    expect(saved).toBeGreaterThan(refused);
  });
});
