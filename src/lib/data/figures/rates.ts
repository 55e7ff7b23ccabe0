/** Exchange rates as the domain's table takes them. */
import { isDay, type RateSeries } from '../../domain';
import type { Row } from '../../migration';
import { rateSeriesOf } from '../asset-records';

/** A year of a pair, without what is no day. */
export function ratesOf(record: Row): RateSeries {
  const series = rateSeriesOf(record);
  if (series.days.every(isDay)) return series;
  const kept = series.days.map((_, at) => at).filter((at) => isDay(series.days[at] ?? ''));
  return { ...series, days: kept.map((at) => series.days[at] ?? ''), rates: kept.map((at) => series.rates[at] ?? '') };
}
