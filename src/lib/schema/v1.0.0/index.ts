/**
 * Data version 1.0.0: the first release. FROZEN.
 *
 * Stores: `settings` (one row), `persons`, `accounts`, `assets`, `transactions` (packed by account and month), `prices`
 * and `fxRates` (packed by year). Amounts are decimal texts in the currency named beside them; days are `YYYY-MM-DD`,
 * instants ISO 8601 in UTC, ids UUIDs in lower case. Two known flaws stay for good and are mended by 1.1.0:
 * `assets.quantity` is a binary number, and the stated value is called `amount`.
 */
import type { VersionDefinition } from '../../migration';
import { assets } from './assets';
import { checks } from './checks';
import { conservedFigures } from './conserved';
import { accounts, persons, settings } from './people';
import { fxRates, prices } from './series';
import { transactions } from './transactions';

export const v1_0_0: VersionDefinition = {
  version: '1.0.0',
  description: 'Your portfolio: accounts, assets, transactions, prices and exchange rates.',
  changes: ['Keeps what you own and owe across borders, with every transaction, in this browser.'],
  migrationType: 'lightweight',
  estimatedTime: 30,
  stores: { settings, persons, accounts, assets, transactions, prices, fxRates },
  checks,
  conserved: conservedFigures('amount')
};

export type { AssetCategory, AssetType, AssetTypeFacts } from './asset-types';
export { assetCategories, assetTypes, factsOf, fundTypes } from './asset-types';
export type { Asset } from './assets';
export type { Account, Person, Settings } from './people';
export { accountKinds, costMethods, filingStatuses, SETTINGS_ID } from './people';
export type { PriceYear, RateYear } from './series';
export type { Transaction, TransactionMonth, TransactionType } from './transactions';
export { packMonth, transactionTypes } from './transactions';
export { isCountry } from './countries';
export { isCurrency, minorUnitsOf } from './currencies';
export { isDay } from './shapes';
