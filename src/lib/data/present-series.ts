/** Prices or rates that are there, day by day. */
import type { Row } from '../migration';
import type { Dataset } from './dataset';
import { Repository } from './repository';

/** By asset, or by the currency that the euro is quoted in. */
export type PresentSeries = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function presentSeries(
  dataset: Dataset,
  store: 'prices' | 'fxRates',
  signal?: AbortSignal
): Promise<PresentSeries> {
  const found = new Map<string, Map<string, string>>();
  await new Repository(dataset, store).each((rows) => add(found, store, rows), signal);
  return found;
}

/** Prices of these assets alone. */
export async function presentPrices(dataset: Dataset, assetIds: Iterable<string>): Promise<PresentSeries> {
  const found = new Map<string, Map<string, string>>();
  const prices = new Repository(dataset, 'prices');
  await Promise.all([...assetIds].map(async (id) => add(found, 'prices', await prices.under(id))));
  return found;
}

function add(found: Map<string, Map<string, string>>, store: 'prices' | 'fxRates', rows: readonly Row[]): void {
  for (const row of rows) {
    if (store === 'fxRates' && row['base'] !== 'EUR') continue;
    const key = String(row[store === 'prices' ? 'assetId' : 'quote']);
    const days = listOf(row['days']);
    const values = listOf(row[store === 'prices' ? 'closes' : 'rates']);
    const series = found.get(key) ?? new Map<string, string>();
    if (series.size === 0) found.set(key, series);
    days.forEach((day, at) => series.set(day, values[at] ?? ''));
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
