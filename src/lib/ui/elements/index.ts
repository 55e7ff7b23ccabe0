/** The parts every screen is made of. */
export { default as Amount } from './Amount.svelte';
export { default as Announcer } from './Announcer.svelte';
export { default as Button } from './Button.svelte';
export { default as Change } from './Change.svelte';
export { default as ConfirmDialog } from './ConfirmDialog.svelte';
export { default as EmptyState } from './EmptyState.svelte';
export { default as Field } from './Field.svelte';
export { default as Fold } from './Fold.svelte';
export { default as Notice } from './Notice.svelte';
export { default as PageTitle } from './PageTitle.svelte';
export { default as Panel } from './Panel.svelte';
export { default as Progress } from './Progress.svelte';
