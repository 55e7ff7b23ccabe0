import type { BackupInfo } from '../../migration';

/** All records in a backup, over all stores. */
export function recordsIn(backup: Pick<BackupInfo, 'counts'>): number {
  return Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
}

/** Verified before not, with records before empty, then the newest. */
export function bestFirst(backups: readonly BackupInfo[]): readonly BackupInfo[] {
  const worth = (backup: BackupInfo): number => (backup.verifiedAt === null ? 0 : 2) + (recordsIn(backup) > 0 ? 1 : 0);
  return [...backups].sort((a, b) => worth(b) - worth(a) || Date.parse(b.createdAt) - Date.parse(a.createdAt));
}
