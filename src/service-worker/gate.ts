/** What the locks say. Nothing about a migration is stored, so nothing about one can stick. */
import { lockNames } from '../lib/protocol';

/** Whether a window migrates, restores or rolls back just now. */
export async function isMigrating(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockNames.migrate);
}

/** Whether one does, or is about to: no other build takes over meanwhile. */
export async function isMigrationNear(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name === lockNames.migrate);
}
