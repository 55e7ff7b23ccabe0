/** A portfolio where there was none. The person asked for it; nothing here replaces data. */
import { firstRows } from '../../data';
import { sampleRows } from '../../data/sample';
import { createDataset, latestVersion, lockNames, type Fill } from '../../migration';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export async function createEmpty(
  services: WorkerServices,
  { baseCurrency, homeCountry }: JobOf<'createEmpty'>
): Promise<null> {
  const { history, environment } = services;
  const rows = firstRows({
    baseCurrency,
    homeCountry,
    locale: globalThis.navigator?.language ?? 'en',
    at: environment.now().toISOString(),
    personId: environment.randomId()
  });
  await create(services, latestVersion(history).version, async (write) => {
    for (const [store, some] of Object.entries(rows)) await write(store, some);
  });
  return null;
}

/** Stores of the sample in the order they are written, each with the fraction of the work done after it. */
const doneAfter = new Map([
  ['settings', 0.01],
  ['persons', 0.01],
  ['accounts', 0.02],
  ['assets', 0.6],
  ['transactions', 0.8],
  ['prices', 0.9],
  ['fxRates', 1]
]);

/** Made at the first version and brought to the wanted one by the engine itself: the same as data that grew old. */
export async function createSample(
  services: WorkerServices,
  { version, assets, transactions, seed }: JobOf<'createSample'>,
  { progress, signal }: JobContext
): Promise<null> {
  const { history, migrations } = services;
  const first = history.versions[0]?.version ?? version;
  const creating = version === first ? 1 : 0.4;
  let made = 0;
  await create(services, first, async (write) => {
    for (const { store, rows } of sampleRows({ assets, transactions, seed })) {
      signal.throwIfAborted();
      await write(store, rows);
      if (store === 'assets') made += rows.length;
      const fraction = store === 'assets' ? 0.02 + (0.58 * made) / Math.max(1, assets) : (doneAfter.get(store) ?? 1);
      progress(
        fraction * creating,
        `Making up ${made.toLocaleString('en-US')} of ${assets.toLocaleString('en-US')} assets`
      );
    }
  });
  if (version !== first) {
    const plan = migrations.getMigrationPlan(first, version);
    await migrations.executeMigration(
      plan,
      (fraction, message) => progress(creating + fraction * (1 - creating), message),
      { signal }
    );
  }
  return null;
}

/** With the data to itself, so that two windows at their first run make one portfolio. */
async function create({ history, environment }: WorkerServices, version: string, fill: Fill): Promise<void> {
  const signal = AbortSignal.timeout(environment.lockTimeout);
  await environment.locks.request(lockNames(history).database, { mode: 'exclusive', signal }, () =>
    createDataset(history, environment, version, fill)
  );
}
