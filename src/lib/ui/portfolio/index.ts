/** The portfolio: totals, the list of assets, and one asset at a time. */
export { default as PortfolioScreen } from './PortfolioScreen.svelte';
export { readQuery, writeQuery, type Query } from './query';
