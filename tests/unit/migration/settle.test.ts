import { describe, expect, it } from 'vitest';
import { createMigrations, type MigrationEnvironment } from '../../../src/lib/migration';
import { dump, makeFilledBench, type Bench } from './bench-environment';

/** Runs a migration that dies where `die` calls `dead`: from then on nothing that it awaits ever comes back. */
async function killedMigration(
  bench: Bench,
  die: (environment: MigrationEnvironment, dead: () => Promise<never>) => Partial<MigrationEnvironment>
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const dead = (): Promise<never> => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    const dying = createMigrations(bench.history, { ...bench.environment, ...die(bench.environment, dead) });
    dying
      .executeMigration(dying.getMigrationPlan('1.0.0', '1.3.0'))
      .then(() => reject(new Error('it was not killed')), reject);
  });
}

/** The next start of the app: what a kill freed is free, everything stored is there. */
function nextStart(bench: Bench, locks: MigrationEnvironment['locks']): ReturnType<typeof createMigrations> {
  return createMigrations(bench.history, { ...bench.environment, locks });
}

describe('after a kill', () => {
  it('before the commit: the data is as it was, the history says interrupted, and it can be run again', async () => {
    const bench = await makeFilledBench(30);
    const before = await dump(bench);
    const { memoryLocks } = await import('../../../src/lib/migration/testing');
    await killedMigration(bench, (environment, dead) => ({
      records: {
        ...environment.records,
        async set(key, value) {
          await environment.records.set(key, value);
          if (key.endsWith('_Journal')) await dead();
        }
      }
    }));
    const migrations = nextStart(bench, memoryLocks());
    const entry = await migrations.settle();
    expect(entry).toMatchObject({ outcome: 'interrupted', fromVersion: '1.0.0', toVersion: '1.3.0' });
    expect(await dump(bench)).toEqual(before);
    expect(await migrations.settle()).toBeNull();
    expect((await migrations.executeMigration(migrations.getMigrationPlan('1.0.0', '1.3.0'))).outcome).toBe(
      'completed'
    );
  });

  it('between commit and verification: the verification is made up for, and the version published', async () => {
    const bench = await makeFilledBench(30);
    const { memoryLocks } = await import('../../../src/lib/migration/testing');
    await killedMigration(bench, (environment, dead) => ({ backups: { ...environment.backups, digests: dead } }));
    const migrations = nextStart(bench, memoryLocks());
    expect((await dump(bench)).native).toBe(40);
    expect(await bench.environment.records.get('Toy_DataVersion')).toBe('1.0.0');
    expect(await migrations.settle()).toBeNull();
    expect(await bench.environment.records.get('Toy_DataVersion')).toBe('1.3.0');
    expect((await migrations.getMigrationHistory()).map((entry) => entry.outcome)).toEqual(['completed']);
  });

  it('while another window is at it, nothing is settled', async () => {
    const bench = await makeFilledBench(5);
    const settled = await bench.environment.locks.request('toy:migrate', {}, () => bench.migrations.settle());
    expect(settled).toBeNull();
  });
});
