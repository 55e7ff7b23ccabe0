/** Where assets and cash lie. */
export { default as AccountsScreen } from './AccountsScreen.svelte';
