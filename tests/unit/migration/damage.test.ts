/** Single databases that are damaged, beside others that open, as with SQLite under them; WealthWise's own history. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMigrations, keyvalRecords } from '../../../src/lib/migration';
import { withRemakeable } from '../../../src/lib/migration/damage';
import { createSample, dump, makeWealth, type Wealth } from '../../support/wealth';

/** Names of databases that neither open nor can be removed. */
let damaged: Set<string>;
/** None opens at all, as on a full disk. */
let full: boolean;
let inner: IDBFactory;
let removed: string[];
let wealth: Wealth;
let id: string;
let before: Awaited<ReturnType<typeof dump>>;

function refusal(): IDBOpenDBRequest {
  const request = {
    error: new DOMException('Internal error opening database.', 'UnknownError'),
    onerror: null as ((event: { preventDefault(): void }) => void) | null
  };
  setTimeout(() => request.onerror?.({ preventDefault: () => undefined }));
  return request as unknown as IDBOpenDBRequest;
}

/** The browser's databases as a page that starts now has them. */
function factory(): IDBFactory {
  return {
    open: (name: string, version?: number) =>
      full || damaged.has(name) ? refusal() : version === undefined ? inner.open(name) : inner.open(name, version),
    deleteDatabase: (name: string) => {
      if (full || damaged.has(name)) return refusal();
      removed.push(name);
      return inner.deleteDatabase(name);
    },
    databases: () => inner.databases(),
    cmp: (first: unknown, second: unknown) => inner.cmp(first, second)
  } as unknown as IDBFactory;
}

function page(): Wealth {
  const indexedDB = factory();
  const environment = { ...wealth.environment, indexedDB, IDBKeyRange };
  return { ...wealth, environment, migrations: createMigrations(wealth.history, environment) };
}

beforeEach(async () => {
  damaged = new Set();
  full = false;
  inner = new IDBFactory();
  removed = [];
  wealth = makeWealth();
  wealth = page();
  await createSample(wealth, 20, 40);
  before = await dump(wealth);
  id = (await wealth.migrations.createDataBackup('for the test')).id;
});

describe('a restore', () => {
  it('does not need the damaged database, nor a pointer that is damaged and cannot be removed', async () => {
    damaged = new Set(['WealthWise', 'WealthWise_Pointer']);
    await expect(page().migrations.inspect()).rejects.toThrow('Internal error');
    const report = await page().migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(report).toMatchObject({ outcome: 'restored', backup: null });
    // Another page, which remembers nothing, finds it too.
    expect(await page().migrations.inspect()).toMatchObject({ kind: 'supported', version: '1.0.0' });
    expect(await dump(page())).toEqual(before);
    await page().migrations.restoreFromBackup(id);
    expect(await page().migrations.getCurrentDataVersion()).toBe('1.3.0');
  });

  it('keeps what cannot be read to its end as it is, and goes on without a backup of it', async () => {
    const { environment } = page();
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = inner.open('WealthWise');
      request.onsuccess = () => resolve(request.result);
    });
    const store = Object.getPrototypeOf(opened.transaction('assets').objectStore('assets')) as IDBObjectStore;
    opened.close();
    const { getAll } = store;
    let refused = 0;
    store.getAll = function (this: IDBObjectStore, ...asked: Parameters<IDBObjectStore['getAll']>) {
      if (this.name !== 'assets' || this.transaction.db.name !== 'WealthWise') return getAll.apply(this, asked);
      refused++;
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    };
    try {
      const report = await createMigrations(wealth.history, environment).restoreFromBackup(id, undefined, {
        keepVersion: true
      });
      expect(report).toMatchObject({ outcome: 'restored', backup: null });
      expect(refused).toBeGreaterThan(0);
    } finally {
      store.getAll = getAll;
    }
    expect(await dump(page())).toEqual(before);
    const settled = page();
    await settled.migrations.settle();
    expect((await inner.databases()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['WealthWise', 'WealthWise_G2'])
    );
    expect(removed).not.toContain('WealthWise');
  });
});

describe('records beside the data', () => {
  const records = () => keyvalRecords('WealthWise_Records', factory());

  it('begin anew where they are damaged, also where that cannot be removed', async () => {
    await records().set('log', ['first']);
    damaged.add('WealthWise_Records');
    const after = records();
    expect(await after.get('log')).toBeUndefined();
    await after.set('log', ['second']);
    expect(await records().get('log')).toEqual(['second']);
  });

  it('are not given up where they can be read, and only writing fails', async () => {
    await records().set('log', ['first']);
    const full = () => Promise.reject(new DOMException('the browser closed the database', 'UnknownError'));
    await expect(withRemakeable(factory(), 'WealthWise_Records', full)).rejects.toThrow('closed');
    expect(removed).toEqual([]);
    expect(await records().get('log')).toEqual(['first']);
  });

  it('are not given up while nothing opens', async () => {
    await records().set('log', ['first']);
    full = true;
    await expect(records().get('log')).rejects.toThrow('Internal error');
    full = false;
    expect(removed).toEqual([]);
    expect(await records().get('log')).toEqual(['first']);
  });
});
