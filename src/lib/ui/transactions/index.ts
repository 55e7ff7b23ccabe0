/** Every booking there is: found, filtered, mended, with the balance of an account beside it. */
export { default as TransactionsScreen } from './TransactionsScreen.svelte';
