/**
 * Prices follow the trades that a person enters, edits and deletes: an asset that has no others would be worth nothing,
 * with all that was paid for it lost.
 */
import { parseDecimal, zero } from '../../domain';
import type { Row } from '../../migration';
import type { RecordWriting } from '../../protocol';
import type { Dataset } from '../dataset';
import { presentPrices } from '../importing/present-series';
import { readRecords } from '../records/read-records';
import { Repository } from '../repository';
import { tradePrices, type Trade } from './trade-prices';

const TRANSACTIONS = 'transactions';
const ASSETS = 'assets';

/** Fields that a price comes from. */
const priced: ReadonlySet<string> = new Set(['type', 'date', 'assetId', 'quantity', 'price', 'gross', 'currency']);

/** By id; null for a transaction that goes. */
type Changes = ReadonlyMap<string, { readonly before: Row | null; readonly after: Row | null }>;

/**
 * What to write along with these writes, so that it is one step: the prices of assets whose prices are all those of
 * their trades. One with a quote keeps to its quotes, and one without any price to the value that was stated for it.
 */
export async function pricesAfter(dataset: Dataset, writes: readonly RecordWriting[]): Promise<RecordWriting[]> {
  const changes = await changesIn(dataset, writes);
  const ids = new Set<string>();
  for (const { before, after } of changes.values())
    for (const row of [before, after]) if (typeof row?.['assetId'] === 'string') ids.add(row['assetId']);
  for (const writing of writes)
    if (writing.op === 'remove' && writing.store === ASSETS) ids.delete(writing.id);
    else if (writing.op === 'series' && writing.store === 'prices') ids.delete(writing.assetId);
  const found: RecordWriting[] = [];
  for (const id of ids) {
    const asset = await assetAfter(dataset, writes, id);
    if (asset === null) continue;
    const present = (await presentPrices(dataset, [id])).get(id) ?? new Map<string, string>();
    if (present.size === 0 && isValued(asset)) continue;
    const currency = String(asset['primaryCurrency'] ?? '');
    const before = await tradesOf(dataset, id);
    const own = pricesFrom(id, currency, before.values());
    if ([...present].some(([day, price]) => own.get(day) !== price)) continue;
    const wanted = pricesFrom(id, currency, applied(before, changes, id).values());
    const gone = [...present.keys()].filter((day) => !wanted.has(day));
    const fresh = [...wanted].filter(([day, price]) => present.get(day) !== price);
    const days = [...fresh, ...gone.map((day) => [day, null] as const)];
    if (days.length > 0)
      found.push({
        op: 'series',
        store: 'prices',
        assetId: id,
        days: days.map(([day]) => day),
        values: days.map(([, price]) => price)
      });
  }
  return found;
}

async function changesIn(dataset: Dataset, writes: readonly RecordWriting[]): Promise<Changes> {
  const changes = new Map<string, { before: Row | null; after: Row | null }>();
  const edits = writes.filter(
    (writing): writing is Extract<RecordWriting, { op: 'patch' | 'remove' }> =>
      writing.store === TRANSACTIONS &&
      (writing.op === 'remove' ||
        (writing.op === 'patch' && Object.keys(writing.fields).some((field) => priced.has(field))))
  );
  const stored = await readRecords(dataset, edits);
  edits.forEach((writing, at) => {
    const before = stored[at]?.record ?? null;
    if (before === null) return;
    const after = writing.op === 'remove' ? null : { ...before, ...writing.fields };
    changes.set(writing.id, { before, after });
  });
  for (const writing of writes)
    if (writing.op === 'put' && writing.store === TRANSACTIONS)
      changes.set(String(writing.record['id']), { before: null, after: writing.record });
  return changes;
}

/** As it will be; null where there is none. */
async function assetAfter(dataset: Dataset, writes: readonly RecordWriting[], id: string): Promise<Row | null> {
  let asset = await new Repository(dataset, ASSETS).get(id);
  for (const writing of writes) {
    if (writing.store !== ASSETS) continue;
    if (writing.op === 'put' && writing.record['id'] === id) asset = writing.record;
    else if (writing.op === 'patch' && writing.id === id) asset = { ...asset, ...writing.fields };
  }
  return asset;
}

function isValued(asset: Row): boolean {
  return !(parseDecimal(asset['currentValue']) ?? zero).eq(zero);
}

/** All transactions of an asset as they are now, by id. */
async function tradesOf(dataset: Dataset, assetId: string): Promise<Map<string, Row>> {
  const own = await new Repository(dataset, TRANSACTIONS).naming('assetIds', assetId);
  return new Map(own.filter((row) => row['assetId'] === assetId).map((row) => [String(row['id']), row]));
}

function applied(before: ReadonlyMap<string, Row>, changes: Changes, assetId: string): Map<string, Row> {
  const rows = new Map(before);
  for (const [id, { after }] of changes) {
    if (after?.['assetId'] === assetId) rows.set(id, after);
    else rows.delete(id);
  }
  return rows;
}

/** By day; of several trades on one, the one that was entered last. */
function pricesFrom(assetId: string, currency: string, rows: Iterable<Row>): ReadonlyMap<string, string> {
  const trades = [...rows].map(tradeOf);
  trades.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.enteredAt < b.enteredAt ? -1 : 1));
  const assets = new Map([[assetId, { currency, prices: new Map<string, string>() }]]);
  return tradePrices(trades, assets).get(assetId) ?? new Map<string, string>();
}

/** What is entered now has no time yet: it comes last. */
const now = '9999';

function tradeOf(row: Row): Trade & { readonly enteredAt: string } {
  const text = (field: string): string | null => {
    const value = row[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    type: text('type') ?? '',
    date: text('date') ?? '',
    assetRef: text('assetId'),
    quantity: text('quantity'),
    price: text('price'),
    gross: text('gross') ?? '',
    currency: text('currency') ?? '',
    enteredAt: text('createdAt') ?? now
  };
}
