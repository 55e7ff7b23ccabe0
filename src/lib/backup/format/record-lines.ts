/** From the rows of a store to their lines, counted and checked against the schema on the way. */
import { is } from 'valibot';
import type { Row, StoreDefinition } from '../../migration';
import { blobsIn, BlobUnread, canonicalLine, type BlobBytes } from './canonical';
import { CONTAINER, unpackRow } from './packing';
import { SnapshotProblem } from './problem';

/** The lines of a batch of rows. Containers have lines but are no records. */
export interface RecordLines {
  readonly lines: readonly string[];
  readonly records: number;
  /** Where they are checked: records that fail the schema of their version, and packed rows without a list of entries. */
  readonly invalid: number;
}

/** Synchronous unless a record holds blobs, whose bytes must be read. Throws a {@link SnapshotProblem}. */
export function recordLines(
  store: string,
  definition: StoreDefinition,
  rows: readonly Row[],
  check: boolean
): RecordLines | Promise<RecordLines> {
  try {
    return linesOf(store, definition, rows, check);
  } catch (problem) {
    if (!(problem instanceof BlobUnread)) throw problem;
    return readBlobs(blobsIn(rows)).then((bytes) => linesOf(store, definition, rows, check, bytes));
  }
}

function linesOf(
  store: string,
  definition: StoreDefinition,
  rows: readonly Row[],
  check: boolean,
  blobs?: BlobBytes
): RecordLines {
  const lines: string[] = [];
  let records = 0;
  let invalid = 0;
  const write = (record: unknown) => {
    lines.push(canonicalLine(record, blobs));
    records++;
    if (check && !isValid(definition, record)) invalid++;
  };
  try {
    for (const row of rows) {
      if (!definition.packed) {
        write(row);
        continue;
      }
      const { container, entries } = unpackRow(definition.packed, row);
      if (container) {
        lines.push(`{"${CONTAINER}":[${canonicalLine(container.row, blobs)},${container.entries}]}`);
        if (check && container.entries === null) invalid++;
      }
      entries.forEach(write);
    }
  } catch (problem) {
    if (!(problem instanceof SnapshotProblem)) throw problem;
    throw new SnapshotProblem(`In ${store}, after ${records} records of a batch: ${problem.message}`);
  }
  return { lines, records, invalid };
}

/** Whether a record satisfies the schema of its version. */
export function isValid(definition: StoreDefinition, record: unknown): boolean {
  return is(definition.row, record);
}

async function readBlobs(blobs: readonly Blob[]): Promise<BlobBytes> {
  const read = async (blob: Blob) => [blob, new Uint8Array(await blob.arrayBuffer())] as const;
  return new Map(await Promise.all(blobs.map(read)));
}
