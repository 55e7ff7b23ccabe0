/** A backup a day, when something was changed: asked for when the app has been open for a while and has nothing to do. */
import type { BootGate } from './boot.svelte';
import type { WorkerClient } from './worker-client';

/** Milliseconds after the data was opened: the first screen comes first. */
const patience = 15_000;

/** One window makes it, the others find that none is due. What goes wrong is tried again at the next start. */
export function keepDaily(boot: BootGate, client: WorkerClient): void {
  let asked = false;
  boot.onReady(() => {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      if (boot.standing !== null) void client.run({ verb: 'backUpDaily' }).catch(() => undefined);
    }, patience);
  });
}
