/** The upgrade, from the offer to its end. */
export { default as UpgradeScreen } from './UpgradeScreen.svelte';
