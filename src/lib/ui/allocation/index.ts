export { default as AllocationScreen } from './AllocationScreen.svelte';
