/**
 * The origin's private file system. In a dedicated worker a synchronous handle writes straight into the temporary file,
 * which is faster and leaves no second (`.crswap`) file behind a kill. It is also the only safe way on a full disk: where
 * the browser's own process meets it, as with `createWritable`, Chromium may evict the whole origin there and then, with
 * everything in it, unless the data is persisted. `tests/faults/full-disk.test.ts`
 */
import { directoryPlace, openWritable, type OpenFile } from './directory';
import type { FilePlace } from './file-place';

/** A folder of the private file system, made when first needed: `backups` or `app/backups`. */
export function opfsPlace(path: string): FilePlace {
  const names = path.split('/').filter((name) => name !== '');
  return directoryPlace({
    kind: 'opfs',
    async folder() {
      let directory = await navigator.storage.getDirectory();
      for (const name of names) directory = await directory.getDirectoryHandle(name, { create: true });
      return directory;
    },
    open: (file) => (hasSyncHandles() ? openSync(file as PrivateFile) : openWritable(file)),
    alone: true
  });
}

/** Whether this context can write there: every engine with OPFS can, but an older Safari on the page. */
export async function hasOpfs(): Promise<boolean> {
  if (typeof FileSystemFileHandle === 'undefined' || !('move' in FileSystemFileHandle.prototype)) return false;
  if (!hasSyncHandles() && !('createWritable' in FileSystemFileHandle.prototype)) return false;
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    return false;
  }
}

/** In the types of workers only. */
type PrivateFile = FileSystemFileHandle & {
  createSyncAccessHandle(): Promise<{
    write(bytes: BufferSource): number;
    truncate(size: number): void;
    flush(): void;
    close(): void;
  }>;
};

function hasSyncHandles(): boolean {
  return 'createSyncAccessHandle' in FileSystemFileHandle.prototype;
}

async function openSync(file: PrivateFile): Promise<OpenFile> {
  const handle = await file.createSyncAccessHandle();
  return {
    async write(bytes) {
      const written = handle.write(bytes);
      // A full disk may take a part only, without an exception.
      if (written < bytes.length) throw new DOMException('The disk is full.', 'QuotaExceededError');
    },
    async close() {
      handle.flush();
      handle.close();
    },
    async drop() {
      try {
        // Chromium counts nothing that is written here, but takes off what a file holds when it goes; below zero, the
        // count is read as 4 GB at the next start. A ballast is the largest file by far.
        handle.truncate(0);
      } finally {
        handle.close();
      }
    }
  };
}
