/** A verified backup before work that changes much: none when nothing was written since the newest one. */
import type { BackupInfo, BackupOccasion } from '../../migration';
import { makeBackup } from './archive-jobs';
import type { JobContext } from './job-context';
import type { WorkerServices } from './services';

/** Deletions in one step from which on a backup is made first. */
export const manyDeletions = 50;

/** @param what for people, in the list of backups: `before 120 records were deleted`. */
export async function backUpBefore(
  services: WorkerServices,
  occasion: Extract<BackupOccasion, 'import' | 'delete'>,
  what: string,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>
): Promise<BackupInfo> {
  const { environment, migrations } = services;
  const found = await migrations.inspect();
  const backups = await environment.backups.list();
  const [newest] = backups
    .filter(({ verifiedAt }) => verifiedAt !== null)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (newest !== undefined && found.kind === 'supported' && newest.sequence === found.sequence) return newest;
  return makeBackup(services, { reason: what, occasion, signal, onProgress: progress });
}
