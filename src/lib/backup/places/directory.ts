/**
 * Files in a directory that the browser gives a handle to. A file is written under a temporary name and gets its own when
 * it is closed: creating it under its own name would show an empty file at once.
 */
import type { BackupPlaceName } from '../../migration';
import { LEFTOVER_AGE_MS, type FilePlace, type FileSink } from './file-place';

/** `<name>.<uuid>.part`, and the swap files that `createWritable` keeps beside what it writes. */
const temporary = /^(.*?)(?:\.[0-9a-f-]{36}\.part|(?:\.[0-9a-f-]{36}\.part)?(?:\.\d+)?\.crswap)$/;

/** A temporary file that is being written. */
export interface OpenFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  /** Lets go of the file without keeping what was written. */
  drop(): Promise<void>;
}

export interface DirectoryOptions {
  readonly kind: BackupPlaceName;
  /** Asked for before every operation. */
  readonly folder: () => Promise<FileSystemDirectoryHandle>;
  /** Begins to write a file that is empty. */
  readonly open: (file: FileSystemFileHandle) => Promise<OpenFile>;
  /** Nobody else has files there, so that old leftovers may go whoever left them. */
  readonly alone: boolean;
}

export function directoryPlace({ kind, folder, open, alone }: DirectoryOptions): FilePlace {
  return {
    kind,
    async write(name) {
      const directory = await folder();
      const file = await directory.getFileHandle(`${name}.${crypto.randomUUID()}.part`, { create: true });
      return temporarySink(directory, file, name, await open(file));
    },
    async read(name) {
      const directory = await folder();
      const file = await fileIn(directory, name);
      return file?.size === 0 && (await filesOf(directory)).begun.has(name) ? null : file;
    },
    async list() {
      const directory = await folder();
      const { whole, begun } = await filesOf(directory);
      const empty = await Promise.all(whole.map(async (name) => begun.has(name) && (await isEmpty(directory, name))));
      return whole.filter((_, at) => !empty[at]);
    },
    async remove(name) {
      await removeIfThere(await folder(), name);
    },
    async sweep(own) {
      const directory = await folder();
      const { leftovers } = await filesOf(directory);
      for (const { name, target } of leftovers) {
        if (own(target) || (alone && (await isOld(directory, name)))) await removeLeftover(directory, name, target);
      }
    }
  };
}

export async function openWritable(file: FileSystemFileHandle): Promise<OpenFile> {
  const stream = await file.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: () => stream.close(),
    drop: () => stream.abort()
  };
}

export function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

function temporarySink(
  directory: FileSystemDirectoryHandle,
  file: FileSystemFileHandle,
  name: string,
  open: OpenFile
): FileSink {
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
        await giveName(directory, file, name);
        state = 'closed';
      } catch (error) {
        await drop();
        throw error;
      }
    },
    abort: drop
  };
}

/** In all engines for private files, in some for others, and in no specification yet. */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/**
 * What a move may fail with where a copy does not. On a disk Chromium refuses to move what lies in a folder within the
 * picked one, as not allowed; where nothing is allowed any more, the copy says so as well.
 */
const unmovable: ReadonlySet<string> = new Set(['NotSupportedError', 'AbortError', 'NotAllowedError']);

/** In one step: by a move; where files cannot be moved, by a copy that replaces what lies there when it is closed. */
async function giveName(directory: FileSystemDirectoryHandle, file: Movable, name: string): Promise<void> {
  if (file.move) {
    try {
      return await file.move(name);
    } catch (error) {
      if (!(error instanceof DOMException && unmovable.has(error.name))) throw error;
    }
  }
  const had = await fileIn(directory, name);
  const target = await directory.getFileHandle(name, { create: true });
  try {
    await (await file.getFile()).stream().pipeTo(await target.createWritable());
  } catch (error) {
    if (had === null) await removeIfThere(directory, name).catch(() => {});
    throw error;
  }
  await removeIfThere(directory, file.name);
}

interface Files {
  readonly whole: readonly string[];
  readonly leftovers: readonly { readonly name: string; readonly target: string }[];
  /** Names that leftovers were to have: a file that is empty under one may be a copy that is not closed yet. */
  readonly begun: ReadonlySet<string>;
}

async function filesOf(directory: FileSystemDirectoryHandle): Promise<Files> {
  const whole: string[] = [];
  const leftovers: { name: string; target: string }[] = [];
  for await (const [name, { kind }] of directory.entries()) {
    if (kind !== 'file') continue;
    const target = temporary.exec(name)?.[1];
    if (target === undefined) whole.push(name);
    else leftovers.push({ name, target });
  }
  return { whole, leftovers, begun: new Set(leftovers.map(({ target }) => target)) };
}

/** What is being written is locked by its writer, and refuses to be removed. */
async function removeLeftover(directory: FileSystemDirectoryHandle, name: string, target: string): Promise<void> {
  try {
    // A copy that was cut off leaves an empty file under the name; it goes first, while it can be told from a whole one.
    if (await isEmpty(directory, target)) await removeIfThere(directory, target);
    await removeIfThere(directory, name);
  } catch {
    // Left for the next time.
  }
}

async function fileIn(directory: FileSystemDirectoryHandle, name: string): Promise<File | null> {
  try {
    return await (await directory.getFileHandle(name)).getFile();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

async function removeIfThere(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await directory.removeEntry(name);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

async function isEmpty(directory: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return (await fileIn(directory, name))?.size === 0;
}

async function isOld(directory: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  const file = await fileIn(directory, name).catch(() => null);
  return file !== null && Date.now() - file.lastModified > LEFTOVER_AGE_MS;
}
