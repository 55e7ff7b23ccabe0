/** True progress of an upgrade: by records, where a record written counts five times one that is only read. */
import type { Segment } from './schedule';

export class UpgradeProgress {
  readonly #counts: Readonly<Record<string, number>>;
  readonly #onProgress: (fraction: number, message: string) => void;
  readonly #seen = new Map<string, number>();
  #done = 0;
  #total = 1;

  /** `counts`: records per store before the upgrade, by the names the stores have now. */
  constructor(counts: Readonly<Record<string, number>>, onProgress: (fraction: number, message: string) => void) {
    this.#counts = { ...counts };
    this.#onProgress = onProgress;
  }

  /** What is made is not known beforehand: it is guessed from the largest store. */
  expect(segments: readonly Segment[]): void {
    const largest = Math.max(0, ...Object.values(this.#counts));
    for (const segment of segments) {
      if (segment.kind === 'free') continue;
      const rewritten = new Set(
        segment.stages.flatMap((stage) => (stage.kind === 'records' ? Object.keys(stage.changes) : []))
      );
      for (const task of segment.tasks) {
        if (task.kind === 'stream')
          this.#total += (this.#counts[task.store] ?? 0) * (rewritten.has(task.store) ? 6 : 1);
        if (task.kind === 'create') this.#total += largest * 5;
      }
    }
  }

  read(store: string, records: number, rewritten: boolean): void {
    const amount = this.#count(store, records, rewritten ? 6 : 1);
    const total = format(Math.max(amount, this.#counts[store] ?? 0));
    this.say(`${rewritten ? 'Updating' : 'Reading'} ${store}: ${format(amount)} of ${total}`);
  }

  made(store: string, records: number): void {
    this.say(`Writing ${store}: ${format(this.#count(`+${store}`, records, 5))} so far`);
  }

  say(message: string): void {
    this.#onProgress(Math.min(0.99, this.#done / this.#total), message);
  }

  #count(key: string, records: number, units: number): number {
    this.#done += records * units;
    const amount = (this.#seen.get(key) ?? 0) + records;
    this.#seen.set(key, amount);
    return amount;
  }
}

export function format(amount: number): string {
  return amount.toLocaleString('en-US');
}
