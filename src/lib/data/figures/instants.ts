/** Instants as milliseconds since 1970, where their text can be had back from that; others as they are written. */
import { dayNumber } from '../../domain';
import { Growing } from './growing';

export interface Instants {
  /** `NaN` for those in `others`. */
  readonly times: Float64Array;
  readonly others: ReadonlyMap<number, string>;
}

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export class InstantsBuilder {
  readonly #times = new Growing(Float64Array);
  readonly #others = new Map<number, string>();

  push(text: string): void {
    const time = millisecondsOf(text);
    if (Number.isNaN(time)) this.#others.set(this.#times.length, text);
    this.#times.push(time);
  }

  finish(): Instants {
    return { times: this.#times.take(), others: this.#others };
  }
}

export function instantAt({ times, others }: Instants, row: number): string {
  const time = times[row] as number;
  return Number.isNaN(time) ? (others.get(row) ?? '') : new Date(time).toISOString();
}

function millisecondsOf(text: string): number {
  if (!shape.test(text)) return Number.NaN;
  const number = (from: number, to: number): number => Number(text.slice(from, to));
  const [hours, minutes, seconds] = [number(11, 13), number(14, 16), number(17, 19)];
  // Only what reads back as it was: an hour 24 does not.
  if (hours > 23 || minutes > 59 || seconds > 59 || text.startsWith('0000')) return Number.NaN;
  try {
    return dayNumber(text.slice(0, 10)) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + number(20, 23);
  } catch {
    return Number.NaN;
  }
}
