/** What stands around every page. */
export { default as Frame } from './Frame.svelte';
export { default as Icon } from './Icon.svelte';
export { default as Later } from './Later.svelte';
export { default as Lost } from './Lost.svelte';
export { default as PageHead } from './PageHead.svelte';
