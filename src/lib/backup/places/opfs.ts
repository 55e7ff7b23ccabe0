/**
 * The origin's private file system. A file is written under a temporary name and moved to its own when it is closed:
 * creating it under its own name would show an empty file at once. In a dedicated worker a synchronous handle writes
 * straight into the temporary file, which is faster and leaves no second (`.crswap`) file behind a kill.
 */
import { LEFTOVER_AGE_MS, type FilePlace, type FileSink } from './file-place';

/** `<name>.<uuid>.part`, and the swap file that `createWritable` keeps beside it. */
const temporary = /^(.*)\.[0-9a-f-]{36}\.part(\.crswap)?$/;

/** A folder of the private file system, made when first needed: `backups` or `app/backups`. */
export function opfsPlace(path: string): FilePlace {
  const names = path.split('/').filter((name) => name !== '');
  const folder = async () => {
    let directory = await navigator.storage.getDirectory();
    for (const name of names) directory = await directory.getDirectoryHandle(name, { create: true });
    return directory;
  };
  return {
    kind: 'opfs',
    async write(name) {
      const directory = await folder();
      const file = await directory.getFileHandle(`${name}.${crypto.randomUUID()}.part`, { create: true });
      return temporarySink(directory, file as PrivateFile, name);
    },
    async read(name) {
      try {
        return await (await (await folder()).getFileHandle(name)).getFile();
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    async list() {
      const found: string[] = [];
      for await (const [name, handle] of (await folder()).entries()) {
        if (handle.kind === 'file' && !temporary.test(name)) found.push(name);
      }
      return found;
    },
    async remove(name) {
      await removeIfThere(await folder(), name);
    },
    async sweep(own) {
      const directory = await folder();
      for await (const [name, handle] of directory.entries()) {
        const target = temporary.exec(name)?.[1];
        if (target === undefined || handle.kind !== 'file') continue;
        // What is being written is locked by its writer, and refuses to be removed.
        if (own(target) || (await isOld(handle as FileSystemFileHandle))) {
          await removeIfThere(directory, name).catch(() => {});
        }
      }
    }
  };
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

/** In all engines, and not in the types of a page: moving is in no specification yet, the other is for workers only. */
type PrivateFile = FileSystemFileHandle & {
  move(name: string): Promise<void>;
  createSyncAccessHandle(): Promise<{ write(bytes: BufferSource): number; flush(): void; close(): void }>;
};

interface OpenFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  /** Lets go of the file without keeping what was written. */
  drop(): Promise<void>;
}

async function temporarySink(directory: FileSystemDirectoryHandle, file: PrivateFile, name: string): Promise<FileSink> {
  const open = hasSyncHandles() ? await openSync(file) : await openWritable(file);
  let state: 'open' | 'closed' | 'gone' = 'open';
  const drop = async () => {
    if (state !== 'open') return;
    state = 'gone';
    await open.drop().catch(() => {});
    await removeIfThere(directory, file.name).catch(() => {});
  };
  return {
    write: (bytes) => open.write(bytes),
    async close() {
      try {
        await open.close();
        await file.move(name);
        state = 'closed';
      } catch (error) {
        await drop();
        throw error;
      }
    },
    abort: drop
  };
}

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
      handle.close();
    }
  };
}

async function openWritable(file: FileSystemFileHandle): Promise<OpenFile> {
  const stream = await file.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: () => stream.close(),
    drop: () => stream.abort()
  };
}

async function removeIfThere(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await directory.removeEntry(name);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

async function isOld(file: FileSystemFileHandle): Promise<boolean> {
  const { lastModified } = await file.getFile().catch(() => ({ lastModified: Number.POSITIVE_INFINITY }));
  return Date.now() - lastModified > LEFTOVER_AGE_MS;
}

function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
