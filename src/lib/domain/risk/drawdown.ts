/** The deepest fall from a peak, and the longest time without a new one. */

export interface Drawdown {
  /** (peak − trough) / peak of the index 1 + accumulated return: 0.25 is a quarter lost. Zero where it never fell. */
  readonly ratio: number;
  /** Places in the series: the day of the peak before the deepest fall, and the day of the fall's bottom. */
  readonly peak: number;
  readonly trough: number;
  /** The first day after it that was as high as the peak again; null where none was. */
  readonly recovered: number | null;
  /**
   * The longest time from a peak to the next higher one, in days; of the last peak, to the end of the series. A series
   * that rises every day has one of 1.
   */
  readonly longestDays: number;
}

/**
 * Of accumulated returns (0 at first, −0.5 where half is lost). Null for an empty series.
 * @param days numbers of the days; without them one entry is one day.
 * @param from the first entry that counts: from where something was invested.
 */
export function maximumDrawdown(accumulated: ArrayLike<number>, days?: ArrayLike<number>, from = 0): Drawdown | null {
  if (from < 0 || from >= accumulated.length) return null;
  const level = (at: number): number => 1 + (accumulated[at] ?? Number.NaN);
  const between = (a: number, b: number): number => (days === undefined ? b - a : (days[b] ?? 0) - (days[a] ?? 0));
  let top = from;
  let ratio = 0;
  let peak = from;
  let trough = from;
  let longestDays = 0;
  for (let at = from; at < accumulated.length; at++) {
    longestDays = Math.max(longestDays, between(top, at));
    if (level(at) > level(top)) top = at;
    else {
      const fall = (level(top) - level(at)) / level(top);
      if (fall > ratio) [ratio, peak, trough] = [fall, top, at];
    }
  }
  let recovered: number | null = ratio === 0 ? trough : null;
  for (let at = trough; at < accumulated.length && recovered === null; at++) {
    if (level(at) >= level(peak)) recovered = at;
  }
  return { ratio, peak, trough, recovered, longestDays };
}
