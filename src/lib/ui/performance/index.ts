export { default as PerformanceScreen } from './PerformanceScreen.svelte';
