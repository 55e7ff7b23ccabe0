/** The life of the data: its version, backups, history and log. */
export { default as DataScreen } from './DataScreen.svelte';
