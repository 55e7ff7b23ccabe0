/** A backup a day, when something was changed, and its copy to the owner's folder, once the app has nothing else to do. */
import type { BootGate } from './boot.svelte';
import { rememberCopy } from './copy-outside';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

/** Milliseconds after the data was opened: the first screen comes first. */
const patience = 15_000;
/** Milliseconds without a touch: on a small device a backup takes from scrolling what it needs itself. */
const quiet = 3_000;
/** Milliseconds between two looks of a window that stays open for days. */
const again = 3_600_000;

/** One window makes it, the others find that none is due. What goes wrong is tried again at the next look. */
export function keepDaily(boot: BootGate, client: WorkerClient, surroundings: Surroundings): void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const askLater = (): void => {
    clearTimeout(next);
    next = setTimeout(() => void ask(), patience);
  };
  const ask = async (): Promise<void> => {
    await surroundings.leftAlone(quiet);
    if (boot.standing === null) return;
    // Who is offered an upgrade decides first: it makes a backup itself, and would have to wait for this one.
    if (boot.state.kind !== 'ready' || boot.state.offer) return askLater();
    await keep(client, surroundings).catch(() => undefined);
  };
  // Data is opened anew after an upgrade or a restore, too: the backups they made are copied then.
  boot.onReady(askLater);
  setInterval(() => void ask(), again);
}

async function keep(client: WorkerClient, surroundings: Surroundings): Promise<void> {
  await client.run({ verb: 'backUpDaily' });
  const copies = await client.run({ verb: 'copyToFolder', again: false });
  if (copies !== null) rememberCopy(surroundings);
}
