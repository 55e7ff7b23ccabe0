/** What the tests of backups do in a browser, on the page or in a dedicated worker. Everything given and returned is plain data. */
import { looseObject, string } from 'valibot';
import {
  ballastProbe,
  cachePlace,
  choosePlace,
  copyBackup,
  fileWitness,
  folderOwner,
  opfsPlace,
  readCopies,
  type BackupOptions,
  type FilePlace
} from '../../../src/lib/backup';
import { createBackups } from '../../../src/lib/backup/backups';
import { folderActs, PICKED, pickedPlace } from './folder-acts';
import { placeConformance } from '../../../src/lib/backup/testing';
import type { Row, SnapshotSource, StoreDefinition, Witness } from '../../../src/lib/migration';

export type Kind = 'opfs' | 'cache' | 'folder';

const FOLDER = 'kept/backups';
const places: Record<Kind, () => FilePlace> = {
  opfs: () => opfsPlace(FOLDER),
  cache: () => cachePlace('backups'),
  folder: pickedPlace
};
const placeOf = (kind: Kind): FilePlace => places[kind]();

const things: StoreDefinition = { keyPath: 'id', indexes: [], row: looseObject({ id: string(), noise: string() }) };

/** Records that hardly compress, made anew for every reading. */
function noisySource(records: number, bytesEach: number): SnapshotSource {
  const row = (at: number): Row => {
    let state = at + 1;
    let noise = '';
    while (noise.length < bytesEach) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      noise += state.toString(36);
    }
    return { id: String(at).padStart(9, '0'), noise };
  };
  return {
    dataVersion: '1.0.0',
    stores: [{ name: 'things', definition: things }],
    counts: async () => ({ things: records }),
    quickCounts: async () => ({ things: { count: records, exact: true } }),
    sequence: async () => 0,
    async read(_, onBatch) {
      for (let at = 0; at < records; at += 500) {
        await onBatch(Array.from({ length: Math.min(500, records - at) }, (_unused, offset) => row(at + offset)));
      }
    }
  };
}

function backupsIn(kind: Kind, more: Partial<BackupOptions> = {}) {
  return createBackups({
    place: placeOf(kind),
    schemaOf: () => ({ things }),
    now: () => new Date(),
    elapsed: () => performance.now(),
    randomId: () => crypto.randomUUID(),
    appVersion: '0.1.0',
    locks: navigator.locks,
    prefix: 'WealthWise',
    ...more
  });
}

