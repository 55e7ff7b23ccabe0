import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseSource, findVersion, openAsItIs, type Row } from '../../../src/lib/migration';
import { done } from '../../../src/lib/migration/requests';
import { makeFilledBench } from './bench-environment';

describe('a packed store that was counted', () => {
  let database: IDBDatabase;
  let source: ReturnType<typeof databaseSource>;

  beforeEach(async () => {
    const { history, environment } = await makeFilledBench(40);
    const version = findVersion(history, '1.0.0');
    const opened = await openAsItIs(environment.indexedDB, history.name, 1000);
    if (!version || !opened) throw new Error('There is no database to read.');
    database = opened;
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

  it('is not read from disk a second time, and gives the same rows', async () => {
    const direct = await rowsOf('entries');
    expect(direct.length).toBeGreaterThan(0);
    await source.counts();
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    expect(await rowsOf('entries')).toEqual(direct);
    expect(getAll).not.toHaveBeenCalled();
    await rowsOf('entries');
    expect(getAll, 'kept for one reading only').toHaveBeenCalled();
  });

  it('is read anew when it is counted anew', async () => {
    const before = await source.counts();
    const [first] = await rowsOf('entries');
    await source.counts();
    const entry = { id: 'late', boxId: 'late', month: '2030-01', amount: '1' };
    const row = { ...first, boxId: 'late', month: '2030-01', list: [entry] };
    await done(database.transaction('entries', 'readwrite').objectStore('entries').put(row));
    const after = await source.counts();
    expect(after['entries']).toBe((before['entries'] ?? 0) + 1);
    expect((await rowsOf('entries')).map(({ boxId }) => boxId)).toContain('late');
  });
});
