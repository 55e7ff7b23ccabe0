/**
 * The portfolio's records, at whatever version the data is. Everything above sees records of the newest version.
 *
 * ```ts
 * const dataset = await openPortfolio({ history, environment }, standing); // the caller holds `ww:db`, shared
 * const count = await new Repository(dataset, 'assets').each(show);
 * dataset.close();
 * ```
 */
export { openPortfolio, NeedsVersionError, StaleStandingError, type Dataset, type DatasetPorts } from './dataset';
export { countDueRequirements } from './due-requirements';
export { netWorthOf } from './backup-worth';
export { answerFigures, LedgerKeeper, noteChange } from './figures';
export { firstRows } from './first-rows';
export { KeptOpen, type Opened } from './kept-open';
export { presentPrices, presentSeries, type PresentSeries } from './present-series';
export { Repository } from './repository';
export * from './attachments';
export * from './importing';
export * from './records';
export { pricesAfter, withoutQuotes, type TradedAsset } from './trade-prices';
