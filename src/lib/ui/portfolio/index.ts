/** What the long lists share: which rows are on the screen, what was chosen, what is deleted, exact sums. */
export { default as BulkBar } from './BulkBar.svelte';
export { default as Chips } from './Chips.svelte';
export { nextPlace } from './list-keys';
export { default as OfferNotice } from './OfferNotice.svelte';
export { phone, tablet } from './phone';
export { default as RemovalDialog } from './RemovalDialog.svelte';
export { default as SearchBox } from './SearchBox.svelte';
export { Selection } from './selection.svelte';
export { quotientOf, sumOf } from './sums';
export { WindowRows } from './window-rows.svelte';
