/** Records read one by one, and what choosers offer. */
import { decimalText, holdingAfter, movesQuantity, type QuantityMove } from '../../domain';
import type { Row } from '../../migration';
import type { RecordName } from '../../protocol';
import { assetOf, quantityMoveOf } from '../asset-records';
import { isAttachment } from '../attachments/names';
import { NeedsVersionError, versionWith, type Dataset } from '../dataset';
import { Repository } from '../repository';
import { ASSETS, documentIdsOf, DOCUMENTS, hasDocuments, withDocuments, ownersOf } from './documents';
import { entriesOf, valuesByDay } from './diff';
import { locate } from './months';
import { rowKey } from './row-key';
import { seenOf } from './same';
import { placeOf, seriesFields, seriesRecord } from './series';

export interface SeenRow {
  /** In today's shape. */
  readonly record: Row;
  readonly seen: string;
}

/** The records of these names, in their order; null for one that is not there. */
export async function readRecords(dataset: Dataset, names: readonly RecordName[]): Promise<(SeenRow | null)[]> {
  const found = new Map<string, Row>();
  const transactions = names.filter(({ store }) => dataset.installed.stores[store]?.packed !== undefined);
  for (const store of new Set(transactions.map((name) => name.store))) {
    const wanted = transactions.filter((name) => name.store === store);
    const places = await locate(dataset, store, wanted);
    const rows = new Map<string, Row>();
    for (const [id, key] of places) {
      const text = JSON.stringify(key);
      const row = rows.get(text) ?? ((await dataset.database.table(store).get(key as string)) as Row | undefined);
      if (row === undefined) continue;
      rows.set(text, row);
      const entry = entriesOf(row, 'entries').find((candidate) => candidate['id'] === id);
      if (entry !== undefined) found.set(`${store} ${id}`, dataset.lens.read(store, entry));
    }
  }
  const result: (SeenRow | null)[] = [];
  for (const name of names) {
    const record = found.get(`${name.store} ${name.id}`) ?? (await readOne(dataset, name));
    result.push(record === null ? null : seenRow(record));
  }
  return result;
}

/** Documents of an asset in its order, at every version. */
export async function documentsOf(dataset: Dataset, assetId: string): Promise<SeenRow[]> {
  const stored = (await dataset.database.table(ASSETS).get(assetId)) as Row | undefined;
  if (stored === undefined) return [];
  if (!hasDocuments(dataset)) return withDocuments(dataset, stored).documents.map(seenRow);
  const own = (await dataset.database.table(DOCUMENTS).where('assetId').equals(assetId).toArray()) as Row[];
  const order = new Map(documentIdsOf(stored).map((id, at) => [id, at]));
  const at = (row: Row): number => order.get(String(row['id'])) ?? own.length;
  return own.toSorted((a, b) => at(a) - at(b)).map((row) => seenRow(dataset.lens.read(DOCUMENTS, row)));
}

/** Units of an asset in one account at the end of a day, decimal text; without one transaction, if it is named. */
export async function heldUnits(
  dataset: Dataset,
  { assetId, accountId, day, without }: { assetId: string; accountId: string; day: string; without?: string }
): Promise<string> {
  const months = (await dataset.database
    .table('transactions')
    .where(':id')
    .between([accountId], [accountId, day.slice(0, 7)], true, true)
    .toArray()) as Row[];
  const moves: QuantityMove[] = [];
  for (const month of months)
    for (const entry of entriesOf(month, 'entries')) {
      const move = quantityMoveOf(entry);
      if (move === null || move.assetId !== assetId || move.date > day || move.id === without) continue;
      if (movesQuantity(move.type)) moves.push(move);
    }
  return decimalText(holdingAfter(moves).quantity);
}

export interface ListedRecords {
  readonly settings: Row | null;
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly accounts: readonly ListedAccount[];
  readonly assets: readonly ListedAsset[];
  readonly tags: readonly string[];
  readonly sectors: readonly string[];
  readonly institutions: readonly string[];
}

interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly closed: boolean;
}

interface ListedAsset {
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
  readonly isin: string;
  readonly assetType: string;
  readonly currency: string;
  readonly accountId: string;
  readonly account: string;
  readonly archived: boolean;
}

/** What choosers offer, by name. */
export async function listRecords(dataset: Dataset): Promise<ListedRecords> {
  const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const byName = (a: { name: string }, b: { name: string }): number => words.compare(a.name, b.name);
  const all = async (store: string): Promise<Row[]> => {
    const rows: Row[] = [];
    await new Repository(dataset, store).each((batch) => void rows.push(...batch));
    return rows;
  };
  const text = (row: Row, field: string): string => (typeof row[field] === 'string' ? (row[field] as string) : '');
  const accountRows = await all('accounts');
  const names = new Map(accountRows.map((row) => [text(row, 'id'), text(row, 'name')]));
  const assetRows = await all(ASSETS);
  const distinct = (values: readonly string[]): string[] =>
    [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '').sort(words.compare);
  return {
    settings: (await all('settings'))[0] ?? null,
    persons: (await all('persons')).map((row) => ({ id: text(row, 'id'), name: text(row, 'name') })).sort(byName),
    accounts: accountRows
      .map((row) => ({
        id: text(row, 'id'),
        name: text(row, 'name'),
        institution: text(row, 'institution'),
        country: text(row, 'country'),
        currency: text(row, 'currency'),
        kind: text(row, 'kind'),
        openedOn: text(row, 'openedOn') || null,
        closedOn: text(row, 'closedOn') || null,
        closed: text(row, 'closedOn') !== ''
      }))
      .sort(byName),
    assets: assetRows
      .map((row) => {
        const { id, name, symbol, assetType, currency, accountId, isActive } = assetOf(row);
        const account = names.get(accountId ?? '') ?? '';
        const isin = text(row, 'isin');
        return {
          id,
          name,
          symbol: symbol ?? '',
          isin,
          assetType,
          currency,
          accountId: accountId ?? '',
          account,
          archived: !isActive
        };
      })
      .sort(byName),
    tags: distinct(assetRows.flatMap((row) => (Array.isArray(row['tags']) ? (row['tags'] as string[]) : []))),
    sectors: distinct(assetRows.map((row) => text(row, 'sector'))),
    institutions: distinct([...accountRows, ...assetRows].map((row) => text(row, 'institution')))
  };
}

async function readOne(dataset: Dataset, { store, id }: RecordName): Promise<Row | null> {
  const { database, installed, lens } = dataset;
  const values = seriesFields[store];
  if (values !== undefined) {
    const place = placeOf(store, id);
    if (place === null) return null;
    const row = (await database.table(store).get(place.key as unknown as string)) as Row | undefined;
    const value = row === undefined ? undefined : valuesByDay(row, values).get(place.day);
    return row === undefined || value === undefined ? null : seriesRecord(store, row, place.day, value);
  }
  if (store === DOCUMENTS && !hasDocuments(dataset)) {
    const owner = (await ownersOf(dataset, new Set([id]))).get(id);
    const stored = owner === undefined ? undefined : ((await database.table(ASSETS).get(owner)) as Row | undefined);
    const documents = stored === undefined ? [] : withDocuments(dataset, stored).documents;
    return documents.find((document) => document['id'] === id) ?? null;
  }
  const definition = installed.stores[store];
  if (definition === undefined) throw new NeedsVersionError(store, versionWith(dataset.history, store));
  if (definition.packed) return null;
  const stored = (await database.table(store).get(rowKey(definition, id) as string)) as Row | undefined;
  return stored === undefined ? null : lens.read(store, stored);
}

/** A file of this app's is known by where it lies, also where the stored text has no word for it. */
function seenRow(record: Row): SeenRow {
  const seen = seenOf(record);
  return isAttachment(record['location']) ? { record: { ...record, locationKind: 'held' }, seen } : { record, seen };
}
