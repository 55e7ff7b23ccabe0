/** How series vary together, and how a portfolio of them does. */

/** Sample standard deviation; null for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const covered = covariance(values, values);
  return covered === null ? null : Math.sqrt(covered);
}

/** Sample covariance of two series; null for fewer than two pairs. Throws a `RangeError` for different lengths. */
export function covariance(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const count = first.length;
  if (second.length !== count) throw new RangeError(`Series of ${count} and ${second.length} values do not pair.`);
  if (count < 2) return null;
  const means = [first, second].map((series) => Array.from(series).reduce((sum, value) => sum + value / count, 0));
  let sum = 0;
  for (let at = 0; at < count; at++) {
    sum += ((first[at] as number) - (means[0] as number)) * ((second[at] as number) - (means[1] as number));
  }
  return sum / (count - 1);
}

/** Pearson's correlation, −1 to 1; null where there are fewer than two pairs or one of the series does not vary. */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const together = covariance(first, second);
  const [a, b] = [standardDeviation(first), standardDeviation(second)];
  if (together === null || a === null || b === null || !(a * b > 0)) return null;
  return Math.max(-1, Math.min(1, together / (a * b)));
}

/** Natural logarithms of the ratios of neighbours: one value fewer. For series of rates or prices above zero. */
export function logReturns(levels: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: Math.max(0, levels.length - 1) }, (_, at) =>
    Math.log((levels[at + 1] as number) / (levels[at] as number))
  );
}

/**
 * Standard deviation of a sum: √(ΣΣ wᵢ·wⱼ·σᵢ·σⱼ·ρᵢⱼ). With weights as shares of the whole it is a share of the whole;
 * what is owed has a negative weight.
 * @param correlations of every pair: `[i][j]`, 1 on the diagonal. Throws a `RangeError` where they do not fit.
 */
export function portfolioDeviation(
  weights: readonly number[],
  deviations: readonly number[],
  correlations: readonly (readonly number[])[]
): number {
  const count = weights.length;
  if (deviations.length !== count || correlations.length !== count || correlations.some((row) => row.length !== count))
    throw new RangeError(`${count} weights need as many deviations and a square of correlations.`);
  let variance = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const own = (weights[i] as number) * (deviations[i] as number);
      variance +=
        own * (weights[j] as number) * (deviations[j] as number) * ((correlations[i] as number[])[j] as number);
    }
  }
  // Rounding, and correlations that contradict each other, can leave a little less than nothing.
  return Math.sqrt(Math.max(0, variance));
}
