/** Who may do what at a time. A lock ends with the window or worker that holds it, so nothing can stay stuck. */
import type { History } from './definition';
import { MigrationError } from './errors';
import type { LockPort, MigrationEnvironment } from './ports';

/** `migrate`: one migration, restore or rollback. `database`: shared by readers and writers, exclusive for that work. `backup`: one writer of backups. */
export function lockNames(history: Pick<History, 'lockPrefix'>): { migrate: string; database: string; backup: string } {
  const { lockPrefix } = history;
  return { migrate: `${lockPrefix}:migrate`, database: `${lockPrefix}:db`, backup: `${lockPrefix}:backup` };
}

/** Runs the work if nobody else migrates. `null` from `onTaken` becomes the error of the caller. */
export function withMigrateLock<T>(
  locks: LockPort,
  name: string,
  work: () => Promise<T>,
  onTaken: () => Promise<T>
): Promise<T> {
  return locks.request(name, { mode: 'exclusive', ifAvailable: true }, (lock) => (lock ? work() : onTaken()));
}

/** Runs the work once every other window has let go. @throws MigrationError naming how many have not, after the time-out. */
export async function withExclusiveDatabase<T>(
  environment: Pick<MigrationEnvironment, 'locks' | 'lockTimeout'>,
  name: string,
  signal: AbortSignal,
  work: () => Promise<T>
): Promise<T> {
  const waiting = new AbortController();
  const stop = (): void => waiting.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const clock = setTimeout(() => waiting.abort(new DOMException('timed out', 'TimeoutError')), environment.lockTimeout);
  let granted = false;
  try {
    return await environment.locks.request(name, { mode: 'exclusive', signal: waiting.signal }, () => {
      granted = true;
      clearTimeout(clock);
      return work();
    });
  } catch (error) {
    if (granted || signal.aborted) throw error;
    const { held = [] } = await environment.locks.query();
    const windows = held.filter((lock) => lock.name === name).length;
    throw new MigrationError(
      'migrationFailed',
      `${windows === 1 ? 'another window still holds' : `${windows} other windows still hold`} your data. Nothing was changed. Close the other windows of this app and try again`,
      {
        details: [{ windows }],
        cause: error
      }
    );
  } finally {
    clearTimeout(clock);
    signal.removeEventListener('abort', stop);
  }
}
