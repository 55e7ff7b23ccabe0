/** Taking data elsewhere: encrypted backups, and exports for other uses. */
import { encryptBackup as encrypt } from '../../backup/encryption';
import { exportCsv } from '../../backup/export';
import { databaseSource, findVersion, MigrationError, openPresent, type SnapshotSource } from '../../migration';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export async function encryptBackup(
  { environment }: WorkerServices,
  { id, passphrase }: JobOf<'encryptBackup'>
): Promise<Blob> {
  return encrypt(await environment.backups.open(id), passphrase);
}

export function exportData(
  services: WorkerServices,
  { format }: JobOf<'exportData'>,
  { signal }: Pick<JobContext, 'signal'>
): Promise<VerbResults['exportData']> {
  return withSource(services, signal, async (source) => {
    const day = services.environment.now().toISOString().slice(0, 10);
    if (format === 'csv') return { name: `WealthWise_${day}_csv.zip`, content: await exportCsv(source) };
    // The backup format itself, without the gzip: what leaves is verified like any backup, and can be restored.
    const { backups } = services.environment;
    const { info } = await backups.create(source, { reason: 'an export', occasion: 'manual', signal });
    try {
      const file = await backups.open(info.id);
      const content = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
      return { name: info.name.replace(/\.gz$/, ''), content };
    } finally {
      await backups.remove(info.id, { force: true });
    }
  });
}

async function withSource<T>(
  { history, environment, migrations }: WorkerServices,
  signal: AbortSignal,
  use: (source: SnapshotSource) => Promise<T>
): Promise<T> {
  const found = await migrations.inspect();
  const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
  const database = await openPresent(history, environment);
  if (version === undefined || database === null) {
    database?.close();
    throw new MigrationError('backupFailed', 'there is no data to export');
  }
  database.onversionchange = () => database.close();
  try {
    return await use(databaseSource(database, version, environment.IDBKeyRange, undefined, signal));
  } finally {
    database.close();
  }
}
