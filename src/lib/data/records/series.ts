/** Prices and rates: a year of them lies in one row, days beside values. Here they are spoken of one by one. */
import { priceId, rateId } from '../../domain/entry';
import type { Row } from '../../migration';
import type { RecordWriting } from '../../protocol';
import type { StagedRow } from './staged-rows';

/** The field of values, by store. */
export const seriesFields: Readonly<Record<string, string | undefined>> = { prices: 'closes', fxRates: 'rates' };

/** Values for some days of one row; null takes one out. */
export interface SeriesWrite {
  readonly store: string;
  readonly key: readonly [string, number];
  /** The row where there is none yet, without days and values. */
  readonly fresh: Row;
  readonly values: Map<string, string | null>;
  /** Days whose value must be there already, as it was seen; null: whatever it is. */
  readonly expected: Map<string, string | null>;
  readonly source: string | undefined;
  /** The first write that it comes from. */
  readonly write: number;
}

/** The records of a stored row. */
export function recordsOfSeries(store: string, row: Row): Row[] {
  const field = seriesFields[store] ?? '';
  const days = (row['days'] ?? []) as readonly string[];
  const values = (row[field] ?? []) as readonly string[];
  return days.map((day, at) => seriesRecord(store, row, day, values[at] ?? ''));
}

export function seriesRecord(store: string, row: Row, day: string, value: string): Row {
  return store === 'prices'
    ? { assetId: row['assetId'], day, close: value }
    : { base: row['base'], quote: row['quote'], day, rate: value };
}

/** The row's key and the day that a record's name stands for. */
export function placeOf(store: string, id: string): { key: [string, number]; day: string; fresh: Row } | null {
  const [owner = '', day = ''] = id.split(' ');
  const year = yearOf(day);
  if (owner === '' || year === null) return null;
  const fresh =
    store === 'prices'
      ? { assetId: owner, year, days: [], closes: [] }
      : { pair: owner, base: owner.slice(0, 3), quote: owner.slice(3), year, days: [], rates: [] };
  return { key: [owner, year], day, fresh };
}

export function idOfSeriesRecord(store: string, record: Row): string {
  return store === 'prices'
    ? priceId(String(record['assetId']), String(record['day']))
    : rateId(String(record['base']), String(record['quote']), String(record['day']));
}

/** A bulk write, one for each year. Days that are none are left to the schema to refuse. */
export function seriesWrites(writing: Extract<RecordWriting, { op: 'series' }>, write: number): SeriesWrite[] {
  const owner = writing.store === 'prices' ? writing.assetId : `${writing.base}${writing.quote}`;
  const years = new Map<number, SeriesWrite>();
  writing.days.forEach((day, at) => {
    const place = placeOf(writing.store, `${owner} ${day}`);
    const year = place?.key[1] ?? 0;
    let found = years.get(year);
    if (found === undefined) {
      const { key, fresh } = place ?? { key: [owner, year] as [string, number], fresh: {} };
      found = {
        store: writing.store,
        key,
        fresh,
        values: new Map(),
        expected: new Map(),
        source: writing.source,
        write
      };
      years.set(year, found);
    }
    found.values.set(day, writing.values[at] ?? null);
  });
  return [...years.values()];
}

/** The row with these values, days in order; without any left there is no row. */
export function writeValues(staged: StagedRow, { fresh, values, source, store }: SeriesWrite): void {
  const field = seriesFields[store] ?? '';
  const row = staged.after ?? fresh;
  const present = (row['days'] ?? []) as readonly string[];
  const old = (row[field] ?? []) as readonly string[];
  const days: string[] = [];
  const kept: string[] = [];
  const put = (day: string, value: string | null | undefined): void => {
    if (typeof value !== 'string') return;
    days.push(day);
    kept.push(value);
  };
  const incoming = [...values.keys()].sort();
  let at = 0;
  for (const day of incoming) {
    for (; at < present.length && (present[at] ?? '') < day; at++) put(present[at] ?? '', old[at]);
    if (present[at] === day) at++;
    put(day, values.get(day));
  }
  for (; at < present.length; at++) put(present[at] ?? '', old[at]);
  if (days.length === 0) staged.after = null;
  else {
    const named = source === undefined || row['source'] !== undefined ? {} : { source };
    staged.after = { ...row, days, [field]: kept, ...named };
  }
}

function yearOf(day: string): number | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Number(day.slice(0, 4)) : null;
}
