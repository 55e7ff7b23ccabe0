/** What the boot gate asks first: what lies there, is it what was last seen, and was anything cut off. */
import {
  compareVersions,
  databaseSource,
  findVersion,
  latestVersion,
  migrationRecords,
  openPresent,
  type Inspection,
  type MigrationHistoryEntry,
  type MigrationPlan,
  type Witness
} from '../../migration';
import type { UpgradePlan } from '../contract';
import type { Finding, VerbResults } from '../verb-results';
import { emptiedStores } from './emptied-stores';
import type { WorkerServices } from './services';

type Supported = Extract<Inspection, { kind: 'supported' }>;

export async function inspect(services: WorkerServices): Promise<VerbResults['inspect']> {
  const { history } = services;
  return {
    finding: await find(services),
    news: history.versions.map(({ version, definition: { description, changes } }) => ({
      version,
      description,
      changes
    }))
  };
}

async function find(services: WorkerServices): Promise<Finding> {
  const { history, environment, migrations } = services;
  const records = migrationRecords(history, environment.records);
  // Only with something left over is the migration lock worth asking for: other windows look at it.
  if (await migrations.unsettled()) await migrations.settle();
  const [found, witness, unverified] = await Promise.all([
    migrations.inspect(),
    environment.witness.read(),
    records.unverified()
  ]);
  switch (found.kind) {
    case 'absent':
      return witness === null ? { kind: 'absent' } : { kind: 'missing', lastSeen: witness };
    case 'newer':
      return { kind: 'newer', dataVersion: found.version ?? `newer than ${latestVersion(history).version}` };
    case 'foreign':
    case 'drift':
      return { kind: found.kind, problems: found.problems };
    case 'unfinished':
      return { kind: 'unverified', problems: found.problems, backup: await backupFor(services, null) };
    case 'supported':
      break;
  }
  if (unverified !== undefined) {
    return {
      kind: 'unverified',
      problems: unverified.problems,
      backup: await backupFor(services, unverified.backupId)
    };
  }
  if (witness !== null && (await isLessThan(services, found, witness))) return { kind: 'missing', lastSeen: witness };
  await keepWitness(services, found, witness);
  return supported(services, found);
}

async function supported({ history, migrations }: WorkerServices, found: Supported): Promise<Finding> {
  const status = await migrations.getMigrationStatus();
  const latest = latestVersion(history).version;
  const entries = await migrations.getMigrationHistory();
  return {
    kind: 'supported',
    status,
    epoch: found.epoch,
    plan: status.migrationNeeded ? readable(migrations.getMigrationPlan(found.version, latest)) : null,
    interrupted: interruptedAt(found.version, entries.at(-1))
  };
}

/** The last attempt, when it was cut off before it brought the data to where it was to be. */
function interruptedAt(version: string, last: MigrationHistoryEntry | undefined): MigrationHistoryEntry | null {
  return last?.outcome === 'interrupted' && compareVersions(last.toVersion, version) > 0 ? last : null;
}

/** A plan as it can cross the thread: its functions stay here. */
function readable(plan: MigrationPlan): UpgradePlan {
  return {
    ...plan,
    customMigrationSteps: plan.customMigrationSteps.map(({ name, description }) => ({ name, description }))
  };
}

/** Corruption is often silent: an older or emptied database opens without any error. */
async function isLessThan(services: WorkerServices, found: Supported, witness: Witness): Promise<boolean> {
  if (compareVersions(found.version, witness.version) < 0 || found.sequence < witness.sequence) return true;
  return (await emptiedStores(services, witness)).length > 0;
}

/** The witness follows the database when a kill came between a commit and its writing, and begins with the first look. */
async function keepWitness(services: WorkerServices, found: Supported, witness: Witness | null): Promise<void> {
  const { environment } = services;
  const { version, sequence, sentinel } = found;
  if (witness !== null && witness.version === version && witness.sequence === sequence) return;
  const counts =
    witness?.version === version ? witness.counts : (sentinel?.counts ?? (await countAll(services, version)));
  await environment.witness.write({ version, sequence, counts, at: environment.now().toISOString() });
}

async function countAll({ history, environment }: WorkerServices, version: string): Promise<Witness['counts']> {
  const known = findVersion(history, version);
  const database = await openPresent(history, environment);
  if (known === undefined || database === null) return {};
  try {
    return await databaseSource(database, known, environment.IDBKeyRange).counts();
  } finally {
    database.close();
  }
}

/** The backup that was made for it, else the newest verified one. */
async function backupFor({ migrations }: WorkerServices, id: string | null) {
  const backups = await migrations.listBackups();
  const verified = backups
    .filter((backup) => backup.verifiedAt !== null)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return backups.find((backup) => backup.id === id) ?? verified[0] ?? null;
}
