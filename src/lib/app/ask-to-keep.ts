/** Asks the browser to keep the data even when space runs short. */
import type { Surroundings } from './surroundings';

const CHOICE = 'askedToKeep';

/**
 * Once, when there is something to lose: a browser may ask the person, and at the first sight of a page nobody says yes.
 * Whoever was asked finds it again among the copies. Nothing waits for it, and nothing fails by it.
 */
export async function askToKeep({ choices, persisted, persist }: Surroundings): Promise<void> {
  if (choices.get(CHOICE) !== null) return;
  try {
    if ((await persisted()) !== false) return;
    choices.set(CHOICE, 'yes');
    await persist();
  } catch {
    // The data is as it was; the page of copies says where it stands.
  }
}
