/** The verification of what a migration committed: at its end, or at the next start when a kill came between. */
import { findVersion, type History, type ResolvedVersion } from './definition';
import { MigrationError } from './errors';
import type { ExecutionPorts } from './execution-ports';
import { openAsItIs } from './guarded-indexeddb';
import type { Journal } from './records';
import { databaseSource } from './source';
import { verifyAfter, type Verification } from './verify-after';

/** What does not stand up to being read again blocks writing until the person has decided. */
export async function verifyCommitted(
  ports: ExecutionPorts,
  journal: Journal,
  target: ResolvedVersion,
  touched: readonly string[],
  counts: Readonly<Record<string, number>>
): Promise<Verification> {
  const { history, environment, records, log } = ports;
  const database = await openAsItIs(environment.indexedDB, history.database, environment.lockTimeout);
  if (!database) throw new MigrationError('corruptData', 'the database is gone after the upgrade');
  let verification: Verification;
  try {
    const renamed = (store: string): string => renamedTo(history, journal.fromVersion, target.version, store);
    const digests = Object.fromEntries(
      Object.entries(journal.digests).map(([store, digest]) => [renamed(store), digest])
    );
    verification = await verifyAfter(
      databaseSource(database, target, environment.IDBKeyRange),
      target,
      { digests, figures: journal.figures, touched, counts, tolerated: journal.tolerated },
      environment.backups
    );
  } finally {
    database.close();
  }
  log.add(
    verification.problems.length === 0
      ? 'Read again from disk: everything as expected.'
      : `Read again from disk: ${verification.problems.join(' ')}`
  );
  if (verification.problems.length > 0) {
    await records.setUnverified({
      at: environment.now().toISOString(),
      version: target.version,
      problems: verification.problems,
      backupId: journal.backupId
    });
    await records.clearJournal();
  }
  return verification;
}

/** The name a store has after the hops between two versions. */
function renamedTo(history: History, from: string, to: string, store: string): string {
  const first = findVersion(history, from);
  const last = findVersion(history, to);
  if (!first || !last) return store;
  return history.versions
    .slice(first.number, last.number)
    .reduce((name, version) => version.hop?.mappings.find((mapping) => mapping.from === name)?.to ?? name, store);
}
