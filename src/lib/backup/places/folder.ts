/**
 * A folder of the owner's choosing: on a disk, or one that iCloud Drive or Dropbox carries to other devices. Other files
 * may lie in it, and the browser may ask again for permission at every start.
 */
import { createStore, del, get, set, update, type UseStore } from 'idb-keyval';
import { MigrationError } from '../../migration';
import { directoryPlace, isNotFound, openWritable } from './directory';
import type { FilePlace, FileSink } from './file-place';

const READ_AND_WRITE = { mode: 'readwrite' } as const;

/** In Chromium; in the types of none. */
type AskedHandle = FileSystemDirectoryHandle & {
  queryPermission?(mode: typeof READ_AND_WRITE): Promise<PermissionState>;
  requestPermission?(mode: typeof READ_AND_WRITE): Promise<PermissionState>;
};

/**
 * Never asks for permission by itself. Every operation rejects with MigrationError `cloudFolderNotAvailable` where the
 * permission is missing or the folder gone; `details[0]` is `{ reason: 'permission' | 'missing', folder: string }`.
 * `inner`: the name of a folder in it, which is made when it is first needed.
 */
export function folderPlace(handle: FileSystemDirectoryHandle, inner?: string): FilePlace {
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw reasonOf(error, handle);
    });
  const place = directoryPlace({
    kind: 'folder',
    async folder() {
      await expectAvailable(handle);
      return inner === undefined ? handle : handle.getDirectoryHandle(inner, { create: true });
    },
    open: openWritable,
    alone: false
  });
  const guarded = (sink: FileSink): FileSink => ({
    write: (bytes) => guard(sink.write(bytes)),
    close: () => guard(sink.close()),
    abort: () => sink.abort()
  });
  return {
    kind: place.kind,
    write: async (name) => guarded(await guard(place.write(name))),
    read: (name) => guard(place.read(name)),
    list: () => guard(place.list()),
    remove: (name) => guard(place.remove(name)),
    sweep: (own) => guard(place.sweep(own))
  };
}

/**
 * Asks the person for permission, which browsers allow only while a click is handled. False when it is refused.
 * @throws MigrationError `cloudFolderNotAvailable` when the folder is gone.
 */
export async function reconnectFolder(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const { requestPermission } = handle as AskedHandle;
  const state = requestPermission ? await requestPermission.call(handle, READ_AND_WRITE) : 'granted';
  if (state !== 'granted') return false;
  await expectAvailable(handle);
  return true;
}

/** Handles can be kept in IndexedDB alone. In a database of their own, so that losing one loses no data. */
let store: UseStore | null = null;
const handles = (): UseStore => (store ??= createStore('WealthWise_Folder', 'handles'));
const CHOSEN = 'chosen';

export async function rememberFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  await set(CHOSEN, handle, handles());
}

/** Null where none was chosen. Whether it can be used shows when it is. */
export async function recallFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (await get<FileSystemDirectoryHandle>(CHOSEN, handles())) ?? null;
}

/** Names this browser's list of copies in any folder; made when first asked for. */
export async function folderOwner(): Promise<string> {
  let owner = '';
  await update<string>('owner', (known) => (owner = known ?? crypto.randomUUID()), handles());
  return owner;
}

/** The copies stay in the folder. */
export async function forgetFolder(): Promise<void> {
  await del(CHOSEN, handles());
}

async function expectAvailable(handle: AskedHandle): Promise<void> {
  const state = (await handle.queryPermission?.(READ_AND_WRITE)) ?? 'granted';
  if (state !== 'granted') throw unavailable(handle, 'permission');
  // What is missing in a folder that is gone would else pass for a file that is not there.
  await handle
    .keys()
    .next()
    .catch((error: unknown) => {
      throw reasonOf(error, handle);
    });
}

/** The folder's own failures by their name; a full disk and the like as they are. */
function reasonOf(error: unknown, handle: FileSystemDirectoryHandle): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError')
    return unavailable(handle, 'permission', error);
  // Also: the disk was taken out while it was written to.
  if (isNotFound(error) || error.name === 'NotReadableError') return unavailable(handle, 'missing', error);
  return error;
}

function unavailable(
  handle: FileSystemDirectoryHandle,
  reason: 'permission' | 'missing',
  cause?: unknown
): MigrationError {
  const sentence = {
    permission:
      `the browser needs your permission again to use "${handle.name}". Your data and the backups in the app are ` +
      'as they were. Choose "Reconnect" and allow it',
    missing:
      `"${handle.name}" was moved, renamed or deleted, or its disk is not connected. Your data and the backups in the ` +
      'app are as they were. Connect the disk and try again, or choose the folder anew'
  };
  return new MigrationError('cloudFolderNotAvailable', sentence[reason], {
    details: [{ reason, folder: handle.name }],
    cause
  });
}
