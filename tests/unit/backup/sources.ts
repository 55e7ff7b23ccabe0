/** Small made-up databases to take snapshots of. */
import { looseObject, string } from 'valibot';
import type { PackedStore, Row, SnapshotSource, StoreDefinition } from '../../../src/lib/migration';
import { createBackups, type BackupOptions } from '../../../src/lib/backup/backups';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/places';

const things: StoreDefinition = { keyPath: 'id', indexes: [], row: looseObject({ id: string(), name: string() }) };

/** Entries `{id, account, day}`, one row per account and month, with the sides that WealthWise's transactions have. */
export const months: PackedStore = {
  entries: 'items',
  entryKey: 'id',
  containerFields: ['account', 'month', 'days', 'items'],
  keyOf: (entry) => [entry['account'] as string, (entry['day'] as string).slice(0, 7)],
  pack: (entries) => {
    const first = entries[0] as Row;
    return {
      account: first['account'],
      month: (first['day'] as string).slice(0, 7),
      days: [...new Set(entries.map((entry) => entry['day']))],
      items: [...entries]
    };
  }
};

const entries: StoreDefinition = {
  keyPath: ['account', 'month'],
  indexes: [{ keyPath: 'days', multiEntry: true }],
  row: looseObject({ id: string(), account: string(), day: string() }),
  packed: months
};

export const stores: Readonly<Record<string, StoreDefinition>> = { things, entries };

export function entry(id: string, account = 'a', day = '2026-01-05', more: Row = {}): Row {
  return { id, account, day, ...more };
}

export interface FakeSource extends SnapshotSource {
  rows: Record<string, Row[]>;
  changes: number;
  /** Called before every batch that is read. */
  onRead: (store: string) => void | Promise<void>;
}

/** A database in memory; `batch` rows at a time. */
export function fakeSource(
  rows: { things?: Row[]; entries?: Row[] } = {},
  dataVersion = '1.0.0',
  batch = 7
): FakeSource {
  const source: FakeSource = {
    dataVersion,
    stores: [
      { name: 'things', definition: things },
      { name: 'entries', definition: entries }
    ],
    rows: { things: rows.things ?? [], entries: rows.entries ?? [] },
    changes: 0,
    onRead: () => {},
    counts: async () => ({
      things: source.rows['things']?.length ?? 0,
      entries: (source.rows['entries'] ?? []).reduce(
        (sum, row) => sum + (Array.isArray(row['items']) ? row['items'].length : 0),
        0
      )
    }),
    quickCounts: async () => ({
      things: { count: source.rows['things']?.length ?? 0, exact: true },
      entries: { count: source.rows['entries']?.length ?? 0, exact: false }
    }),
    sequence: async () => source.changes,
    async read(store, onBatch) {
      const all = source.rows[store] ?? [];
      for (let at = 0; at < all.length; at += batch) {
        await source.onRead(store);
        await onBatch(all.slice(at, at + batch));
      }
    }
  };
  return source;
}

export function someThings(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `t${String(at).padStart(6, '0')}`,
    name: `Thing ${at} ü 日本`,
    amount: `${at}.10`
  }));
}

export function someEntries(count: number): Row[] {
  const days = Array.from({ length: count }, (_, at) => `2026-${String(1 + (at % 3)).padStart(2, '0')}-11`);
  const packed = new Map<string, Row[]>();
  days.forEach((day, at) => {
    const key = day.slice(0, 7);
    packed.set(key, [...(packed.get(key) ?? []), entry(`e${at}`, 'a', day)]);
  });
  return [...packed.values()].map((items) => months.pack(items));
}

/** A clock that stands still until a test moves it. */
export const clock = { now: new Date(2026, 1, 28, 9, 5, 0) };

export function backupsIn(place: MemoryPlace = memoryPlace(), more: Partial<BackupOptions> = {}) {
  let ids = 0;
  const backups = createBackups({
    place,
    schemaOf: (version) => (version === '1.0.0' ? stores : null),
    now: () => clock.now,
    elapsed: () => performance.now(),
    randomId: () => `backup-${++ids}-${place.files.size}`,
    appVersion: '0.1.0',
    prefix: 'WealthWise',
    ...more
  });
  return { backups, place };
}

/** The text of a backup file. */
export async function textOf(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** A backup file with this text. */
export async function gzipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
