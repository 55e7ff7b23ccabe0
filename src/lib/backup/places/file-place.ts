/**
 * A place where files lie outside IndexedDB: the origin's private file system, Cache Storage, memory; later a folder
 * that the owner chose, or downloads. The smallest port that a backup needs. What every place must do is stated by
 * `describeFilePlace` in `../testing`.
 */
import type { BackupPlaceName } from '../../migration';

export interface FilePlace {
  readonly kind: BackupPlaceName;
  /**
   * Begins a file. Nothing lies under its name, or what lay there before stays, until the sink is closed; then the
   * whole new file does, in one step.
   */
  write(name: string): Promise<FileSink>;
  /** The bytes under a name, to be streamed; null where there is nothing. */
  read(name: string): Promise<Blob | null>;
  /** Names of all whole files, in no order. */
  list(): Promise<readonly string[]>;
  /** Removing what is not there is fine. */
  remove(name: string): Promise<void>;
  /**
   * Removes what writes that were cut off have left: of the files that the caller alone writes (`own`) at once, of
   * others once it is an hour old. What is being written stays, where the place can tell.
   */
  sweep(own: (name: string) => boolean): Promise<void>;
}

export interface FileSink {
  /** Takes the bytes over; they must not change until it settles. Rejects with `QuotaExceededError` when full. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Makes the file visible. When it rejects nothing is left. */
  close(): Promise<void>;
  /** Leaves nothing behind; fine after a failure and after `close`, which it does not undo. */
  abort(): Promise<void>;
}

/** Older leftovers than this belong to no write that is still going on. */
export const LEFTOVER_AGE_MS = 3_600_000;

/** A place, or how to find it when it is first needed. */
export type PlaceSource = FilePlace | (() => Promise<FilePlace>);

/** Resolves a place once; a failed attempt is tried again next time. */
export function findPlace(source: PlaceSource): () => Promise<FilePlace> {
  if (typeof source !== 'function') return async () => source;
  let found: Promise<FilePlace> | null = null;
  return () =>
    (found ??= source().catch((error: unknown) => {
      found = null;
      throw error;
    }));
}

/** Writes a small file whole, replacing what lay under its name. */
export async function writeWhole(place: FilePlace, name: string, text: string): Promise<void> {
  const sink = await place.write(name);
  try {
    await sink.write(new TextEncoder().encode(text));
    await sink.close();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
