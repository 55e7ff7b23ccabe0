export { default as TransactionsScreen } from './TransactionsScreen.svelte';
