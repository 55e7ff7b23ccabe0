/**
 * Where the databases lie. A disk that ran full can leave an origin none of whose databases opens any more, not even one
 * with a new name; a Storage Bucket has an IndexedDB of its own that does. A restore moves there, and the copy of the
 * pointer, which lies outside IndexedDB, names the bucket from the instant at which the restored data is whole.
 */
import { opensAny } from './damage';
import type { BucketPort, CopyPort, HomePort } from './ports';

export interface HomeParts {
  /** The origin's own IndexedDB; asked for when it is first needed. */
  readonly origin: () => IDBFactory;
  readonly buckets: BucketPort;
  readonly pointerCopy: CopyPort;
  /** Names of our buckets begin with it: small letters. */
  readonly prefix: string;
}

interface Place {
  /** Null for the origin's own. */
  readonly bucket: string | null;
  readonly indexedDB: IDBFactory | null;
}

const ORIGIN: Place = { bucket: null, indexedDB: null };

export interface DatabaseHome extends HomePort {
  /** That of the place where the databases lie at the time it is asked; may be handed on at once. */
  readonly indexedDB: IDBFactory;
}

export function databaseHome({ origin, buckets, pointerCopy, prefix }: HomeParts): DatabaseHome {
  let place: Place = ORIGIN;
  /** The place that a restore which is not finished has left. */
  let left: Place | null = null;
  const present = (): IDBFactory => place.indexedDB ?? origin();
  const own = (name: string): boolean => name.startsWith(`${prefix}-`);

  const home: DatabaseHome = {
    indexedDB: {
      open: (name, version) => (version === undefined ? present().open(name) : present().open(name, version)),
      deleteDatabase: (name) => present().deleteDatabase(name),
      databases: () => present().databases(),
      cmp: (first, second) => present().cmp(first, second)
    },
    get moving() {
      return left !== null;
    },
    async settle() {
      if (left !== null) return;
      const bucket = bucketIn(await pointerCopy.read());
      if (bucket === place.bucket) return;
      place = bucket === null ? ORIGIN : { bucket, indexedDB: await buckets.open(bucket) };
    },
    async moveOut(probe) {
      await home.settle();
      if (await opensAny(home.indexedDB, probe)) return false;
      // What an attempt that was cut off has left holds nothing that the pointer ever named.
      const known = (await buckets.names()).filter(own);
      for (const name of known) if (name !== place.bucket) await buckets.remove(name);
      const ordinal = Math.max(0, ...known.map((name) => Number(name.slice(prefix.length + 1)) || 0)) + 1;
      const bucket = `${prefix}-${ordinal}`;
      const indexedDB = await buckets.open(bucket);
      left = place;
      place = { bucket, indexedDB };
      return true;
    },
    async keep(pointer) {
      await pointerCopy.write({ ...pointer, bucket: place.bucket });
      left = null;
    },
    async stay() {
      if (left === null) return;
      const { bucket } = place;
      place = left;
      left = null;
      if (bucket !== null) await buckets.remove(bucket).catch(() => undefined);
    },
    inCopy: (pointer) => (place.bucket === null ? pointer : { ...pointer, bucket: place.bucket })
  };
  return home;
}

function bucketIn(copy: unknown): string | null {
  const { bucket } = (copy ?? {}) as { bucket?: unknown };
  return typeof bucket === 'string' ? bucket : null;
}
