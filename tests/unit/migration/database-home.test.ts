/** Where no database of the origin opens any more, the restored data goes into a bucket; WealthWise's own history over it. */
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMigrations, databaseHome, type DatabaseHome } from '../../../src/lib/migration';
import { createSample, dump, makeWealth, type Wealth } from '../../support/wealth';

/** What the person's browser keeps, whatever page is open: the origin's databases, the buckets, the copy of the pointer. */
let origin: IDBFactory;
let buckets: Map<string, IDBFactory>;
let copy: unknown;
let broken: boolean;
let wealth: Wealth;
let id: string;
let before: Awaited<ReturnType<typeof dump>>;
let copyBefore: unknown;

/** What Chromium gives once its IndexedDB is damaged: every open fails, also that of a new name. */
function hurt(): IDBFactory {
  const open = (): IDBOpenDBRequest => {
    const request = {
      error: new DOMException('Internal error opening backing store', 'UnknownError'),
      onerror: null as ((event: { preventDefault(): void }) => void) | null
    };
    setTimeout(() => request.onerror?.({ preventDefault: () => undefined }));
    return request as unknown as IDBOpenDBRequest;
  };
  const refuse = () => Promise.reject(new DOMException('Internal error', 'UnknownError'));
  return { open, deleteDatabase: open, databases: refuse, cmp: () => 0 };
}

function home(): DatabaseHome {
  return databaseHome({
    origin: () => (broken ? hurt() : origin),
    buckets: {
      names: () => Promise.resolve([...buckets.keys()]),
      open: (name) =>
        Promise.resolve(buckets.get(name) ?? (buckets.set(name, new IDBFactory()).get(name) as IDBFactory)),
      remove: (name) => Promise.resolve(void buckets.delete(name))
    },
    pointerCopy: {
      read: () => Promise.resolve(copy),
      write: (value) => Promise.resolve(void (copy = structuredClone(value)))
    },
    prefix: 'wealthwise'
  });
}

/** A page that is opened now, on what the browser keeps. */
function page(changes: Partial<Wealth['environment']> = {}): Wealth {
  const own = home();
  const environment = {
    ...wealth.environment,
    indexedDB: own.indexedDB,
    home: own,
    pointerCopy: {
      read: () => Promise.resolve(copy),
      write: (value: unknown) => Promise.resolve(void (copy = structuredClone(value)))
    },
    ...changes
  };
  return { ...wealth, environment, migrations: createMigrations(wealth.history, environment) };
}

async function settled(opened: Wealth): Promise<Wealth> {
  await opened.environment.home?.settle();
  return opened;
}

beforeEach(async () => {
  origin = new IDBFactory();
  buckets = new Map();
  copy = null;
  broken = false;
  wealth = makeWealth();
  wealth = page();
  await createSample(wealth, 20, 40);
  before = await dump(wealth);
  id = (await wealth.migrations.createDataBackup('for the test')).id;
  copyBefore = copy;
  broken = true;
});

describe('no database of the origin opens', () => {
  it('says so, and a restore goes into a bucket that the pointer names from then on', async () => {
    await expect(page().migrations.inspect()).rejects.toThrow();
    const restoring = page();
    expect(await restoring.migrations.previewRestore(id)).toMatchObject({ present: null, backup: { id } });
    await restoring.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(copy).toMatchObject({ current: 'WealthWise_G2', next: null, bucket: 'wealthwise-1' });
    expect(restoring.environment.home?.moving).toBe(false);
    const later = await settled(page());
    expect(await later.migrations.inspect()).toMatchObject({ kind: 'supported', version: '1.0.0' });
    expect(await dump(later)).toEqual(before);
    // Also once the origin opens again: what lies there is the older state.
    broken = false;
    expect(await dump(await settled(page()))).toEqual(before);
  });

  it('a restore that fails leaves everything where it was, and no bucket', async () => {
    const full = page({
      space: { probe: () => Promise.resolve({ enough: false, available: 0 }), estimate: () => Promise.resolve(0) }
    });
    await expect(full.migrations.restoreFromBackup(id)).rejects.toMatchObject({ code: 'insufficientStorage' });
    expect(full.environment.home?.moving).toBe(false);
    expect([copy, buckets.size]).toEqual([copyBefore, 0]);
    broken = false;
    expect(await dump(await settled(page()))).toEqual(before);
  });

  it('a restore that was killed before the switch is named nowhere, and its bucket goes with the next one', async () => {
    const killed = home();
    expect(await killed.moveOut('Probe')).toBe(true);
    killed.indexedDB.open('half', 1);
    expect(copy).toEqual(copyBefore);
    await page().migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect([...buckets.keys()]).toEqual(['wealthwise-2']);
    expect(await dump(await settled(page()))).toEqual(before);
  });

  it('a later restore and an upgrade stay in the bucket', async () => {
    await page().migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    const next = await settled(page());
    await next.migrations.restoreFromBackup(id);
    expect(copy).toMatchObject({ current: 'WealthWise_G3', bucket: 'wealthwise-1' });
    expect(await (await settled(page())).migrations.getCurrentDataVersion()).toBe('1.3.0');
  });
});

describe('databases open', () => {
  it('a restore stays with the origin', async () => {
    broken = false;
    await page().migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(copy).not.toHaveProperty('bucket');
    expect(buckets.size).toBe(0);
  });

  it('one that another window moved is followed', async () => {
    const other = page();
    await page().migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    await expect(other.migrations.inspect()).rejects.toThrow();
    expect(await (await settled(other)).migrations.inspect()).toMatchObject({ kind: 'supported' });
  });
});
