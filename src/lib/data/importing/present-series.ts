/** Prices or rates that are there, day by day. */
import type { Dataset } from '../dataset';
import { Repository } from '../repository';

/** By asset, or by the currency that the euro is quoted in. */
export type PresentSeries = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function presentSeries(
  dataset: Dataset,
  store: 'prices' | 'fxRates',
  signal?: AbortSignal
): Promise<PresentSeries> {
  const found = new Map<string, Map<string, string>>();
  const field = store === 'prices' ? 'closes' : 'rates';
  await new Repository(dataset, store).each((rows) => {
    for (const row of rows) {
      if (store === 'fxRates' && row['base'] !== 'EUR') continue;
      const key = String(row[store === 'prices' ? 'assetId' : 'quote']);
      const days = listOf(row['days']);
      const values = listOf(row[field]);
      const series = found.get(key) ?? new Map<string, string>();
      if (series.size === 0) found.set(key, series);
      days.forEach((day, at) => series.set(day, values[at] ?? ''));
    }
  }, signal);
  return found;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
