/** Forms for transactions, assets, accounts and prices, opened from anywhere: `openEntry({ kind: 'transaction' })`. */
export { default as EntryHost } from './EntryHost.svelte';
export { draftIdOf, entry, openEntry, requestOf, type EntryRequest, type Preset } from './entry.svelte';
export { again, tell } from './tell';
