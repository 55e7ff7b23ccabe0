/** What is due. The connection lasts as long as the job; the page holds the lock. */
import { countDueRequirements } from '../../data';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';
import { withDataset } from './with-dataset';

export function countDue(services: WorkerServices, { standing, until }: JobOf<'countDue'>): Promise<number> {
  return withDataset(services, standing, (dataset) => countDueRequirements(dataset, until));
}
