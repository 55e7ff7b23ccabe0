/** A window that stays open over midnight goes on to the new day. Loaded after the first screen. */

export interface DayClock {
  /** Today in the person's time zone, `YYYY-MM-DD`. */
  today(): string;
  now(): Date;
  after(milliseconds: number, run: () => void): void;
  /** The person sees this window again: a device that slept let its timers sleep too. */
  onShown(run: () => void): void;
}

/** Calls back with each new day, at midnight or when the window is next looked at. */
export function watchDay(clock: DayClock, onDay: (day: string) => void): void {
  let day = clock.today();
  const look = (): void => {
    const now = clock.today();
    if (now === day) return;
    day = now;
    onDay(now);
  };
  const wait = (): void =>
    clock.after(untilMidnight(clock.now()), () => {
      look();
      wait();
    });
  clock.onShown(look);
  wait();
}

/** Milliseconds to the next local midnight, of whatever length the day is; a little more, as timers may come early. */
export function untilMidnight(now: Date): number {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return midnight.getTime() - now.getTime() + 500;
}
