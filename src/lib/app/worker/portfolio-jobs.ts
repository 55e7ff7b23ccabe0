/** Reading and changing the portfolio. The connection lasts as long as the job; the page holds the lock. */
import { assetDetails, changeAsset, countDueRequirements, readPortfolio as readWhole } from '../../data';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';
import { followCommit, withDataset } from './with-dataset';

export function readPortfolio(
  services: WorkerServices,
  { standing, day }: JobOf<'readPortfolio'>,
  { signal, part }: JobContext
): Promise<VerbResults['readPortfolio']> {
  return withDataset(services, standing, (dataset) => readWhole(dataset, { day, signal, onLines: part }));
}

export function readAsset(
  services: WorkerServices,
  { standing, id }: JobOf<'readAsset'>
): Promise<VerbResults['readAsset']> {
  return withDataset(services, standing, (dataset) => assetDetails(dataset, id));
}

export function saveAsset(services: WorkerServices, { standing, id, change }: JobOf<'saveAsset'>): Promise<null> {
  const { environment } = services;
  return withDataset(services, standing, async (dataset) => {
    await changeAsset(dataset, id, change, environment.now().toISOString());
    await followCommit(environment, dataset).catch(() => undefined);
    return null;
  });
}

export function countDue(services: WorkerServices, { standing, until }: JobOf<'countDue'>): Promise<number> {
  return withDataset(services, standing, (dataset) => countDueRequirements(dataset, until));
}
