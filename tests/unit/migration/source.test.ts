import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseSource, findVersion, openAsItIs, type ResolvedVersion, type Row } from '../../../src/lib/migration';
import { done, readInBatches } from '../../../src/lib/migration/requests';
import { makeFilledBench } from './bench-environment';

describe('how much there is of a packed store', () => {
  let database: IDBDatabase;
  let version: ResolvedVersion;
  let source: ReturnType<typeof databaseSource>;

  beforeEach(async () => {
    const { history, environment } = await makeFilledBench(40);
    const found = findVersion(history, '1.0.0');
    const opened = await openAsItIs(environment.indexedDB, history.name, 1000);
    if (!found || !opened) throw new Error('There is no database to read.');
    database = opened;
    version = found;
    source = databaseSource(database, version, environment.IDBKeyRange);
  });
  afterEach(() => {
    database.close();
    vi.restoreAllMocks();
  });

  const rowsOf = async (store: string): Promise<Row[]> => {
    const rows: Row[] = [];
    await source.read(store, (batch) => void rows.push(...batch));
    return rows;
  };

  it('is told without reading by how many rows hold it, and what is not packed exactly', async () => {
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const quick = await source.quickCounts();
    expect(getAll).not.toHaveBeenCalled();
    const exact = await source.counts();
    const rows = await rowsOf('entries');
    expect(quick['entries']).toEqual({ count: rows.length, exact: false });
    expect(exact['entries']).toBe(rows.reduce((sum, row) => sum + (row['list'] as unknown[]).length, 0));
    expect(exact['entries']).toBeGreaterThan(rows.length);
    expect(quick['boxes']).toEqual({ count: exact['boxes'], exact: true });
  });

  it('is told exactly and without reading where the counts are known', async () => {
    const known = await source.counts();
    const told = databaseSource(database, version, IDBKeyRange, known);
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    expect((await told.quickCounts())['entries']).toEqual({ count: known['entries'], exact: true });
    expect(await told.counts()).toBe(known);
    expect(getAll).not.toHaveBeenCalled();
  });

  it('is counted anew each time', async () => {
    const before = await source.counts();
    const [first] = await rowsOf('entries');
    const entry = { id: 'late', boxId: 'late', month: '2030-01', amount: '1' };
    const row = { ...first, boxId: 'late', month: '2030-01', list: [entry] };
    await done(database.transaction('entries', 'readwrite').objectStore('entries').put(row));
    const after = await source.counts();
    expect(after['entries']).toBe((before['entries'] ?? 0) + 1);
  });
});

it('leaves nothing in the results of its requests, which the browser keeps', async () => {
  const { history, environment } = await makeFilledBench(40);
  const found = findVersion(history, '1.0.0');
  const database = await openAsItIs(environment.indexedDB, history.name, 1000);
  if (!found || !database) throw new Error('There is no database to read.');
  const requests: IDBRequest<unknown[]>[] = [];
  const getAll = IDBObjectStore.prototype.getAll;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...given) {
    const request = getAll.apply(this, given);
    requests.push(request);
    return request;
  });
  let read = 0;
  await databaseSource(database, found, IDBKeyRange).read('boxes', (rows) => void (read += rows.length));
  const inTransaction = database.transaction('boxes', 'readonly').objectStore('boxes');
  await readInBatches(inTransaction, { IDBKeyRange }, (rows) => void (read += rows.length));
  vi.restoreAllMocks();
  database.close();
  expect(read).toBe(80);
  expect(requests.length).toBeGreaterThanOrEqual(2);
  expect(requests.map(({ result }) => result.length)).toEqual(requests.map(() => 0));
});
