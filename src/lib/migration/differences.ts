/** How a backup and the present data differ, record by record, both in the shape of the newer of their versions. */
import { findVersion, hopsBetween, type History, type ResolvedVersion } from './definition';
import type { Row, StoreDefinition } from './definition-types';
import { lensOf, storeNameAt, type Lens } from './lens';
import type { CheckedSnapshot, SnapshotSource } from './ports';
import { keyAt } from './requests';
import { recordsOf } from './rows';
import type { StoreDifference } from './types';
import { compareVersions } from './versions';

/** Of the stores that both versions have, by their newer names. Holds a number per record of the present data. */
export async function differencesBetween(
  history: History,
  snapshot: CheckedSnapshot,
  present: SnapshotSource
): Promise<Record<string, StoreDifference>> {
  const backup = findVersion(history, snapshot.info.dataVersion);
  const own = findVersion(history, present.dataVersion);
  if (!backup || !own) return {};
  const newer = compareVersions(backup.version, own.version) > 0 ? backup : own;
  const mine = viewOf(history, own, newer);
  const theirs = viewOf(history, backup, newer);
  const known = new Map<string, Map<string, number>>();
  for (const { name } of present.stores) {
    const records = new Map<string, number>();
    known.set(mine.nameOf(name), records);
    await present.read(name, (rows) => {
      for (const row of rows as readonly Row[]) mine.see(name, row, (key, print) => records.set(key, print));
    });
  }
  const result: Record<string, { -readonly [F in keyof StoreDifference]: number }> = {};
  for (const store of Object.keys(backup.stores)) {
    const name = theirs.nameOf(store);
    if (known.has(name)) result[name] = { onlyInBackup: 0, onlyInPresent: 0, changed: 0, same: 0 };
  }
  await snapshot.rows((store, rows) => {
    const name = theirs.nameOf(store);
    const [counts, records] = [result[name], known.get(name)];
    if (!counts || !records) return;
    for (const row of rows) {
      theirs.see(store, row, (key, print) => {
        const other = records.get(key);
        records.delete(key);
        if (other === undefined) counts.onlyInBackup++;
        else if (other === print) counts.same++;
        else counts.changed++;
      });
    }
  });
  for (const [name, counts] of Object.entries(result)) counts.onlyInPresent = known.get(name)?.size ?? 0;
  return result;
}

interface View {
  nameOf(store: string): string;
  see(store: string, row: Row, onRecord: (key: string, print: number) => void): void;
}

function viewOf(history: History, version: ResolvedVersion, newer: ResolvedVersion): View {
  const hops = hopsBetween(history, version.version, newer.version);
  const lens: Lens = lensOf(history, version.version, newer.version);
  return {
    nameOf: (store) => storeNameAt(hops, store),
    see(store, row, onRecord) {
      const definition = version.stores[store];
      if (!definition) return;
      for (const record of recordsOf(definition, row)) {
        const key = keyOf(definition, record);
        onRecord(key, print(shaped(lens, store, record)));
      }
    }
  };
}

/** A record that cannot be read upward is compared as it lies. */
function shaped(lens: Lens, store: string, record: Row): unknown {
  try {
    return lens.read(store, record);
  } catch {
    return record;
  }
}

function keyOf(definition: StoreDefinition, record: Row): string {
  return JSON.stringify(definition.packed ? record[definition.packed.entryKey] : keyAt(definition.keyPath, record));
}

/** 53 bits of its text with the fields in order: differing records agree by chance once in 10¹⁵. */
function print(record: unknown): number {
  const text = JSON.stringify(record, (_, value: unknown) => (isPlain(value) ? inOrder(value) : asText(value)));
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function asText(value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
