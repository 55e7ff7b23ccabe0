/**
 * The only way a database that holds a portfolio is opened. Left to itself Dexie answers a `VersionError` by opening
 * without a version, which lets an old build write into a newer database, and an open at a higher version upgrades at
 * once, without lock or backup. Here an open without a version, or at one that no registry line maps to, fails, and an
 * `upgradeneeded` without a permit is aborted before anything happens.
 */
export interface Permit {
  /** Native version the database has now: 0 to create it. */
  readonly from: number;
  readonly to: number;
  /** Aborted when nobody waits for it any more: should the way be free later, nothing is done. */
  readonly wanted?: AbortSignal;
  /** The way is free, and the upgrade begins. */
  readonly onBegun?: () => void;
}

/** A database that something else does not let go of. */
export function heldElsewhere(name: string, timeout: number): DOMException {
  return new DOMException(
    `'${name}' did not open within ${Math.round(timeout / 1000)} s: another window holds it.`,
    'TimeoutError'
  );
}

export const isHeldElsewhere = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError';

/** An `IDBFactory` for Dexie's `indexedDB` option. */
export function guardIndexedDB(indexedDB: IDBFactory, permit: Permit | null = null): IDBFactory {
  return {
    open(name: string, version?: number): IDBOpenDBRequest {
      if (version === undefined || version % 10 !== 0) {
        throw new DOMException(`'${name}' is opened at its own data version only.`, 'VersionError');
      }
      const request = indexedDB.open(name, version);
      // Registered before Dexie's own handler; stopping the event keeps Dexie from ever seeing the upgrade.
      request.addEventListener('upgradeneeded', (event) => {
        const isMeant = permit !== null && event.oldVersion === permit.from && event.newVersion === permit.to;
        if (isMeant && !permit.wanted?.aborted) return permit.onBegun?.();
        event.stopImmediatePropagation();
        request.transaction?.abort();
      });
      return request;
    },
    databases: () => indexedDB.databases(),
    cmp: (first, second) => indexedDB.cmp(first, second),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name)
  };
}

/** The database as it is, at whatever version; null where there is none. Never creates or upgrades anything. */
export function openAsItIs(indexedDB: IDBFactory, name: string, timeout: number): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let absent = false;
    // A third opener gets no `blocked` event, so only the clock tells that another window is in the way.
    const clock = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      reject(heldElsewhere(name, timeout));
    }, timeout);
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      clearTimeout(clock);
      resolve(request.result);
    };
    request.onerror = (event) => {
      clearTimeout(clock);
      event.preventDefault();
      if (absent) resolve(null);
      else reject(request.error ?? new DOMException('The database could not be opened.', 'UnknownError'));
    };
  });
}
