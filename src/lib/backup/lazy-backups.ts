/** Backups whose code is loaded when one is first made, read or listed: most starts do neither. */
import type { BackupPort } from '../migration';
import type { BackupOptions } from './backups';
import { isBackupName } from './names';
import { findPlace } from './places';

/** Makes the port. Touches and loads nothing until it is used. */
export function lazyBackups(options: BackupOptions): BackupPort {
  let made: Promise<BackupPort> | null = null;
  const port = (): Promise<BackupPort> =>
    (made ??= import('./backups').then(
      ({ createBackups }) => createBackups(options),
      (error: unknown) => {
        // An old window after an update may not find the script; the next attempt may.
        made = null;
        throw error;
      }
    ));
  const findIt = findPlace(options.place);
  /** A first visit has none, and need not load what reads them. */
  const none = async (): Promise<boolean> =>
    !(await (await findIt()).list()).some((name) => isBackupName(options.prefix, name));
  return {
    create: async (source, request) => (await port()).create(source, request),
    list: async () => ((await none()) ? [] : (await port()).list()),
    verify: async (id) => (await port()).verify(id),
    remove: async (id, how) => (await port()).remove(id, how),
    setPinned: async (id, pinned) => (await port()).setPinned(id, pinned),
    retention: async (version) => (await port()).retention(version),
    prune: async (version) => (await port()).prune(version),
    open: async (id) => (await port()).open(id),
    check: async (file, request) => (await port()).check(file, request),
    digests: async (source, stores) => (await port()).digests(source, stores),
    estimateBytes
  };
}

/**
 * Bytes that a snapshot of this many bytes of JSON text takes at most. Deflate adds five bytes to a block of 16 KB that
 * it cannot shrink; separators, header and footer come to it.
 */
export function estimateBytes(jsonBytes: number): number {
  return Math.ceil(jsonBytes * 1.01) + 65_536;
}
