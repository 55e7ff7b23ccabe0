/** Looking at an upgrade, and doing it. */
import type { JobOf } from './perform';
import type { JobContext } from './job-context';
import type { WorkerServices } from './services';
import type { VerbResults } from '../verb-results';

export function analyse({ migrations }: WorkerServices, job: JobOf<'analyse'>): Promise<VerbResults['analyse']> {
  return migrations.analyzeMigration(migrations.getMigrationPlan(job.from, job.to));
}

export function migrate(
  { migrations }: WorkerServices,
  job: JobOf<'migrate'>,
  { progress, signal }: JobContext
): Promise<VerbResults['migrate']> {
  const plan = migrations.getMigrationPlan(job.from, job.to);
  return migrations.executeMigration(plan, progress, { signal, invalidRows: job.invalidRows });
}
