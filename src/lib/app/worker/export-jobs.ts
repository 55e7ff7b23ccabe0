/** Taking data elsewhere: backups encrypted or with attachments, and exports for other uses. */
import { writeBundle, type AttachmentName, type BundledAttachment } from '../../backup/bundle';
import { encryptBackup as encrypt } from '../../backup/encryption';
import { exportCsv } from '../../backup/export';
import { Attachments, NamedFiles } from '../../data';
import { databaseSource, findVersion, MigrationError, openPresent, type SnapshotSource } from '../../migration';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

/** With attachments: the zip is one file made of others, which are read from where they lie when it is downloaded. */
export async function copyBackup(
  services: WorkerServices,
  { id, passphrase, attachments }: JobOf<'copyBackup'>,
  context: Pick<JobContext, 'signal' | 'progress'>
): Promise<VerbResults['copyBackup']> {
  const { backups } = services.environment;
  const name = (await backups.list()).find((backup) => backup.id === id)?.name ?? 'WealthWise_Backup.json.gz';
  const file = await backups.open(id);
  const copy = attachments
    ? await withAttachments(services, new File([file], name), context)
    : { name, content: file, count: 0, bytes: 0, missing: [] };
  if (passphrase === undefined) return copy;
  return { ...copy, name: `${copy.name}.age`, content: await encrypt(copy.content, passphrase) };
}

/** The backup is checked whole before its records say which files belong to it; each of those is read back. */
async function withAttachments(
  services: WorkerServices,
  backup: File,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>
): Promise<VerbResults['copyBackup']> {
  const { backups, now } = services.environment;
  const named = new NamedFiles();
  const snapshot = await backups.check(backup, { signal, onProgress: (done, text) => progress(done * 0.4, text) });
  await snapshot.rows(named.see);
  const names = new Map(named.all.map(({ id, name }) => [id, name]));
  const found: BundledAttachment[] = [];
  const missing: AttachmentName[] = [];
  for await (const { id, read } of new Attachments(services.attachments).readBack(names.keys())) {
    signal.throwIfAborted();
    progress(0.4 + 0.3 * ((found.length + missing.length) / names.size), 'Reading the attachments');
    const name = names.get(id) ?? '';
    if (read.state === 'sound') found.push({ id, name, digest: read.digest, content: read.content });
    else missing.push({ id, name });
  }
  const onProgress = (done: number, text: string): void => progress(0.7 + done * 0.3, text);
  return {
    name: backup.name.replace(/(\.json)?(\.gz)?$/, '_with_attachments.zip'),
    content: await writeBundle(backup, found, missing, now(), { signal, onProgress }),
    count: found.length,
    bytes: found.reduce((sum, { content }) => sum + content.size, 0),
    missing: missing.map(({ name }) => name)
  };
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
