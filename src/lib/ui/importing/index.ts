export { default as ImportScreen } from './ImportScreen.svelte';
