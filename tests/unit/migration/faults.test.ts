import { describe, expect, it, vi } from 'vitest';
import { MigrationError, type MigrationPlan, type MigrationStep, type StepContext } from '../../../src/lib/migration';
import { dump, fill, makeBench, makeFilledBench, open, request, type Bench } from './bench-environment';

const plan = (bench: Bench, from = '1.0.0', to = '1.3.0'): MigrationPlan => bench.migrations.getMigrationPlan(from, to);

/** The plan with one step replaced, or one more step at its end. */
function withStep(base: MigrationPlan, step: Partial<MigrationStep> & { name: string }): MigrationPlan {
  const full: MigrationStep = { description: 'A step of a test', execute: () => Promise.resolve(), ...step };
  const known = base.customMigrationSteps.some((candidate) => candidate.name === step.name);
  const steps = known
    ? base.customMigrationSteps.map((candidate) => (candidate.name === step.name ? full : candidate))
    : [...base.customMigrationSteps, full];
  return { ...base, customMigrationSteps: steps };
}

async function failure(run: Promise<unknown>): Promise<MigrationError> {
  const error: unknown = await run.then(
    () => new Error('it did not fail'),
    (cause: unknown) => cause
  );
  expect(error).toBeInstanceOf(MigrationError);
  return error as MigrationError;
}

/** Runs the plan, which must fail, and proves that the database is as it was. */
async function failsWithoutATrace(bench: Bench, failing: MigrationPlan, options = {}): Promise<MigrationError> {
  const before = await dump(bench);
  const error = await failure(bench.migrations.executeMigration(failing, undefined, options));
  expect(await dump(bench)).toEqual(before);
  return error;
}

describe('a step that fails', () => {
  const names = ['MakeShares', 'WeighShares', 'SplitLabels'];
  it.each(names)('%s: leaves everything as it was, names step and cause, and can be tried again', async (name) => {
    const bench = await makeFilledBench(30);
    const failing = withStep(plan(bench), { name, execute: () => Promise.reject(new Error('the cause')) });
    const error = await failsWithoutATrace(bench, failing);
    expect(error.message).toBe(`Migration failed: Step '${name}' failed: the cause`);
    expect(error.step).toBe(name);
    const [entry] = await bench.migrations.getMigrationHistory();
    expect(entry).toMatchObject({ outcome: 'failed', error: { code: 'migrationFailed' } });
    expect(entry?.steps.find((step) => step.step === name)?.state).toBe('failed');
    expect(entry?.steps.at(-1)).toMatchObject({ step: 'FinalValidation', state: 'notRun' });
    expect((await bench.migrations.executeMigration(plan(bench))).outcome).toBe('completed');
  });

  it('in a shared pass: names the step and the record', async () => {
    const bench = await makeFilledBench(10);
    const database = await open(bench.environment.indexedDB, 'Toy');
    await request(
      database
        .transaction('boxes', 'readwrite')
        .objectStore('boxes')
        .put({ id: 'box-x', label: 'x', weight: 1, kind: 'a', amount: '1', boom: true })
    );
    database.close();
    const history = makeBench({ versions: bench.history.versions.map((version) => version.definition) });
    expect(history.history.versions).toHaveLength(4);
    const error = await failsWithoutATrace(
      bench,
      withStep(plan(bench), {
        name: 'Explode',
        execute: (context) =>
          context
            .map('boxes', (row: { boom?: boolean }) => {
              if (row.boom) throw new Error('boom');
              return undefined;
            })
            .then(() => undefined)
      })
    );
    expect(error.message).toContain('boom (boxes "box-x")');
    expect(error.details).toEqual([{ store: 'boxes', key: 'box-x' }]);
  });

  it('whose validation fails', async () => {
    const bench = await makeFilledBench(10);
    const error = await failsWithoutATrace(
      bench,
      withStep(plan(bench), { name: 'Extra', validate: () => Promise.reject(new Error('not as it should be')) })
    );
    expect(error.message).toContain("Step 'Extra' failed: not as it should be");
  });

  it('that writes a record which the version does not allow', async () => {
    const bench = await makeFilledBench(10);
    const error = await failsWithoutATrace(
      bench,
      withStep(plan(bench), { name: 'Extra', execute: (context) => context.put('marks', [{ id: 5 }]) })
    );
    expect(error.message).toContain("Step 'FinalValidation' failed: marks 5, field id");
  });

  it('that names a store which the version does not have', async () => {
    const bench = await makeFilledBench(10);
    const error = await failsWithoutATrace(
      bench,
      withStep(plan(bench), { name: 'MakeShares', execute: (context) => context.put('tags', []) })
    );
    expect(error.message).toContain("it names store 'tags', which version 1.2.0 does not have");
  });

  it('incrementally: ends at the last completed version, published', async () => {
    const bench = await makeFilledBench(20);
    const failing = withStep(plan(bench), {
      name: 'SplitLabels',
      execute: () => Promise.reject(new Error('the cause'))
    });
    await failure(bench.migrations.executeMigration(failing, undefined, { path: 'incremental' }));
    expect((await dump(bench)).native).toBe(30);
    expect(await bench.migrations.getCurrentDataVersion()).toBe('1.2.0');
    expect((await bench.migrations.executeMigration(plan(bench, '1.2.0', '1.3.0'))).outcome).toBe('completed');
  });

  it('rolls back what steps left outside, in reverse order, the failed one included', async () => {
    const bench = await makeFilledBench(10);
    const order: string[] = [];
    const effect = { kind: 'file' as const, name: 'left-over' };
    const rollback =
      (name: string) =>
      async (effects: { planned: readonly (typeof effect)[]; remove(effect: unknown): Promise<void> }) => {
        order.push(name);
        for (const planned of effects.planned) await effects.remove(planned);
      };
    let failing = withStep(plan(bench), { name: 'First', rollback: rollback('First'), effects: [effect] });
    failing = withStep(failing, {
      name: 'Second',
      execute: () => Promise.reject(new Error('no')),
      rollback: rollback('Second')
    });
    failing = withStep(failing, { name: 'Third', rollback: rollback('Third') });
    await failsWithoutATrace(bench, failing);
    expect(order).toEqual(['Second', 'First']);
    expect(bench.removed).toEqual([effect]);
  });
});

