import { describe, expect, it } from 'vitest';
import { MigrationError } from '../../../src/lib/migration';
import { dump, makeBench, makeFilledBench, open, request } from './bench-environment';

describe('the dry run', () => {
  it('counts what would be touched and made, shows before and after, and writes nothing', async () => {
    const bench = await makeFilledBench(100);
    const before = await dump(bench);
    const databases = (await bench.environment.indexedDB.databases()).map(({ name }) => name);
    const plan = bench.migrations.getMigrationPlan('1.0.0', '1.3.0');
    const analysis = await bench.migrations.analyzeMigration(plan);
    expect(await dump(bench)).toEqual(before);
    expect((await bench.environment.indexedDB.databases()).map(({ name }) => name)).toEqual(databases);
    expect(analysis.rowsByStore['boxes']).toEqual({ total: 100, touched: 100, created: 0, invalid: 0 });
    expect(analysis.rowsByStore['shares']).toEqual({ total: 0, touched: 0, created: 100, invalid: 0 });
    expect(analysis.rowsByStore['entries']).toEqual({ total: 68, touched: 0, created: 0, invalid: 0 });
    expect(analysis.samples[0]?.before).toEqual(before.stores['boxes']?.[0]);
    expect(analysis.estimatedSeconds).toBeGreaterThan(0);
    expect(analysis.backupBytes).toBeGreaterThan(0);
    expect(analysis.spaceNeeded).toBeGreaterThanOrEqual(100_000_000);
    const report = await bench.migrations.executeMigration(plan);
    const after = await dump(bench);
    expect(analysis.samples[0]?.after).toEqual(after.stores['boxes']?.[0]);
    for (const [store, counts] of Object.entries(analysis.rowsByStore)) {
      if (!store.startsWith('_')) expect(report.countsAfter[store], store).toBe(counts.total + counts.created);
    }
  });

  it('lists records that fail their schema by store, key, field and reason', async () => {
    const bench = await makeFilledBench(10);
    const database = await open(bench.environment.indexedDB, 'Toy');
    await request(
      database
        .transaction('boxes', 'readwrite')
        .objectStore('boxes')
        .put({ id: 'bad', label: 'x', weight: 'heavy', kind: 'z', amount: '1' })
    );
    database.close();
    const analysis = await bench.migrations.analyzeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    expect(analysis.invalidRows.map(({ store, key, field }) => ({ store, key, field }))).toEqual([
      { store: 'boxes', key: 'bad', field: 'weight' },
      { store: 'boxes', key: 'bad', field: 'kind' }
    ]);
    expect(analysis.rowsByStore['boxes']).toMatchObject({ total: 11, touched: 10, invalid: 1 });
  });

  it('without a database there is nothing to do', async () => {
    const bench = makeBench();
    const analysis = await bench.migrations.analyzeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    expect(analysis.rowsByStore).toEqual({});
    expect(await bench.environment.indexedDB.databases()).toEqual([]);
  });

  it('refuses a plan for data that is elsewhere', async () => {
    const bench = await makeFilledBench(3, '1.1.0');
    await expect(
      bench.migrations.analyzeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.3.0'))
    ).rejects.toThrow(MigrationError);
  });
});
