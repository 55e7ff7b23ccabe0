/** The databases of the origin, seen and harmed from a page that knows raw IndexedDB alone. */
import type {} from '../browser/support/raw';
import type { PersonWindow } from './person';

export interface Stand {
  readonly native: number;
  readonly digests: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** Native version, digests and counts of every store but `_meta`. The window must show the raw page. */
export function standOf(looking: PersonWindow): Promise<Stand> {
  return looking.run(async () => {
    while (window.raw === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    const pointers = await window.raw.openExisting('WealthWise_Pointer');
    let name = 'WealthWise';
    if (pointers !== null) {
      const kept = pointers.transaction('pointer').objectStore('pointer').get('pointer');
      name = ((await window.raw.settled(kept)) as { current: string } | undefined)?.current ?? name;
      pointers.close();
    }
    const found = await window.raw.readDatabase(name, { withRows: false });
    const stores = Object.entries(found?.stores ?? {}).filter(([store]) => store !== '_meta');
    return {
      native: found?.native ?? 0,
      digests: Object.fromEntries(stores.map(([store, { digest }]) => [store, digest])),
      counts: Object.fromEntries(stores.map(([store, { count }]) => [store, count]))
    };
  });
}

/** Id of the first asset, in key order. */
export function firstAsset(looking: PersonWindow): Promise<string> {
  return looking.run(async () => {
    while (window.raw === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    const found = await window.raw.readDatabase('WealthWise');
    return (JSON.parse(found?.stores['assets']?.rows[0] ?? '{}') as { id: string }).id;
  });
}

/** Takes away every IndexedDB database of the origin, as an eviction or a broken disk does. */
export function loseDatabases(looking: PersonWindow): Promise<readonly string[]> {
  return looking.run(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    for (const name of names) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error(name));
      });
    }
    return names;
  });
}
