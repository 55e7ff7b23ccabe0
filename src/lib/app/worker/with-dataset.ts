/** The data for one job: opened at the page's standing, closed whatever happens. The page holds the lock. */
import { openPortfolio, type Dataset } from '../../data';
import type { MigrationEnvironment, Witness } from '../../migration';
import type { Standing } from '../../protocol';
import type { WorkerServices } from './services';

export async function withDataset<T>(
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
