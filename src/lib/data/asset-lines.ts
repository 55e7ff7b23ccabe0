/** What each asset is worth, from its record and what others say about it; nothing of a database is needed. */
import {
  categoryOf,
  converted,
  decimalText,
  earlier,
  HoldingsBook,
  LatestPrices,
  RateTable,
  valueOf,
  type AssetLine,
  type RateSeries
} from '../domain';
import type { Row } from '../migration';
import { priceSeriesOf, quantityMoveOf, rateSeriesOf, type AssetRecord } from './asset-records';

/** What every asset is valued with. */
export interface Market {
  readonly day: string;
  readonly baseCurrency: string;
  readonly accounts: ReadonlyMap<string, string>;
  readonly holdings: HoldingsBook;
  readonly prices: LatestPrices;
  readonly rates: RateTable;
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
