export { default as AssetScreen } from './AssetScreen.svelte';
