/** The middle of these values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Times of several contenders over the rounds of one run, in milliseconds. */
export class Rounds {
  readonly #times = new Map<string, number[]>();

  add(contender: string, milliseconds: number): void {
    this.#times.set(contender, [...(this.#times.get(contender) ?? []), milliseconds]);
  }

  median(contender: string): number {
    return median(this.#times.get(contender) ?? []);
  }

  /**
   * The median over the rounds of one contender's time divided by the other's of the same round: what slows the whole
   * machine for a while slows both.
   */
  ratio(contender: string, other: string): number {
    const [ours = [], theirs = []] = [this.#times.get(contender), this.#times.get(other)];
    const rounds = Math.min(ours.length, theirs.length);
    return median(ours.slice(0, rounds).map((time, round) => time / (theirs[round] ?? Number.NaN)));
  }

  tell(): void {
    for (const [contender, times] of this.#times) {
      const all = times.map((time) => time.toFixed(0)).join(' ');
      console.log(`  ${contender.padEnd(24)} median ${median(times).toFixed(1).padStart(8)} ms   rounds ${all}`);
    }
  }
}

/** One figure of the benchmark; `bound` is what it must keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms' | 'MB' | '%' | 'per-second';
  readonly bound?: { readonly atMost: number } | { readonly atLeast: number };
}

export function keeps({ value, bound }: Figure): boolean {
  if (bound === undefined) return true;
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** A line for programs, and after it one for people where the bound is not kept. */
export function print(figure: Figure): void {
  console.log(`BENCH ${figure.name} ${figure.value.toFixed(figure.unit === 'ratio' ? 3 : 1)} ${figure.unit}`);
  if (keeps(figure) || figure.bound === undefined) return;
  const bound = 'atMost' in figure.bound ? `at most ${figure.bound.atMost}` : `at least ${figure.bound.atLeast}`;
  console.log(`  ${figure.name} should be ${bound}.`);
}
