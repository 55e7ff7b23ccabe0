import type { ExecutionPorts } from './execution-ports';

/** Retention, after something was completed. What cannot be removed now is removed another time: it fails nothing. */
export async function cleanBackups({ environment, log }: ExecutionPorts, version: string): Promise<void> {
  try {
    const { removed, suspended } = await environment.backups.prune(version);
    if (removed.length > 0) log.add(`Old backups removed: ${removed.map(({ name }) => name).join(', ')}.`);
    if (suspended !== null) log.add(`No backup is removed. ${suspended}`);
  } catch (error) {
    log.add(`Old backups could not be looked at: ${error instanceof Error ? error.message : String(error)}`);
  }
}
