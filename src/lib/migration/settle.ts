/** What the next start does about a migration that was cut off: the database tells where it stands, the journal the rest. */
import { findVersion } from './definition';
import { settleGenerations } from './build-aside';
import { asMigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { locate } from './generations';
import { inspectDatabase } from './inspect';
import { lockNames, withExclusiveDatabase, withMigrateLock } from './locks';
import { rollBackJournal } from './outside-effects';
import { putBack } from './put-back';
import type { Journal } from './records';
import type { MigrationHistoryEntry } from './types';
import { verifyCommitted } from './verify-committed';

/**
 * Settles a migration that a kill interrupted. Before the commit: nothing was changed, effects outside are undone.
 * After it: what the kill left out (verification and publication) is made up for.
 * @returns the history entry of the interrupted migration, or null where there was none or another window is at it.
 */
export function settleInterruption(ports: ExecutionPorts): Promise<MigrationHistoryEntry | null> {
  const { history, environment, records } = ports;
  return withMigrateLock(
    environment.locks,
    lockNames(history).migrate,
    async () => {
      await settleGenerations(ports);
      const located = { ...ports, history: await locate(history, environment) };
      const journal = await records.journal();
      const entry = journal ? await settle(located, journal) : null;
      await ports.log.flush();
      return entry;
    },
    () => Promise.resolve(null)
  );
}

async function settle(ports: ExecutionPorts, journal: Journal): Promise<MigrationHistoryEntry | null> {
  const { history, environment, records, log } = ports;
  const found = await inspectDatabase(history, environment);
  const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
  const committed =
    version !== undefined &&
    version.version !== journal.fromVersion &&
    found.kind === 'supported' &&
    found.sentinel !== null;
  if (!committed || journal.toVersion !== version.version) {
    const complete = await rollBackJournal(journal, history, environment, log);
    if (complete) await records.clearJournal();
    else await records.writeJournal({ ...journal, onlyEffects: true });
    if (journal.onlyEffects) return null;
  }
  const base = {
    id: journal.id,
    at: journal.at,
    fromVersion: journal.fromVersion,
    toVersion: journal.toVersion,
    path: journal.path,
    steps: [],
    definitions: {},
    backupId: journal.backupId,
    appVersion: environment.appVersion
  };
  if (!committed) {
    log.add(
      `The migration from ${journal.fromVersion} to ${journal.toVersion} was interrupted before it was complete; the data is as it was.`
    );
    const entry: MigrationHistoryEntry = { ...base, outcome: 'interrupted' };
    await records.addHistory(entry);
    await log.flush();
    return entry;
  }
  const sentinel = found.sentinel;
  log.add(
    `The migration from ${journal.fromVersion} to ${journal.toVersion} was interrupted after version ${version.version} was complete.`
  );
  const entry: MigrationHistoryEntry = {
    ...base,
    outcome: version.version === journal.toVersion ? 'completed' : 'interrupted'
  };
  try {
    const verification = await verifyCommitted(
      ports,
      journal,
      version,
      sentinel?.touched ?? [],
      sentinel?.counts ?? {}
    );
    if (verification.problems.length === 0) {
      const at = environment.now();
      await records.publish(version.version, at);
      await environment.witness.write({
        version: version.version,
        sequence: found.sequence,
        counts: sentinel?.counts ?? {},
        at: at.toISOString()
      });
      await records.addHistory(entry);
      await records.clearJournal();
    } else {
      const error = await withExclusiveDatabase(
        environment,
        lockNames(history).database,
        new AbortController().signal,
        () => putBack(ports, journal, verification.problems)
      );
      await records.addHistory({
        ...entry,
        outcome: error.restored ? 'rolledBack' : 'failed',
        error: { code: error.code, message: error.message }
      });
    }
  } catch (cause) {
    const error = asMigrationError(cause);
    await records.addHistory({ ...entry, outcome: 'failed', error: { code: error.code, message: error.message } });
    throw error;
  }
  await log.flush();
  return entry.outcome === 'interrupted' ? entry : null;
}
