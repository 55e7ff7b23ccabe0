export { default as AccountsScreen } from './AccountsScreen.svelte';
