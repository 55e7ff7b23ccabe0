/** One asset: its worth, and each of its figures opened down to what made it. */
export { default as AssetScreen } from './AssetScreen.svelte';
