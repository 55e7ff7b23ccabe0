import { describe, expect, it } from 'vitest';
import { untilMidnight, watchDay, type DayClock } from '../../../src/lib/app/day-change';

/** A clock that stands until it is moved, with the timers that are due by then run in their order. */
class MovedClock implements DayClock {
  #now: number;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  #shown: () => void = () => undefined;
  /** A device that sleeps runs no timer, and gives none its lost time back. */
  asleep = false;

  constructor(now: string) {
    this.#now = new Date(now).getTime();
  }

  today(): string {
    const now = this.now();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, '0')).join('-');
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(milliseconds: number, run: () => void): void {
    this.#timers.push({ at: this.#now + milliseconds, run });
  }

  onShown(run: () => void): void {
    this.#shown = run;
  }

  show(): void {
    this.#shown();
  }

  moveTo(local: string): void {
    const end = new Date(local).getTime();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (this.asleep || next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}

function watched(from: string): { readonly clock: MovedClock; readonly days: string[] } {
  const clock = new MovedClock(from);
  const days: string[] = [];
  watchDay(clock, (day) => void days.push(day));
  return { clock, days };
}

describe('a window that stays open', () => {
  it('goes on to each new day at midnight, once', () => {
    const { clock, days } = watched('2024-02-28T22:15:00');
    clock.moveTo('2024-02-28T23:59:59');
    expect(days).toEqual([]);
    clock.moveTo('2024-02-29T00:00:01');
    expect(days).toEqual(['2024-02-29']);
    clock.show();
    clock.moveTo('2024-03-01T12:00:00');
    expect(days).toEqual(['2024-02-29', '2024-03-01']);
  });

  it('goes on when it is looked at again, after its device slept over midnight', () => {
    const { clock, days } = watched('2024-12-31T23:50:00');
    clock.asleep = true;
    clock.moveTo('2025-01-02T08:00:00');
    expect(days).toEqual([]);
    clock.show();
    clock.show();
    expect(days).toEqual(['2025-01-02']);
  });

  it('waits for local midnight, however long the day is', () => {
    for (const month of [2, 3, 9, 10])
      for (let day = 1; day <= 31; day++) {
        const now = new Date(2024, month, day, 1, 30);
        const reached = new Date(now.getTime() + untilMidnight(now));
        expect([reached.getDate(), reached.getHours(), reached.getMinutes()]).toEqual([
          new Date(2024, month, day + 1).getDate(),
          0,
          0
        ]);
      }
  });
});
