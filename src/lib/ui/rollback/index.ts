export { default as RollbackScreen } from './RollbackScreen.svelte';
