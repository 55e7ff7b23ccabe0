/**
 * Writes the golden databases: small, full of oddities, one per version, by the reference interpreter and none of the
 * engine. A file that is there stays as it is: shipped versions must open for ever.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRows } from '../../src/lib/data/sample';
import type { Row, VersionDefinition } from '../../src/lib/migration';
import { migrateByReference, type Database } from './reference';

export const goldenFolder = join(import.meta.dirname, '..', 'fixtures', 'golden');
/** The instant of every migration between golden databases. */
const instant = '2026-11-02T08:00:00.000Z';
const size = { assets: 40, transactions: 120, seed: 20_261_102 };

/** Writes what is missing. @returns the versions written. */
export function writeGolden(versions: readonly VersionDefinition[]): string[] {
  mkdirSync(goldenFolder, { recursive: true });
  const written: string[] = [];
  let previous: { version: string; stores: Database } | null = null;
  for (const { version } of versions) {
    const file = join(goldenFolder, `v${version}.json`);
    if (existsSync(file)) {
      previous = JSON.parse(readFileSync(file, 'utf8')) as { version: string; stores: Database };
      continue;
    }
    const stores: Database = previous
      ? migrateByReference(versions, previous.version, version, previous.stores, instant).stores
      : firstDatabase(versions);
    writeFileSync(file, text(version, stores));
    written.push(version);
    previous = { version, stores };
  }
  return written;
}

/** One record a line, so that a difference can be read. */
function text(version: string, stores: Database): string {
  const body = Object.entries(stores).map(
    ([store, rows]) =>
      `    ${JSON.stringify(store)}: [${rows.map((row) => `\n      ${JSON.stringify(row)}`).join(',')}${rows.length > 0 ? '\n    ' : ''}]`
  );
  return `{\n  "version": ${JSON.stringify(version)},\n  "instant": ${JSON.stringify(instant)},\n  "stores": {\n${body.join(',\n')}\n  }\n}\n`;
}

/** The sample portfolio, and by hand what people really have in their data. */
function firstDatabase(versions: readonly VersionDefinition[]): Database {
  const stores: Database = { quarantine: [] };
  // Two years of prices and rates say as much as ten.
  const recent = (row: Row): boolean => typeof row['year'] !== 'number' || row['year'] >= 2025;
  for (const { store, rows } of sampleRows(size)) (stores[store] ??= []).push(...rows.filter(recent));
  const assets = stores['assets'] ?? [];
  const odd = (at: number, change: Row): void => void Object.assign(assets[at] ?? {}, change);
  odd(0, {
    name: 'परिवार का घर — “Haus am See” 🏡',
    notes: 'two\nlines\tand a tab',
    unknownNested: { list: [1, { deep: true }], nothing: null }
  });
  odd(1, { quantity: 0, amount: '0', documents: [] });
  odd(2, { quantity: 1e-7 });
  odd(3, { quantity: 123456789012345680000 });
  odd(4, { quantity: 0.1 + 0.2 });
  odd(5, {
    documents: [
      'contract|2020-02-29|Leap day|https://example.org/a?b=c|d',
      'scan.pdf',
      'https://example.org/only-a-link',
      '',
      '   ',
      'deed|2019-13-40|no such day|safe',
      'a\\|b|2021-01-01|with \\| bars|drawer\\\\',
      '|||',
      'deed',
      'deed|2018-05-05',
      'x|2018-05-05|title|here|and|more',
      'deed|2018-05-05|title|here',
      'deed|2018-05-05|title|here',
      'ünï|2022-12-31|日本語のタイトル|paper'
    ]
  });
  // Unknown fields that bear the names which later versions give to new ones.
  odd(6, { riskRating: 17, currentValue: 'what somebody once noted', documentIds: 'mine', benchmarkSymbol: 'ACWI' });
  odd(7, { isActive: false });
  odd(8, { isIncludedInPortfolio: false });
  odd(9, { amount: '-0.00', quantity: -3 });
  const month = stores['transactions']?.[0];
  if (month) {
    month['unknownOfMonth'] = 'kept';
    Object.assign((month['entries'] as Row[])[0] ?? {}, { unknownOfBooking: [1, 2, 3] });
  }
  stores['settings'] = (stores['settings'] ?? []).map((row) => ({ ...row, unknownSetting: { theme: 'dark' } }));
  // As the database gives it back, by primary key.
  const first = versions[0]?.version ?? '';
  return migrateByReference(versions, first, first, stores, instant).stores;
}
