/** Whether a planned booking is one that the newest data version takes. */
import type { PlannedBooking } from '../../../src/lib/import';
import { recordProblems } from '../../../src/lib/domain/entry';
import { problemsOf, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';

const id = '018f0000-0000-7000-8000-000000000001';
const at = '2026-01-31T00:00:00.000Z';

export function bookingProblems({
  time: _time,
  accountRef: _account,
  assetRef,
  ...booking
}: PlannedBooking): readonly unknown[] {
  const definition = history.versions.at(-1)?.stores['transactions'];
  if (!definition) throw new Error('no transactions');
  const present = Object.fromEntries(Object.entries(booking).filter(([, value]) => value !== null));
  const entry = {
    ...present,
    id,
    accountId: id,
    ...(assetRef === null ? {} : { assetId: id }),
    createdAt: at,
    updatedAt: at
  };
  const row: Row = {
    accountId: id,
    month: booking.date.slice(0, 7),
    assetIds: assetRef === null ? [] : [id],
    entries: [entry]
  };
  return [...problemsOf('transactions', definition, row), ...recordProblems('transactions', entry)];
}
