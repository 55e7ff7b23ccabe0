/** What a step needs to know before its transaction begins: where its records lie, and which stores it concerns. */
import type { RecordWriting } from '../../protocol';
import { NeedsVersionError, versionWith, type Dataset } from '../dataset';
import { ASSETS, DOCUMENTS, hasDocuments, ownersOf } from './documents';
import { locate, packedOf } from './months';
import { referencesOf, referencesTo } from './references';
import { seriesFields, seriesWrites, placeOf, type SeriesWrite } from './series';
import { RefusedWritesError } from './outcome';

/** A write of one record, and its place in the step. */
export interface PlannedWrite {
  readonly writing: Exclude<RecordWriting, { op: 'series' }>;
  readonly at: number;
}

export interface WritePlan {
  /** By store, in the order in which they came. */
  readonly rows: ReadonlyMap<string, readonly PlannedWrite[]>;
  readonly entries: ReadonlyMap<string, readonly PlannedWrite[]>;
  readonly series: readonly SeriesWrite[];
  /** Documents at a version where they are texts of their asset; by asset. */
  readonly texts: ReadonlyMap<string, readonly PlannedWrite[]>;
  /** Keys of packed rows by store and record. */
  readonly places: ReadonlyMap<string, ReadonlyMap<string, IDBValidKey>>;
  /** Stores to be read or written, by their names now. */
  readonly stores: readonly string[];
}

/** @throws NeedsVersionError where the installed version lacks a store. */
export async function planWrites(
  dataset: Dataset,
  writes: readonly RecordWriting[],
  signal?: AbortSignal
): Promise<WritePlan> {
  const rows = new Map<string, PlannedWrite[]>();
  const entries = new Map<string, PlannedWrite[]>();
  const documents: PlannedWrite[] = [];
  const series = new Map<string, SeriesWrite>();
  writes.forEach((writing, at) => {
    if (writing.op === 'series') for (const write of seriesWrites(writing, at)) addSeries(series, write);
    else if (seriesFields[writing.store] !== undefined) addSeries(series, oneValue(writing, at));
    else if (writing.store === DOCUMENTS && !hasDocuments(dataset)) documents.push({ writing, at });
    else push(packedOf(dataset, writing.store) === null ? rows : entries, writing.store, { writing, at });
  });
  const places = new Map<string, Map<string, IDBValidKey>>();
  for (const [store, planned] of entries) {
    const names = planned.flatMap(({ writing }) => (writing.op === 'put' ? [] : [writing]));
    places.set(store, await locate(dataset, store, names, signal));
  }
  const texts = await byAsset(dataset, documents);
  const plan = { rows, entries, series: [...series.values()], texts, places };
  return { ...plan, stores: storesOf(dataset, plan, writes) };
}

function push(groups: Map<string, PlannedWrite[]>, name: string, planned: PlannedWrite): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [planned]);
  else group.push(planned);
}

function addSeries(all: Map<string, SeriesWrite>, write: SeriesWrite): void {
  const name = `${write.store} ${write.key[0]} ${write.key[1]}`;
  const known = all.get(name);
  if (known === undefined) all.set(name, write);
  else {
    for (const [day, value] of write.values) known.values.set(day, value);
    for (const [day, seen] of write.expected) known.expected.set(day, seen);
  }
}

function oneValue(writing: PlannedWrite['writing'], write: number): SeriesWrite {
  const { store } = writing;
  const field = store === 'prices' ? 'close' : 'rate';
  const fields = writing.op === 'put' ? writing.record : writing.op === 'patch' ? writing.fields : {};
  const owner = store === 'prices' ? String(fields['assetId']) : `${String(fields['base'])}${String(fields['quote'])}`;
  const place = placeOf(store, writing.op === 'put' ? `${owner} ${String(fields['day'])}` : writing.id);
  if (place === null) throw new RefusedWritesError([{ write, field: 'day', message: 'Choose a day that exists.' }]);
  const value = writing.op === 'remove' ? null : fields[field];
  const source = typeof fields['source'] === 'string' ? fields['source'] : undefined;
  return {
    store,
    key: place.key,
    fresh: place.fresh,
    values: new Map([[place.day, typeof value === 'string' ? value : null]]),
    expected: new Map(writing.op === 'put' ? [] : [[place.day, writing.seen ?? null]]),
    source,
    write
  };
}

async function byAsset(
  dataset: Dataset,
  documents: readonly PlannedWrite[]
): Promise<ReadonlyMap<string, readonly PlannedWrite[]>> {
  const ids = documents.flatMap(({ writing }) => (writing.op === 'put' ? [] : [writing.id]));
  const owners = await ownersOf(dataset, new Set(ids));
  const texts = new Map<string, PlannedWrite[]>();
  for (const planned of documents) {
    const { writing } = planned;
    const owner = writing.op === 'put' ? writing.record['assetId'] : owners.get(writing.id);
    // Only an asset has texts: documents of accounts and residencies came with their store.
    if (typeof owner !== 'string' && writing.op === 'put')
      throw new NeedsVersionError(DOCUMENTS, versionWith(dataset.history, DOCUMENTS));
    push(texts, String(owner ?? ''), planned);
  }
  return texts;
}

function storesOf(
  dataset: Dataset,
  { rows, entries, series, texts }: Omit<WritePlan, 'stores' | 'places'>,
  writes: readonly RecordWriting[]
): readonly string[] {
  const stores = new Set<string>([...rows.keys(), ...entries.keys(), ...series.map(({ store }) => store)]);
  if (texts.size > 0 || stores.has(DOCUMENTS)) stores.add(ASSETS);
  const removed = new Set(writes.flatMap((writing) => (writing.op === 'remove' ? [writing.store] : [])));
  return concerned(dataset, stores, removed);
}

/** Stores that are written, those that their records name, and those that may name what is removed. */
export function concerned(
  dataset: Dataset,
  written: ReadonlySet<string>,
  removed: ReadonlySet<string>
): readonly string[] {
  const all = new Set(written);
  for (const store of written) for (const { to } of referencesOf(store)) all.add(to);
  for (const store of removed) for (const { from } of referencesTo(store)) all.add(from);
  return [...all].filter((store) => store in dataset.installed.stores);
}
