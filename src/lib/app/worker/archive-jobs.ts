/** The data's life: history, log, backups, quarantine. */
import { dailyBackupDue } from '../../backup';
import {
  databaseSource,
  findVersion,
  migrationRecords,
  MigrationError,
  openPresent,
  type BackupInfo,
  type BackupRequest
} from '../../migration';
import type { KeptAttachments } from '../contract';
import type { VerbResults } from '../verb-results';
import { look, wholeVersion } from './inspection-job';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

/** What can still be read, whatever state the data is in: the recovery screens list backups from here. */
export async function readArchive(services: WorkerServices): Promise<VerbResults['readArchive']> {
  const { migrations, environment } = services;
  const [status, history, log, quarantine, version, attachments] = await Promise.all([
    migrations.getMigrationStatus().catch(ifUnreadable(null)),
    migrations.getMigrationHistory().catch(ifUnreadable([])),
    migrations.getMigrationLogs().catch(ifUnreadable('No logs available')),
    migrations.listQuarantine().catch(ifUnreadable([])),
    wholeVersion(services),
    filesOfDocuments(services).catch(ifUnreadable({ count: 0, bytes: 0 }))
  ]);
  const plan = await environment.backups.retention(version);
  const backups = [...plan.backups].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const retention =
    version === null
      ? { leaving: [], freeable: 0, suspended: SUSPENDED }
      : { leaving: plan.leaving.map(({ id }) => id), freeable: plan.freeable, suspended: plan.suspended };
  return { status, history, log, backups, retention, quarantine, attachments };
}

/** Counted by their place alone: the first start asks for it too, and need not load what reads them. */
async function filesOfDocuments(services: WorkerServices): Promise<KeptAttachments> {
  const place = await services.attachments();
  const files = await Promise.all((await place.list()).map((name) => place.read(name)));
  return { count: files.length, bytes: files.reduce((sum, file) => sum + (file?.size ?? 0), 0) };
}

const SUSPENDED =
  'Your data is not open, or not all that was there. Until it is, any backup may be the one that brings it back, so none is removed.';

export async function pinBackup({ environment }: WorkerServices, { id, pinned }: JobOf<'pinBackup'>): Promise<null> {
  await environment.backups.setPinned(id, pinned);
  return null;
}

export async function cleanBackups(services: WorkerServices): Promise<VerbResults['cleanBackups']> {
  const version = await wholeVersion(services);
  if (version === null) return { removed: [], freed: 0, suspended: SUSPENDED };
  return services.environment.backups.prune(version);
}

/** Held by the window that makes the day's backup; the others have nothing to do. */
const DAILY_LOCK = 'ww:daily';

/** The backup of the day, when something was changed since the newest verified one; then retention. */
export function backUpDaily(
  services: WorkerServices,
  { signal }: Pick<JobContext, 'signal'>
): Promise<VerbResults['backUpDaily']> {
  const { environment } = services;
  return environment.locks.request(DAILY_LOCK, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
    // A backup of data that shrank would be the newest one: none is made, and none removed, until that is settled.
    const { finding, found } = lock ? await look(services) : { finding: null, found: null };
    if (finding?.kind !== 'supported' || found?.kind !== 'supported') return null;
    const backups = await environment.backups.list();
    if (!dailyBackupDue(backups, { now: environment.now(), sequence: found.sequence })) return null;
    const info = await makeBackup(services, { reason: 'the daily backup', occasion: 'daily', signal });
    await environment.backups.prune(found.version);
    return info;
  });
}

/** A backup made by hand, with its progress. */
export function backUp(
  services: WorkerServices,
  { note }: JobOf<'backUp'>,
  { progress, signal }: JobContext
): Promise<VerbResults['backUp']> {
  const reason = note.trim() || 'made by hand';
  return makeBackup(services, { reason, occasion: 'manual', signal, onProgress: progress });
}

/** Written, read back and noted in the log. */
export async function makeBackup(
  { history, environment, migrations }: WorkerServices,
  request: BackupRequest
): Promise<BackupInfo> {
  const found = await migrations.inspect();
  const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
  const database = await openPresent(history, environment);
  if (version === undefined || database === null)
    throw new MigrationError('backupFailed', 'there is no data to back up');
  database.onversionchange = () => database.close();
  try {
    const source = databaseSource(database, version, environment.IDBKeyRange);
    const { info } = await environment.backups.create(source, request);
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
