/** Everything owned and owed: sorted, grouped, filtered, with the columns one likes. */
export { default as HoldingsScreen } from './HoldingsScreen.svelte';
