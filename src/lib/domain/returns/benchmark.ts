/** The index of a series of prices or rates, to compare a portfolio with. */

/**
 * Accumulated returns of a series on given days: 0 on the first of them that has a price, else the change since then.
 * Closed days carry the last price, as everywhere. Before the first price there is nothing to tell: `NaN`.
 * @param days numbers of the days asked for, ascending.
 * @param series ascending day numbers and what one unit cost on them, in one currency; prices of zero or less are
 * passed over.
 */
export function benchmarkIndex(
  days: ArrayLike<number>,
  series: { readonly days: ArrayLike<number>; readonly prices: ArrayLike<number> }
): Float64Array {
  const index = new Float64Array(days.length).fill(Number.NaN);
  let next = 0;
  let price = Number.NaN;
  let start = Number.NaN;
  for (let at = 0; at < days.length; at++) {
    for (; next < series.days.length && (series.days[next] as number) <= (days[at] as number); next++) {
      const quoted = series.prices[next] as number;
      if (quoted > 0) price = quoted;
    }
    if (Number.isNaN(start)) start = price;
    index[at] = price / start - 1;
  }
  return index;
}
