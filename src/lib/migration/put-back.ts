/** A migration that committed, but whose result did not stand up to being read again: its backup is put back by itself. */
import { MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { inspectDatabase } from './inspect';
import type { Journal } from './records';
import { presentOf, restoreInside } from './restore';

/** What the person is told: whether the data is back where it was. */
export class UnverifiedError extends MigrationError {
  readonly restored: boolean;

  constructor(problems: readonly string[], restored: boolean, version: string) {
    const outcome = restored
      ? `Your data was put back to version ${version} from the backup that was made before; nothing was lost`
      : 'It could not be put back by itself, so nothing is written until you have restored the backup that was made before';
    super('corruptData', `after the upgrade the data on disk was not as expected: ${problems[0] ?? ''} ${outcome}`, {
      step: 'FinalValidation',
      details: problems
    });
    this.restored = restored;
  }
}

/** The caller holds both locks. Never throws: what could not be restored stays blocked, with its backup offered. */
export async function putBack(
  ports: ExecutionPorts,
  journal: Pick<Journal, 'backupId' | 'fromVersion'>,
  problems: readonly string[]
): Promise<UnverifiedError> {
  const { history, environment, log } = ports;
  try {
    if (journal.backupId === null) throw new Error('no backup was made before');
    const snapshot = await environment.backups.check(await environment.backups.open(journal.backupId));
    const found = await inspectDatabase(history, environment);
    const signal = new AbortController().signal;
    await restoreInside(ports, found, snapshot, () => undefined, { keepVersion: true }, signal, {
      ...presentOf(ports, found),
      backup: snapshot.info
    });
    return new UnverifiedError(problems, true, journal.fromVersion);
  } catch (error) {
    log.add(`The data could not be put back by itself: ${error instanceof Error ? error.message : String(error)}`);
    return new UnverifiedError(problems, false, journal.fromVersion);
  }
}