describe('a step that awaits something else', () => {
  const foreign: [string, () => Promise<unknown>][] = [
    ['a timer', () => new Promise((resolve) => setTimeout(resolve, 5))],
    ['a digest', () => crypto.subtle.digest('SHA-256', new Uint8Array(40_000_000))],
    ['a promise that never settles', () => new Promise(() => undefined)]
  ];
  it.each(foreign)('%s: is aborted, and nothing is committed', async (_name, wait) => {
    const bench = await makeFilledBench(20);
    const step = async (context: StepContext): Promise<void> => {
      await context.put('marks', [{ id: 'half' }]);
      await wait();
      await context.put('marks', [{ id: 'whole' }]);
    };
    const error = await failsWithoutATrace(bench, withStep(plan(bench), { name: 'Extra', execute: step }));
    expect(error.message).toContain('it awaited something other than this transaction');
  });

  it('another database: is aborted, and nothing is committed', async () => {
    const bench = await makeFilledBench(20);
    const step = async (): Promise<void> => {
      for (let n = 0; n < 50; n++) (await open(bench.environment.indexedDB, 'Another')).close();
    };
    const error = await failsWithoutATrace(bench, withStep(plan(bench), { name: 'Extra', execute: step }));
    expect(error.message).toContain('it awaited something other than this transaction');
  });

  it('microtasks alone are fine', async () => {
    const bench = await makeFilledBench(5);
    const step = async (context: StepContext): Promise<void> => {
      for (let n = 0; n < 100; n++) await Promise.resolve();
      await context.put('marks', [{ id: 'one' }]);
    };
    await bench.migrations.executeMigration(withStep(plan(bench), { name: 'Extra', execute: step }));
    expect((await dump(bench)).stores['marks']).toEqual([{ id: 'one' }]);
  });

  it('does not wait for its own writes: is aborted', async () => {
    const bench = await makeFilledBench(5);
    const error = await failsWithoutATrace(
      bench,
      withStep(plan(bench), { name: 'Extra', execute: async (context) => void context.put('marks', [{ id: 'one' }]) })
    );
    expect(error.message).toContain('it finished before its own reads and writes did');
  });

  it('returns a promise from a transform: is aborted', async () => {
    const bench = await makeFilledBench(5);
    const later = async (row: Record<string, unknown>): Promise<Record<string, unknown>> => row;
    const execute = async (context: StepContext): Promise<void> => {
      // @ts-expect-error a transform that returns a promise does not type-check
      await context.map('boxes', later);
    };
    const error = await failsWithoutATrace(bench, withStep(plan(bench), { name: 'Extra', execute }));
    expect(error.message).toContain('must be synchronous');
  });
});

