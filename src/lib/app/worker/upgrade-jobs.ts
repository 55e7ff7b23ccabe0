/** Looking at an upgrade, and doing it. */
import { openPortfolio, Repository } from '../../data';
import { lockNames, type MigrationReport } from '../../migration';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export function analyse({ migrations }: WorkerServices, job: JobOf<'analyse'>): Promise<VerbResults['analyse']> {
  return migrations.analyzeMigration(migrations.getMigrationPlan(job.from, job.to));
}

export async function migrate(
  services: WorkerServices,
  job: JobOf<'migrate'>,
  { progress, signal }: JobContext
): Promise<VerbResults['migrate']> {
  const { migrations } = services;
  const plan = migrations.getMigrationPlan(job.from, job.to);
  const report = await migrations.executeMigration(plan, progress, { signal, invalidRows: job.invalidRows });
  // The upgrade is done and verified; a report with ids instead of names is no failure of it.
  return withAccountNames(services, report).catch(() => report);
}

/** The engine knows accounts by their ids, a person by their names. */
async function withAccountNames(services: WorkerServices, report: MigrationReport): Promise<MigrationReport> {
  const names = await accountNames(services);
  const conserved = report.conserved.map((figure) => ({
    ...figure,
    account: names.get(figure.account) ?? figure.account
  }));
  return { ...report, conserved };
}

/** Names by id; accounts that share a name are told apart by the end of their ids. */
async function accountNames(services: WorkerServices): Promise<ReadonlyMap<string, string>> {
  const { history, environment, migrations } = services;
  return environment.locks.request(lockNames(history).database, { mode: 'shared' }, async () => {
    const names = new Map<string, string>();
    const found = await migrations.inspect();
    if (found.kind !== 'supported') return names;
    const dataset = await openPortfolio(services, found);
    try {
      await new Repository(dataset, 'accounts').each((rows) => {
        for (const { id, name } of rows) if (typeof name === 'string') names.set(String(id), name);
      });
    } finally {
      dataset.close();
    }
    const times = new Map<string, number>();
    for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
    return new Map([...names].map(([id, name]) => [id, times.get(name) === 1 ? name : `${name} …${id.slice(-6)}`]));
  });
}
