export { default as RestorePanel } from './RestorePanel.svelte';
export { default as RestoreScreen } from './RestoreScreen.svelte';
