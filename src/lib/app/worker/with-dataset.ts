/** The data for a job, open at the page's standing. The page holds the lock. */
import { KeptOpen, openPortfolio, type Dataset } from '../../data';
import type { MigrationEnvironment, Witness } from '../../migration';
import type { Standing } from '../../protocol';
import { lettingGo } from './letting-go';
import type { WorkerServices } from './services';

/** One for each worker. */
const kept = new WeakMap<WorkerServices, KeptOpen<Dataset>>();

export function withDataset<T>(
  services: WorkerServices,
  standing: Standing,
  work: (dataset: Dataset) => Promise<T>
): Promise<T> {
  return keptBy(services).use(standing, work);
}

function keptBy(services: WorkerServices): KeptOpen<Dataset> {
  const known = kept.get(services);
  if (known !== undefined) return known;
  const datasets = new KeptOpen((standing: Standing) => openPortfolio(services, standing));
  kept.set(services, datasets);
  lettingGo(services, () => datasets.release());
  return datasets;
}

/**
 * The witness after a commit, never before: one that outran a lost commit would cry loss. The change is safe already,
 * so a witness that cannot be written fails nothing; the next start makes up for it. `touched`: stores that may have
 * been emptied, or hold their first records: what a person empties is no loss.
 */
export async function followCommit(
  environment: MigrationEnvironment,
  dataset: Dataset,
  touched: readonly string[] = []
): Promise<void> {
  const seen = await environment.witness.read();
  if (seen === null) return;
  const counts: Record<string, number> = { ...seen.counts };
  for (const store of touched) {
    const rows = await dataset.database.table(store).count();
    counts[store] = rows === 0 ? 0 : Math.max(rows, counts[store] ?? 0);
  }
  const witness: Witness = {
    ...seen,
    counts,
    sequence: await dataset.sequence(),
    at: environment.now().toISOString()
  };
  await environment.witness.write(witness);
}
