/** What the person is told of newer builds and of installing. Loaded when there is something to tell. */
export { default as Notices } from './Notices.svelte';