describe('cancelling', () => {
  it.each([0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.85])('at %f ends where it began', async (at) => {
    const bench = await makeFilledBench(3000);
    const before = await dump(bench);
    const controller = new AbortController();
    const error = await failure(
      bench.migrations.executeMigration(
        plan(bench),
        (fraction) => {
          if (fraction >= at) controller.abort();
        },
        { signal: controller.signal }
      )
    );
    expect(error.code).toBe('migrationCancelled');
    expect(error.message).toBe('Migration was cancelled by user');
    expect(await dump(bench)).toEqual(before);
    expect((await bench.migrations.getMigrationHistory()).at(-1)?.outcome).toBe('cancelled');
    expect((await bench.migrations.executeMigration(plan(bench))).outcome).toBe('completed');
  });

  it('before it starts does nothing', async () => {
    const bench = await makeFilledBench(5);
    expect((await failsWithoutATrace(bench, plan(bench), { signal: AbortSignal.abort() })).code).toBe(
      'migrationCancelled'
    );
  });
});

describe('corrupt rows', () => {
  async function spoiled(): Promise<Bench> {
    const bench = await makeFilledBench(12);
    const database = await open(bench.environment.indexedDB, 'Toy');
    const transaction = database.transaction(['boxes', 'entries'], 'readwrite');
    transaction.objectStore('boxes').put({ id: 'box-000002', label: 'bad', weight: 'heavy', kind: 'a', amount: '1' });
    const month = (await request(transaction.objectStore('entries').get(['box-000001', '2026-01']))) as {
      list: Record<string, unknown>[];
    };
    month.list.push({ id: 'bad-entry', boxId: 'box-000001', month: '2026-01', amount: 'twelve' });
    await request(transaction.objectStore('entries').put(month));
    database.close();
    return bench;
  }

  it('stop the migration with a list', async () => {
    const bench = await spoiled();
    const error = await failsWithoutATrace(bench, plan(bench));
    expect(error.code).toBe('corruptData');
    expect(error.message).toContain('Data corruption detected: 2 records do not satisfy version 1.0.0');
    expect(error.details).toMatchObject([
      { store: 'boxes', key: 'box-000002', field: 'weight' },
      { store: 'entries', key: 'bad-entry', field: 'amount' }
    ]);
    expect(bench.backups).toHaveLength(0);
  });

  it('move to quarantine, whole, when the person says so, and come back when they satisfy their schema', async () => {
    const bench = await spoiled();
    const report = await bench.migrations.executeMigration(plan(bench), undefined, { invalidRows: 'quarantine' });
    const after = await dump(bench);
    expect(after.stores['boxes']).toHaveLength(11);
    const kept = await bench.migrations.listQuarantine();
    expect(kept.filter((row) => row.field !== 'label')).toMatchObject(
      [{ row: { weight: 'heavy' } }, { row: { amount: 'twelve' } }].sort(() => 0)
    );
    expect(report.quarantined).toBeGreaterThanOrEqual(2);
    expect(after.stores['entries']?.find((row) => row['boxId'] === 'box-000001')?.['note']).toBe('unknown field');
    expect(await bench.migrations.restoreFromQuarantine(['bad-entry'])).toBe(0);
    const database = await open(bench.environment.indexedDB, 'Toy');
    const store = database.transaction('quarantine', 'readwrite').objectStore('quarantine');
    const row = ((await request(store.getAll())) as { id: string; key: string; row: Record<string, unknown> }[]).find(
      (candidate) => candidate.key === 'bad-entry'
    );
    await request(store.put({ ...row, row: { ...row?.row, amount: '12' } }));
    database.close();
    expect(await bench.migrations.restoreFromQuarantine(['bad-entry'])).toBe(1);
    const entries = (await dump(bench)).stores['entries']?.find((candidate) => candidate['boxId'] === 'box-000001')?.[
      'list'
    ] as { id: string }[];
    expect(entries.map((entry) => entry.id)).toContain('bad-entry');
  });
});

