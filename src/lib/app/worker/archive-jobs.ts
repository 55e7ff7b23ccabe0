/** The data's life: history, log, backups, quarantine. */
import { databaseSource, findVersion, migrationRecords, MigrationError, openPresent } from '../../migration';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export async function readArchive({ migrations }: WorkerServices): Promise<VerbResults['readArchive']> {
  const [status, history, log, backups, quarantine] = await Promise.all([
    migrations.getMigrationStatus(),
    migrations.getMigrationHistory(),
    migrations.getMigrationLogs(),
    migrations.listBackups(),
    migrations.listQuarantine().catch(ifUnreadable([]))
  ]);
  const newestFirst = [...backups].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return { status, history, log, backups: newestFirst, quarantine };
}

/** A backup made by hand, with its progress. */
export async function backUp(
  { history, environment, migrations }: WorkerServices,
  { note }: JobOf<'backUp'>,
  { progress, signal }: JobContext
): Promise<VerbResults['backUp']> {
  const found = await migrations.inspect();
  const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
  const database = await openPresent(history, environment);
  if (version === undefined || database === null)
    throw new MigrationError('backupFailed', 'there is no data to back up');
  database.onversionchange = () => database.close();
  try {
    const source = databaseSource(database, version, environment.IDBKeyRange);
    const reason = note.trim() || 'made by hand';
    const { info } = await environment.backups.create(source, {
      reason,
      occasion: 'manual',
      signal,
      onProgress: progress
    });
    const line = `Backup ${info.name} written and verified (${info.bytes} bytes).`;
    await migrationRecords(history, environment.records).log(line, environment.now());
    return info;
  } finally {
    database.close();
  }
}

export function verifyBackup(
  { migrations }: WorkerServices,
  { id }: JobOf<'verifyBackup'>
): Promise<VerbResults['verifyBackup']> {
  return migrations.verifyBackup(id);
}

export async function removeBackup(
  { environment }: WorkerServices,
  { id, force = false }: JobOf<'removeBackup'>
): Promise<null> {
  await environment.backups.remove(id, { force });
  return null;
}

export function openBackup({ environment }: WorkerServices, { id }: JobOf<'openBackup'>): Promise<Blob> {
  return environment.backups.open(id);
}

export async function restoreFromQuarantine(
  services: WorkerServices,
  { keys }: JobOf<'restoreFromQuarantine'>
): Promise<number> {
  return services.migrations.restoreFromQuarantine(keys);
}

/** For the diagnostic report: what can still be read, whatever state the data is in. */
export async function diagnose({ migrations, environment }: WorkerServices): Promise<VerbResults['diagnose']> {
  const [status, history, log, witness] = await Promise.all([
    migrations.getMigrationStatus().catch(ifUnreadable(null)),
    migrations.getMigrationHistory().catch(ifUnreadable([])),
    migrations.getMigrationLogs().catch(ifUnreadable('No logs available')),
    environment.witness.read().catch(ifUnreadable(null))
  ]);
  return { status, history: history.toReversed(), log, counts: witness?.counts ?? {} };
}

function ifUnreadable<T>(instead: T): () => T {
  return () => instead;
}
