import { describe, expect, it } from 'vitest';
import {
  historyUpTo,
  openDataset,
  StaleWriterError,
  guardIndexedDB,
  createMigrations,
  type MigrationError
} from '../../../src/lib/migration';
import { dump, fill, makeBench, makeFilledBench, open, request, type Bench } from './bench-environment';

/** Opens at a native version and changes the stores there. */
async function alter(
  bench: Bench,
  version: number,
  change: (database: IDBDatabase, transaction: IDBTransaction) => void
): Promise<void> {
  const opening = bench.environment.indexedDB.open('Toy', version);
  opening.onupgradeneeded = () => {
    if (opening.transaction) change(opening.result, opening.transaction);
  };
  (await request(opening)).close();
}

/** Writes into a store behind everybody's back. */
async function write(bench: Bench, store: string, row: unknown): Promise<void> {
  const database = await open(bench.environment.indexedDB, 'Toy');
  await request(database.transaction(store, 'readwrite').objectStore(store).put(row));
  database.close();
}

/** Whatever is wrong, a migration refuses, changes nothing and says so in the log. */
async function refuses(bench: Bench, words: string): Promise<MigrationError> {
  const before = await dump(bench);
  const error = (await bench.migrations
    .executeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'))
    .catch((cause: unknown) => cause)) as MigrationError;
  expect(error.message).toContain(words);
  expect(await dump(bench)).toEqual(before);
  expect(await bench.migrations.getMigrationLogs()).toContain(words);
  return error;
}

