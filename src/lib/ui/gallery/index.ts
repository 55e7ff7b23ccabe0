/** All screens in all of their states, for looking at. Never part of what ships. */
export { default as Gallery } from './Gallery.svelte';
export { scenes, type Scene } from './scenes';
