/** A migration where there is no database: an empty one, made at the target. */
import { createDataset } from './dataset';
import type { ExecutionPorts } from './execution-ports';
import type { MigrationPlan, MigrationReport, ProgressHandler } from './types';

export async function createAtTarget(
  { history, environment, records, log }: ExecutionPorts,
  plan: MigrationPlan,
  onProgress: ProgressHandler
): Promise<MigrationReport> {
  const began = environment.elapsed();
  onProgress(0, 'There is no data yet');
  await createDataset(history, environment, plan.toVersion);
  log.add(`There was no database: made an empty one at ${plan.toVersion}.`);
  const at = environment.now().toISOString();
  await records.addHistory({
    id: environment.randomId(),
    at,
    fromVersion: plan.fromVersion,
    toVersion: plan.toVersion,
    path: 'direct',
    outcome: 'completed',
    steps: [],
    definitions: {},
    backupId: null,
    appVersion: environment.appVersion
  });
  onProgress(1, 'Done');
  return {
    outcome: 'completed',
    fromVersion: plan.fromVersion,
    toVersion: plan.toVersion,
    backup: null,
    steps: [],
    countsBefore: {},
    countsAfter: {},
    conserved: [],
    quarantined: 0,
    seconds: (environment.elapsed() - began) / 1000
  };
}
