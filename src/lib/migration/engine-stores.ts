/** The two stores that every version has and that the engine alone writes. */
import { looseObject, string, unknown } from 'valibot';
import type { Row, StoreDefinition } from './definition-types';

export const META = '_meta';
export const QUARANTINE = 'quarantine';

/** The last write of every migration: without it the data of a version counts as unfinished (legal at the first only). */
export interface Sentinel {
  readonly key: 'sentinel';
  readonly version: string;
  readonly native: number;
  /** Records per store when the version was completed. */
  readonly counts: Readonly<Record<string, number>>;
  /** Data version → checksum of its definition. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly completedAt: string;
  /** Stores that the migration wrote to; all others must be found as they were before it. */
  readonly touched: readonly string[];
}

/** Grows by one with every migration, restore and rollback: a writer that knows another epoch is stale. */
export interface EpochRow {
  readonly key: 'epoch';
  readonly value: number;
}

/** Grows by one with every write transaction: a snapshot taken while it grew is taken again. */
export interface SequenceRow {
  readonly key: 'sequence';
  readonly value: number;
}

/** This database was replaced; `by` names the one that holds the data since. */
export interface RetiredRow {
  readonly key: 'retired';
  readonly by: string;
}

/** A record, or a part of one, that could not stay where it was; kept whole. */
export interface QuarantineRow extends Row {
  readonly id: string;
  readonly store: string;
  readonly key: unknown;
  readonly field: string;
  readonly reason: string;
  readonly row: unknown;
  readonly at: string;
  /** The data version whose schema it did not satisfy. */
  readonly version: string;
}

export const engineStores: Readonly<Record<string, StoreDefinition>> = {
  [META]: { keyPath: 'key', indexes: [], row: looseObject({ key: string() }) },
  [QUARANTINE]: {
    keyPath: 'id',
    indexes: [],
    row: looseObject({
      id: string(),
      store: string(),
      key: unknown(),
      field: string(),
      reason: string(),
      row: unknown(),
      at: string(),
      version: string()
    })
  }
};
