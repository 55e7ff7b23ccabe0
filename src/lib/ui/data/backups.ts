import type { BackupInfo } from '../../migration';

/** All records in a backup, over all stores. */
export function recordsIn(backup: Pick<BackupInfo, 'counts'>): number {
  return Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
}
