/** An asset that nobody quotes is worth what was last paid for it. */
export { pricesAfter } from './prices-after';
export { tradePrices, withoutQuotes, type Trade, type TradedAsset } from './trade-prices';
