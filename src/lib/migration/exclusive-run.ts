/** The frame around everything that replaces or migrates data: both locks, the other windows told, one way to cancel. */
import { isDamage } from './damage';
import { asMigrationError, MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { locate } from './generations';
import { inspectLocated, type Inspection } from './inspect';
import { lockNames, withExclusiveDatabase, withMigrateLock } from './locks';
import type { ProgressHandler } from './types';

export interface ExclusiveWork<T> {
  /** Versions that the other windows are told. */
  readonly from: string;
  readonly to: string;
  readonly onProgress: ProgressHandler;
  readonly signal: AbortSignal | undefined;
  /** `ports` knows the database that holds the data at present; `found` is what lies there, read inside the locks. */
  run(ports: ExecutionPorts, found: Inspection, onProgress: ProgressHandler, signal: AbortSignal): Promise<T>;
}

/** @throws MigrationError `migrationInProgress` when another window is at it; `migrationCancelled`; what `run` throws. */
export async function runExclusively<T>(ports: ExecutionPorts, work: ExclusiveWork<T>): Promise<T> {
  const { history, environment, records, log } = ports;
  const locks = lockNames(history);
  const controller = new AbortController();
  const cancel = (): void => controller.abort(new MigrationError('migrationCancelled'));
  if (work.signal?.aborted) throw new MigrationError('migrationCancelled');
  work.signal?.addEventListener('abort', cancel, { once: true });
  const progress = forwardOnly((fraction, message) => {
    work.onProgress(fraction, message);
    environment.announce({ type: 'progress', fraction, message });
  });
  const inside = async (): Promise<T> => {
    // Only told to others who ask; the lock is what counts.
    const running = { since: environment.now().toISOString(), window: environment.window };
    await records.setRunning(running).catch(() => undefined);
    environment.announce({ type: 'prepare', from: work.from, to: work.to });
    try {
      return await withExclusiveDatabase(environment, locks.database, controller.signal, async () => {
        // Inside the lock the version is read again: windows that start together meet here.
        const located = { ...ports, history: await locate(history, environment) };
        return work.run(located, await look(located), progress, controller.signal);
      });
    } catch (error) {
      const told = asMigrationError(error, controller.signal);
      environment.announce({ type: 'aborted', reason: told.code });
      throw told;
    } finally {
      await records.setRunning(null).catch(() => undefined);
      await log.flush();
    }
  };
  const alreadyRunning = async (): Promise<never> => {
    const running = await records.running();
    throw new MigrationError('migrationInProgress', '', { details: running ? [running] : [] });
  };
  try {
    return await withMigrateLock(environment.locks, locks.migrate, inside, alreadyRunning);
  } finally {
    work.signal?.removeEventListener('abort', cancel);
  }
}

/** A progress handler that never goes backwards. */
function forwardOnly(onProgress: ProgressHandler): ProgressHandler {
  let highest = 0;
  return (fraction, message) => {
    highest = Math.max(highest, Math.min(1, fraction));
    onProgress(highest, message);
  };
}

/** What is damaged, so that the browser does not open it, is nothing to go on with; a restore can do without it. */
async function look({ history, environment }: ExecutionPorts): Promise<Inspection> {
  try {
    return await inspectLocated(history, environment);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { kind: 'foreign', problems: ['The browser cannot open the database: its file is damaged.'] };
  }
}
