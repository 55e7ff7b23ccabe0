/** Cleaning: what retention lets go is removed, after everything was listed, and nothing else ever. */
import type { BackupInfo, PruneResult } from '../migration';
import { readBackups, writeManifest } from './manifest';
import type { FilePlace } from './places';
import { planRetention, type RetentionContext } from './retention';

/** The caller holds the backup lock. A file that is gone already is fine; one that cannot be removed stays listed. */
export async function pruneBackups(place: FilePlace, prefix: string, context: RetentionContext): Promise<PruneResult> {
  const listed = await readBackups(place, prefix);
  const { leaving, suspended } = planRetention(listed, context);
  const removed = await removeAll(place, leaving);
  if (removed.length > 0) await writeManifest(place, await readBackups(place, prefix));
  return { removed, freed: removed.reduce((sum, { bytes }) => sum + bytes, 0), suspended };
}

/** Those whose file is gone now. */
export async function removeAll(place: FilePlace, backups: readonly BackupInfo[]): Promise<readonly BackupInfo[]> {
  const removed: BackupInfo[] = [];
  for (const backup of backups) {
    const gone = await place.remove(backup.name).then(
      () => true,
      () => false
    );
    if (gone) removed.push(backup);
  }
  return removed;
}
