/**
 * Data version 1.1.0: performance metrics. FROZEN.
 *
 * Inferred from the two schemas, without custom code:
 * - `assets.amount` is called `currentValue` (renaming id `amount`);
 * - `assets.quantity` becomes decimal text, the shortest that reads back as the same number;
 * - `assets` may name `benchmarkSymbol`, `expectedAnnualIncome`, `incomeFrequency`, `riskRating`, and have an index on
 *   `primaryCurrency`;
 * - new stores `performanceMetrics` and `performanceSnapshots`, empty at first.
 */
import type { VersionDefinition } from '../../migration';
import { everyRecord, referencesResolve } from '../v1.0.0/checks';
import { conservedFigures } from '../v1.0.0/conserved';
import { assets } from './assets';
import { performanceMetrics, performanceSnapshots } from './performance';

export const v1_1_0: VersionDefinition = {
  version: '1.1.0',
  description: 'Performance metrics: returns, risk and income of every asset and of the whole portfolio.',
  changes: [
    'Makes room for returns, volatility and drawdown of every asset and of the whole portfolio.',
    'Keeps quantities exactly, as decimals, instead of as binary numbers.',
    'Calls the value that you stated last “current value”.',
    'Lets you note a benchmark, the income you expect, how often it comes, and a risk rating.'
  ],
  migrationType: 'lightweight',
  estimatedTime: 30,
  stores: { assets, performanceMetrics, performanceSnapshots },
  checks: [
    referencesResolve('performanceMetrics', 'assetId', 'assets'),
    everyRecord('metrics of an asset name it', 'performanceMetrics', (row) =>
      (row['subject'] === 'asset') === (row['assetId'] !== undefined)
        ? null
        : `metrics ${String(row['id'])} do not say what they are about`
    ),
    everyRecord('days and values of performanceSnapshots belong together', 'performanceSnapshots', (row) =>
      (row['days'] as unknown[]).length === (row['values'] as unknown[]).length
        ? null
        : `the snapshots of ${String(row['subjectId'])} in ${String(row['year'])} have another number of days than of values`
    )
  ],
  conserved: conservedFigures('currentValue')
};

export type { Asset } from './assets';
export { incomeFrequencies, riskRatings } from './assets';
export type { PerformanceMetrics, PerformanceSnapshot } from './performance';
export { periods } from './performance';
