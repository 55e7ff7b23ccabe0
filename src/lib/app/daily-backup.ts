/** A backup a day, when something was changed: asked for when the app has been open for a while and has nothing to do. */
import type { BootGate } from './boot.svelte';
import type { WorkerClient } from './worker-client';

/** Milliseconds after the data was opened: the first screen comes first. */
const patience = 15_000;
/** Milliseconds between two looks of a window that stays open for days. */
const again = 3_600_000;

/** One window makes it, the others find that none is due. What goes wrong is tried again at the next look. */
export function keepDaily(boot: BootGate, client: WorkerClient): void {
  const ask = (): void => {
    if (boot.standing !== null) void client.run({ verb: 'backUpDaily' }).catch(() => undefined);
  };
  let begun = false;
  boot.onReady(() => {
    if (begun) return;
    begun = true;
    setTimeout(() => {
      ask();
      setInterval(ask, again);
    }, patience);
  });
}
