/** The two ends of a transfer that was entered or imported as one: they carry the same `transferId`. */
import type { Row } from '../../migration';
import type { RecordName } from '../../protocol';
import type { Dataset } from '../dataset';
import { entriesOf } from './diff';
import { readRecords, type SeenRow } from './read-records';

const TRANSACTIONS = 'transactions';

/** Every end of the transfers that some of these are an end of, these included. */
export async function endsOf(dataset: Dataset, names: readonly RecordName[]): Promise<RecordName[]> {
  const own = names.filter(({ store }) => store === TRANSACTIONS);
  if (own.length === 0) return [];
  const ends = (await readRecords(dataset, own)).flatMap((seen) => {
    const transferId = seen?.record['transferId'];
    return typeof transferId === 'string' ? [{ transferId, day: String(seen?.record['date']) }] : [];
  });
  if (ends.length === 0) return [];
  const table = dataset.database.table(TRANSACTIONS);
  const months = new Set(ends.flatMap(({ day }) => monthsAround(day)));
  const keys = ((await table.toCollection().primaryKeys()) as unknown as [string, string][]).filter(([, month]) =>
    months.has(month)
  );
  const transfers = new Set(ends.map(({ transferId }) => transferId));
  const rows = (await table.bulkGet(keys as unknown as string[])) as (Row | undefined)[];
  return rows.flatMap((row) =>
    entriesOf(row ?? null, 'entries')
      .filter((entry) => transfers.has(String(entry['transferId'])))
      .map((entry) => ({
        store: TRANSACTIONS,
        id: String(entry['id']),
        at: { accountId: String(entry['accountId']), date: String(entry['date']) }
      }))
  );
}

/** The end that is not this one; null where there is none. */
export async function otherEndOf(dataset: Dataset, name: RecordName): Promise<SeenRow | null> {
  const others = (await endsOf(dataset, [name])).filter(({ id }) => id !== name.id);
  const [other] = others;
  if (other === undefined || others.length > 1) return null;
  return (await readRecords(dataset, [other]))[0] ?? null;
}

/** Money that is on its way over the end of a month arrives in the next one. */
function monthsAround(day: string): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return [-1, 0, 1].map((step) => {
    const at = year * 12 + month - 1 + step;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