describe('what must be there before the first write', () => {
  it('a backup: without one nothing starts', async () => {
    const bench = await makeFilledBench(5);
    bench.failBackup = new Error('no room for it');
    const error = await failsWithoutATrace(bench, plan(bench));
    expect(error.message).toBe('Backup failed: no room for it');
  });

  it('the backup holds what was there', async () => {
    const bench = await makeFilledBench(5);
    const before = await dump(bench);
    await bench.migrations.executeMigration(plan(bench));
    expect(bench.backups[0]?.rows['boxes']).toEqual(before.stores['boxes']);
  });

  it('space: insufficientStorage names needed and available', async () => {
    const bench = await makeFilledBench(5);
    bench.space = { enough: false, available: 12_000_000 };
    const error = await failsWithoutATrace(bench, plan(bench));
    expect(error.message).toBe('Insufficient storage space for migration');
    expect(error.details?.[0]).toMatchObject({ needed: 100_000_000, available: 12_000_000 });
  });
});

describe('records that can no longer be written', () => {
  it('do not hide the cause of a failure, and the data is as it was', async () => {
    const bench = await makeFilledBench(10);
    const before = await dump(bench);
    const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const failing = withStep(plan(bench), {
      name: 'Extra',
      execute: () => {
        Object.assign(bench.environment.records, { update: full, remove: full, set: full });
        return Promise.reject(new DOMException('full', 'QuotaExceededError'));
      }
    });
    const error = await failure(bench.migrations.executeMigration(failing));
    expect(error.message).toContain('full');
    expect(error).toBeInstanceOf(MigrationError);
    expect(await dump(bench)).toEqual(before);
  });
});

describe('one migration at a time', () => {
  it('two at once: one runs, the other is told since when', async () => {
    const bench = await makeFilledBench(200);
    const results = await Promise.allSettled([
      bench.migrations.executeMigration(plan(bench)),
      bench.migrations.executeMigration(plan(bench))
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = results.find((result) => result.status === 'rejected')?.reason as MigrationError;
    expect(rejected.code).toBe('migrationInProgress');
    expect(rejected.message).toBe('Migration already in progress');
    expect(
      (await bench.migrations.getMigrationHistory()).filter((entry) => entry.outcome === 'completed')
    ).toHaveLength(1);
  });

  it('a failed one leaves no lock behind', async () => {
    const bench = await makeFilledBench(5);
    await failure(
      bench.migrations.executeMigration(
        withStep(plan(bench), { name: 'Extra', execute: () => Promise.reject(new Error('x')) })
      )
    );
    expect((await bench.environment.locks.query()).held).toEqual([]);
    expect((await bench.migrations.executeMigration(plan(bench))).outcome).toBe('completed');
  });

  it('waits for windows that hold the data, and says how many did not let go', async () => {
    const bench = await makeFilledBench(5);
    const before = await dump(bench);
    let release: () => void = () => undefined;
    const holding = bench.environment.locks.request(
      'toy:db',
      { mode: 'shared' },
      () => new Promise<void>((resolve) => (release = resolve))
    );
    const error = await failure(bench.migrations.executeMigration(plan(bench)));
    expect(error.message).toContain('another window still holds your data. Nothing was changed.');
    expect(await dump(bench)).toEqual(before);
    release();
    await holding;
  });
});

describe('an empty place', () => {
  it('without a database the migration makes an empty one at the target', async () => {
    const bench = makeBench();
    expect(await bench.migrations.getCurrentDataVersion()).toBe('1.0.0');
    const report = await bench.migrations.executeMigration(plan(bench));
    expect(report).toMatchObject({ outcome: 'completed', backup: null });
    expect((await dump(bench)).native).toBe(40);
    expect(await bench.migrations.getCurrentDataVersion()).toBe('1.3.0');
  });

  it('an empty database migrates too', async () => {
    const bench = makeBench();
    await fill(bench, 0);
    await bench.migrations.executeMigration(plan(bench));
    expect((await dump(bench)).stores['shares']).toEqual([]);
  });
});

describe('the log', () => {
  it('has lines with their time, and more of them in debug mode', async () => {
    const bench = await makeFilledBench(5);
    expect(await makeBench().migrations.getMigrationLogs()).toBe('No logs available');
    const debug = vi.spyOn(bench.environment, 'debug');
    bench.migrations.debugMode = true;
    await bench.migrations.executeMigration(plan(bench));
    const lines = (await bench.migrations.getMigrationLogs()).split('\n');
    expect(lines.every((line) => /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] /.test(line))).toBe(true);
    expect(lines.some((line) => line.includes('🔧 [Migration Debug] MakeShares'))).toBe(true);
    expect(debug).toHaveBeenCalled();
  });
});
