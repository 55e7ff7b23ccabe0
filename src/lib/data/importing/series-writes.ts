/** Prices and rates of a file, as writes: whole series at once, packed by year where they come to lie. */
import type { MergedSeries } from '../../import';
import type { RecordWriting } from '../../protocol';

/** `owner`: the asset, or the currency that the euro is quoted in. */
export function seriesWritesOf(
  store: 'prices' | 'fxRates',
  owner: string,
  { days, values }: Pick<MergedSeries, 'days' | 'values'>,
  source?: string
): readonly RecordWriting[] {
  if (days.length === 0) return [];
  const series = { op: 'series' as const, days, values, ...(source !== undefined && { source }) };
  return store === 'prices'
    ? [{ ...series, store, assetId: owner }]
    : [{ ...series, store, base: 'EUR', quote: owner }];
}
