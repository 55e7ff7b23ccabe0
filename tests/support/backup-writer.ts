/**
 * Writes backup files of the golden databases, one per data version, in the format that this build writes. A file that is
 * there stays as it is: every format that was ever written must be read for ever.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackups } from '../../src/lib/backup/backups';
import { FORMAT_VERSION } from '../../src/lib/backup/format/header';
import { memoryPlace } from '../../src/lib/backup/testing';
import { findVersion, type History, type Row, type SnapshotSource } from '../../src/lib/migration';
import { countRecords } from '../../src/lib/migration/rows';
import { goldenFolder } from './golden-writer';

export const backupFolder = join(import.meta.dirname, '..', 'fixtures', 'backups');

/** Writes what is missing. @returns the files written. */
export async function writeBackups(history: History): Promise<string[]> {
  mkdirSync(backupFolder, { recursive: true });
  const written: string[] = [];
  for (const { version } of history.versions) {
    const name = `format-${FORMAT_VERSION}-data-${version}.json.gz`;
    const file = join(backupFolder, name);
    if (existsSync(file)) continue;
    writeFileSync(file, await backupOf(history, version));
    written.push(name);
  }
  return written;
}

async function backupOf(history: History, version: string): Promise<Uint8Array> {
  const place = memoryPlace();
  const backups = createBackups({
    place,
    schemaOf: (of) => findVersion(history, of)?.stores ?? null,
    now: () => new Date('2026-11-02T08:00:00.000Z'),
    elapsed: () => performance.now(),
    randomId: () => `golden-${version}`,
    appVersion: '0.1.0',
    prefix: history.name
  });
  const { info } = await backups.create(goldenSource(history, version), { reason: 'golden' });
  return new Uint8Array(await (await backups.open(info.id)).arrayBuffer());
}

/** A golden database as a source for a backup. */
export function goldenSource(history: History, version: string): SnapshotSource {
  const { stores } = JSON.parse(readFileSync(join(goldenFolder, `v${version}.json`), 'utf8')) as {
    stores: Record<string, Row[]>;
  };
  const definitions = findVersion(history, version)?.stores ?? {};
  const named = Object.entries(definitions)
    .filter(([name]) => name !== '_meta')
    .map(([name, definition]) => ({ name, definition }));
  return {
    dataVersion: version,
    stores: named,
    counts: () =>
      Promise.resolve(
        Object.fromEntries(named.map(({ name, definition }) => [name, countRecords(definition, stores[name] ?? [])]))
      ),
    quickCounts: () =>
      Promise.resolve(
        Object.fromEntries(
          named.map(({ name, definition }) => [
            name,
            { count: stores[name]?.length ?? 0, exact: definition.packed === undefined }
          ])
        )
      ),
    sequence: () => Promise.resolve(1),
    read: async (store, onBatch) => onBatch(stores[store] ?? [])
  };
}
