export { default as IncomeScreen } from './IncomeScreen.svelte';
