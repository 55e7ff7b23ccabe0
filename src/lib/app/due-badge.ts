/** The number on the icon of the installed app: duties that are due within a month, or were. */
import type { BootGate } from './boot.svelte';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

/** Milliseconds after the data was opened or changed: what is on the screen comes first. */
const patience = 5_000;
const DAYS = 30;

export function showDue(boot: BootGate, client: WorkerClient, surroundings: Surroundings): void {
  let next: ReturnType<typeof setTimeout> | undefined;
  const show = async (): Promise<void> => {
    const { standing } = boot;
    if (standing === null) return;
    const until = new Date(Date.parse(surroundings.today()) + DAYS * 86_400_000).toISOString().slice(0, 10);
    surroundings.setBadge(await client.run({ verb: 'countDue', standing, until }));
  };
  boot.onReady(() => {
    clearTimeout(next);
    // A number on an icon is worth no message: it is shown the next time.
    next = setTimeout(() => void show().catch(() => undefined), patience);
  });
}
