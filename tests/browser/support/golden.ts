import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalLine } from '../raw/reader.js';
import { root } from '../../run/command.mjs';

/** Rows as they lie in the database, by store. */
export type GoldenRows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

interface GoldenFile {
  readonly version: string;
  readonly instant: string;
  readonly stores: GoldenRows;
}

function load(version: string): GoldenFile {
  return JSON.parse(readFileSync(join(root, 'tests', 'fixtures', 'golden', `v${version}.json`), 'utf8')) as GoldenFile;
}

/** The committed database of a version: small, and full of oddities. */
export function golden(version: string): GoldenRows {
  return load(version).stores;
}

/** The same as sorted canonical lines, as `dataOf` gives those of a real database. */
export function goldenLines(version: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(golden(version))
      .filter(([store]) => store !== '_meta')
      .map(([store, rows]) => [store, rows.map(canonicalLine).sort()])
  );
}

/** The instant that the committed databases were migrated at. */
export const goldenInstant = load('1.0.0').instant;

export const goldenVersions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'] as const;
