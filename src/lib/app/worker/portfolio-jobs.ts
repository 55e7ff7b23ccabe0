/** Reading and changing the portfolio. The connection lasts as long as the job; the page holds the lock. */
import {
  assetDetails,
  changeAsset,
  countDueRequirements,
  openPortfolio,
  readPortfolio as readWhole,
  type Dataset
} from '../../data';
import type { MigrationEnvironment } from '../../migration';
import type { Standing } from '../../protocol';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

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

/**
 * The witness after a commit, never before: one that outran a lost commit would cry loss. The change is safe already,
 * so a witness that cannot be written fails nothing; the next start makes up for it.
 */
async function followCommit(environment: MigrationEnvironment, dataset: Dataset): Promise<void> {
  const seen = await environment.witness.read();
  if (seen === null) return;
  await environment.witness.write({ ...seen, sequence: await dataset.sequence(), at: environment.now().toISOString() });
}

async function withDataset<T>(
  services: WorkerServices,
  standing: Standing,
  work: (dataset: Dataset) => Promise<T>
): Promise<T> {
  const dataset = await openPortfolio(services, standing);
  try {
    return await work(dataset);
  } finally {
    dataset.close();
  }
}
