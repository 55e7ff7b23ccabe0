/** What the boot gate asks first: what lies there, is it what was last seen, and was anything cut off. */
import {
  compareVersions,
  databaseSource,
  findVersion,
  isHeldElsewhere,
  latestVersion,
  migrationRecords,
  openPresent,
  opensAny,
  type BackupInfo,
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
  const { history, migrations } = services;
  // Only with something left over is the migration lock worth asking for: other windows look at it. What cannot be
  // looked at is told by the look that follows.
  if (await migrations.unsettled().catch(() => false)) await migrations.settle();
  const { finding, found, witness } = await look(services);
  if (finding.kind === 'supported' && found?.kind === 'supported') await keepWitness(services, found, witness);
  return {
    finding,
    news: history.versions.map(({ version, definition: { description, changes } }) => ({
      version,
      description,
      changes
    }))
  };
}

export interface Look {
  readonly finding: Finding;
  /** Null where the database cannot be opened. */
  readonly found: Inspection | null;
  readonly witness: Witness | null;
}

/** Changes nothing. @throws what opening the database threw, where it is held, or nothing tells of data that was in it. */
export async function look(services: WorkerServices): Promise<Look> {
  const { environment, migrations } = services;
  const witness = await environment.witness.read();
  let found: Inspection;
  try {
    found = await migrations.inspect();
  } catch (error) {
    // Something holds it: that passes, and nothing is lost.
    if (isHeldElsewhere(error)) throw error;
    // It is there and cannot be opened: where anything tells of data, that is a loss to recover from.
    const backups = await environment.backups.list().catch(() => []);
    if (witness === null && backups.length === 0) throw error;
    return {
      finding: { kind: 'missing', lastSeen: witness, found: await howFar(services), backups: bestFirst(backups) },
      found: null,
      witness
    };
  }
  return { finding: await judge(services, found, witness), found, witness };
}

/** Whether a restore has somewhere to go: beside the present database, or into a place of its own. */
async function howFar({ history, environment }: WorkerServices): Promise<'damaged' | 'closed'> {
  if (environment.home !== undefined) return 'damaged';
  return (await opensAny(environment.indexedDB, `${history.name}_Probe`)) ? 'damaged' : 'closed';
}

/** The version of the data when all is there that was last seen; else null: then no backup may go. */
export async function wholeVersion(services: WorkerServices): Promise<string | null> {
  const finding = await look(services).then(
    (seen) => seen.finding,
    () => null
  );
  return finding?.kind === 'supported' ? finding.status.currentVersion : null;
}

async function judge(services: WorkerServices, found: Inspection, witness: Witness | null): Promise<Finding> {
  const { history, environment } = services;
  const missing = async (what: 'nothing' | 'less'): Promise<Finding> => ({
    kind: 'missing',
    lastSeen: witness,
    found: what,
    backups: bestFirst(await environment.backups.list())
  });
  switch (found.kind) {
    case 'absent':
      // Without a witness backups still tell that there was data: this is no first run.
      return witness !== null || (await environment.backups.list()).length > 0
        ? missing('nothing')
        : { kind: 'absent' };
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
  const unverified = await migrationRecords(history, environment.records).unverified();
  if (unverified !== undefined) {
    const { problems, backupId } = unverified;
    return { kind: 'unverified', problems, backup: await backupFor(services, backupId) };
  }
  if (witness !== null && (await isLessThan(services, found, witness))) return missing('less');
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

/** The backup that was made for it, else the best one. */
async function backupFor({ migrations }: WorkerServices, id: string | null) {
  const backups = await migrations.listBackups();
  return backups.find((backup) => backup.id === id) ?? bestFirst(backups)[0] ?? null;
}

/** Verified before not, with records before empty, then the newest. */
function bestFirst(backups: readonly BackupInfo[]): readonly BackupInfo[] {
  const worth = ({ verifiedAt, counts }: BackupInfo): number =>
    (verifiedAt === null ? 0 : 2) + (Object.values(counts).some((count) => count > 0) ? 1 : 0);
  return [...backups].sort((a, b) => worth(b) - worth(a) || (a.createdAt < b.createdAt ? 1 : -1));
}
