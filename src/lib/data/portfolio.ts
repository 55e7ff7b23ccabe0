/** Reads the whole portfolio once and values it: line by line, and in sum. */
import {
  categoryLabel,
  categoryOf,
  converted,
  decimalText,
  earlier,
  HoldingsBook,
  LatestPrices,
  PortfolioTotals,
  RateTable,
  valueOf,
  type AssetLine,
  type PortfolioView,
  type RateSeries
} from '../domain';
import { QUARANTINE, type Row } from '../migration';
import { assetOf, priceSeriesOf, quantityMoveOf, rateSeriesOf, type AssetRecord } from './asset-records';
import type { Dataset } from './dataset';
import { Repository } from './repository';

export interface PortfolioRequest {
  /** The day to value it on, `YYYY-MM-DD`. */
  readonly day: string;
  readonly signal?: AbortSignal;
  /** Gets the lines, largest value first, in parts small enough to be cloned within a frame. */
  onLines(lines: readonly AssetLine[]): void;
}

/** Lines in one part: about two milliseconds of cloning on a slow phone. */
const linesPerPart = 250;

/** What every asset is valued with. */
export interface Market {
  readonly day: string;
  readonly baseCurrency: string;
  readonly accounts: ReadonlyMap<string, string>;
  readonly holdings: HoldingsBook;
  readonly prices: LatestPrices;
  readonly rates: RateTable;
}

export async function readPortfolio(
  dataset: Dataset,
  { day, signal, onLines }: PortfolioRequest
): Promise<Omit<PortfolioView, 'lines'>> {
  const counts = await countRecords(dataset);
  const market = await readMarket(dataset, day, counts, signal);
  const totals = new PortfolioTotals({ class: categoryLabel, country: countryLabels() });
  const lines: AssetLine[] = [];
  counts['assets'] = await new Repository(dataset, 'assets').each((rows) => {
    for (const row of rows) {
      const line = lineOf(assetOf(row), market);
      totals.add(line);
      lines.push(line);
    }
  }, signal);
  const sorted = largestFirst(lines);
  for (let from = 0; from < sorted.length; from += linesPerPart) onLines(sorted.slice(from, from + linesPerPart));
  return {
    dataVersion: dataset.installed.version,
    baseCurrency: market.baseCurrency,
    counts,
    ...totals.result()
  };
}

/** Physical rows of every store of the person's; packed ones are counted while they are read. */
async function countRecords(dataset: Dataset): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const store of Object.keys(dataset.installed.stores)) {
    if (store.startsWith('_') || store === QUARANTINE) continue;
    counts[store] = await dataset.database.table(store).count();
  }
  return counts;
}

async function readMarket(
  dataset: Dataset,
  day: string,
  counts: Record<string, number>,
  signal?: AbortSignal
): Promise<Market> {
  const reading = new MarketReading(day);
  for (const [store, see] of Object.entries(reading.observe)) {
    const read = await new Repository(dataset, store).each((rows) => rows.forEach(see), signal);
    if (store === 'transactions') counts[store] = read;
  }
  return reading.market();
}

/** Gathers what assets are valued with, from records in today's shape and any order. */
export class MarketReading {
  readonly observe: Readonly<Record<string, (row: Row) => void>>;
  readonly market: () => Market;

  /** @param day `YYYY-MM-DD`. */
  constructor(day: string) {
    let baseCurrency = '';
    const accounts = new Map<string, string>();
    const holdings = new HoldingsBook(day);
    const prices = new LatestPrices(day);
    const rates: RateSeries[] = [];
    this.observe = {
      settings: (row) => {
        if (typeof row['baseCurrency'] === 'string') baseCurrency = row['baseCurrency'];
      },
      accounts: (row) => void accounts.set(String(row['id']), String(row['name'] ?? '')),
      transactions: (row) => {
        const move = quantityMoveOf(row);
        if (move !== null) holdings.add(move);
      },
      prices: (row) => prices.add(priceSeriesOf(row)),
      fxRates: (row) => void rates.push(rateSeriesOf(row))
    };
    this.market = () => ({ day, baseCurrency, accounts, holdings, prices, rates: new RateTable(rates) });
  }
}

export function lineOf(
  asset: AssetRecord,
  { day, baseCurrency, accounts, holdings, prices, rates }: Market
): AssetLine {
  const category = categoryOf(asset.assetType);
  const holding = holdings.of(asset.id);
  const value = valueOf(
    { currentValue: asset.currentValue, isLiability: category === 'liability' },
    holding,
    prices.of(asset.id)
  );
  const base = converted(value.amount, asset.currency, baseCurrency, rates, day);
  return {
    id: asset.id,
    name: asset.name,
    symbol: asset.symbol,
    assetType: asset.assetType,
    category,
    country: asset.country,
    account: (asset.accountId !== null && accounts.get(asset.accountId)) || '',
    quantity: holding === null ? asset.quantity : decimalText(holding.quantity),
    value: { amount: decimalText(value.amount), currency: asset.currency },
    valueBasis: value.basis,
    asOf: earlier(value.day, base?.day ?? null),
    baseAmount: base?.amount ?? null,
    isActive: asset.isActive,
    isIncluded: asset.isIncluded
  };
}

/** By value in the base currency, what has none last; equal ones by name. Sorted here, the page need not. */
function largestFirst(lines: readonly AssetLine[]): AssetLine[] {
  const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return lines
    .map((line) => ({ line, size: line.baseAmount === null ? Number.NEGATIVE_INFINITY : Number(line.baseAmount) }))
    .sort((a, b) => (a.size === b.size ? byName.compare(a.line.name, b.line.name) : b.size - a.size))
    .map(({ line }) => line);
}

/** English names of countries; the code where there is none. */
function countryLabels(): (code: string) => string {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code === '' ? 'No country' : code;
    }
  };
}
