/** What is shown until the data may be worked on. */
export { default as Gate } from './Gate.svelte';
