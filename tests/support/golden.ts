/** The committed golden databases. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../src/lib/migration';
import { goldenFolder } from './golden-writer';

export interface Golden {
  readonly version: string;
  /** The instant of the migrations between golden databases. */
  readonly instant: string;
  /** Rows as they lie in the database, by store, in key order. */
  readonly stores: Readonly<Record<string, readonly Row[]>>;
}

/** A fresh copy: tests may change it. */
export function golden(version: string): Golden {
  return JSON.parse(readFileSync(join(goldenFolder, `v${version}.json`), 'utf8')) as Golden;
}

export function goldenVersions(): string[] {
  return readdirSync(goldenFolder)
    .map((name) => /^v(.+)\.json$/.exec(name)?.[1] ?? '')
    .sort();
}
