/** A directory of the private file system stands in for the folder that a person picks. */
import type { MigrationError } from '../../../src/lib/migration';
import {
  folderOwner,
  folderPlace,
  forgetFolder,
  recallFolder,
  reconnectFolder,
  rememberFolder,
  type FilePlace
} from '../../../src/lib/backup';
import { placeConformance } from '../../../src/lib/backup/testing';
import type {} from '../support/picked-folder';

export const PICKED = 'picked';

type Asked = { queryPermission: () => Promise<string>; requestPermission: () => Promise<string> };

async function picked(name = PICKED): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
}

/** A place whose folder is picked when it is first used. */
export function pickedPlace(name?: string): FilePlace {
  const place = picked(name).then(folderPlace);
  return {
    kind: 'folder',
    write: async (name) => (await place).write(name),
    read: async (name) => (await place).read(name),
    list: async () => (await place).list(),
    remove: async (name) => (await place).remove(name),
    sweep: async (own) => (await place).sweep(own)
  };
}

async function write(place: FilePlace, name: string, text: string): Promise<void> {
  const sink = await place.write(name);
  await sink.write(new TextEncoder().encode(text));
  await sink.close();
}

/** What every operation ends with: `done`, or the code and the reason of its error. */
async function outcomes(place: FilePlace): Promise<string[]> {
  const told = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: MigrationError) => `${error.code} ${(error.details?.[0] as { reason?: string })?.reason}`
    );
  return [
    await told(write(place, 'a.json', 'a')),
    await told(place.read('a.json')),
    await told(place.list()),
    await told(place.remove('a.json')),
    await told(place.sweep(() => true))
  ];
}

/** Until the work ends, files cannot be moved, as in a folder on a disk. */
async function withoutMoves<T>(work: () => Promise<T>): Promise<T> {
  const prototype = FileSystemFileHandle.prototype as { move?: unknown };
  const move = Object.getOwnPropertyDescriptor(prototype, 'move');
  delete prototype.move;
  try {
    return await work();
  } finally {
    if (move) Object.defineProperty(prototype, 'move', move);
  }
}

export const folderActs = {
  /** As `conform`, where a file cannot be moved to its name. */
  conformWithoutMoves: () =>
    withoutMoves(async () => {
      const failed: string[] = [];
      for (const { name, check } of placeConformance)
        await check(pickedPlace('on a disk')).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
      const left: string[] = [];
      for await (const name of (await picked('on a disk')).keys()) left.push(name);
      return { failed, left };
    }),

  /** As `conform`, in a folder within the one that was picked; and what then lies in both. */
  async conformInside() {
    const failed: string[] = [];
    const outer = await picked('outer');
    for (const { name, check } of placeConformance)
      await check(folderPlace(outer, 'attachments')).catch((error: unknown) =>
        failed.push(`${name}: ${String(error)}`)
      );
    const place = folderPlace(outer, 'attachments');
    await write(place, 'id.digest', 'a deed');
    const lies: string[] = [];
    for await (const name of outer.keys()) lies.push(name);
    return { failed, outer: lies, inner: await place.list() };
  },

  /** As `conform`, in the folder that the person picks, or in one within it. */
  async conformPicked(inner: string | null): Promise<string[]> {
    const failed: string[] = [];
    const place = folderPlace(await window.showDirectoryPicker(), inner ?? undefined);
    for (const { name, check } of placeConformance)
      await check(place).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
    await write(place, 'kept.json', 'whole');
    return failed;
  },

  /** Stops in the middle of the copy that gives a file its name, as a kill does. */
  async stopWhileNaming(name: string): Promise<void> {
    const never = new Promise<void>(() => {});
    await withoutMoves(async () => {
      const place = pickedPlace();
      const sink = await place.write(name);
      await sink.write(new Uint8Array(2 ** 20).fill(7));
      await new Promise<void>((resolve) => {
        const { prototype } = FileSystemFileHandle;
        const { createWritable } = prototype;
        prototype.createWritable = async function (this: FileSystemFileHandle) {
          const stream = await createWritable.call(this);
          prototype.createWritable = createWritable;
          resolve();
          const open = new WritableStream({ write: (bytes: BufferSource) => stream.write(bytes), close: () => never });
          return open as FileSystemWritableFileStream;
        };
        void sink.close();
      });
    });
  },

  /** What happens while the browser wants to be asked, before and after the person allowed it. */
  async permission() {
    const handle = (await picked()) as FileSystemDirectoryHandle & Asked;
    let state = 'prompt';
    let answer = 'denied';
    handle.queryPermission = async () => state;
    handle.requestPermission = async () => (state = answer);
    const place = folderPlace(handle);
    const before = await outcomes(place);
    const refused = await reconnectFolder(handle);
    const afterRefusal = await outcomes(place);
    answer = 'granted';
    const allowed = await reconnectFolder(handle);
    return { before, refused, afterRefusal, allowed, after: await outcomes(place) };
  },

  /** A folder that is deleted while the app holds its handle. */
  async gone() {
    const handle = await picked('for a while');
    const place = folderPlace(handle);
    const before = await outcomes(place);
    const sink = await place.write('b.json');
    await sink.abort();
    await (await navigator.storage.getDirectory()).removeEntry('for a while', { recursive: true });
    const message = await place.list().then(
      () => '',
      (error: Error) => error.message
    );
    const reconnected = await reconnectFolder(handle).then(
      () => 'done',
      (error: MigrationError) => error.code
    );
    return { before, after: await outcomes(place), message, reconnected };
  },

  async remembering() {
    const before = await recallFolder();
    const handle = await picked();
    await rememberFolder(handle);
    const recalled = await recallFolder();
    const same = recalled !== null && (await recalled.isSameEntry(handle));
    const owner = await folderOwner();
    await forgetFolder();
    return { before, same, after: await recallFolder(), sameOwner: owner !== '' && owner === (await folderOwner()) };
  },

  /** Sweeps two hours later, beside what another program left and what this app left. */
  async sweepBesideOthers() {
    const handle = await picked('shared');
    const part = `${crypto.randomUUID()}.part`;
    for (const name of [`budget.xlsx.${part}`, 'empty.txt', `WealthWise_Backup_1.json.gz.${part}`])
      await handle.getFileHandle(name, { create: true });
    const { now } = Date;
    Date.now = () => now() + 7_200_000;
    try {
      await folderPlace(handle).sweep((name) => name.startsWith('WealthWise_Backup_'));
    } finally {
      Date.now = now;
    }
    const left: string[] = [];
    for await (const name of handle.keys()) left.push(name.replace(part, 'part'));
    return left.sort();
  }
};
