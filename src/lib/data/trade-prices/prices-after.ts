/**
 * Prices follow the trades that a person enters, edits and deletes: an asset that has no others would be worth nothing,
 * with all that was paid for it lost.
 */
import type { Row } from '../../migration';
import type { RecordWriting } from '../../protocol';
import { isValued } from '../asset-records';
import type { Dataset } from '../dataset';
import { presentPrices } from '../present-series';
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
  const unquoted = await unquotedAmong(dataset, writes, ids);
  const trades = await tradesOf(dataset, unquoted);
  const found: RecordWriting[] = [];
  for (const [id, { currency, present }] of unquoted) {
    const before = trades.get(id) ?? new Map<string, Row>();
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

interface Unquoted {
  readonly currency: string;
  readonly present: ReadonlyMap<string, string>;
  /** Keys of the rows that hold its transactions. */
  readonly rows: readonly IDBValidKey[];
}

/**
 * Those that may be without quotes. Most have some, and are told by the keys alone: a price in a month without a
 * transaction is a quote.
 */
async function unquotedAmong(
  dataset: Dataset,
  writes: readonly RecordWriting[],
  ids: ReadonlySet<string>
): Promise<ReadonlyMap<string, Unquoted>> {
  const prices = await presentPrices(dataset, ids);
  const found = new Map<string, Unquoted>();
  for (const id of ids) {
    const asset = await assetAfter(dataset, writes, id);
    const present = prices.get(id) ?? new Map<string, string>();
    if (asset === null || (present.size === 0 && isValued(asset))) continue;
    const rows = await new Repository(dataset, TRANSACTIONS).rowsNaming('assetIds', id);
    const months = new Set(rows.map((key) => String((key as readonly string[])[1])));
    if ([...present.keys()].every((day) => months.has(day.slice(0, 7))))
      found.set(id, { currency: String(asset['primaryCurrency'] ?? ''), present, rows });
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

/** All transactions of these assets as they are now, by asset and id; each row is read once. */
async function tradesOf(
  dataset: Dataset,
  assets: ReadonlyMap<string, Unquoted>
): Promise<ReadonlyMap<string, Map<string, Row>>> {
  const keys = new Map<string, IDBValidKey>();
  for (const { rows } of assets.values()) for (const key of rows) keys.set(JSON.stringify(key), key);
  const found = new Map<string, Map<string, Row>>();
  await new Repository(dataset, TRANSACTIONS).within([...keys.values()], (record) => {
    const id = String(record['assetId']);
    if (!assets.has(id)) return;
    const own = found.get(id) ?? new Map<string, Row>();
    found.set(id, own.set(String(record['id']), record));
  });
  return found;
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
  // What was entered in one step, as at the same moment, keeps its order.
  trades.sort((a, b) => inOrder(a.date, b.date) || inOrder(a.enteredAt, b.enteredAt));
  const assets = new Map([[assetId, { currency, prices: new Map<string, string>() }]]);
  return tradePrices(trades, assets).get(assetId) ?? new Map<string, string>();
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
