import { describe, expect, it } from 'vitest';
import { makeBench } from './bench-environment';

const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];
const pairs = versions.flatMap((from, at) => versions.slice(at + 1).map((to) => [from, to] as const));

describe('plans', () => {
  const { migrations } = makeBench();

  it.each(pairs)('%s → %s: every forward pair has one', (from, to) => {
    const plan = migrations.getMigrationPlan(from, to);
    expect(plan).toMatchObject({ fromVersion: from, toVersion: to, backupRequired: true });
    expect(plan.description).not.toBe('');
  });

  it('of one hop have its own type and steps', () => {
    expect(migrations.getMigrationPlan('1.0.0', '1.1.0')).toMatchObject({
      migrationType: 'lightweight',
      estimatedTime: 3,
      customMigrationSteps: []
    });
    expect(migrations.getMigrationPlan('1.2.0', '1.3.0').migrationType).toBe('dataTransformation');
    expect(migrations.getMigrationPlan('1.1.0', '1.2.0').customMigrationSteps.map((step) => step.name)).toEqual([
      'MakeShares',
      'WeighShares'
    ]);
  });

  it('of several hops have the heaviest type, the sum of times, all steps and the final validation', () => {
    const plan = migrations.getMigrationPlan('1.0.0', '1.3.0');
    expect(plan.migrationType).toBe('heavyweight');
    expect(plan.estimatedTime).toBe(13);
    expect(plan.customMigrationSteps.map((step) => step.name)).toEqual([
      'MakeShares',
      'WeighShares',
      'SplitLabels',
      'FinalValidation'
    ]);
  });

  it('that lack a step of the history are refused', async () => {
    const plan = migrations.getMigrationPlan('1.0.0', '1.3.0');
    await expect(migrations.analyzeMigration({ ...plan, customMigrationSteps: [] })).resolves.toBeDefined();
    const bench = makeBench();
    await bench.migrations.executeMigration(bench.migrations.getMigrationPlan('1.0.0', '1.1.0'));
    const lacking = { ...bench.migrations.getMigrationPlan('1.1.0', '1.3.0'), customMigrationSteps: [] };
    await expect(bench.migrations.executeMigration(lacking)).rejects.toThrow("lacks the step 'MakeShares'");
  });

  it('are made without touching anything', () => {
    expect(Object.keys(makeBench().announced)).toEqual([]);
  });

  it('can run each of their steps by itself, with the same outcome', async () => {
    const shared = makeBench();
    const alone = makeBench();
    const { fill, dump } = await import('./bench-environment');
    await fill(shared, 20);
    await fill(alone, 20);
    await shared.migrations.executeMigration(shared.migrations.getMigrationPlan('1.0.0', '1.3.0'));
    const plan = alone.migrations.getMigrationPlan('1.0.0', '1.3.0');
    // Copies are no longer the history's own steps: each runs through its context.
    await alone.migrations.executeMigration({
      ...plan,
      customMigrationSteps: plan.customMigrationSteps.map((step) => ({ ...step }))
    });
    const left = (await dump(alone)).stores;
    const right = (await dump(shared)).stores;
    for (const store of ['boxes', 'shares', 'tags', 'entries']) expect(left[store], store).toEqual(right[store]);
  });
});
