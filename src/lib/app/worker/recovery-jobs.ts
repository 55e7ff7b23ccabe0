/** Restore and rollback: looked at first, then done while the page has let go of the data. */
import { netWorthOf } from '../../data';
import type { RestorePreview } from '../contract';
import type { VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export async function previewRestore(
  { history, migrations }: WorkerServices,
  { source, passphrase, day }: JobOf<'previewRestore'>,
  { signal, progress }: JobContext
): Promise<VerbResults['previewRestore']> {
  let netWorth: RestorePreview['netWorth'] = null;
  const preview = await migrations.previewRestore(source, {
    ...(passphrase !== undefined && { passphrase }),
    signal,
    onProgress: progress,
    async onChecked(snapshot) {
      // A figure for people: a backup that cannot be valued can still be restored.
      netWorth = await netWorthOf(history, snapshot, day).catch(() => null);
    }
  });
  return { ...preview, netWorth };
}

export function restore(
  { migrations }: WorkerServices,
  { source, passphrase, keepVersion, mode }: JobOf<'restore'>,
  { signal, progress }: JobContext
): Promise<VerbResults['restore']> {
  const secret = passphrase === undefined ? {} : { passphrase };
  return migrations.restoreFromBackup(source, progress, { ...secret, keepVersion, mode, signal });
}

export function previewRollback(
  { migrations }: WorkerServices,
  { to }: JobOf<'previewRollback'>,
  { signal, progress }: JobContext
): Promise<VerbResults['previewRollback']> {
  return migrations.previewRollback(to, { signal, onProgress: progress });
}

export function rollBack(
  { migrations }: WorkerServices,
  { to }: JobOf<'rollBack'>,
  { signal, progress }: JobContext
): Promise<VerbResults['rollBack']> {
  return migrations.rollbackMigration(to, progress, { signal });
}
