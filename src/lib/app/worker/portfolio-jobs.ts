/** Reading the portfolio. The connection lasts as long as the job; the page holds the lock. */
import { countDueRequirements, readPortfolio as readWhole } from '../../data';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';
import { withDataset } from './with-dataset';

export function readPortfolio(
  services: WorkerServices,
  { standing, day }: JobOf<'readPortfolio'>,
  { signal, part }: JobContext
): Promise<VerbResults['readPortfolio']> {
  return withDataset(services, standing, (dataset) => readWhole(dataset, { day, signal, onLines: part }));
}

export function countDue(services: WorkerServices, { standing, until }: JobOf<'countDue'>): Promise<number> {
  return withDataset(services, standing, (dataset) => countDueRequirements(dataset, until));
}
