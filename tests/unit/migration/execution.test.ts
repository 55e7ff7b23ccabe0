import { describe, expect, it } from 'vitest';
import { dump, makeFilledBench } from './bench-environment';

describe('a migration over several hops', () => {
  it('reads once, writes once, and ends sealed at the target', async () => {
    const bench = await makeFilledBench(50);
    const before = await dump(bench);
    expect(before.native).toBe(10);
    const seen: [number, string][] = [];
    const report = await bench.migrations.executeMigration(
      bench.migrations.getMigrationPlan('1.0.0', '1.3.0'),
      (fraction, message) => seen.push([fraction, message])
    );
    const after = await dump(bench);
    expect(after.native).toBe(40);
    expect(report.outcome).toBe('completed');
    expect(after.stores['boxes']).toHaveLength(50);
    expect(after.stores['boxes']?.[3]).toEqual({
      id: 'box-000003',
      weight: '0.75',
      kind: 'a',
      value: '3.50',
      unknown: { kept: 3 },
      colour: 'grey'
    });
    expect(after.stores['entries']).toEqual(before.stores['entries']);
    expect(after.stores['shares']).toHaveLength(50);
    expect(after.stores['shares']?.every((row) => row['of'] === 50)).toBe(true);
    expect(after.stores['quarantine']).toHaveLength(8);
    expect(report.countsAfter['tags']).toBe(after.stores['tags']?.length);
    expect(seen[0]?.[0]).toBe(0);
    expect(seen.at(-1)?.[0]).toBe(1);
    expect(seen.every(([fraction], at) => at === 0 || fraction >= (seen[at - 1]?.[0] ?? 0))).toBe(true);
  });

  it('ends the same whether in one transaction or in one per hop', async () => {
    const direct = await makeFilledBench(40);
    const incremental = await makeFilledBench(40);
    await direct.migrations.executeMigration(direct.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    await incremental.migrations.executeMigration(
      incremental.migrations.getMigrationPlan('1.0.0', '1.3.0'),
      undefined,
      { path: 'incremental' }
    );
    expect(JSON.stringify((await incrementalDump(incremental)).stores)).toBe(
      JSON.stringify((await incrementalDump(direct)).stores)
    );
  });
});

describe('a connection that is not closed', () => {
  it('is told after a while, with nothing changed, also not once it is closed after all', async () => {
    const bench = await makeFilledBench(20, '1.0.0', { lockTimeout: 200 });
    const before = await dump(bench);
    const plan = bench.migrations.getMigrationPlan('1.0.0', '1.3.0');
    const held = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = bench.environment.indexedDB.open(bench.history.database);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('It did not open.'));
    });
    const failure: unknown = await bench.migrations.executeMigration(plan).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'migrationFailed',
      message: expect.stringContaining('did not open within 0 s: another window holds it') as string
    });
    expect(String(failure)).toContain('Nothing was changed. Close the other windows of this app and try again');
    held.close();
    expect(await dump(bench)).toEqual(before);
    expect((await bench.migrations.executeMigration(plan)).outcome).toBe('completed');
    expect((await dump(bench)).native).toBe(40);
  });
});

const incrementalDump = dump;