export const acts = {
  ...folderActs,

  /** The checks that a place does not pass, with what is wrong. */
  async conform(kind: Kind): Promise<{ checks: number; failed: string[] }> {
    const failed: string[] = [];
    for (const { name, check } of placeConformance) {
      await check(placeOf(kind)).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
    }
    return { checks: placeConformance.length, failed };
  },

  async chosen(withoutOpfs: boolean): Promise<string> {
    if (withoutOpfs)
      Object.defineProperty(navigator.storage, 'getDirectory', { value: () => Promise.reject(new Error()) });
    return (await choosePlace('backups')).kind;
  },

  /** Makes a backup, reads it as any JSON tool would, and compares it with its source. */
  async roundTrip(kind: Kind, records: number) {
    const source = noisySource(records, 60);
    const backups = backupsIn(kind);
    const { info } = await backups.create(source, { reason: 'A test' });
    const file = await backups.open(info.id);
    const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    const document = JSON.parse(text) as { stores: { things: Row[] } };
    const rows: Row[] = [];
    await source.read('things', (batch) => void rows.push(...batch));
    const verified = await backups.verify(info.id);
    const listed = (await backups.list()).map(({ id }) => id);
    await backups.remove(info.id, { force: true });
    return {
      same: JSON.stringify(document.stores.things) === JSON.stringify(rows),
      info,
      verified,
      listed: listed.includes(info.id),
      left: await placeOf(kind).list()
    };
  },

  /** Copies a backup into a picked folder, and reads it from there. */
  async copyToFolder(records: number) {
    const backups = backupsIn('opfs');
    const { info } = await backups.create(noisySource(records, 60), { reason: 'A test' });
    const file = await backups.open(info.id);
    const folder = pickedPlace('copies');
    const before = await folder.list();
    const copy = await copyBackup(info, file, folder, {
      owner: await folderOwner(),
      schemaOf: () => ({ things }),
      elapsed: () => performance.now(),
      now: () => new Date()
    });
    const read = (await folder.read(copy.name)) as File;
    const same = (await new Response(read).text()) === (await new Response(file).text());
    const listed = await readCopies(folder, await folderOwner());
    await backups.remove(info.id, { force: true });
    for (const name of await folder.list()) await folder.remove(name);
    return { before, same, place: copy.place, listed: listed.map(({ id }) => id === info.id) };
  },

  /** The same backup with a helper in a worker, without workers, and with a helper whose script is gone. */
  async withAndWithoutHelper(records: number) {
    const Helper = globalThis.Worker;
    let started = 0;
    const having = async (worker: unknown) => {
      Object.defineProperty(globalThis, 'Worker', { value: worker, configurable: true, writable: true });
      const backups = backupsIn('opfs', { now: () => new Date(0), randomId: () => 'same' });
      const { info } = await backups.create(noisySource(records, 60), { reason: 'A test' });
      const hash = new Uint8Array(
        await crypto.subtle.digest('SHA-256', await (await backups.open(info.id)).arrayBuffer())
      );
      await backups.remove(info.id, { force: true });
      return { digest: info.digest, file: Array.from(hash).join(), started };
    };
    class Counted extends Helper {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        started++;
      }
    }
    class Gone extends Helper {
      constructor() {
        super('/gone.js', { type: 'module' });
      }
    }
    try {
      return { helped: await having(Counted), alone: await having(undefined), gone: await having(Gone) };
    } finally {
      globalThis.Worker = Helper;
    }
  },

  async tryBackup(kind: Kind, records: number, bytesEach: number) {
    try {
      await backupsIn(kind).create(noisySource(records, bytesEach), { reason: 'A test' });
      return null;
    } catch (error) {
      const { code, message, details } = error as { code: string; message: string; details: unknown[] };
      return { code, message, details };
    }
  },

  listBackups: (kind: Kind) => backupsIn(kind).list(),

  /** Writes and never closes; resolves once a part has been written. */
  async beginAndStop(kind: Kind, name: string): Promise<void> {
    const sink = await placeOf(kind).write(name);
    await sink.write(new Uint8Array(2 ** 20).fill(7));
  },

  async put(kind: Kind, name: string, text: string): Promise<void> {
    const sink = await placeOf(kind).write(name);
    await sink.write(new TextEncoder().encode(text));
    await sink.close();
  },

  async text(kind: Kind, name: string): Promise<string | null> {
    return (await (await placeOf(kind).read(name))?.text()) ?? null;
  },

  list: (kind: Kind) => placeOf(kind).list(),

  sweep: (kind: Kind, prefix: string) => placeOf(kind).sweep((name) => name.startsWith(prefix)),

  /** Everything that lies in the folder or the cache, leftovers included. */
  async everything(kind: Kind): Promise<string[]> {
    if (kind === 'cache') return (await (await caches.open('backups')).keys()).map(({ url }) => new URL(url).pathname);
    let folder = await navigator.storage.getDirectory();
    const path = kind === 'opfs' ? FOLDER.split('/') : [PICKED];
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  },

  probe: (kind: Kind, bytes: number) => ballastProbe(placeOf(kind)).probe(bytes),

  estimate: () => ballastProbe(placeOf('opfs')).estimate(),

  async witness(kind: Kind, witness: Witness | null): Promise<Witness | null> {
    const port = fileWitness(placeOf(kind));
    if (witness) await port.write(witness);
    return port.read();
  }
};

export type Acts = typeof acts;
