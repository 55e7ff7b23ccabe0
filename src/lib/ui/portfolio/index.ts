/** The portfolio: totals, the list of assets, and one asset at a time. */
export { default as NetWorth } from './NetWorth.svelte';
export { default as OfferNotice } from './OfferNotice.svelte';
export { default as PortfolioScreen } from './PortfolioScreen.svelte';
export { default as Totals } from './Totals.svelte';
export { readQuery, writeQuery, type Query } from './query';
