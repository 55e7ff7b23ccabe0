/** The last writes of everything that makes or changes a whole database: whoever finds the sentinel knows that it is whole. */
import type { ResolvedVersion } from './definition';
import { META, type EpochRow, type Sentinel, type SequenceRow } from './engine-stores';
import { done } from './requests';

export interface Seal {
  readonly version: ResolvedVersion;
  readonly epoch: number;
  readonly sequence: number;
  /** Records per store; the engine's own are left out. */
  readonly counts: Readonly<Record<string, number>>;
  /** Data version → checksum of its definition. */
  readonly definitions: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly completedAt: string;
  readonly touched: readonly string[];
}

/** Resolves when the sentinel is written; the transaction is the caller's. */
export async function putSeal(meta: IDBObjectStore, seal: Seal): Promise<void> {
  meta.put({ key: 'epoch', value: seal.epoch } satisfies EpochRow);
  meta.put({ key: 'sequence', value: seal.sequence } satisfies SequenceRow);
  const { [META]: _own, ...counts } = seal.counts;
  const sentinel: Sentinel = {
    key: 'sentinel',
    version: seal.version.version,
    native: seal.version.native,
    counts,
    definitions: seal.definitions,
    completedAt: seal.completedAt,
    touched: seal.touched
  };
  await done(meta.put(sentinel));
}
