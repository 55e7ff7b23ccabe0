/** Returns of calendar months and years, linked from days. */
import { dayText } from './day-numbers';

export interface YearReturns {
  readonly year: number;
  /** Of its days within the run; null where nothing was invested. */
  readonly total: number | null;
  /** Twelve; null for a month without a day in the run. */
  readonly months: readonly (number | null)[];
}

/**
 * Years ascending. A month or year that the run has only a part of tells the return of that part.
 * @param returns of each day; the first entry, that of the evening before, is not looked at.
 * @param firstDay the number of the day of entry 1.
 * @param begins the entry from which on something was invested; days before it belong to no month.
 */
export function calendarReturns(
  returns: Float64Array,
  firstDay: number,
  begins: number | null
): readonly YearReturns[] {
  const years: { year: number; growth: number; months: (number | null)[] }[] = [];
  for (let at = 1; at < returns.length;) {
    const text = dayText(firstDay + at - 1);
    const year = Number(text.slice(0, 4));
    const month = Number(text.slice(5, 7)) - 1;
    const length = Math.min(returns.length, at + Date.UTC(year, month + 1, 1) / 86_400_000 - (firstDay + at - 1));
    let growth = 1;
    let counted = 0;
    for (; at < length; at++) {
      if (begins === null || at < begins) continue;
      growth *= 1 + (returns[at] as number);
      counted++;
    }
    let entry = years[years.length - 1];
    if (entry?.year !== year) years.push((entry = { year, growth: 1, months: Array<number | null>(12).fill(null) }));
    if (counted === 0) continue;
    entry.growth *= growth;
    entry.months[month] = growth - 1;
  }
  return years.map(({ year, growth, months }) => ({
    year,
    total: months.every((month) => month === null) ? null : growth - 1,
    months
  }));
}