describe('a database that is not as expected', () => {
  it('absent: nothing is created by looking', async () => {
    const bench = makeBench();
    expect(await bench.migrations.inspect()).toEqual({ kind: 'absent' });
    expect(await bench.environment.indexedDB.databases()).toEqual([]);
  });

  it('newer than the app: left alone', async () => {
    const bench = await makeFilledBench(5, '1.3.0');
    const older = { ...bench, history: historyUpTo(bench.history, '1.1.0') };
    const migrations = createMigrations(older.history, bench.environment);
    expect(await migrations.inspect()).toEqual({ kind: 'newer', native: 40, version: '1.3.0' });
    const before = await dump(bench);
    await expect(migrations.executeMigration(migrations.getMigrationPlan('1.0.0', '1.1.0'))).rejects.toThrow(
      'the data is newer than this app (1.3.0). Nothing was changed'
    );
    await expect(openDataset(older.history, bench.environment, '1.1.0')).rejects.toThrow('the data is not at 1.1.0');
    expect(await dump(bench)).toEqual(before);
    expect(await migrations.getMigrationStatus()).toMatchObject({
      currentVersion: '1.3.0',
      migrationNeeded: false,
      isUpToDate: false,
      versionsBehind: 0
    });
  });

  it('foreign, under our name', async () => {
    const bench = makeBench();
    await alter(bench, 7, (database) => database.createObjectStore('songs'));
    expect((await bench.migrations.inspect()).kind).toBe('foreign');
    await refuses(bench, 'which this app never wrote');
  });

  it('foreign, at one of our numbers', async () => {
    const bench = makeBench();
    await alter(bench, 10, (database) => database.createObjectStore('songs'));
    expect(await bench.migrations.inspect()).toMatchObject({
      kind: 'foreign',
      problems: ['None of the expected stores is in it.']
    });
    await refuses(bench, 'None of the expected stores');
  });

  it('with a store missing', async () => {
    const bench = makeBench();
    await alter(bench, 10, (database) => {
      database.createObjectStore('_meta', { keyPath: 'key' });
      database.createObjectStore('quarantine', { keyPath: 'id' });
      database.createObjectStore('entries', { keyPath: ['boxId', 'month'] });
    });
    expect(await bench.migrations.inspect()).toEqual({
      kind: 'drift',
      version: '1.0.0',
      problems: ["Store 'boxes' is missing."]
    });
    expect((await refuses(bench, "Store 'boxes' is missing.")).code).toBe('corruptData');
  });

  it('with an index missing, and a store too many', async () => {
    const bench = makeBench();
    await alter(bench, 10, (database) => {
      database.createObjectStore('_meta', { keyPath: 'key' });
      database.createObjectStore('quarantine', { keyPath: 'id' });
      database.createObjectStore('entries', { keyPath: ['boxId', 'month'] });
      database.createObjectStore('boxes', { keyPath: 'id' });
      database.createObjectStore('mine', { keyPath: 'id' });
    });
    expect(await bench.migrations.inspect()).toMatchObject({
      kind: 'drift',
      problems: ["Store 'mine' is not one of version 1.0.0.", "Store 'boxes' lacks the index label."]
    });
    await refuses(bench, 'lacks the index label');
  });

  it('never completed: a version without its seal', async () => {
    const bench = await makeFilledBench(5, '1.1.0');
    const database = await open(bench.environment.indexedDB, 'Toy');
    await request(database.transaction('_meta', 'readwrite').objectStore('_meta').delete('sentinel'));
    database.close();
    expect(await bench.migrations.inspect()).toMatchObject({ kind: 'unfinished', version: '1.1.0' });
    await expect(openDataset(bench.history, bench.environment, '1.1.0')).rejects.toThrow('the data is not at 1.1.0');
  });

  it('without a seal at 1.0.0 is legal: such databases exist', async () => {
    const bench = await makeFilledBench(5);
    const database = await open(bench.environment.indexedDB, 'Toy');
    await request(database.transaction('_meta', 'readwrite').objectStore('_meta').clear());
    database.close();
    expect(await bench.migrations.inspect()).toMatchObject({
      kind: 'supported',
      version: '1.0.0',
      epoch: 0,
      sentinel: null
    });
    expect((await bench.migrations.executeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'))).outcome).toBe(
      'completed'
    );
  });

  it('at another version than the record says: the database is right, and it is logged', async () => {
    const bench = await makeFilledBench(5, '1.1.0');
    await bench.migrations.setDataVersion('1.3.0');
    expect(await bench.migrations.getCurrentDataVersion()).toBe('1.1.0');
    expect(await bench.migrations.migrationNeeded()).toBe(true);
    expect(await bench.migrations.getMigrationLogs()).toContain(
      'The version record says 1.3.0, the database is at 1.1.0; the database is right.'
    );
  });

  it('an unknown version is no version to go from or to', () => {
    const { migrations } = makeBench();
    expect(migrations.validateMigrationPath('2.0.0', 'x')).toEqual({
      isValid: false,
      issues: ['Invalid target version format: x', 'Version not supported: 2.0.0']
    });
    expect(migrations.validateMigrationPath('1.2.0', '1.2.0').issues).toEqual([
      'Cannot migrate backwards or to same version'
    ]);
    expect(() => migrations.getMigrationPlan('1.3.0', '1.0.0')).toThrow('No migration path from 1.3.0 to 1.0.0');
    expect(migrations.validateMigrationPath('1.0.0', '1.3.0')).toEqual({ isValid: true, issues: [] });
  });
});

describe('the guarded open', () => {
  it('refuses to open without a version, or at one that is none of ours', async () => {
    const bench = await makeFilledBench(5);
    const guarded = guardIndexedDB(bench.environment.indexedDB);
    expect(() => guarded.open('Toy')).toThrow(expect.objectContaining({ name: 'VersionError' }));
    expect(() => guarded.open('Toy', 11)).toThrow(expect.objectContaining({ name: 'VersionError' }));
  });

  it('never upgrades or creates without a permit', async () => {
    const bench = await makeFilledBench(5);
    const before = await dump(bench);
    const guarded = guardIndexedDB(bench.environment.indexedDB);
    await expect(request(guarded.open('Toy', 20))).rejects.toMatchObject({ name: 'AbortError' });
    expect(await dump(bench)).toEqual(before);
    const databases = await bench.environment.indexedDB.databases();
    await expect(request(guarded.open('Other', 10))).rejects.toMatchObject({ name: 'AbortError' });
    expect(await bench.environment.indexedDB.databases()).toEqual(databases);
  });

  it('an older build cannot open newer data, and leaves it as it is', async () => {
    const bench = await makeFilledBench(5, '1.3.0');
    const before = await dump(bench);
    await expect(openDataset(historyUpTo(bench.history, '1.0.0'), bench.environment, '1.0.0')).rejects.toThrow();
    expect(await dump(bench)).toEqual(before);
  });
});

describe('the fence', () => {
  it('counts every write transaction in the sequence', async () => {
    const bench = await makeFilledBench(5);
    const dataset = await openDataset(bench.history, bench.environment, '1.0.0');
    await dataset.table('boxes').update('box-000001', { label: 'changed' });
    await dataset.transaction('rw', ['boxes'], async () => {
      await dataset.table('boxes').update('box-000002', { label: 'changed' });
      await dataset.table('boxes').delete('box-000003');
    });
    dataset.close();
    expect((await dump(bench)).meta).toContainEqual({ key: 'sequence', value: 3 });
  });

  it('refuses every write of a window that knows another epoch, and writes nothing', async () => {
    const bench = await makeFilledBench(5);
    const dataset = await openDataset(bench.history, bench.environment, '1.0.0');
    await write(bench, '_meta', { key: 'epoch', value: 7 });
    const before = await dump(bench);
    const boxes = dataset.table('boxes');
    const ways: (() => PromiseLike<unknown>)[] = [
      () => boxes.put({ id: 'x', label: 'x', weight: 1, kind: 'a', amount: '1' }),
      () => boxes.bulkDelete(['box-000001']),
      () => boxes.clear(),
      () => boxes.toCollection().modify({ label: 'x' }),
      () => dataset.transaction('rw', ['boxes'], () => boxes.update('box-000001', { label: 'x' }))
    ];
    for (const way of ways) await expect(way()).rejects.toThrow(new StaleWriterError().message);
    dataset.close();
    expect(await dump(bench)).toEqual(before);
  });
});

describe('after a migration that could not be verified', () => {
  it('nothing is written until the person has decided', async () => {
    const bench = await makeFilledBench(5);
    const read = bench.environment.backups.digests;
    Object.assign(bench.environment.backups, {
      digests: async (...args: Parameters<typeof read>) => ({ ...(await read(...args)), entries: 'something else' })
    });
    const error = (await bench.migrations
      .executeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'))
      .catch((cause: unknown) => cause)) as MigrationError;
    expect(error.code).toBe('corruptData');
    expect(error.message).toContain("Store 'entries' is not what it was before");
    await expect(openDataset(bench.history, bench.environment, '1.3.0')).rejects.toThrow('could not be verified');
    expect(bench.backups).toHaveLength(1);
  });
});

describe('an empty place', () => {
  it('is filled once', async () => {
    const bench = makeBench();
    await fill(bench, 3);
    await expect(fill(bench, 3)).rejects.toThrow();
    expect((await dump(bench)).stores['boxes']).toHaveLength(3);
  });
});
